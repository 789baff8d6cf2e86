/** Outcomes as counts and as lines: for the report and for the test's message. Pure. */
import { isFault, isSlow, type Outcome } from "./run.js";

/** Counts of one kind of case. */
export interface KindCount {
  kind: string;
  cases: number;
  /** Lies shown or left out in silence; truths not shown or shown with another proof. */
  faults: number;
}

/** Counts of a group of cases. */
export interface GroupCount extends Omit<KindCount, "kind"> {
  notShown: number;
  kinds: KindCount[];
}

/** Counts in the order in which kinds come. */
export function countGroup(outcomes: readonly Outcome[]): GroupCount {
  const kinds = Array.from(new Set(outcomes.map(({ kind }) => kind)), (kind) => {
    const ofKind = outcomes.filter((outcome) => outcome.kind === kind);
    return { kind, cases: ofKind.length, faults: ofKind.filter(isFault).length };
  });
  return {
    cases: outcomes.length,
    faults: outcomes.filter(isFault).length,
    notShown: outcomes.filter(({ verdict }) => verdict === "not shown").length,
    kinds,
  };
}

/** Share of faults, 0 to 1. */
export function faultRate({ faults, cases }: Pick<GroupCount, "faults" | "cases">): number {
  return cases === 0 ? 0 : faults / cases;
}

/** One case as two lines: what was said, and what came of it. */
export function describeOutcome({ id, verdict, question, reply, shown, reasons, ...rest }: Outcome): string {
  const why = reasons.length > 0 ? ` (${Array.from(new Set(reasons)).join(", ")})` : "";
  const slow = isSlow(rest) ? `, after ${rest.ms} ms` : "";
  return `${id}  ${verdict}${slow}${why}\n    ${question}\n    model: ${reply}\n    shown: ${shown}`;
}
