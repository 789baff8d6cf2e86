/**
 * Questions that share no pair of characters with the sentence that answers them, among articles about other things: what
 * single characters and related words find. The bound is what is reached.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../../src/app.js";
import { readGoldenSet } from "../../src/eval/golden.js";
import { createSyntheticArticles } from "../../src/eval/synthetic.js";
import { readArticles } from "../../src/ingest/read-file.js";
import { openShippedApp } from "../flow/shipped-app.js";

const PAGE = "000_d37ea6d2383917c8.txt";
const OTHERS = 100;
const MIN_FOUND = 58;

let app: App;
let close: () => Promise<void>;

beforeAll(async () => {
  const others = createSyntheticArticles(OTHERS, 7).map(({ title, text }, i) => ({
    source: `${i}.md`,
    ...readArticles(Buffer.from(`# ${title}\n\n${text}`), `${i}.md`),
  }));
  const page = { source: PAGE, ...readArticles(readFileSync(`corpus/${PAGE}`), PAGE) };
  const changed = [page, ...others];
  const files = changed.map(({ source }) => ({ source, hash: source }));
  ({ app, close } = await openShippedApp(async () => ({ changed, kept: new Set(), files, problems: [] })));
});
afterAll(() => close());

it("finds the article of a question in other words among the first five passages", async () => {
  const questions = readGoldenSet("test/eval/paraphrased.jsonl");
  const missed: string[] = [];
  for (const { question, article } of questions) {
    const passages = (await app.retriever.findPassages(question)).slice(0, 5);
    if (!passages.some(({ title }) => article !== null && title.includes(article))) missed.push(question);
  }
  expect(questions.length - missed.length, missed.join("\n")).toBeGreaterThanOrEqual(MIN_FOUND);
});
