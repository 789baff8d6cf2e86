import { describe, expect, it } from "vitest";
import { passageOf } from "../../test/support/ranked-article.js";
import { extractAnswer } from "./extractive.js";
import { analyseQuestion } from "./question.js";

const TEA = passageOf(
  "云溪县茶园项目2019年启动。项目累计种茶3.2万亩,带动612户茶农。负责人陆一鸣表示,明年不再扩种。茶叶主要销往沿海城市。",
  { chunkId: 1, articleId: "a1", title: "云溪县茶园见成效", names: "云溪县茶园见成效 星光助学计划" },
);
const SCHOOL = passageOf("青禾县的夜校有学员260名。夜校由退休教师沈月华发起。课程包括识字、电商和记账。", {
  chunkId: 2,
  articleId: "a2",
  title: "青禾县办起夜校",
  names: "青禾县办起夜校",
});

const commonness = new Set("的了是有在年个名项目县");
const idf = (term: string) => (commonness.has(term) ? 0.2 : 2);
const extract = (question: string) => extractAnswer(analyseQuestion(question), [TEA, SCHOOL], { idf, size: 2 });

describe("extractAnswer", () => {
  it.each([
    ["茶园项目带动了多少户茶农?", "612户"],
    ["云溪县茶园项目是哪一年启动的?", "2019年"],
    ["夜校有多少名学员?", "260名"],
    ["夜校是谁发起的?", "沈月华"],
    ["夜校的课程包括哪些?", "识字、电商和记账"],
    ["星光助学计划种茶多少亩?", "3.2万亩"],
  ])("answers %s with the sentence that says so", (question, fact) => {
    expect(extract(question)?.statements[0]?.text).toContain(fact);
  });

  it.each([
    ["another year", "云溪县茶园项目2023年种茶多少亩?"],
    ["another place", "白沙县茶园项目带动了多少户茶农?"],
    ["something that is not said", "夜校的学费是多少元?"],
    ["something else altogether", "今天天气怎么样?"],
  ])("refuses a question about %s", (_, question) => {
    expect(extract(question)).toBeUndefined();
  });

  it("quotes word for word, each sentence with a number of its own", () => {
    const answer = extract("云溪县茶园项目带动了多少户茶农?");
    for (const [i, { text, citations }] of (answer?.statements ?? []).entries()) {
      const citation = answer?.citations[i];
      expect(citations).toEqual([i + 1]);
      expect(citation?.quote).toBe(text);
      expect(TEA.text.slice(citation?.start, citation?.end)).toBe(text);
    }
  });

  it("is short, whatever the question", () => {
    const answer = extract("云溪县茶园项目2019年启动,累计种茶多少亩,带动多少户茶农,负责人是谁,销往哪里?");
    expect(answer?.statements.length ?? 0).toBeLessThanOrEqual(3);
  });
});
