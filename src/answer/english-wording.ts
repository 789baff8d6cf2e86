/**
 * Whether a Chinese sentence has something for each English word of a claim. A word that nothing is known about cannot be
 * compared, so the claim is not shown: one Chinese name in it does not make the rest true.
 */
import { findEnglishFigures } from "../text/english-figures.js";
import { SENSES } from "../text/english-glossary.js";
import { chineseFor, isTranslatedName } from "../text/english-lexicon.js";
import { ENGLISH_VERBS } from "../text/english-verbs.js";
import type { Proof } from "./proof.js";

/** What a sentence goes on about may be named in those before it. */
const TOPIC =
  /^(?:project|programme|program|plan|initiative|campaign|foundation|company|county|city|province|village|town|school|hospital|association|organi[sz]ation|report|camp|team|canteen|centre|center|platform|handbook|symposium|meeting|conference|event|service|course|donation|fund|loan|flood|disaster)(?:s|ies)?$/u;

/** `name` when it is a name that the sentence does not have, `wording` when it is any other word. */
export function strangeWord(claim: string, proof: Proof): "name" | "wording" | undefined {
  const figures = findEnglishFigures(claim);
  let fault: "wording" | undefined;
  for (const { 0: written, index } of claim.matchAll(/(?<![\p{L}\d])[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*/gu)) {
    if (figures.some(({ start, end }) => index < end && index + written.length > start)) continue;
    const word = written.replace(/['’]s?$/u, "");
    if (isTold(word.toLowerCase(), proof)) continue;
    if (/^[A-Z]/u.test(word) && isName(word.toLowerCase(), index)) return "name";
    fault = "wording";
  }
  return fault;
}

/** A sentence begins with a capital whatever its first word is. */
function isName(word: string, index: number): boolean {
  return index > 0 || isTranslatedName(word) || chineseFor(word) === undefined;
}

function isTold(word: string, proof: Proof): boolean {
  // A name in Latin letters stands there as it is.
  if (proof.text.includes(word) && word.length > 1) return true;
  if (/n['’]t$/u.test(word)) return true;
  const chinese = chineseFor(word);
  if (chinese === true) return true;
  if (chinese) return chinese.test(`${proof.text}\n${TOPIC.test(word) ? proof.context : proof.names}`);
  const parts = word.split("-");
  if (parts.length > 1) return parts.every((part) => isTold(part, proof));
  // What these hold has been compared with the sentence already.
  return [...ENGLISH_VERBS, ...SENSES].some(([english]) => english.exec(word)?.index === 0);
}
