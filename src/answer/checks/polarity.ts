/**
 * Whether what is done is denied alike: a verb that the sentence only denies (尚未决定) or leaves open (是否延续) may not be
 * asserted, and one that it only asserts may not be denied. Told verb by verb, since a clause may hold both.
 */

import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { retold } from "./retold.js";
import { FREE } from "./wording.js";

const NEGATOR =
  /^(?:(?:并|绝|从|还|也|都|毫|尚|仍|均)?(?:不|没|未|无)(?:能|会|可|可以|再|曾|有|予|得|愿|用|必|要|需|须|该|应|让|许)?|没有|无一|从来没有|无法|拒绝|禁止|停止|取消|避免)$/u;
const OPEN = /^(?:是否|能否|会否|可否)$/u;
const STAYS_OPEN = /是否|能否|会否|可否|待|未定|未决|尚未|还没|没有|悬而/u;

/** Whether every verb of the clause is denied, asserted or left open as in the sentence. */
export function polarityAgrees({ clause, proof }: ClauseCheck): boolean {
  if (clause.words.some((one) => isDeniedInside(one, clause.text, proof.text))) return false;
  const words = proof.clauses.flatMap((one) => verbsOf(one));
  return verbsOf(clause).every(({ word, isDenied }) => {
    const same = words.filter((one) => one.word === word);
    if (same.length === 0) return true;
    // 提供作业辅导, where 不提供 is said of something else: the word alone tells neither.
    if (
      !isDenied &&
      FREE.test(word) &&
      (isAsserted(clause, word, proof) || retold(clause, proof)[0]?.cues.has("negation") === false)
    )
      return true;
    if (same.every(({ isOpen }) => isOpen) && !STAYS_OPEN.test(clause.text)) return false;
    if (isDenied) return same.some((one) => one.isDenied || one.isUnder || one.isOpen);
    return !same.every((one) => one.isDenied);
  });
}

/** 小屋提供作业辅导 of 除作业辅导外,小屋…不提供学科类补习: all but the verb stands where nothing is denied. */
function isAsserted({ words }: ReadClause, verb: string, { clauses, text }: Proof): boolean {
  const others = words.filter(({ word, weight }) => word !== verb && weight > 0.3 && text.includes(word));
  const asserted = clauses.filter(({ cues }) => !cues.has("negation"));
  return others.length > 1 && others.every(({ word }) => asserted.some((one) => one.text.includes(word)));
}

const DENYING = /[免未不无没非拒禁]$/u;

/** 交学费 where the sentence only has 免交学费. */
function isDeniedInside({ word, weight, tag }: PlacedWord, claim: string, proof: string): boolean {
  if (weight <= 0.3 || word.length < 2 || !/^[nvl]/u.test(tag) || !proof.includes(word)) return false;
  const isDenied = (text: string) =>
    text
      .split(word)
      .slice(0, -1)
      .every((before) => DENYING.test(before));
  return isDenied(proof) && !isDenied(claim) && !/[不没未无]/u.test(claim);
}

interface Verb {
  word: string;
  /** A negator governs it, and no other verb stands between. */
  isDenied: boolean;
  /** A negator stands before it in its clause. */
  isUnder: boolean;
  isOpen: boolean;
}

const known = new WeakMap<ReadClause, Verb[]>();

function verbsOf(clause: ReadClause): Verb[] {
  const before = known.get(clause);
  if (before) return before;
  const verbs = findVerbs(clause);
  known.set(clause, verbs);
  return verbs;
}

function findVerbs({ words }: ReadClause): Verb[] {
  const verbs: Verb[] = [];
  let isDenied = false;
  let isUnder = false;
  let isOpen = false;
  for (const one of words) {
    if (OPEN.test(one.word)) isOpen = true;
    else if (NEGATOR.test(one.word)) [isDenied, isUnder] = [true, true];
    else if (isVerb(one)) {
      verbs.push({ word: one.word, isDenied, isUnder, isOpen });
      isDenied = false;
    }
  }
  return verbs;
}

function isVerb({ word, tag, weight, isInName }: PlacedWord): boolean {
  return /^v(?!n)/u.test(tag) && weight > 0.3 && word.length > 1 && !isInName;
}
