import { describe, expect, it } from "vitest";
import { showOne } from "../../test/answer/pairs/pairs.js";
import { splitClauses } from "../text/clauses.js";
import { MAX_PROOF, prepareProofs } from "./proof.js";
import { findQuoted, readText } from "./reading.js";

/** The shortest of a few runs, in milliseconds. */
function timeOf(work: () => unknown): number {
  return Math.min(
    ...Array.from({ length: 3 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}

/** Four times the text may take three times as long as linear work would; what is quadratic took a thousand times that. */
const MAX_RATIO = 12;
/** Below this many milliseconds a shared machine tells nothing. */
const LEAST = 50;

describe("hostile text", () => {
  it("is read once for each name, however often it is quoted", () => {
    expect(findQuoted("“甲乙”".repeat(1000))).toEqual(["甲乙"]);
    const { clauses } = readText("“甲乙”".repeat(200));
    expect(clauses.flatMap(({ words }) => words).every(({ isInName, word }) => isInName || /[“”]/u.test(word))).toBe(
      true,
    );
  });

  it.each(["1,", "1:", "村民,", "“甲”,", "《甲》,"])("of many marks is cut in about linear time: %s", (part) => {
    const [short, long] = [part.repeat(10_000), part.repeat(40_000)];
    splitClauses(short);
    expect(timeOf(() => splitClauses(long))).toBeLessThan(
      MAX_RATIO *
        Math.max(
          LEAST,
          timeOf(() => splitClauses(short)),
        ),
    );
  });

  it("that is longer than any sentence proves nothing", () => {
    const long = "村民种茶,".repeat(MAX_PROOF / 5);
    expect(prepareProofs(showOne(`${long}。`)).get(1)).toBeUndefined();
    expect(prepareProofs(showOne(`${long.slice(10)}。`)).get(1)).toBeDefined();
  });
});
