import { describe, expect, it } from "vitest";
import type { Citation, Passage, StoredChunk, Turn } from "../core/types.js";
import { foldText } from "../text/normalize.js";
import { type Condensed, standingAlone } from "./condense-by-rules.js";
import { recallPassages } from "./recall-passages.js";

function passage(chunkId: number, articleId: string, score: number, text = `第${chunkId}句。`): Passage {
  const sentence = {
    ordinal: 0,
    start: chunkId * 10,
    end: chunkId * 10 + 4,
    kind: "body" as const,
    paragraph: 0,
    text,
  };
  const names = articleId;
  return {
    chunkId,
    articleId,
    revision: 1,
    source: "",
    title: "",
    names,
    eventDates: [],
    text,
    sentences: [sentence],
    score,
  };
}

/** A store of one article, `a`, of ten chunks. */
const articles = {
  listChunksOf: (articleId: string): StoredChunk[] =>
    Array.from({ length: articleId === "a" ? 10 : 0 }, (_, id) => ({
      id,
      articleId,
      revision: 1,
      firstSentence: 0,
      lastSentence: 0,
      start: id * 10,
      end: id * 10 + 4,
      hash: "",
    })),
  getPassages: (ids: readonly number[]) => ids.map((id) => passage(id, "a", 0)),
};

function leaningOn(chunkId: number, changes: Partial<Condensed & { revision: number }> = {}): Condensed {
  const { revision = 1, ...others } = changes;
  const place = { start: chunkId * 10, end: chunkId * 10 + 4 };
  const citation: Citation = { n: 1, articleId: "a", revision, title: "", source: "", quote: "", ...place };
  const turn: Turn = { question: "", standalone: "", answer: "", kind: "extractive", citations: [citation], at: 0 };
  return { ...standingAlone("问?"), leansOn: [turn], ...others };
}

const found = [passage(90, "b", 0.95), passage(3, "a", 0.84)];

describe("recallPassages", () => {
  it("leaves what was found for a question of its own as it is", () => {
    expect(recallPassages(articles, standingAlone("问?"), found, foldText)).toEqual(found);
  });

  it("adds the chunks nearest to what was quoted, each once", () => {
    const ids = recallPassages(articles, leaningOn(5), found, foldText).map(({ chunkId }) => chunkId);
    expect(ids.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 90]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("prefers the article a little: what was found of it goes before, what was only recalled stays behind", () => {
    const recalled = recallPassages(articles, leaningOn(5), found, foldText);
    expect(recalled.slice(0, 2).map(({ chunkId }) => chunkId)).toEqual([3, 90]);
    expect(recalled.every(({ score }) => score <= 1)).toBe(true);
  });

  it("does not recall from a revision that is no longer the current one", () => {
    expect(recallPassages(articles, leaningOn(5, { revision: 2 }), found, foldText)).toHaveLength(2);
  });

  it("leaves out what was quoted already when more is asked for", () => {
    const sentences = recallPassages(articles, leaningOn(5, { asksForMore: true }), found, foldText).flatMap(
      (one) => one.sentences,
    );
    expect(sentences.map(({ start }) => start)).not.toContain(50);
    expect(sentences.map(({ start }) => start)).toContain(40);
  });

  it.each([
    ["女性", "云溪县有300名茶农。", 0],
    ["世界读书日", "世界孤独症日是4月2日,帮助孩子就学。", 0],
    ["世界孤独症日", "世界孤独症日是4月2日。", 1],
    ["受益人次", "5000万人次受益。", 1],
    ["去年", "今年有300名茶农。", 0],
    ["近五年平均", "近五年平均233万家。", 1],
    ["", "云溪县有300名茶农。", 1],
  ])("keeps nothing for %s from %s unless it is named there", (exchanged, text, kept) => {
    const passages = [passage(90, "b", 1, text)];
    expect(recallPassages(articles, { ...standingAlone("问?"), exchanged }, passages, foldText)).toHaveLength(kept);
  });
});
