/**
 * A clause says what the sentence says and not its contrary: negation and direction agree with the clause it retells,
 * plans and wishes stay such, and nothing is added that only the sentence could say (首次, 全部, 由于).
 */
import type { Cue } from "../../text/sense-cues.js";
import type { Proof } from "../proof.js";
import type { ReadClause, Reading } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { coverageBy } from "./wording.js";

/** A claim may not hold one of these unless the sentence does. */
const NEVER_ADDED: readonly Cue[] = ["cause", "first", "all", "most", "only", "strong", "share", "ended", "possible", "wish", "future", "compare"];
const NO_WORDS: ReadonlySet<string> = new Set();
/** What has not happened. */
const UNREAL: readonly Cue[] = ["future", "wish", "possible"];

/** Whether the clause agrees with the sentence in sense. */
export function agreesInSense(check: ClauseCheck): boolean {
  const { clause, claim, proof } = check;
  const told = retold(clause, proof);
  const best = told[0];
  if (!best) return true;
  const scope = new Set(told.flatMap((one) => Array.from(scopeCues(one, proof))));
  const whole = new Set(proof.clauses.flatMap(({ cues }) => Array.from(cues)));
  const claimed = cuesWithFrame(clause, claim);
  if (NEVER_ADDED.some((cue) => clause.cues.has(cue) && !whole.has(cue))) return false;
  if (clause.cues.has("before") && !/前/u.test(proof.text)) return false;
  if (clause.cues.has("after") && !/后/u.test(proof.text)) return false;
  if (clause.cues.has("future") && !scope.has("future")) return false;
  if (clause.cues.has("negation") !== best.cues.has("negation") && !isNegatedTogether(clause, told)) return false;
  if (UNREAL.some((cue) => scope.has(cue)) && !UNREAL.some((cue) => claimed.has(cue))) return false;
  if (best.cues.has("share") && !clause.cues.has("share")) return false;
  if (best.cues.has("ended") && !clause.cues.has("ended")) return false;
  return directionAgrees(clause, told);
}

/** The clauses that this clause of the claim retells, the one that covers most of it first. */
function retold(clause: ReadClause, proof: Proof): ReadClause[] {
  const masses = proof.clauses
    .map((one) => ({ one, mass: coverageBy(clause, one.text, NO_WORDS) + figureBonus(clause, one) }))
    .toSorted((a, b) => b.mass - a.mass);
  const least = Math.max(0.2, (masses[0]?.mass ?? 0) * 0.6);
  return masses.filter(({ mass }) => mass >= least).map(({ one }) => one).slice(0, 3);
}

function figureBonus(clause: ReadClause, other: ReadClause): number {
  const same = clause.figures.filter((a) => other.figures.some((b) => a.value === b.value));
  return clause.figures.length === 0 ? 0 : (0.3 * same.length) / clause.figures.length;
}

/** A plan or a wish governs its own clause and what follows it in the section; 下一步 stands before all of it. */
function scopeCues(clause: ReadClause, proof: Proof): Set<Cue> {
  const governing = proof.clauses.filter(({ section, start }) => section === clause.section && start < clause.start);
  const cues = new Set(clause.cues);
  for (const { cues: earlier } of governing) {
    for (const cue of ["future", "wish"] as const) if (earlier.has(cue)) cues.add(cue);
  }
  return cues;
}

function cuesWithFrame(clause: ReadClause, claim: Reading): Set<Cue> {
  return new Set(claim.clauses.filter(({ start }) => start <= clause.start).flatMap(({ cues }) => Array.from(cues)));
}

function isNegatedTogether(clause: ReadClause, told: readonly ReadClause[]): boolean {
  return clause.cues.has("negation") && told.some(({ cues }) => cues.has("negation"));
}

function directionAgrees(clause: ReadClause, told: readonly ReadClause[]): boolean {
  const [best] = told;
  for (const [cue, contrary] of [
    ["up", "down"],
    ["down", "up"],
  ] as const) {
    if (!clause.cues.has(cue)) continue;
    if (best?.cues.has(contrary) && !best.cues.has(cue) && !clause.cues.has(contrary)) return false;
    if (!told.some(({ cues }) => cues.has(cue))) return false;
  }
  return true;
}
