/**
 * The gate for answers without a model: the shipped set whole, the further one at what is reached. The held-out set is
 * there to see whether rules hold beyond the questions they were made with; its bound only keeps it from falling.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.js";
import { readGoldenSet } from "../../src/eval/golden.js";
import { runSet, summariseSet } from "../../src/eval/run-set.js";
import { openShippedApp } from "../flow/shipped-app.js";

let app: App;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, close } = await openShippedApp());
});
afterAll(() => close());

describe("answers without a model", () => {
  it.each([
    ["corpus/golden.jsonl", 36, 6],
    ["test/eval/further.jsonl", 43, 14],
    ["test/eval/asked.jsonl", 118, 74],
    ["test/eval/held-out.jsonl", 32, 11],
  ])("of %s are right at least %i times, and %i refusals", async (path, right, refused) => {
    const results = await runSet(app, readGoldenSet(path), "zh");
    const summary = summariseSet(results);
    const faults = results.filter(({ fault }) => fault !== null).map(({ id, fault }) => `${id} ${String(fault)}`);
    expect(summary.right, faults.join(", ")).toBeGreaterThanOrEqual(right);
    expect(summary.refused, faults.join(", ")).toBeGreaterThanOrEqual(refused);
  });

  it("are found: every answering passage is among the first five", async () => {
    const questions = readGoldenSet("corpus/golden.jsonl").filter(({ article }) => article !== null);
    let found = 0;
    for (const { question, article, must } of questions) {
      const passages = (await app.retriever.findPassages(question)).slice(0, 5);
      const holds = passages.some(
        ({ title, text }) =>
          title.includes(article ?? "") && must.every((group) => group.some((fact) => text.includes(fact))),
      );
      if (holds) found++;
    }
    expect(found).toBe(questions.length);
  });
});
