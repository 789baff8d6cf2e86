import { describe, expect, it } from "vitest";
import { createAliases, NO_ALIASES } from "./aliases.js";

const aliases = createAliases([
  ["北京市晓更助残基金会", "晓更助残基金会", "晓更"],
  ["孤獨症", "自闭症"],
  ["AI", "人工智能"],
  ["C++(课程)", "程序课"],
]);

describe("createAliases", () => {
  it("knows the other names of a name, however they are written", () => {
    expect(aliases.sameAs("晓更")).toEqual(["北京市晓更助残基金会", "晓更助残基金会"]);
    expect(aliases.sameAs("自闭症")).toEqual(["孤独症"]);
    expect(aliases.sameAs("壹基金")).toEqual([]);
  });

  it("finds the longest name at a place, and Latin ones as whole words", () => {
    expect(aliases.find("晓更助残基金会和晓更说")).toEqual(["晓更助残基金会", "晓更"]);
    expect(aliases.find("he said ai,c++(课程)")).toEqual(["ai", "c++(课程)"]);
  });

  it.each([
    ["世界孤独症日", ["自闭症"], "世界自闭症日"],
    ["北京市晓更助残基金会的晓更家园", ["晓更"], "晓更的晓更家园"],
    ["晓更在北京市晓更助残基金会", ["北京市晓更助残基金会"], "北京市晓更助残基金会在北京市晓更助残基金会"],
    ["自闭症和孤独症", ["自闭症", "孤独症"], "自闭症和孤独症"],
    ["晓更和孤独症", [], "晓更和孤独症"],
  ])("tells %s in the words %j as %s", (text, found, told) => {
    expect(aliases.inWordsOf(found, text)).toBe(told);
  });

  it("leaves all as it is without names", () => {
    expect(NO_ALIASES.find("晓更")).toEqual([]);
    expect(NO_ALIASES.inWordsOf(["晓更"], "晓更")).toBe("晓更");
  });
});
