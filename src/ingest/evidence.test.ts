import { describe, expect, it } from "vitest";
import { fitsTogether, isNoItem, isWordBroken, opennessOf, unclosedOf } from "./evidence.js";

describe("opennessOf", () => {
  it.each([
    ["食堂开张了。", "none"],
    ["他说:“好。”", "none"],
    ["食堂很热闹。(完)", "none"],
    ["条件如下:", "none"],
    ["食堂很热闹。张三 摄", "none"],
    ["It opened in 2023.", "none"],
    ["食堂开张了。\u200b", "none"],
    ["孩子们在练习合唱", "none"],
    ["社区食堂开张了", "none"],
    ["食堂开张,老人吃上热饭", "none"],
    ["梁志图介绍,面对“如何将", "sure"],
    ["课程分为三部分,", "sure"],
    ["会上发布了《企业", "sure"],
    ["大家正在讨论的", "sure"],
    ["会议围绕议题展开研讨,并发布了", "sure"],
    ["她记得每一笔捐款,最小的来自一位", "sure"],
    ["食堂很热闹。志愿者忙着", "likely"],
    ["近日,山城县", "likely"],
    ["食堂由县里和镇里共同出资,每天供应午餐,下一步将推广", "likely"],
  ])("finds %j open: %s", (text, openness) => {
    expect(opennessOf(text)).toBe(openness);
  });
});

describe("fitsTogether", () => {
  it.each([
    ["主要产业,产", "量大但知名度低", true],
    ["主要產業,產", "量大但知名度低", true],
    ["还孵化了当地", "致富带头人", false],
    ["受益者超过230", "个", true],
    ["成立于2019", "孩子们很高兴", false],
    ["这句话没有说完。”", "”他说", false],
    ["“这句话没有说完。", "”他说", true],
    ["“第一段。", "“第二段。”", false],
    ["the quick", "brown fox", true],
    ["The quick.", "Brown fox", false],
    ["", "", false],
  ])("%j and %j: %s", (before, after, expected) => {
    expect(fitsTogether(before, after)).toBe(expected);
  });
});

describe("isWordBroken", () => {
  it.each([
    ["商业的手法、科", "技的力量", true],
    ["也在不遗", "余力地参与", true],
    ["乡村振兴研究合作", "据了解,在", false],
    ["食堂。", "量大", false],
    ["食堂", "“量大", false],
  ])("%j | %j: %s", (before, after, expected) => {
    expect(isWordBroken(before, after)).toBe(expected);
  });
});

describe("unclosedOf", () => {
  it.each([
    ["“一《二》三", ["“"]],
    ["(一（二)三)", []],
    ["一)二》", []],
    ["“一(二”三", []],
    ["《一“二", ["《", "“"]],
  ])("leaves open in %j: %j", (text, open) => {
    expect(unclosedOf(text)).toEqual(open);
  });
});

describe("isNoItem", () => {
  it("knows a closing bracket and a name's dot from the mark of a list item", () => {
    expect(isNoItem("富含蛋白(CRIP", "1)在组织中")).toBe(true);
    expect(isNoItem("名单如下", "1)在组织中")).toBe(false);
    expect(isNoItem("会长阿里", "·马哈曼说")).toBe(true);
    expect(isNoItem("·社区食堂", "·图书室")).toBe(false);
  });
});
