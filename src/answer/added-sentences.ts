/**
 * What may stand beside the best sentence of a quote: the rest of a list that it begins, and sentences that are about the
 * same year, figure and person.
 */
import { findNameBeginnings } from "../text/names.js";
import { findQuantities } from "../text/quantities.js";
import { holdsFigures } from "./figures-held.js";
import type { Question } from "./question.js";
import type { RankedSentence } from "./rank-sentences.js";

/** 三类典型路径——甲; the announcement of a list, and its first part. */
const ANNOUNCES = /——|[:：]/u;
const GOES_ON = /[;；]$/u;
/** Longer lists are cut, in sentences and UTF-16 units: an answer is no article. */
const MAX_PARTS = 6;
const MAX_LIST = 400;

/**
 * The sentences after the best one that belong to the list it begins, in reading order; empty when it begins none, or
 * when one figure, day or person is asked for.
 */
export function restOfList(
  { kind }: Question,
  best: RankedSentence,
  ranked: readonly RankedSentence[],
): RankedSentence[] {
  if (kind !== "list" && kind !== "other") return [];
  if (!GOES_ON.test(best.sentence.text)) return [];
  const isAnnounced = ANNOUNCES.test(best.sentence.text);
  const parts: RankedSentence[] = [];
  let length = best.sentence.text.length;
  for (let last = best; GOES_ON.test(last.sentence.text) && parts.length + 1 < MAX_PARTS; ) {
    const next = ranked.find(
      ({ passage, sentence }) =>
        passage.articleId === best.passage.articleId && sentence.ordinal === last.sentence.ordinal + 1,
    );
    length += next?.sentence.text.length ?? 0;
    if (!next || !(isAnnounced || isParallel(last.sentence.text, next.sentence.text))) break;
    if (next.sentence.paragraph !== best.sentence.paragraph || length > MAX_LIST) break;
    parts.push(next);
    last = next;
  }
  return parts;
}

/** …要协助地方;要通过科技;要动员各方: a part begins with the word that governs the one before it, or with its number. */
function isParallel(before: string, next: string): boolean {
  const { number, word } =
    /^(?:(?<number>[一二三四五六]是|其[次三]|第[一二三四五六])|(?<word>要|须|必须|应当?|需要?))/u.exec(next)?.groups ??
    {};
  return number !== undefined || (word !== undefined && before.includes(word));
}

/** Whether a further sentence is about what was asked: of no other year or figure, and of nobody else. */
export function isAboutTheSame(question: Question, best: RankedSentence, further: RankedSentence): boolean {
  const told = question.read(further.sentence.text);
  if (findQuantities(told).length > 0 && !holdsFigures(question, told)) return false;
  const isAsked = (name: string) => question.folded.includes(name);
  const others = findNameBeginnings(told);
  const isAboutPerson = findNameBeginnings(question.read(best.sentence.text)).some(isAsked);
  return !isAboutPerson || others.length === 0 || others.some(isAsked);
}
