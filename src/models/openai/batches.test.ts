import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitText, splitIntoBatches } from "./batches.js";

describe("fitText", () => {
  it.each([
    ["公益宝贝", 2, "公益"],
    ["公𠮷益", 2, "公"],
    ["公𠮷益", 3, "公𠮷"],
    ["a\uD83Db\uDE00", 10, "a\uFFFDb\uFFFD"],
    ["", 10, "。"],
    [" \n", 10, "。"],
  ])("fits %j into %d units as %j", (text, maxChars, fitted) => {
    expect(fitText(text, maxChars)).toBe(fitted);
  });

  it("gives whole characters within the limit for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 2, max: 20 }), (text, maxChars) => {
        const fitted = fitText(text, maxChars);
        expect(fitted.length).toBeGreaterThan(0);
        expect(fitted.length).toBeLessThanOrEqual(maxChars);
        expect(fitted).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe("splitIntoBatches", () => {
  it("starts a new batch at the limit of texts and at the limit of characters", () => {
    expect(splitIntoBatches(["a", "b", "c"], { maxTexts: 2, maxChars: 99 })).toEqual([["a", "b"], ["c"]]);
    expect(splitIntoBatches(["aaa", "bbb", "cc"], { maxTexts: 9, maxChars: 5 })).toEqual([["aaa"], ["bbb", "cc"]]);
  });

  it("sends a text alone that is longer than a batch may be", () => {
    expect(splitIntoBatches(["a", "bbbbbb", "c"], { maxTexts: 9, maxChars: 3 })).toEqual([["a"], ["bbbbbb"], ["c"]]);
  });

  it("keeps every text, in order, and makes no empty batch", () => {
    const limits = fc.record({ maxTexts: fc.integer({ min: 1, max: 5 }), maxChars: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 })), limits, (texts, { maxTexts, maxChars }) => {
        const batches = splitIntoBatches(texts, { maxTexts, maxChars });
        expect(batches.flat()).toEqual(texts);
        for (const batch of batches) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(maxTexts);
          if (batch.length > 1) expect(batch.join("").length).toBeLessThanOrEqual(maxChars);
        }
      }),
    );
  });
});
