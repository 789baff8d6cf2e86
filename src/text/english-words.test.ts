import { expect, it } from "vitest";
import { translateWords } from "./english-words.js";

it.each([
  ["how many families in 青龙县?", "how many 家庭 in 青龙县?"],
  ["who is the secretary-general of 壹基金", "who is the 秘书长 of 壹基金"],
  ["what is 3小时 culture", "what is 3小时 文化"],
  ["青龙县有多少人口?", "青龙县有多少人口?"],
  ["unknownword", "unknownword"],
])("reads %s as %s", (text, expected) => {
  expect(translateWords(text)).toBe(expected);
});
