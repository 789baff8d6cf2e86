import { describe, expect, it } from "vitest";
import { answerWords } from "../i18n/answer-words.js";
import { isWordless, replyToSmallTalk } from "./smalltalk.js";

describe("replyToSmallTalk", () => {
  it.each([
    ["你好", "greeting"],
    ["您好!", "greeting"],
    ["Hello there", "greeting"],
    ["谢谢你!", "thanks"],
    ["非常感谢", "thanks"],
    ["謝謝", "thanks"],
    ["Thank you so much", "thanks"],
    ["再见", "farewell"],
    ["你是谁?", "introduction"],
    ["who are you?", "introduction"],
    ["你能做什么", "introduction"],
    ["你真笨!", "complaint"],
    ["垃圾机器人", "complaint"],
    ["you are useless", "complaint"],
  ] as const)("knows %s", (message, reply) => {
    expect(replyToSmallTalk(message, "zh")).toBe(answerWords("zh")[reply]);
  });

  it.each([
    "你好,青龙县有多少人?",
    "李弘是谁?",
    "谢谢壹基金的是谁",
    "help me find the sales figure",
    "垃圾分类项目覆盖多少户?",
    "天气灾害救助了多少人?",
    "骗子骗了多少钱?",
  ])("leaves %s to retrieval", (message) => {
    expect(replyToSmallTalk(message, "zh")).toBeUndefined();
  });
});

describe("isWordless", () => {
  it.each([
    ["", true],
    ["?!。", true],
    ["😀👍🏽", true],
    ["339", false],
    ["谁", false],
  ])("says %j: %s", (message, wordless) => {
    expect(isWordless(message)).toBe(wordless);
  });
});
