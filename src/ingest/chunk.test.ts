import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Chunk } from "../core/types.js";
import {
  CHUNK_MAX_CHARS,
  CHUNK_MIN_CHARS,
  CHUNK_SHORT_CHARS,
  CHUNK_STRETCHED_CHARS,
  OVERLAP_MAX_CHARS,
  splitIntoChunks,
  textToEmbed,
} from "./chunk.js";
import { createDraft } from "./draft.js";
import type { ChunkLayout } from "./kept-chunks.js";

/** An article of these paragraphs, each a list of sentences. */
const articleOf = (paragraphs: readonly (readonly string[])[]) => ({
  ...createDraft(
    { source: "a.txt", ordinal: 0, title: "标题" },
    paragraphs.map((sentences) => ({ text: sentences.join(""), kind: "body" as const })),
  ),
  id: "id",
  revision: 1,
});
type Cut = ReturnType<typeof articleOf>;
const wordsOf = ({ text, sentences }: Cut) => sentences.map(({ start, end }) => text.slice(start, end));
const layoutOf = (article: Cut, chunks: readonly Chunk[]): ChunkLayout => ({
  sentences: wordsOf(article),
  chunks: chunks.map(({ firstSentence, lastSentence }) => ({ first: firstSentence, last: lastSentence })),
});
/** A sentence of a given length that is like no other. */
const sentence = (mark: number | string, length: number) => `句${mark}`.padEnd(length - 1, "字") + "。";
const paragraphsOf = (lengths: readonly (readonly number[])[]) =>
  lengths.map((paragraph, p) => paragraph.map((length, s) => sentence(`${p}-${s}-`, length)));
const shape = fc.array(fc.array(fc.integer({ min: 10, max: 180 }), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 25,
});

describe("splitIntoChunks", () => {
  it("shares one sentence between neighbours", () => {
    const article = articleOf(paragraphsOf([[100, 100, 100, 100, 100, 100, 100]]));
    expect(splitIntoChunks(article).map(({ firstSentence, lastSentence }) => [firstSentence, lastSentence])).toEqual([
      [0, 3],
      [3, 6],
    ]);
  });

  it("ends at the end of a paragraph where it can", () => {
    const article = articleOf(
      paragraphsOf([
        [100, 100, 110],
        [60, 60, 60, 60, 60],
      ]),
    );
    expect(splitIntoChunks(article)[0]).toMatchObject({ firstSentence: 0, lastSentence: 2 });
  });

  it("does not repeat a long sentence", () => {
    const article = articleOf(paragraphsOf([[200, OVERLAP_MAX_CHARS + 1, 300]]));
    expect(splitIntoChunks(article).map(({ firstSentence, lastSentence }) => [firstSentence, lastSentence])).toEqual([
      [0, 1],
      [2, 2],
    ]);
  });

  it("makes a sentence above the limit a chunk of its own", () => {
    const article = articleOf(paragraphsOf([[150, 500, 150]]));
    const chunks = splitIntoChunks(article);
    expect(chunks.map(({ start, end }) => end - start)).toContain(500);
    expect(chunks).toHaveLength(3);
  });

  it("adds a short rest to the chunk before", () => {
    const article = articleOf(paragraphsOf([[130, 130, 130], [70]]));
    expect(splitIntoChunks(article).map(({ start, end }) => end - start)).toEqual([461]);
  });

  it("hashes what is embedded: title, line feed, text", () => {
    const article = articleOf([["一句话。"]]);
    const expected = createHash("sha256").update("标题\n一句话。").digest("hex");
    expect(splitIntoChunks(article)).toMatchObject([
      { articleId: "id", revision: 1, start: 0, end: 4, hash: expected },
    ]);
    expect(textToEmbed("标题", "一句话。")).toBe("标题\n一句话。");
  });

  it("gives no chunk for no sentence", () => {
    expect(splitIntoChunks(articleOf([[""]]))).toEqual([]);
  });

  it("puts every sentence in a chunk, in order, in whole sentences, within the sizes, always alike", () => {
    fc.assert(
      fc.property(shape, (lengths) => {
        const article = articleOf(paragraphsOf(lengths));
        const chunks = splitIntoChunks(article);
        expect(splitIntoChunks(article)).toEqual(chunks);
        let next = 0;
        for (const [i, chunk] of chunks.entries()) {
          const { firstSentence: first, lastSentence: last, start, end } = chunk;
          expect(article.sentences[first]?.start).toBe(start);
          expect(article.sentences[last]?.end).toBe(end);
          expect(first === next || first === next - 1).toBe(true);
          expect(last).toBeGreaterThanOrEqual(next);
          expect(first === last || end - start <= CHUNK_STRETCHED_CHARS).toBe(true);
          const following = article.sentences[last + 1];
          const isFull = !following || following.end - start > CHUNK_MAX_CHARS || end - start >= CHUNK_MIN_CHARS;
          expect(isFull).toBe(true);
          if (i > 0 && i === chunks.length - 1) {
            const rest = end - (article.sentences[next]?.start ?? 0);
            const former = chunks[i - 1]?.start ?? 0;
            expect(rest >= CHUNK_SHORT_CHARS || end - former > CHUNK_STRETCHED_CHARS).toBe(true);
          }
          next = last + 1;
        }
        expect(next).toBe(article.sentences.length);
      }),
    );
  });
});

describe("splitIntoChunks after a change", () => {
  const recut = (before: string[][], after: string[][]) => {
    const [old, now] = [articleOf(before), articleOf(after)];
    const oldChunks = splitIntoChunks(old);
    const chunks = splitIntoChunks(now, layoutOf(old, oldChunks));
    const known = new Set(oldChunks.map(({ hash }) => hash));
    return { now, chunks, fresh: chunks.filter(({ hash }) => !known.has(hash)) };
  };
  const edit = (paragraphs: string[][], at: number, change: (sentence: string) => string[]) => {
    let i = 0;
    return paragraphs.map((sentences) => sentences.flatMap((words) => (i++ === at ? change(words) : [words])));
  };
  const covers = ({ now, chunks }: { now: Cut; chunks: Chunk[] }) => {
    const seen = new Set(chunks.flatMap(({ firstSentence: f, lastSentence: l }) => now.sentences.slice(f, l + 1)));
    return seen.size === now.sentences.length;
  };

  it("is cut as before when nothing changed", () => {
    fc.assert(
      fc.property(shape, (lengths) => {
        const paragraphs = paragraphsOf(lengths);
        expect(recut(paragraphs, paragraphs).fresh).toEqual([]);
      }),
    );
  });

  it("makes only chunks new that hold the one sentence that was rewritten", () => {
    fc.assert(
      fc.property(shape, fc.nat(), fc.integer({ min: 10, max: 60 }), (lengths, where, length) => {
        const paragraphs = paragraphsOf(lengths.map((paragraph) => paragraph.map((n) => Math.max(n, 60))));
        const count = paragraphs.flat().length;
        const result = recut(
          paragraphs,
          edit(paragraphs, where % count, () => [sentence("新", length)]),
        );
        for (const { firstSentence: first, lastSentence: last } of result.fresh) {
          expect(first <= where % count && where % count <= last).toBe(true);
        }
        expect(result.fresh.length).toBeGreaterThan(0);
        expect(result.fresh.length).toBeLessThanOrEqual(2);
        expect(covers(result)).toBe(true);
      }),
    );
  });

  it("finds its step again behind any change of one sentence", () => {
    const changes = fc.constantFrom(
      () => [],
      (words: string) => [words, sentence("加", 50)],
      () => [sentence("长", 390)],
      () => [sentence("很长", 600)],
      (words: string) => [words, words],
    );
    fc.assert(
      fc.property(shape, fc.nat(), changes, (lengths, where, change) => {
        const paragraphs = paragraphsOf(lengths);
        const at = where % paragraphs.flat().length;
        const after = edit(paragraphs, at, change).filter((sentences) => sentences.length > 0);
        const result = recut(paragraphs, after);
        expect(covers(result)).toBe(true);
        expect(result.fresh.length).toBeLessThanOrEqual(5);
        for (const { firstSentence: f, lastSentence: l, start, end } of result.chunks) {
          expect(f === l || end - start <= CHUNK_STRETCHED_CHARS).toBe(true);
        }
      }),
    );
  });

  it("keeps what stands when paragraphs are added, taken away, moved or repeated", () => {
    const [a, b, c, d] = paragraphsOf([
      [100, 100, 100, 90],
      [100, 100, 100, 90],
      [100, 100, 100, 90],
      [100, 100, 100, 90],
    ]) as [string[], string[], string[], string[]];
    expect(recut([a, b, c], [d, a, b, c]).fresh).toHaveLength(1);
    expect(recut([a, b, c], [a, b, c, d]).fresh.length).toBeLessThanOrEqual(2);
    expect(recut([a, b, c], [a, c]).fresh.length).toBeLessThanOrEqual(1);
    expect(recut([a, b, c, d], [b, c, d, a]).fresh.length).toBeLessThanOrEqual(3);
    expect(recut([a, a, a], [a, a, a, a]).fresh.length).toBeLessThanOrEqual(2);
    for (const after of [[d, a, b, c], [a, c], [c, b, a], [a, a], []])
      expect(covers(recut([a, b, c], after))).toBe(true);
  });

  it("makes every chunk new when the title changed, with the same boundaries", () => {
    const old = articleOf(paragraphsOf([[100, 100, 100, 90, 100, 100]]));
    const chunks = splitIntoChunks(old);
    const now = splitIntoChunks({ ...old, title: "新标题" }, layoutOf(old, chunks));
    expect(now.map(({ start, end }) => [start, end])).toEqual(chunks.map(({ start, end }) => [start, end]));
    expect(now.some(({ hash }) => chunks.some((chunk) => chunk.hash === hash))).toBe(false);
  });

  it("takes a layout that belongs to another text as none", () => {
    const article = articleOf(paragraphsOf([[100, 100, 100, 90, 100, 100]]));
    expect(splitIntoChunks(article, { sentences: ["别的。"], chunks: [{ first: 0, last: 0 }] })).toEqual(
      splitIntoChunks(article),
    );
    expect(splitIntoChunks(article, { sentences: [], chunks: [] })).toEqual(splitIntoChunks(article));
    expect(splitIntoChunks(article, { sentences: [], chunks: [{ first: 3, last: 9 }] }).length).toBeGreaterThan(0);
  });

  it("stays quick when one sentence is repeated ten thousand times", () => {
    const before = [Array.from({ length: 10_000 }, () => "重复的一句话。")];
    const result = recut(before, [["开头。"], ...before]);
    expect(covers(result)).toBe(true);
  });
});
