/** Claims in English: each word that says something must stand in the Chinese sentence, and a natural retelling does. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { verifyStatement } from "../../src/answer/verify.js";
import { numberOf, showPages } from "../support/shown-corpus.js";
import { isProven } from "../support/shown-texts.js";

const ARTICLES = "test/adversarial/articles";
const shown = showPages(
  "corpus/000_d37ea6d2383917c8.txt",
  ...readdirSync(ARTICLES).map((name) => `${ARTICLES}/${name}`),
);
const passes = (text: string, part: string) =>
  verifyStatement({ text, cited: [numberOf(shown, part)] }, shown, "en").passed;

describe("a claim in English that says what the sentence does not", () => {
  it.each([
    ["李弘 is a liar.", "5.8万个"],
    ["李弘 works for the secret police.", "5.8万个"],
    ["李弘 hates this project.", "5.8万个"],
    ["李弘 is the wealthy owner of a casino.", "5.8万个"],
    ["The project ruined over 40 cities and counties.", "5.8万个"],
    ["The project harmed more than 40 cities and counties.", "5.8万个"],
    ["The project covers more than 40 prisons.", "5.8万个"],
    ["The project angered 58,000 families.", "5.8万个"],
    ["58,000 wealthy families were served.", "5.8万个"],
    ["青龙县 cheated 339 practitioners.", "339名"],
    ["339 practitioners lost their homes.", "339名"],
    ["339 practitioners emigrated.", "339名"],
    ["Sales exceeded 5 million yuan, and the mayor pocketed it.", "339名"],
    ["339 e-commerce practitioners were paid.", "339名"],
    ["339 unpaid e-commerce practitioners were incubated.", "339名"],
    ["339 practitioners were incubated illegally.", "339名"],
    ["Sales tripled.", "339名"],
    ["Sales doubled to over 5 million yuan.", "339名"],
    ["The county incubated dozens of practitioners.", "339名"],
    ["Hundreds of villages left the county.", "200个"],
    ["27 rural commissioners were dispatched to 25 rich counties.", "27名乡村特派员"],
    ["27 foreign commissioners were dispatched to 25 counties.", "27名乡村特派员"],
    ["186 canteens were flooded.", "一百八十六家"],
    ["186 private canteens had been built.", "一百八十六家"],
    ["4,217 soldiers were evacuated.", "4,217人"],
    ["The rescue team evacuated 4,217 people by helicopter.", "4,217人"],
    ["1,268 rural teachers attended the camp in secret.", "1,268名"],
    ["The number of schools doubled.", "五百二十所"],
    ["李弘 stole the money of 壹基金.", "5.8万个"],
    ["58,000 families complained about the project.", "5.8万个"],
    ["The army dispatched 27 rural commissioners.", "27名乡村特派员"],
    ["青龙县 exported chestnuts worth over 5 million yuan.", "339名"],
    ["186 canteens sell alcohol.", "一百八十六家"],
    ["4,217 people were transferred to prison.", "4,217人"],
    ["The foundation wasted 23.5 million yuan.", "2,350万元"],
    ["The interest rate was illegally lowered from 10.8% to 8.6%.", "10.8%"],
    ["冯凌 is the secretary-general of 华民慈善基金会.", "副秘书长冯凌"],
    ["陈红涛 is the deputy secretary-general of 中国乡村发展基金会.", "陈红涛"],
    ["The symposium was held in Shanghai on February 22.", "2月22日"],
    ["Merchants grew tenfold and consumers halved.", "233万家"],
  ])("is not shown: %s {%s}", (claim, part) => {
    expect(passes(claim, part)).toBe(false);
  });

  it.each([
    ["医院 funded 基金会.", "基金会资助医院购买呼吸机。"],
    ["The foundation 华民基金会 was sued by the company 蓝天公司.", "华民基金会起诉了蓝天公司。"],
    ["The company 蓝天公司 sued the foundation 华民基金会.", "华民基金会起诉了蓝天公司。"],
    ["白沙县 donated 20 vehicles to 青河县.", "青河县向白沙县捐赠了20辆汽车。"],
  ])("does not exchange who did it and to whom: %s", (claim, sentence) => {
    expect(isProven(claim, sentence, "en")).toBe(false);
  });

  it.each([
    ["The 基金会 funded the 医院.", "基金会资助医院购买呼吸机。"],
    ["The company 蓝天公司 was sued by the foundation 华民基金会.", "华民基金会起诉了蓝天公司。"],
    ["青河县 donated 20 vehicles to 白沙县.", "青河县向白沙县捐赠了20辆汽车。"],
    ["Sales tripled in 青河县.", "青河县的销售额增长了两倍。"],
    ["Sales in 青河县 doubled.", "青河县的销售额翻了一番。"],
    ["Half of the villages in 青河县 are covered.", "青河县一半的村得到覆盖。"],
  ])("but tells them as they are: %s", (claim, sentence) => {
    expect(isProven(claim, sentence, "en")).toBe(true);
  });
});

/** True, as people put it. */
const TRUE_IN_ENGLISH: readonly (readonly [claim: string, part: string])[] = [
  ["Ali has sent 27 rural commissioners to 25 less-developed counties in 13 provinces.", "27名乡村特派员"],
  ["Alibaba has dispatched a total of 27 rural commissioners to 25 underdeveloped counties.", "27名乡村特派员"],
  ["27 rural commissioners have been stationed in 25 counties across 13 provinces.", "27名乡村特派员"],
  ["The project covers more than 40 cities and counties and has served 58,000 families.", "5.8万个"],
  ["It has benefited 66,000 family caregivers.", "5.8万个"],
  ["The project was jointly launched by 壹基金 and 水滴公益 in 2019.", "5.8万个"],
  ["According to 李弘, the project covers over 40 cities and counties.", "5.8万个"],
  ["A total of 339 e-commerce practitioners have been incubated, with sales exceeding 5 million yuan.", "339名"],
  ["More than 200 village-level logistics outlets were built across the county.", "200个"],
  ["By December 2022, the plan had raised more than 10 million yuan in total.", "1000万元"],
  ["Over the past 17 years, 8 million merchants have donated billions of yuan.", "7亿消费者"],
  ["About 50 million people at home and abroad have benefited.", "7亿消费者"],
  [
    "The number of merchants grew from 240,000 in 2012 to an average of 2.33 million in the past five years.",
    "233万家",
  ],
  ["Four regional hubs and 21 city resource centers have been set up nationwide.", "区域枢纽"],
  ["There are 29 family liaison stations in underdeveloped areas.", "区域枢纽"],
  ["The average donation per transaction rose from 4.5 fen in 2019 to 5.3 fen in 2022.", "5.3分"],
  ["The symposium was held in Beijing on February 22.", "2月22日"],
  ["冯凌 is the deputy secretary-general of 华民慈善基金会.", "冯凌"],
  ["李弘 is the secretary-general of 壹基金.", "壹基金秘书长李弘"],
  ["The two-year research initiative was jointly launched by 清华大学 and 阿里巴巴公益.", "为期两年"],
  ["By April 2024, the county had built 186 canteens for the elderly.", "一百八十六家"],
  ["The canteens provide about 11,000 meals a day.", "1.1万份"],
  ["The foundation has invested 23.5 million yuan over three years.", "2,350万元"],
  ["14.8 million yuan was used for kitchen renovation.", "2,350万元"],
  ["Elderly people pay 8 yuan for each meal.", "自付8元"],
  ["The rescue team transferred 4,217 people, including 602 children and 1,105 elderly people.", "4,217人"],
  ["The flood affected 126,000 people and destroyed 483 houses.", "483间"],
  ["A total of 1,268 rural teachers from 71 counties attended the training camp.", "1,268名"],
  ["The project has trained more than 7,300 teachers over six years.", "7,300多人次"],
  ["The number of partner schools increased from 48 to 520.", "五百二十所"],
  ["The reading pass rate rose from 31% in 2018 to 58% in 2022.", "三千四百名学生"],
  ["The second primary school of 河源县 has 136 students and only 11 teachers.", "学生136人"],
  ["412 children received cochlear implants in 2022.", "412名"],
  ["The annual interest rate was lowered from 10.8% in 2019 to 8.6% in 2023.", "10.8%"],
  ["陈红涛 is the secretary-general of 中国乡村发展基金会.", "陈红涛"],
  ["Loans totalling 3.62 billion yuan have been issued to 153,000 rural women.", "36.2亿元"],
  ["Donations of 64.2 million yuan have been received.", "六千四百二十万元"],
  ["罗长庚 said the association has nearly 900 registered volunteers.", "近900人"],
  ["桃江坪县 plans to rebuild 310 houses, and construction has begun on 96.", "310户"],
  ["The rescue team has 64 members, of whom only 9 are full-time.", "队员64人"],
];

/** Share of them that may be left out. */
const MAX_DROPPED = 0.05;

describe("a true claim in English", () => {
  it("mostly passes", () => {
    const dropped = TRUE_IN_ENGLISH.filter(([claim, part]) => !passes(claim, part));
    expect(dropped.length / TRUE_IN_ENGLISH.length, dropped.join("\n")).toBeLessThanOrEqual(MAX_DROPPED);
  });
});
