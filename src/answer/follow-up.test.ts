import { describe, expect, it } from "vitest";
import { readFollowUp } from "./follow-up.js";

describe("readFollowUp", () => {
  it.each([
    ["那多少户?", "ellipsis"],
    ["是谁发起的?", "ellipsis"],
    ["哪一年?", "ellipsis"],
    ["涨了多少倍?", "ellipsis"],
    ["销售额是多少?", "ellipsis"],
    ["那收购价涨了多少?", "ellipsis"],
    ["派去的特派员叫什么?", "ellipsis"],
    ["how many families?", "ellipsis"],
    ["2019年呢?", "fragment"],
    ["那青龙县呢?", "fragment"],
    ["what about 2019?", "fragment"],
    ["and 李弘?", "fragment"],
    ["同样的问题,公益宝贝呢?", "same"],
    ["還有呢?", "more"],
    ["还有别的吗?", "more"],
    ["具体呢?", "again"],
    ["詳細說說", "again"],
    ["它是哪年发起的?", "pronoun"],
    ["那她呢?", "pronoun"],
    ["這個計劃是誰發起的?", "pronoun"],
    ["那里的主要产业是什么?", "pronoun"],
    ["手册是为谁编的?", "pronoun"],
    ["who leads it?", "pronoun"],
  ])("reads %s as %s", (question, form) => expect(readFollowUp(question)?.form).toBe(form));

  it.each([
    "青龙县累计孵化了多少名电商从业者?",
    "青龙县累计孵化了多少名电商从业者呢?",
    "公益宝贝项目创立多少年了?",
    "谁是壹基金的秘书长?",
    "那世界孤独症日是哪一天?",
    "那达慕大会是什么?",
    "请问世界孤独症日是哪一天?",
    "青龙县的板栗和它的价格怎么样?",
    "板栗",
    "曹頔是谁",
    "???",
    "",
  ])("lets %s stand on its own", (question) => expect(readFollowUp(question)).toBeUndefined());
});
