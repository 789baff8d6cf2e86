import { describe, expect, it } from "vitest";
import { IDF, passageOf, rankIn } from "../../test/support/ranked-article.js";
import { weighEvidence } from "./evidence.js";
import { evidenceNeeded } from "./support.js";

const ARTICLE = passageOf(
  "云溪县茶园项目2019年启动。合作社带动了近600户茶农,销售额超900万元。项目负责人陆一鸣表示,明年不再扩种。",
);
const OTHER = passageOf("青禾县的夜校有学员260名。", { articleId: "a2", chunkId: 2, score: 0.3 });

const weigh = (question: string, ...passages: [typeof ARTICLE, ...(typeof ARTICLE)[]]) => {
  const { question: asked, ranked } = rankIn(question, ...passages);
  return weighEvidence(asked, ranked, IDF, 1000);
};

describe("weighEvidence", () => {
  it.each([
    ["合作社带动了多少户茶农?", "养老院接待了多少户渔民?"],
    ["合作社的销售额是多少?", "合作社的股价是多少?"],
    ["陆一鸣明年扩种吗?", "张三丰明年扩种吗?"],
    ["合作社2019年带动了多少户茶农?", "合作社2025年带动了多少户茶农?"],
  ])("finds more for “%s” than for “%s”", (near, far) => {
    expect(weigh(near, ARTICLE, OTHER)).toBeGreaterThan(weigh(far, ARTICLE, OTHER));
  });

  it("takes a name that sounds alike for nearly the same", () => {
    const exact = weigh("陆一鸣表示了什么?", ARTICLE, OTHER);
    const typed = weigh("陆一明表示了什么?", ARTICLE, OTHER);
    const another = weigh("郑小红表示了什么?", ARTICLE, OTHER);
    expect(typed).toBeLessThan(exact);
    expect(typed).toBeGreaterThan(another);
  });

  it("finds less when another article says as much", () => {
    const twin = passageOf("合作社带动了近700户茶农,销售额超800万元。", { articleId: "a3", chunkId: 3 });
    expect(weigh("合作社带动了多少户茶农?", ARTICLE, twin)).toBeLessThan(
      weigh("合作社带动了多少户茶农?", ARTICLE, OTHER),
    );
  });

  it.each(["aaaaaaaa", "1".repeat(300), "的".repeat(300), "是什么", "🙂🙂"])("finds nothing for %s", (question) => {
    expect(weigh(question, ARTICLE)).toBeLessThan(evidenceNeeded(1));
  });

  it("finds less when several other articles came near, unless there are only a few", () => {
    const another = (id: number, score: number) =>
      passageOf("青禾县的夜校有学员260名。", { articleId: `b${id}`, chunkId: 10 + id, score });
    const evidence = (score: number, size: number) => {
      const { question, ranked } = rankIn("合作社带动了多少户茶农?", ARTICLE, another(1, 0.9), another(2, score));
      return weighEvidence(question, ranked, IDF, size);
    };
    expect(evidence(0.9, 1000)).toBeLessThan(evidence(0.2, 1000));
    expect(evidence(0.9, 30)).toBeCloseTo(evidence(0.2, 30), 6);
  });

  it("asks for more of more, up to a hundred", () => {
    expect(evidenceNeeded(100)).toBeGreaterThan(evidenceNeeded(10));
    expect(evidenceNeeded(30_000)).toBe(evidenceNeeded(100));
    expect(evidenceNeeded(0)).toBe(evidenceNeeded(1));
  });
});
