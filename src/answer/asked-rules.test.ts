/** What is asked, and of whom: which sentence of an article answers, and when none does. */
import { describe, expect, it } from "vitest";
import { passageOf } from "../../test/support/ranked-article.js";
import { extractAnswer } from "./extractive.js";
import { analyseQuestion } from "./question.js";

const commonness = new Set("的了是有在年个名项目县");
const idf = (term: string) => (commonness.has(term) ? 0.2 : 2);
const quote = (question: string, text: string, names = "") =>
  extractAnswer(analyseQuestion(question), [passageOf(text, { names })], { idf, size: 1 })?.statements.map(
    (statement) => statement.text,
  );

describe("refuses", () => {
  it.each([
    ["the price of something else", "青禾县的苹果收购价涨了多少?", "青禾县茶叶的收购价比上年高出1倍。"],
    ["what is abbreviated and not told", "青禾县的GDP是多少?", "青禾县茶叶的收购价比上年高出1倍,达到30元。"],
    [
      "the event of an organisation that only attended",
      "北京大学的研讨会是哪天举办的?",
      "3月5日,清华大学“乡村夜校”研讨会举办,来自北京大学、农业大学的学者出席研讨会。",
    ],
    ["another deed", "云杉公司在青禾县投资了多少钱?", "云杉公司协助青禾县修路,茶叶卖了500万元。"],
    ["whoever is not named", "京东在青禾县建了多少个物流网点?", "在云杉公司的协助下,青禾县建了200个物流网点。"],
    ["pages, for which no figure stands", "茶园手册有多少页?", "茶园手册发布,共有12名专家参与,印了2000册。"],
    ["what did not happen", "云杉公司为什么停止了茶园项目?", "因为茶叶好卖,云杉公司把茶园项目办到了12个县。"],
    ["when somebody took up a post", "陆一鸣什么时候当上理事长的?", "3月5日,云杉公司理事长陆一鸣出席研讨会。"],
    ["the post in another organisation", "陆一鸣担任星光基金会的什么职务?", "云杉基金会理事长陆一鸣出席研讨会。"],
  ])("%s", (_, question, text) => {
    expect(quote(question, text)).toBeUndefined();
  });
});

describe("chooses", () => {
  it.each([
    [
      "what a person says",
      "孙丽觉得茶园手册好在哪儿?",
      ["茶园手册在县里发布,孙丽出席。", "负责人孙丽表示,茶园手册补充了课本的空缺。"],
    ],
    [
      "whom something is for",
      "读书行动是给哪些人办的?",
      ["负责人陆一鸣介绍了读书行动。", "读书行动帮助留守儿童和老人读书。"],
    ],
    [
      "who did it",
      "茶园研讨会上谁做了总结?",
      ["陆一鸣在茶园研讨会上做了报告。", "院长王建国在会议总结时表示,茶好卖。"],
    ],
    [
      "when it began",
      "云杉和星光什么时候开始做夜校计划的?",
      ["陆一鸣表示,今年是云杉和星光做夜校计划的第四年。", "自2019年云杉与星光发起夜校计划至今,办了40期。"],
    ],
    [
      "the name of a report",
      "云杉研究中心新出的报告叫什么名字?",
      ["云杉研究中心新出的新茶有名。", "会上发布了研究中心的报告《茶叶如何出山》。"],
    ],
    ["what it is in a year", "商家一年大概捐多少?", ["商家一单大概捐5分。", "单个商家每年平均捐赠100元。"]],
    [
      "where, when another place is suspected",
      "茶园研讨会是在上海举办的吗?",
      ["茶园研讨会由云杉公司支持。", "茶园研讨会在北京举办。"],
    ],
    [
      "both figures of a comparison",
      "茶农和学员哪个更多?",
      ["茶农和学员都来了,茶农更高兴。", "项目带动茶农612户、学员260名。"],
    ],
    ["a deed by another word", "茶叶订单是什么时候开始变少的?", ["茶叶好卖。", "2019年以来茶叶订单有所下降。"]],
    ["a count by its measure word", "茶叶订单的笔数是多少?", ["茶叶订单好。", "茶叶订单有83亿笔。"]],
    ["what sounds like it", "公意宝贝17年来让多少人次收益?", ["公益宝贝好。", "公益宝贝17年来让5000万人次受益。"]],
  ])("%s", (_, question, [other = "", answer = ""]) => {
    expect(quote(question, `${other}${answer}`)?.[0]).toBe(answer);
  });

  it("all parts of what is said in parts that are governed alike", () => {
    const much = "请农技站的专家每个月到田间地头讲课并且把教材印发到每家每户手里".repeat(2);
    const parts = [`茶园启示其他企业要引技术,${much};`, `要育人才,${much};`, `要通物流,${much}。`];
    expect(quote("茶园启示其他企业做哪些事?", `${parts.join("")}茶园2019年启动。`)).toEqual(parts);
  });
});

describe("reads", () => {
  it.each([
    ["多少家庭得到了服务?", "家庭得到了服务"],
    ["覆盖了多少项目?", "项目"],
    ["孵化了多少家企业?", "企业"],
  ])("what %s counts", (question, counted) => {
    expect(analyseQuestion(question).counted).toBe(counted);
  });

  it("no place in what somebody looks at", () => {
    expect(quote("孙丽怎么看乡村夜校制度?", "负责人孙丽表示,夜校制度很好,村民喜欢。", "乡村夜校")).toHaveLength(1);
  });
});
