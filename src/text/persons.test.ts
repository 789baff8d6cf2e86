import { describe, expect, it } from "vitest";
import { findPersons } from "./persons.js";

const told = (text: string, known: string[] = []) =>
  findPersons(text, new Set(known)).map(({ name, role }) => [name, role]);

describe("findPersons", () => {
  it.each([
    ["华民慈善基金会副秘书长冯凌从平台经济", [["冯凌", "华民慈善基金会副秘书长"]]],
    [
      "水滴公司合伙人、副总裁郭南洋,壹基金秘书长李弘出席",
      [
        ["郭南洋", "水滴公司合伙人、副总裁"],
        ["李弘", "壹基金秘书长"],
      ],
    ],
    ["冯凌是华民慈善基金会副秘书长。", [["冯凌", "华民慈善基金会副秘书长"]]],
    ["中国乡村发展基金会秘书长是陈红涛。", [["陈红涛", "中国乡村发展基金会秘书长"]]],
    ["民政局局长方维国介绍", [["方维国", "民政局局长"]]],
    ["协会会长罗长庚和教师", [["罗长庚", "协会会长"]]],
    ["项目从去年开始,时代表示欢迎", []],
    ["", []],
  ])("reads %s", (text, persons) => {
    expect(told(text)).toEqual(persons);
  });

  it("finds a known name wherever it stands", () => {
    expect(told("奖项颁给了刘琳", ["刘琳"])).toEqual([["刘琳", ""]]);
  });
});
