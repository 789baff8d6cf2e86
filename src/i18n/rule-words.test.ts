import { expect, it } from "vitest";
import { ruleWords } from "./rule-words.js";

it.each([
  [1, "问得太快了，请过 1 秒再问。", "That was a lot of questions. Please ask again in 1 second."],
  [30_001, "问得太快了，请过 31 秒再问。", "That was a lot of questions. Please ask again in 31 seconds."],
  [120_000, "问得太快了，请过 2 分钟再问。", "That was a lot of questions. Please ask again in 2 minutes."],
  [86_399_000, "问得太快了，请过 24 小时再问。", "That was a lot of questions. Please ask again in 24 hours."],
])("says how long %d ms are, rounded up", (waitMs, zh, en) => {
  expect(ruleWords("zh").tooMany(waitMs)).toBe(zh);
  expect(ruleWords("en").tooMany(waitMs)).toBe(en);
});
