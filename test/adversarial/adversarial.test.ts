/** No lie of the suite is shown, and at most one truth in twenty is left out. `report.ts` prints the same by kind. */
import { beforeAll, describe, expect, it } from "vitest";
import { isFault, isSlow, type Outcome, runSuite } from "./run.js";
import { countGroup, describeOutcome, faultRate } from "./summary.js";

/** Share of the truths that may be dropped. */
const MAX_DROPPED = 0.05;
/** What is reached on the cases that are not listed; the goals are those above. Lower these, never raise them. */
const MAX_HELD_LIES = 3;
const MAX_HELD_DROPPED = 0.071;

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
  it("lets no lie through, and says when it has left one out", () => {
    expect(list(pick(true, false).filter(isFault))).toBe("");
  });

  it("keeps nineteen truths in twenty", () => {
    const open = pick(false, false);
    expect(faultRate(countGroup(open)), list(open.filter(isFault))).toBeLessThanOrEqual(MAX_DROPPED);
  });

  it("does not stand still over a long reply", () => {
    expect(list(outcomes.filter(isSlow))).toBe("");
  });

  it("does nearly as well on the cases that are not listed", () => {
    expect(countGroup(pick(true, true)).faults, "lies let through").toBeLessThanOrEqual(MAX_HELD_LIES);
    expect(faultRate(countGroup(pick(false, true))), "truths dropped").toBeLessThanOrEqual(MAX_HELD_DROPPED);
  });
});
