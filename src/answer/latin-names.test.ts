import { describe, expect, it } from "vitest";
import { findLatinNames, namesAllLatin } from "./latin-names.js";

describe("findLatinNames", () => {
  it.each([
    ["What is the population of Yunnan?", ["yunnan"]],
    ["How many people did Alibaba train in Qinglong County?", ["alibaba", "qinglong"]],
    ["Who is the Secretary of the Foundation?", []],
    ["Thanks. Where is it?", []],
    ["青龙县有多少人?", []],
  ])("%s", (text, names) => expect(findLatinNames(text)).toEqual(names));
});

it("hears a name in the characters of an article, at whole syllables", () => {
  expect(namesAllLatin(["qinglong", "alibaba"], "以河北省青龙县为例,阿里巴巴孵化了")).toBe(true);
  expect(namesAllLatin(["tsinghua"], "清华大学发布报告")).toBe(true);
  expect(namesAllLatin(["yunnan"], "以河北省青龙县为例")).toBe(false);
  expect(namesAllLatin(["ali"], "提到hali的时候")).toBe(true);
  expect(namesAllLatin(["an"], "安县")).toBe(true);
  expect(namesAllLatin(["in"], "阴")).toBe(false);
});
