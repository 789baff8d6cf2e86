/** Questions about the articles themselves: answered from what is stored of them, without a model. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openToldTowns, type ToldTowns } from "./told-towns.js";

let towns: ToldTowns;

beforeAll(async () => {
  towns = await openToldTowns();
});
afterAll(() => towns.close());

async function last(...questions: string[]) {
  const answer = (await towns.converse(...questions)).at(-1);
  if (!answer) throw new Error("nothing was asked");
  return answer;
}

describe("an article that was just quoted", () => {
  it.each([
    ["谁写的这篇报道?", /作者是周文。\[1\]/],
    ["这篇文章的作者是谁?", /作者是周文/],
    ["作者是谁?", /作者是周文/],
    ["這篇報導是誰寫的?", /作者是周文/],
    ["这篇文章什么时候发表的?", /发表于2024-03-05/],
    ["这篇报道来自哪家媒体?", /来自公益周刊/],
    ["Who wrote this article?", /written by 周文/],
    ["When was this article published?", /2024-03-05/],
    ["总结一下", /^临江镇养老食堂自2021年10月开办以来/],
    ["这篇报道讲了什么?", /^临江镇养老食堂自2021年10月开办以来/],
    ["介绍一下这个项目", /^临江镇养老食堂自2021年10月开办以来/],
  ])("%s", async (question, fact) => {
    const { kind, text, citations } = await last("临江镇食堂志愿者有多少人?", question);
    expect(kind).toBe("extractive");
    expect(text).toMatch(fact);
    expect(citations.every(({ title }) => title === "临江镇养老食堂调查")).toBe(true);
  });

  it("is talked of as before afterwards", async () => {
    const { text } = await last("临江镇食堂志愿者有多少人?", "谁写的这篇报道?", "那平均年龄呢?");
    expect(text).toContain("58岁");
  });

  it("is said to lack what it does not carry", async () => {
    const { kind, text, citations } = await last("白沙乡有多少居民?", "这篇文章什么时候发表的?");
    expect(kind).toBe("refused");
    expect(text).toContain("没有注明发表日期");
    expect(citations).toEqual([]);
  });
});

describe("an article that is named", () => {
  it.each([
    ["《商业向善》那篇报道是谁写的?", /作者是皮磊/],
    ["临江镇养老食堂调查这篇文章是什么时候发表的?", /2024-03-05/],
    ["总结一下《商业向善》报告", /^2月23日,由北京师范大学中国公益研究院主办/],
  ])("%s", async (question, fact) => {
    expect((await last(question)).text).toMatch(fact);
  });

  it("lists what somebody wrote", async () => {
    const { statements } = await last("皮磊写了哪些报道?");
    expect(statements).toHaveLength(2);
    expect(statements[0]?.text).toContain("探索推动乡村振兴");
  });

  it("knows nothing of somebody who wrote none", async () => {
    expect((await last("张三写了哪些报道?")).kind).toBe("refused");
  });
});

describe("no article", () => {
  it.each(["谁写的这篇报道?", "总结一下", "介绍一下这个项目", "Summarise this article"])(
    "%s is answered by the titles that may be meant",
    async (question) => {
      const { kind, text, citations } = await last(question);
      expect(kind).toBe("smalltalk");
      expect(text).toContain("临江镇养老食堂调查");
      expect(citations).toEqual([]);
    },
  );

  it.each(["介绍一下青龙县", "谁写了手册?", "报告是什么时候发布的?", "清华大学的研究报告讲了什么?"])(
    "%s asks what articles say",
    async (question) => {
      expect((await last(question)).text).not.toMatch(/作者是|发表于|哪一篇/);
    },
  );
});
