/** Whether a clause turns round what it retells: up and down, early and late, large and small, before and after. */
import type { Figure } from "../../text/figures.js";
import { type Cue, cuesOf } from "../../text/sense-cues.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause, Reading } from "../reading.js";
import { isOfOtherTime, takesContrary } from "./kinds.js";

const CONTRARIES: readonly (readonly [Cue, Cue])[] = [
  ["up", "down"],
  ["down", "up"],
  ["early", "late"],
  ["late", "early"],
];

/** @param told the clauses of the sentence that this clause retells, the best one first. */
export function isTurnedRound(clause: ReadClause, claim: Reading, told: readonly ReadClause[], proof: Proof): boolean {
  if (isReturned(clause.text, proof.text)) return true;
  if (!sequenceAgrees(claim.text, proof.text) || turnsLevel(clause, proof) || turnsSide(clause, proof)) return true;
  const isBound = (one: ReadClause) => one.figures.some((a) => clause.figures.some((b) => a.value === b.value));
  const holder = told.find(isBound) ?? told[0];
  if (holder && isOfOtherTime(clause.text, holder, proof)) return true;
  if (holder && takesContrary(clause.text, holder.text)) return true;
  return !CONTRARIES.every(([cue, contrary]) => directionAgrees(clause, told, proof, cue, contrary));
}

function directionAgrees(
  clause: ReadClause,
  told: readonly ReadClause[],
  proof: Proof,
  cue: Cue,
  contrary: Cue,
): boolean {
  if (!clause.cues.has(cue)) return true;
  if (standsElsewhere(clause, cue, proof)) return true;
  const [best] = told;
  if (best?.cues.has(contrary) && !best.cues.has(cue) && !clause.cues.has(contrary)) return false;
  // 复查率为88%,比上年提高5个百分点: it has risen to 88%.
  const isReached = !clause.cues.has("compare") && clause.figures.some(({ change }) => change === "to");
  const compared = (isReached ? told.slice(0, 1) : []).flatMap(
    (one) => proof.clauses[proof.clauses.indexOf(one) + 1] ?? [],
  );
  const isCompared = compared.some(({ text, cues }) => /^(?:比|较|同比)/u.test(text) && cues.has(cue));
  return isCompared || told.some(({ cues, figures }) => cues.has(cue) || directionOf(figures) === cue);
}

function isNoun(word: PlacedWord | undefined): boolean {
  return word !== undefined && word.weight > 0.3 && /^(?:n|vn|x)/u.test(word.tag);
}

/** 产量|大: the word of direction stands beside the same word in a clause that says little else of the claim. */
function standsElsewhere({ words }: ReadClause, cue: Cue, { clauses }: Proof): boolean {
  return words.some((one, i) => {
    if (!cuesOf(one).has(cue)) return false;
    const [before, behind] = [words[i - 1], words[i + 1]];
    return clauses.some(({ words: others }) =>
      others.some(
        ({ word }, j) =>
          word === one.word &&
          ((isNoun(before) && before !== undefined && others[j - 1]?.word === before.word) ||
            (isNoun(behind) && behind !== undefined && others[j + 1]?.word === behind.word)),
      ),
    );
  });
}

/** 从35户发展到412户 has grown, whatever the verb. */
function directionOf(figures: readonly Figure[]): Cue | undefined {
  const [from, to] = (["from", "to"] as const).map((change) => figures.find((figure) => figure.change === change));
  if (!from || !to || from.unit !== to.unit || from.value === to.value) return undefined;
  return to.value > from.value ? "up" : "down";
}

const WAY = /从(?<from>\p{Script=Han}{2,8})[到至](?<to>\p{Script=Han}{2,8}?)(?=的|,|。|$)/u;

/** 从用药到确诊 for 从确诊到用药. */
function isReturned(claim: string, proof: string): boolean {
  const { from = "", to = "" } = WAY.exec(claim)?.groups ?? {};
  const told = WAY.exec(proof)?.groups;
  return from !== "" && told?.from === to && told.to === from;
}

const SEQUENCE = /(?:优?先|首先)(?<first>[^,。;]*)[,、]?(?:再|然后|其次|后)(?<second>[^,。;]*)/u;

/** 先修复学校,再修复村道: what comes first in the claim comes first in the sentence. */
function sequenceAgrees(claim: string, proof: string): boolean {
  const { first = "", second = "" } = SEQUENCE.exec(claim)?.groups ?? {};
  const told = SEQUENCE.exec(proof)?.groups;
  if (!told?.first || !told.second || first === "" || second === "") return true;
  const shared = (a: string, b: string) => Array.from(new Set(a)).filter((one) => b.includes(one)).length;
  return (
    shared(first, told.first) >= shared(first, told.second) && shared(second, told.second) >= shared(second, told.first)
  );
}

/** 上年 and 下降 are no sides. */
const NO_SIDE = "(?<![上下](?=[年月周次半升涨调降跌滑]))";

const SIDES: readonly (readonly [string, string])[] = [
  ["前", "后"],
  ["内", "外"],
  ["上", "下"],
];

/** 三岁前 against 三岁后: what stands behind the same words is the other side of them. */
function turnsSide(clause: ReadClause, proof: Proof): boolean {
  const text = proof.text.replaceAll(/[之以](?=[前后内外上下])/gu, "");
  const own = clause.text.replaceAll(/[之以](?=[前后内外上下])/gu, "");
  return SIDES.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]).some(([side = "", contrary = ""]) =>
    Array.from(own.matchAll(new RegExp(`(?<thing>[\\p{Script=Han}\\d]{1,2})${side}${NO_SIDE}`, "gu"))).some(
      ({ groups: { thing = "" } = {} }) => text.includes(thing + contrary) && !text.includes(thing + side),
    ),
  );
}

const LEVELS = "大小高低多少强弱快慢长短好差早晚";

/** 产量小 against 产量大, 低质量 against 高质量: the contrary level right beside the same characters. */
function turnsLevel(clause: ReadClause, proof: Proof): boolean {
  const { text } = clause;
  return Array.from(text).some((one, i) => {
    const level = LEVELS.indexOf(one);
    if (level < 0) return false;
    const contrary = LEVELS[level % 2 === 0 ? level + 1 : level - 1] ?? "";
    const before = text.slice(Math.max(0, i - 2), i);
    const behind = text.slice(i + 1, i + 3);
    const isTurned = (own: string, other: string) => proof.text.includes(other) && !proof.text.includes(own);
    return (
      (/^\p{Script=Han}{2}$/u.test(before) && isTurned(before + one, before + contrary)) ||
      (/^\p{Script=Han}{2}$/u.test(behind) && isTurned(one + behind, contrary + behind))
    );
  });
}
