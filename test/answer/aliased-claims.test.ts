/** Claims that use the names of the shipped file of aliases: as true and as false as with the article's own names. */
import { describe, expect, it } from "vitest";
import { verifyStatement } from "../../src/answer/verify.js";
import { openAliasesFile } from "../../src/store/aliases-file.js";
import { numberOf, showPages } from "../support/shown-corpus.js";

const shown = showPages("corpus/000_d37ea6d2383917c8.txt");
const aliases = openAliasesFile("corpus/aliases.yaml", { debug() {}, info() {}, warn() {}, error() {} }).current();
const passes = (text: string, part: string) =>
  verifyStatement({ text, cited: [numberOf(shown, part)] }, shown, "zh", { aliases }).passed;

describe("with the shipped aliases", () => {
  it.each([
    ["4月2日是世界自闭症日。", "4月2日"],
    ["深圳壹基金公益基金会将连续第十二年开展“蓝色行动”,共同助力自闭症群体。", "4月2日"],
    ["北师大中国公益研究院理事长王振耀在会议总结时作了表示。", "王振耀"],
    ["研讨会由北师大中国公益研究院主办,阿里公益支持。", "2月23日"],
    ["发布会由壹基金、水滴公益、晓更和深圳国际公益学院联合主办。", "水滴公益、北京市晓更"],
    ["晓更常务副秘书长梁志图介绍了项目的价值和成效。", "手册开发的背景"],
    ["深圳壹基金公益基金会与水滴公益联合发起了“心智障碍者家庭支持计划”。", "5.8万"],
  ])("%s passes", (claim, part) => {
    expect(passes(claim, part)).toBe(true);
  });

  it.each([
    ["4月3日是世界自闭症日。", "4月2日"],
    ["自2019年晓更与水滴公益联合发起“心智障碍者家庭支持计划”至今,项目覆盖超40个市县。", "5.8万"],
    ["北师大第六医院主任医师贾美香做了主题分享。", "贾美香"],
    ["晓更秘书长李弘出席并致辞。", "郭南洋,壹基金"],
    ["研讨会由北师大中国公益研究院主办,壹基金支持。", "2月23日"],
    ["晓更将连续第十二年开展“蓝色行动”公众倡导活动。", "4月2日"],
    ["壹基金常务副秘书长梁志图介绍了项目的价值和成效。", "手册开发的背景"],
    ["自闭症儿童达5.8万个。", "5.8万"],
  ])("%s does not", (claim, part) => {
    expect(passes(claim, part)).toBe(false);
  });
});
