import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relatedWords } from "./related-words.js";

describe("relatedWords", () => {
  it.each([
    ["一共募了多少", "一共", "累计"],
    ["谁是这里的负责人", "负责人", "主任"],
    ["老人有多少", "老人", "老年人"],
  ])("finds for %s what %s may mean", (question, word, related) => {
    expect(relatedWords(question).get(word)).toContain(related);
  });

  it("never relates a word to itself, and keeps the list short", () => {
    fc.assert(
      fc.property(fc.constantFrom("钱 捐款 一共 发起 老人 孩子 卖 手册 平均 参加".split(" ")), (words) => {
        for (const [word, related] of relatedWords(words.join(",")).entries()) {
          expect(related).not.toContain(word);
          expect(new Set(related).size).toBe(related.length);
          expect(related.length).toBeLessThanOrEqual(10);
        }
      }),
    );
  });

  it("knows nothing of names", () => {
    expect(relatedWords("青龙县刘琳").size).toBe(0);
  });
});
