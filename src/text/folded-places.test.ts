import fc from "fast-check";
import { expect, it } from "vitest";
import { mapFoldedPlaces } from "./folded-places.js";
import { foldText } from "./normalize.js";

it.each([
  ["共３３９名", "339", "３３９"],
  ["青龍縣（試點）板栗", "(试点)", "（試點）"],
  ["面积５㎡多", "m2", "㎡"],
])("finds in %s the place of %s", (text, folded, written) => {
  const place = mapFoldedPlaces(text);
  const start = foldText(text).indexOf(folded);
  expect(text.slice(place?.(start), place?.(start + folded.length))).toBe(written);
});

it("maps any place into the text, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const place = mapFoldedPlaces(text);
      if (!place) return;
      let before = 0;
      for (let i = 0; i <= foldText(text).length; i++) {
        expect(place(i)).toBeGreaterThanOrEqual(before);
        before = place(i);
      }
      expect(before).toBe(text.length);
    }),
  );
});
