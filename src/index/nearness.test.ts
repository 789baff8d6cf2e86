import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNearness } from "./nearness.js";

const terms = [
  { first: 1, worth: 1 },
  { first: 2, worth: 2 },
  { first: 1, second: 2, worth: 4 },
  { first: 2, second: 2, worth: 8 },
];

/** Every window, term by term. A pair counts where it ends, even if it began just before the window. */
function byTheBook(units: number[], window: number): number {
  let best = 0;
  for (let start = 0; start < units.length; start++) {
    let sum = 0;
    for (const { first, second, worth } of terms) {
      const stands = units.some(
        (unit, i) =>
          i >= start &&
          i < start + window &&
          (second === undefined ? unit === first : unit === second && units[i - 1] === first),
      );
      if (stands) sum += worth;
    }
    best = Math.max(best, sum);
  }
  return best / 15;
}

describe("createNearness", () => {
  it("finds the fullest window, as looking at each of them does", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4)), fc.integer({ min: 1, max: 9 }), (units, window) => {
        const probe = createNearness(Uint32Array.from(units), 5, window)(terms);
        expect(probe.measure(0, 0, units.length)).toBeCloseTo(byTheBook(units, window), 5);
      }),
    );
  });

  it("reads only the units of its chunk", () => {
    const probe = createNearness(Uint32Array.from([1, 2, 3, 3, 1, 2, 2]), 5, 4)(terms);
    expect(probe.measure(2, 2, 4)).toBe(0);
    expect(probe.measure(0, 0, 2)).toBeCloseTo(7 / 15, 5);
  });

  it("counts the title in every window, but no pair across its end", () => {
    const probe = createNearness(Uint32Array.from([1, 2, 3, 3, 3, 3, 2]), 5, 2)(terms);
    expect(probe.measure(0, 1, 7)).toBeCloseTo(3 / 15, 5);
    expect(probe.measure(0, 2, 7)).toBeCloseTo(7 / 15, 5);
    expect(probe.measure(0, 7, 7)).toBeCloseTo(7 / 15, 5);
  });

  it("forgets the question before", () => {
    const prepare = createNearness(Uint32Array.from([1, 2, 3]), 5, 3);
    prepare(terms);
    expect(prepare([{ first: 3, worth: 1 }]).measure(0, 0, 3)).toBe(1);
    expect(prepare([]).measure(0, 0, 3)).toBe(0);
  });
});
