import { describe, expect, it } from "vitest";
import { findPersonNames, findSubjectPerson } from "./person-names.js";

describe("findPersonNames", () => {
  it.each([
    ["乡村特派员刘琳到来后,推动产业升级", ["刘琳"]],
    ["副秘书长冯凌从平台经济的角度进行了点评", ["冯凌"]],
    ["理事长王振耀在会议总结时表示", ["王振耀"]],
    ["副总裁郭南洋,壹基金秘书长李弘,合作发展负责人曹頔出席并致辞", ["郭南洋", "李弘", "曹頔"]],
    ["板栗是当地农户的主要产业", []],
    ["", []],
  ])("finds whole names in %s", (text, names) => expect(findPersonNames(text)).toEqual(names));
});

describe("findSubjectPerson", () => {
  it.each([
    ["冯凌是谁?", "冯凌"],
    ["郭南洋在哪家公司任职?", "郭南洋"],
    ["李弘", "李弘"],
    ["女性", undefined],
    ["安徽在哪里?", undefined],
    ["金额是多少?", undefined],
    ["公益宝贝是什么?", undefined],
    ["", undefined],
  ])("reads whom %s begins with", (text, name) => expect(findSubjectPerson(text)).toBe(name));
});
