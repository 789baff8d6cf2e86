import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShippedApp, type ShippedApp } from "../../test/flow/shipped-app.js";
import { keywordsOf } from "./keywords.js";
import { analyseQuestion } from "./question.js";

// Known facts of the shipped corpus: what a few words and what a question bring, and what is unknown.

let shipped: ShippedApp;
beforeAll(async () => {
  shipped = await openShippedApp();
});
afterAll(() => shipped.close());

const find = (query: string) => shipped.app.lookup.findKnownFacts(query);

describe("a few words", () => {
  it.each([
    ["青龙县", "339名"],
    ["青龍縣", "339名"],
    ["青龙县 电商从业者", "339名"],
    ["板栗 销售额", "500万元"],
    ["公益宝贝 2022", "5.3分"],
    ["公益宝贝 交易捐 单笔 涨", "5.3分"],
    ["冯凌", "华民慈善基金会副秘书长冯凌"],
    ["壹基金 秘书长", "李弘"],
    ["2月22日 清华大学", "2月22日"],
    ["339", "339名"],
    ["青龙县累计孵化了多少名电商从业者?", "339名"],
  ])("%s brings a sentence with %s", async (query, expected) => {
    expect((await find(query)).map(({ quote }) => quote).join("\n")).toContain(expected);
  });

  it("mark the figures of a fact, else its days, else the name", async () => {
    const marked = async (query: string) => {
      const [fact] = await find(query);
      return fact?.marks.map(({ start, end }) => fact.quote.slice(start, end));
    };
    expect(await marked("板栗 销售额")).toEqual(["339名", "500万元"]);
    expect(await marked("2月22日 清华大学")).toEqual(["2月22日"]);
    expect(await marked("冯凌")).toEqual(["冯凌"]);
    expect(await marked("青龙县累计孵化了多少名电商从业者?")).toEqual(["339名"]);
  });

  it("do not bring what is said of another person, post or year", async () => {
    for (const { quote } of await find("冯凌")) expect(quote).not.toContain("陈红涛");
    for (const { quote } of await find("壹基金 秘书长")) expect(quote).not.toContain("晓更助残基金会");
    expect(await find("公益宝贝 2015")).toEqual([]);
    expect(await find("壹基金 创始人")).toEqual([]);
  });
});

it.each([
  "埃菲尔铁塔",
  "asdfgh",
  "张美丽",
  "李红",
  "方正", // 地方正在
  "长城", // 增长城市
  "202", // 2022
  "青龙县 人口",
  "青龙县有多少人口?",
  "青龙县 电商 马斯克",
  "的",
  "",
  "🙂".repeat(64),
  "\u0000\u0000",
  "<b>",
  "%_'\"; DROP TABLE answers; --",
])("%j is unknown", async (query) => {
  expect(await find(query)).toEqual([]);
});

it("reads a name that the dictionary cuts in two as one", () => {
  const read = (query: string) => keywordsOf(analyseQuestion(query)).map(({ word }) => word);
  expect(read("张美丽")).toEqual(["张美丽"]);
  expect(read("壹基金 秘书长")).toEqual(["壹基金", "秘书长"]);
  expect(read("2022年捐赠额")).toEqual(["2022", "捐赠"]);
  expect(read("青龙县 人数")).toEqual(["青龙县"]);
});
