import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuseHits } from "./fuse.js";

describe("fuseHits", () => {
  it("lets the weights decide between two lists that disagree", () => {
    const lexical = [
      { chunkId: 1, score: 12 },
      { chunkId: 2, score: 9 },
    ];
    const vector = [
      { chunkId: 2, score: 0.9 },
      { chunkId: 1, score: 0.3 },
    ];
    expect(fuseHits(lexical, vector, { lexical: 1, vector: 0.25 }).map(({ chunkId }) => chunkId)).toEqual([1, 2]);
    expect(fuseHits(lexical, vector, { lexical: 1, vector: 1 }).map(({ chunkId }) => chunkId)).toEqual([2, 1]);
  });

  it("keeps the order of the one list that there is", () => {
    const lexical = [5, 3, 1].map((score, i) => ({ chunkId: 9 - i, score }));
    expect(fuseHits(lexical, [], { lexical: 1, vector: 0.25 }).map(({ chunkId }) => chunkId)).toEqual([9, 8, 7]);
    expect(fuseHits([], lexical, { lexical: 1, vector: 0.25 }).map(({ chunkId }) => chunkId)).toEqual([9, 8, 7]);
    expect(fuseHits([], [], { lexical: 1, vector: 1 })).toEqual([]);
  });

  it("gives scores from 0 to 1, best first, each chunk once", () => {
    const list = fc
      .uniqueArray(fc.record({ chunkId: fc.nat(30), score: fc.double({ min: -1, max: 50, noNaN: true }) }), {
        selector: ({ chunkId }) => chunkId,
      })
      .map((hits) => hits.toSorted((a, b) => b.score - a.score));
    fc.assert(
      fc.property(list, list, (lexical, vector) => {
        const fused = fuseHits(lexical, vector, { lexical: 1, vector: 0.25 });
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
