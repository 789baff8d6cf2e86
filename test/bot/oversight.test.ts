import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readGoldenSet } from "../../src/eval/golden.js";
import { feedbackWords } from "../../src/i18n/feedback-words.js";
import { gapWords } from "../../src/i18n/gap-words.js";
import { regressionWords } from "../../src/i18n/regression-words.js";
import { environmentOf, runProgram } from "../flow/program.js";
import { closeSurroundings, openSurroundings, until } from "./program.js";

// The whole program over the shipped articles: a gap is found, closed by an article, told, kept as a test, and tested.

afterAll(closeSurroundings);

const OWNER = 1001;
const ANN = 1002;
const QUESTION = "云溪县累计种茶多少亩?";

it("a question that could not be answered is, once there is an article, and stays so", async () => {
  const { telegram, dataDir, start } = await openSurroundings();
  const corpus = join(dataDir, "corpus");
  cpSync("corpus", corpus, { recursive: true });
  await start({ CORPUS_DIR: corpus, ADMIN_IDS: `${OWNER}` });
  telegram.say(QUESTION, { userId: ANN });
  const refusal = await telegram.waitForMessage(ANN, ({ reply_markup }) => reply_markup !== undefined);
  await telegram.press(refusal, feedbackWords("zh").tellMe).answer();
  telegram.say("/gaps", { userId: OWNER });
  await telegram.waitForMessage(OWNER, ({ text }) => text.startsWith(QUESTION) && text.includes("等着答案的：1 人"));

  const tea = "2018年,云溪县累计种茶3.2万亩。";
  writeFileSync(join(corpus, "tea.md"), `---\ntitle: 云溪县种茶记\nauthor: 陆一鸣\n---\n${tea}\n`);
  const indexed = await runProgram("scripts/index.js", [], environmentOf({ dataDir, corpusDir: corpus, remove() {} }));
  expect(indexed.code).toBe(0);
  telegram.say("/reindex", { userId: OWNER });
  const lead = gapWords("zh").answerIsThere(QUESTION);
  const told = await telegram.waitForMessage(ANN, ({ text }) => text.startsWith(lead));
  expect(told.text).toContain(`${tea}[1]`);
  telegram.say("/gaps", { userId: OWNER });
  await telegram.waitForMessage(OWNER, ({ text }) => text === gapWords("zh").none);

  telegram.say(QUESTION, { userId: OWNER });
  const answer = await telegram.waitForMessage(OWNER, ({ text }) => text.includes("[1] 《云溪县种茶记》"));
  telegram.press(answer, regressionWords("zh").keep);
  await telegram.waitForMessage(OWNER, ({ text }) => text.includes("必须出现：3.2万亩"));
  const kept = readGoldenSet(join(corpus, "golden.jsonl"));
  expect(kept.at(-1)).toMatchObject({ id: "k001", question: QUESTION, article: "云溪县种茶记" });
  expect(readFileSync(join(corpus, "golden.jsonl"), "utf8")).toContain(readFileSync("corpus/golden.jsonl", "utf8"));

  telegram.say("/eval", { userId: OWNER });
  const report = regressionWords("zh").finished({ answerable: 37, right: 37, refusable: 6, refused: 6, failures: [] });
  await until(() => telegram.botMessagesIn(OWNER).some(({ text }) => text === report), report, 20_000);
});
