/**
 * The goal is that no lie of the suite is shown and at most one truth in twenty is left out. Both are not reached yet: the
 * bounds are what is, so that it can only get better. `report.ts` prints the same by kind.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { isFault, isSlow, type Outcome, runSuite } from "./run.js";
import { countGroup, describeOutcome, faultRate } from "./summary.js";

/** Lies of the open and of the held cases that get through, and shares of truths that are dropped. */
const REACHED = { lies: 2, dropped: 0.062, heldLies: 7, heldDropped: 0.106 };

let outcomes: Outcome[];
beforeAll(async () => {
  outcomes = await runSuite();
}, 300_000);

const pick = (isLie: boolean, held: boolean) => outcomes.filter((one) => one.isLie === isLie && one.held === held);
const list = (cases: readonly Outcome[]) => cases.map(describeOutcome).join("\n");

describe("the suite", () => {
  it("is large enough, and shows the model every sentence that a case cites", () => {
    expect(outcomes.filter(({ isLie }) => isLie).length).toBeGreaterThanOrEqual(400);
    expect(outcomes.filter(({ isLie }) => !isLie).length).toBeGreaterThanOrEqual(200);
    expect(list(outcomes.filter(({ verdict }) => verdict === "not shown"))).toBe("");
  });

  it("has at least eight lies of every kind", () => {
    const { kinds } = countGroup(outcomes.filter(({ isLie }) => isLie));
    expect(kinds.filter(({ cases }) => cases < 8)).toEqual([]);
  });
});

describe("the check of a model's statements", () => {
  it("lets hardly a lie through, and says when it has left one out", () => {
    const through = pick(true, false).filter(isFault);
    expect(through.length, list(through)).toBeLessThanOrEqual(REACHED.lies);
  });

  it("keeps the truths", () => {
    const open = pick(false, false);
    expect(faultRate(countGroup(open)), list(open.filter(isFault))).toBeLessThanOrEqual(REACHED.dropped);
  });

  it("does not stand still over a long reply", () => {
    expect(list(outcomes.filter(isSlow))).toBe("");
  });

  it("does as well on the cases that are not listed", () => {
    expect(countGroup(pick(true, true)).faults, "lies let through among the held cases").toBeLessThanOrEqual(
      REACHED.heldLies,
    );
    expect(faultRate(countGroup(pick(false, true))), "truths dropped among the held cases").toBeLessThanOrEqual(
      REACHED.heldDropped,
    );
  });
});
