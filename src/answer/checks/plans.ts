/** A plan or a wish stays one: what is planned may not be told as done, nor what is done as planned. */
import { type Cue } from "../../text/sense-cues.js";
import type { Proof } from "../proof.js";
import type { ReadClause, Reading } from "../reading.js";
import { figureBonus, hasWordOnlyIn, isTold } from "./retold.js";

/** What has not happened. */
const UNREAL: readonly Cue[] = ["future", "wish", "possible"];

const TURNS_TO_FACT = /^(?:目前|现在|现已|现有|如今|但目前|而目前)|则(?=[说称表仍已正在])/u;

/** 正与企业洽谈共建仓库 claims no more than the plan. */
const UNDER_TALKS = /(?:正在?|仍在?|还在)[^,。;]{0,8}(?:洽谈|商谈|磋商|谈判|协商|论证)/u;

/** A plan or a wish governs its own clause and what follows in its section. */
function isUnreal(clause: ReadClause, proof: Proof): boolean {
  if (UNREAL.some((cue) => clause.cues.has(cue))) return true;
  if (clause.cues.has("done") || /^(?:目前|现已|如今|截至|至今|迄今|现有)/u.test(clause.text)) return false;
  const before = proof.clauses.filter(({ section, start }) => section === clause.section && start < clause.start);
  const plan = before.findLastIndex(({ cues }) => cues.has("future") || cues.has("wish"));
  // 甲承诺…,乙则仍在…, 拟…,目前…: somebody else, or what is the case now.
  return plan >= 0 && ![...before.slice(plan + 1), clause].some(({ text }) => TURNS_TO_FACT.test(text));
}

export function planStaysPlan(clause: ReadClause, claim: Reading, told: readonly ReadClause[], proof: Proof): boolean {
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
    UNDER_TALKS.test(claim.text) ||
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
