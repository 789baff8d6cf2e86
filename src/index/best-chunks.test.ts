import fc from "fast-check";
import { expect, it } from "vitest";
import { pickBest } from "./best-chunks.js";

it("picks what sorting all scores would put first, ties by the lower ordinal", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), (scores, limit) => {
      const sorted = scores
        .map((score, ordinal) => ({ score, ordinal }))
        .filter(({ score }) => score > 0)
        .toSorted((one, other) => other.score - one.score || one.ordinal - other.ordinal)
        .map(({ ordinal }) => ordinal);
      expect(pickBest(Float32Array.from(scores), limit)).toEqual(sorted.slice(0, limit));
    }),
    { numRuns: 500 },
  );
});
