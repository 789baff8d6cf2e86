/**
 * A clause says what the sentence says and not its contrary: negation agrees with the clauses it retells, direction too
 * (`contraries`), plans and wishes stay such, and nothing is added that only the sentence could say (首次, 全部, 由于).
 */

import { type Cue, cuesOf } from "../../text/sense-cues.js";
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";
import { turnsAreTold } from "./added-turns.js";
import { alternativesAreKept } from "./alternatives.js";
import { kindsAreKept } from "./bare-heads.js";
import { verbsKeepTheirOwn } from "./bound-to-verb.js";
import { boundsAreKept } from "./bounds.js";
import type { ClauseCheck } from "./check.js";
import { baseIsNotTold } from "./compared.js";
import { comparisonsAgree } from "./comparisons.js";
import { conditionsAreKept } from "./conditions.js";
import { isTurnedRound } from "./contraries.js";
import { formerStaysFormer } from "./former.js";
import { framesAreKept } from "./framing.js";
import { hedgesAreKept } from "./hedges.js";
import { clausesAreNotJoined } from "./joined-clauses.js";
import { jointStaysJoint } from "./joint.js";
import { labelsAgree } from "./labels.js";
import { clausesKeepTheirPlace } from "./moved-clauses.js";
import { timesKeepTheirClause } from "./moved-times.js";
import { nearestGoverns } from "./nearest.js";
import { predicateIsOne } from "./one-predicate.js";
import { othersAreOthers } from "./others.js";
import { partsDoIt } from "./part-deeds.js";
import { partsAreKept } from "./parts.js";
import { planStaysPlan } from "./plans.js";
import { quantifiersAgree } from "./quantifiers.js";
import { receiversReceive } from "./receivers.js";
import { figureBonus, hasWordOnlyIn, isTold, retold } from "./retold.js";
import { deedsKeepOrder } from "./sequence.js";
import { speakersKeepTheirWords } from "./speakers.js";
import { stageIsKept } from "./stages.js";
import { togetherStaysTogether } from "./together.js";
import { undecidedStaysOpen } from "./undecided.js";
import { wholesAgree } from "./wholes.js";

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

/** What may be left out of no claim. */
const KEPT = [
  framesAreKept,
  stageIsKept,
  formerStaysFormer,
  partsAreKept,
  hedgesAreKept,
  labelsAgree,
  conditionsAreKept,
  boundsAreKept,
  alternativesAreKept,
  undecidedStaysOpen,
  wholesAgree,
  othersAreOthers,
  kindsAreKept,
  baseIsNotTold,
  receiversReceive,
  predicateIsOne,
  nearestGoverns,
  timesKeepTheirClause,
  partsDoIt,
  clausesKeepTheirPlace,
  togetherStaysTogether,
  speakersKeepTheirWords,
  clausesAreNotJoined,
  quantifiersAgree,
  turnsAreTold,
  comparisonsAgree,
  deedsKeepOrder,
  verbsKeepTheirOwn,
  jointStaysJoint,
];

const MEAN = /平均|人均|户均|年均/u;

const TOTAL = /累计|总额|总量|总计|总共/u;

/** Whether the clause agrees with the sentence in sense. */
export function agreesInSense(check: ClauseCheck): boolean {
  if (!KEPT.every((isKept) => isKept(check))) return false;
  const { clause, claim, proof } = check;
  const told = retold(clause, proof);
  const [best] = told;
  if (!best) return true;
  const whole = new Set(proof.clauses.flatMap(({ cues }) => Array.from(cues)));
  // 通过X,Y受益 and X使Y受益 say the same.
  if (/[使让]/u.test(clause.text) && /通过|借助/u.test(proof.text)) whole.add("cause");
  // 部分学校 for 一些学校.
  if (/一些|有些|有的|某些|个别/u.test(proof.text)) whole.add("share");
  if (NEVER_ADDED.some((cue) => clause.cues.has(cue) && !whole.has(cue))) return false;
  if (clause.cues.has("before") && !proof.text.includes("前")) return false;
  if (
    clause.cues.has("after") &&
    !/^后来?[因由改推调被]/u.test(clause.text) &&
    !proof.text.includes("后") &&
    !isTimeClause(clause, best, proof)
  )
    return false;
  if (clause.cues.has("compare") && !whole.has("compare") && !clause.figures.some(({ change }) => change)) return false;
  if (MEAN.test(best.text) && TOTAL.test(clause.text) && !TOTAL.test(proof.text)) return false;
  if (!causeIsTold(clause, proof) || isTurnedRound(clause, claim, told, proof)) return false;
  if (!negationAgrees(clause, told, proof)) return false;
  if (!planStaysPlan(clause, claim, told, proof)) return false;
  const bound = told.filter((one) => figureBonus(clause, one) > 0);
  const holders = bound.length > 0 ? bound : [best];
  return (["share", "ended"] as const).every(
    (cue) =>
      claim.clauses.some(({ cues }) => cues.has(cue)) ||
      holders.some(({ cues }) => !cues.has(cue)) ||
      goesBeyond(clause, holders, proof),
  );
}

/** 筛查点预计恢复预约 of 筛查点暂停预约,预计恢复: its verb is another clause's. */
function goesBeyond(clause: ReadClause, holders: readonly ReadClause[], proof: Proof): boolean {
  const others = proof.clauses.filter((one) => !holders.includes(one));
  return clause.words.some(
    ({ word, tag, weight }) =>
      tag.startsWith("v") &&
      weight > 0.3 &&
      !holders.some(({ text }) => text.includes(word)) &&
      others.some(({ text }) => text.includes(word)),
  );
}

/** 上线后, …: what happened first, told first, with something told behind it. */
function isTimeClause(clause: ReadClause, best: ReadClause, { clauses }: Proof): boolean {
  return clause.text.endsWith("后") && best !== clauses.at(-1);
}

function negationAgrees(clause: ReadClause, told: readonly ReadClause[], proof: Proof): boolean {
  const negators = (one: ReadClause) => one.words.filter((word) => cuesOf(word).has("negation")).length;
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

/** A reason may only be claimed of what the sentence says to follow from it. */
function causeIsTold(clause: ReadClause, proof: Proof): boolean {
  if (!clause.cues.has("cause") || (/[使让]/u.test(clause.text) && /通过|借助/u.test(proof.text))) return true;
  return proof.clauses.some(
    (one, i) =>
      (one.cues.has("cause") || proof.clauses[i + 1]?.cues.has("cause")) &&
      clause.words.some(({ word, weight }) => weight > 0.3 && one.text.includes(word)),
  );
}
