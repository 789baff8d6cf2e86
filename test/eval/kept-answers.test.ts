/** What is kept as a test of an answer that was just given is right when it is asked again: else a test is born failing. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../../src/app.js";
import { readGoldenSet } from "../../src/eval/golden.js";
import { createRegressionSet } from "../../src/eval/regression-set.js";
import { openShippedApp } from "../flow/shipped-app.js";

let app: App;
let close: () => Promise<void>;
const folder = mkdtempSync(join(tmpdir(), "kept-"));

beforeAll(async () => {
  ({ app, close } = await openShippedApp());
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

it.each(["corpus/golden.jsonl", "test/eval/further.jsonl"])(
  "all answers of %s, kept, are right again",
  async (path) => {
    const kept = join(folder, path.replaceAll("/", "-"));
    const set = createRegressionSet({ path: kept, answerer: app.quoting, conversations: app.conversations });
    const questions = readGoldenSet(path).filter(({ before }) => !before);
    for (const { id, question } of questions) {
      const { standalone: _, ...answer } = await app.quoting.answer({ question });
      if (answer.kind !== "smalltalk") expect(set.keep({ ...answer, id, at: 0 }).kind).not.toBe("impossible");
    }
    const { failures, right, refused } = await set.run();
    expect(failures.filter(({ fault }) => fault !== "too long")).toEqual([]);
    expect(right + refused).toBeGreaterThan(30);
    const checked = readGoldenSet(kept).filter(({ must }) => must.length > 0);
    expect(checked.length).toBeGreaterThan(right / 2);
  },
);
