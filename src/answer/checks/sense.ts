/**
 * A clause says what the sentence says and not its contrary: negation agrees with the clauses it retells, direction too
 * (`contraries`), plans and wishes stay such, and nothing is added that only the sentence could say (首次, 全部, 由于).
 */
import { type Cue, findCues } from "../../text/sense-cues.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause, Reading } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { isTurnedRound } from "./contraries.js";
import { coverageBy } from "./wording.js";

/** A claim may not hold one of these unless the sentence does. */
const NEVER_ADDED: readonly Cue[] = [
  "cause",
  "first",
  "all",
  "most",
  "only",
  "strong",
  "share",
  "ended",
  "possible",
  "wish",
  "future",
  "early",
  "late",
  "postponed",
];
/** What has not happened. */
const UNREAL: readonly Cue[] = ["future", "wish", "possible"];
const MEAN = /平均|人均|户均|年均/u;
const TOTAL = /累计|总额|总量|总计|总共/u;
const NO_WORDS: ReadonlySet<string> = new Set();

/** Whether the clause agrees with the sentence in sense. */
export function agreesInSense({ clause, claim, proof }: ClauseCheck): boolean {
  const told = retold(clause, proof);
  const [best] = told;
  if (!best) return true;
  const whole = new Set(proof.clauses.flatMap(({ cues }) => Array.from(cues)));
  // 通过X,Y受益 and X使Y受益 say the same.
  if (/[使让]/u.test(clause.text) && /通过|借助/u.test(proof.text)) whole.add("cause");
  if (NEVER_ADDED.some((cue) => clause.cues.has(cue) && !whole.has(cue))) return false;
  if (clause.cues.has("before") && !proof.text.includes("前")) return false;
  if (clause.cues.has("after") && !proof.text.includes("后") && !isTimeClause(clause, best, proof)) return false;
  if (clause.cues.has("compare") && !whole.has("compare") && !clause.figures.some(({ change }) => change)) return false;
  if (MEAN.test(best.text) && TOTAL.test(clause.text) && !TOTAL.test(proof.text)) return false;
  if (!causeIsTold(clause, proof) || isTurnedRound(clause, claim, told, proof)) return false;
  if (!negationAgrees(clause, told, proof)) return false;
  if (!planStaysPlan(clause, claim, told, proof)) return false;
  const bound = told.filter((one) => figureBonus(clause, one) > 0);
  const holders = bound.length > 0 ? bound : [best];
  return (["share", "ended"] as const).every(
    (cue) => clause.cues.has(cue) || holders.some(({ cues }) => !cues.has(cue)),
  );
}

/** 上线后, …: what happened first, told first, with something told behind it. */
function isTimeClause(clause: ReadClause, best: ReadClause, { clauses }: Proof): boolean {
  return clause.text.endsWith("后") && best !== clauses.at(-1);
}

/** The clauses that this clause of the claim retells, the one that covers most of it first. */
function retold(clause: ReadClause, proof: Proof): ReadClause[] {
  const unturned = { ...clause, words: clause.words.filter((word) => !isDirection(word)) };
  const masses = proof.clauses
    .map((one) => ({ one, mass: coverageBy(unturned, one.text, NO_WORDS) + figureBonus(clause, one) }))
    .toSorted((a, b) => b.mass - a.mass);
  const least = Math.max(0.2, (masses[0]?.mass ?? 0) * 0.6);
  return masses.filter(({ one, mass }) => mass >= least || figureBonus(clause, one) > 0).map(({ one }) => one);
}

/** Where a direction stands says nothing about which clause is retold. */
function isDirection(word: PlacedWord): boolean {
  const cues = findCues([word]);
  return cues.has("up") || cues.has("down");
}

function figureBonus(clause: ReadClause, other: ReadClause): number {
  const same = clause.figures.filter((a) => other.figures.some((b) => a.value === b.value));
  return clause.figures.length === 0 ? 0 : (0.3 * same.length) / clause.figures.length;
}

/** The content words of the clause that the sentence has only in clauses of this kind. */
function hasWordOnlyIn(clause: ReadClause, proof: Proof, isKind: (one: ReadClause) => boolean): boolean {
  const kind = proof.clauses.filter(isKind);
  if (kind.length === 0) return false;
  const others = proof.clauses.filter((one) => !isKind(one));
  return clause.words.some(
    ({ word, weight, isInName }) =>
      weight > 0.3 &&
      !isInName &&
      kind.some(({ text }) => text.includes(word)) &&
      !others.some(({ text }) => text.includes(word)) &&
      !proof.context.includes(word),
  );
}

function negationAgrees(clause: ReadClause, told: readonly ReadClause[], proof: Proof): boolean {
  const negators = (one: ReadClause) => one.words.filter((word) => findCues([word]).has("negation")).length;
  // 没有发现账目不符: both stand in one clause, or it denies what the sentence says.
  if (negators(clause) > 1 && !proof.clauses.some((one) => negators(one) >= negators(clause))) return false;
  if (clause.cues.has("negation") && clause.figures.length > 0) {
    // 比未借款家庭高两成三 denies nothing of the 21,460元 before it.
    const holds = (one: ReadClause) => one.figures.length === 0 || figureBonus(clause, one) > 0;
    if (!proof.clauses.some((one) => one.cues.has("negation") && holds(one))) return false;
  }
  if (clause.cues.has("negation"))
    return proof.clauses.some((one) => one.cues.has("negation") && isTold(clause, one, told));
  const [best] = told;
  if (best?.cues.has("negation")) return false;
  // What is denied is what is done; the things stand in the other clauses under other names.
  const deeds = { ...clause, words: clause.words.filter(({ tag }) => !/^(?:n(?!g)|x|j|b|s|t)/u.test(tag)) };
  return !hasWordOnlyIn(deeds, proof, (one) => one.cues.has("negation"));
}

/** Whether a clause is among those retold, or holds a content word of the claim that is no name. */
function isTold(clause: ReadClause, one: ReadClause, told: readonly ReadClause[]): boolean {
  return told.includes(one) || clause.words.some(({ word, weight }) => weight > 0.3 && one.text.includes(word));
}

/** A reason may only be claimed of what the sentence says to follow from it. */
function causeIsTold(clause: ReadClause, proof: Proof): boolean {
  if (!clause.cues.has("cause") || (/[使让]/u.test(clause.text) && /通过|借助/u.test(proof.text))) return true;
  return proof.clauses.some(
    (one, i) =>
      (one.cues.has("cause") || proof.clauses[i + 1]?.cues.has("cause")) &&
      clause.words.some(({ word, weight }) => weight > 0.3 && one.text.includes(word)),
  );
}

/** A plan or a wish governs its own clause and what follows in its section. */
function isUnreal(clause: ReadClause, proof: Proof): boolean {
  if (UNREAL.some((cue) => clause.cues.has(cue))) return true;
  if (clause.cues.has("done") || /^(?:目前|现已|如今|截至|至今|迄今|现有)/u.test(clause.text)) return false;
  return proof.clauses.some(
    ({ section, start, cues }) =>
      section === clause.section && start < clause.start && (cues.has("future") || cues.has("wish")),
  );
}

function planStaysPlan(clause: ReadClause, claim: Reading, told: readonly ReadClause[], proof: Proof): boolean {
  const claimed = new Set(claim.clauses.flatMap(({ cues }) => Array.from(cues)));
  // What is said not to be done yet was no plan; 尚无一户完工 says so of what was planned.
  const denies = ({ cues }: ReadClause) => cues.has("negation") && !UNREAL.some((cue) => cues.has(cue));
  if (denies(clause) && proof.clauses.some((one) => denies(one) && !isUnreal(one, proof) && isTold(clause, one, told)))
    return true;
  const unreal = told.filter((one) => isUnreal(one, proof));
  if (clause.cues.has("future") && !told.some((one) => isUnreal(one, proof))) {
    return proof.clauses.some((one) => one.cues.has("future") && isTold(clause, one, told));
  }
  const isClaimedDone = clause.cues.has("done") && !UNREAL.some((cue) => clause.cues.has(cue));
  if (isClaimedDone && unreal.length > 0 && !told.some(({ cues }) => cues.has("done"))) return false;
  if (
    isClaimedDone &&
    !proof.clauses.some(({ cues, text }) => cues.has("done") || /了|成果|过/u.test(text)) &&
    unreal.length > 0
  )
    return false;
  const [first] = told;
  if (isClaimedDone && first?.cues.has("ongoing") && !first.cues.has("done")) return false;
  const isKept =
    UNREAL.some((cue) => claimed.has(cue)) ||
    claim.clauses.some(({ words }) => words.some(({ word, isInName }) => !isInName && word.endsWith("计划")));
  if (isKept) return true;
  const [best] = told;
  const statesFigure = unreal.some(
    (one) =>
      figureBonus(clause, one) > 0 &&
      !told.some((other) => other !== one && !isUnreal(other, proof) && figureBonus(clause, other) > 0),
  );
  return (
    !(best && isUnreal(best, proof)) &&
    !statesFigure &&
    (clause.cues.has("negation") || !hasWordOnlyIn(clause, proof, (one) => isUnreal(one, proof)))
  );
}
