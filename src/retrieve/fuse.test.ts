import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuseHits } from "./fuse.js";

/** Found whole. */
const FULL = 12;

describe("fuseHits", () => {
  it("gives no more than 1 where what is all but nothing is rounded", () => {
    const lexical = [{ chunkId: 0, score: -1.665334536937735e-16 }];
    const vector = [
      { chunkId: 0, score: 0 },
      { chunkId: 1, score: -5e-324 },
    ];
    const fused = fuseHits(lexical, vector, { lexical: 1, vector: 0.25, knowsMeaning: true }, FULL);
    expect(Math.max(...fused.map(({ score }) => score))).toBeLessThanOrEqual(1);
  });

  it("lets the weights decide between two lists that disagree", () => {
    const lexical = [
      { chunkId: 1, score: 12 },
      { chunkId: 2, score: 9 },
    ];
    const vector = [
      { chunkId: 2, score: 0.9 },
      { chunkId: 1, score: 0.3 },
    ];
    expect(fuseHits(lexical, vector, { lexical: 1, vector: 0.25 }, FULL).map(({ chunkId }) => chunkId)).toEqual([1, 2]);
    expect(fuseHits(lexical, vector, { lexical: 1, vector: 1 }, FULL).map(({ chunkId }) => chunkId)).toEqual([2, 1]);
  });

  it("keeps the order of the one list that there is", () => {
    const lexical = [5, 3, 1].map((score, i) => ({ chunkId: 9 - i, score }));
    expect(fuseHits(lexical, [], { lexical: 1, vector: 0.25 }, FULL).map(({ chunkId }) => chunkId)).toEqual([9, 8, 7]);
    expect(fuseHits([], lexical, { lexical: 1, vector: 0.25 }, FULL).map(({ chunkId }) => chunkId)).toEqual([9, 8, 7]);
    expect(fuseHits([], [], { lexical: 1, vector: 1 }, FULL)).toEqual([]);
  });

  describe("with vectors that know meaning", () => {
    const weights = { lexical: 1, vector: 0.3, knowsMeaning: true };
    const idsOf = (hits: readonly { chunkId: number }[]) => hits.map(({ chunkId }) => chunkId);
    const hitsOf = (...scores: [number, number][]) => scores.map(([chunkId, score]) => ({ chunkId, score }));

    it("believes word search as far as it found the question's words", () => {
      const lexical = hitsOf([1, 12], [2, 3]);
      const vector = hitsOf([2, 0.9], [3, 0.5]);
      expect(idsOf(fuseHits(lexical, vector, weights, 12))).toEqual([1, 2, 3]);
      expect(idsOf(fuseHits(lexical, vector, weights, 120))).toEqual([2, 1, 3]);
    });

    it("gives the same however near unrelated texts are", () => {
      const lexical = hitsOf([1, 5], [2, 4]);
      const near = fuseHits(lexical, hitsOf([2, 0.9], [1, 0.85], [3, 0.8]), weights, 12);
      const far = fuseHits(lexical, hitsOf([2, 0.3], [1, 0.2], [3, 0.1]), weights, 12);
      expect(idsOf(near)).toEqual(idsOf(far));
      for (const [i, { score }] of near.entries()) expect(score).toBeCloseTo(far[i]?.score ?? 0, 6);
    });

    it("takes a list of equals, of one or of none as it is", () => {
      expect(idsOf(fuseHits([], hitsOf([4, 0.5], [7, 0.5]), weights, 0))).toEqual([4, 7]);
      expect(fuseHits([], hitsOf([4, 0.5]), weights, 0)).toEqual([{ chunkId: 4, score: 1 }]);
      expect(fuseHits(hitsOf([4, 3]), [], { ...weights, vector: 0 }, 12)).toEqual([{ chunkId: 4, score: 1 }]);
      expect(fuseHits([], [], weights, 0)).toEqual([]);
    });
  });

  it("gives scores from 0 to 1, best first, each chunk once", () => {
    const list = fc
      .uniqueArray(fc.record({ chunkId: fc.nat(30), score: fc.double({ min: -1, max: 50, noNaN: true }) }), {
        selector: ({ chunkId }) => chunkId,
      })
      .map((hits) => hits.toSorted((a, b) => b.score - a.score));
    fc.assert(
      fc.property(list, list, fc.boolean(), (lexical, vector, knowsMeaning) => {
        const fused = fuseHits(lexical, vector, { lexical: 1, vector: 0.25, knowsMeaning }, FULL);
        expect(new Set(fused.map(({ chunkId }) => chunkId)).size).toBe(fused.length);
        for (const [i, { score }] of fused.entries()) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(score).toBeLessThanOrEqual(fused[i - 1]?.score ?? 1);
        }
      }),
    );
  });
});
