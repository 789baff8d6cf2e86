import { expect, it } from "vitest";
import { statesAskedAttributes } from "./attributes.js";

it.each([
  ["青龙县有多少人口?", "青龙县的主要产业是板栗。", false],
  ["青龙县有多少人口?", "青龙县常住居民56万。", true],
  ["基金会的电话是多少?", "基金会秘书长表示,项目覆盖40个市县。", false],
  ["基金会的电话是多少?", "咨询请拨打010-12345678。", true],
  ["谁创立了公司?", "公司合伙人出席并致辞。", false],
  ["what is the 人口 of 青龙县", "青龙县的主要产业是板栗。", false],
  ["覆盖了多少个市县?", "项目覆盖40个市县。", true],
])("%s of “%s”: %s", (question, text, expected) => {
  expect(statesAskedAttributes(question, text)).toBe(expected);
});
