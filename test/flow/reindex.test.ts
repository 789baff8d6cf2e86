/** A program that runs while another process changes the index. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { createSandbox, environmentOf, runProgram, type Sandbox } from "./program.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const QUESTION = "云溪县茶园项目带动了多少户茶农?";

let sandbox: Sandbox;
let app: App;

beforeEach(async () => {
  sandbox = createSandbox();
  app = await createApp(readConfig(environmentOf(sandbox)), silent);
  await app.ingest();
});
afterEach(async () => {
  await app.close();
  sandbox.remove();
});

it("answers from the new index without being started again, and still knows what it cited before", async () => {
  const before = await app.answerer.answer({ question: "青龙县的主要产业是什么?" });
  expect((await app.answerer.answer({ question: QUESTION })).kind).toBe("refused");

  writeFileSync(
    join(sandbox.corpusDir, "茶园.md"),
    "---\ntitle: 云溪县茶园项目\n---\n云溪县茶园项目带动了612户茶农。\n",
  );
  const { code } = await runProgram("scripts/index.js", ["--json"], environmentOf(sandbox));
  expect(code).toBe(0);

  await vi.waitFor(async () => expect((await app.answerer.answer({ question: QUESTION })).text).toContain("612户"), {
    timeout: 10_000,
    interval: 200,
  });
  const [citation] = before.citations;
  const cited = citation && app.articles.getRevision(citation.articleId, citation.revision);
  expect(citation && cited?.text.slice(citation.start, citation.end)).toBe(citation?.quote);
});
