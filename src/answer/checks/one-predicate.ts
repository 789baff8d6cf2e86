/**
 * What is done in one clause is not done with what only a later clause speaks of: of 撤出其中3个县,把力量集中到最困难的5个县 a claim may
 * not make 撤出5个县. What was named before goes on; what comes after has a predicate of its own.
 */
import { SAYING } from "../../text/saying.js";
import { findTitles } from "../../text/titles.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { isIn } from "./counted.js";
import { isSameFigure } from "./same-figure.js";
import { FREE } from "./wording.js";

const SPEECH = new RegExp(`(?:${SAYING})$`, "u");
const SHARE = /多半|大多数?|多数|大部分|绝大部分|少数|小部分/u;
/** They only say more of what was just told. */
const GOES_ON = /^(?:其中|包括|包含|例如|比如|如|即|分别|共|合计|总计|约占|占|约|平均|人均|为期|涉及|涵盖|覆盖|惠及)/u;

export function predicateIsOne({ clause, proof }: ClauseCheck): boolean {
  // 受训回村后, …: when it was may sum up several.
  if (proof.text.includes(clause.text) || /[后时前]$/u.test(clause.text)) return true;
  const words = clause.words.filter(({ word, weight }) => weight > 0.3 && !FREE.test(word));
  const verbs = words.flatMap((word) => (isVerb(word) ? (onlyHolder(word, proof) ?? []) : []));
  const [first] = verbs;
  if (!first) return true;
  // 多半败在选址上,真正因资金断裂倒下的不到五分之一: how many there are goes with what they did.
  const share = SHARE.exec(clause.text)?.[0];
  const shared = share === undefined ? [] : proof.clauses.filter(({ text }) => text.includes(share));
  if (shared.length === 1 && shared[0] !== undefined && !verbs.includes(shared[0])) return false;
  return proof.clauses.every((later) => {
    if (later.start <= first.start || verbs.includes(later) || !hasOwnPredicate(later, clause)) return true;
    if (proof.clauses.some((one) => one.start <= later.start && one.start > first.start && verbs.includes(one)))
      return true;
    if (SPEECH.test(first.text) || GOES_ON.test(later.text)) return true;
    const takesWord = words.some((word) => !word.isInName && word.tag !== "ns" && onlyHolder(word, proof) === later);
    const takesFigure = clause.figures.some((figure) => {
      const holders = proof.clauses.filter(({ figures }) =>
        figures.some((one) => isSameFigure(figure, { ...one, change: figure.change }, proof.text)),
      );
      return holders.length === 1 && holders[0] === later;
    });
    return !takesWord && !takesFigure;
  });
}

/** 影响有限 says something too. */
function isSaid(word: PlacedWord): boolean {
  return isVerb(word) || (/^(?:a|ad|z)$/u.test(word.tag) && !FREE.test(word.word));
}

function isVerb({ tag, word, isInName }: PlacedWord): boolean {
  return /^v(?!n)/u.test(tag) && !isInName && word.length > 1 && findTitles(word).length === 0;
}

/** The one clause of the sentence that has this word. */
function onlyHolder({ word }: PlacedWord, { clauses }: Proof): ReadClause | undefined {
  const holders = clauses.filter(({ text }) => holdsWord(text, word));
  return holders.length === 1 ? holders[0] : undefined;
}

/** Whether something is said in it that the claim does not say. */
function hasOwnPredicate({ words }: ReadClause, claim: ReadClause): boolean {
  return words.some((word) => isSaid(word) && word.weight > 0.2 && !isIn(word.word, claim.text));
}
