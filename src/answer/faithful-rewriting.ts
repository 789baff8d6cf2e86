/**
 * Whether a model's wording of a follow-up may be used: it asks what was asked, of what the conversation was about. Names,
 * titles, figures and dates that neither the conversation nor the question had are not let in, whatever led the model to
 * them; the conversation is only ever looked at as text.
 */
import type { Turn } from "../core/types.js";
import { foldText, hasHan } from "../text/normalize.js";
import { findPersonNames, findSubjectPerson } from "../text/person-names.js";
import { findPlaces } from "../text/places.js";
import { findQuantities, isSameQuantity, type Quantity } from "../text/quantities.js";
import { stripQuestionWords } from "../text/question-words.js";
import { contentWords, wordRarity } from "../text/word-rarity.js";
import { analyseQuestion } from "./question.js";

/** A longer rewriting is no question; UTF-16 units. */
export const MAX_REWRITING = 160;
/** A word that the conversation did not have must be at least as common as this; 0 (every second word) to 1. */
const MAX_RARITY_OF_NEW = 0.6;
const QUOTED = /[“"「『《](?<words>[^”"」』》]{1,60})[”"」』》]/gu;

/** What a rewriting is held against. */
export interface Rewritten {
  question: string;
  /** What the rules made of the question. */
  byRules: string;
  turns: readonly Turn[];
}

/** Any string is fine; one that is empty, of several lines, or in another language is not faithful. */
export function isFaithful(rewriting: string, { question, byRules, turns }: Rewritten): boolean {
  if (rewriting === "" || rewriting.length > MAX_REWRITING || /[\r\n\u2028\u2029]/u.test(rewriting)) return false;
  if (hasHan(byRules) && !hasHan(rewriting)) return false;
  const text = foldText(rewriting);
  const own = foldText(question);
  const said = foldText(
    [question, ...turns.flatMap((turn) => [turn.question, turn.standalone, turn.answer])].join("\n"),
  );
  return (
    holdsAll(findQuantities(said), findQuantities(text)) &&
    holdsAll(findQuantities(text), findQuantities(own)) &&
    namesOf(text).every((name) => said.includes(name)) &&
    namesOf(own).every((name) => text.includes(name)) &&
    contentWords(stripQuestionWords(text)).every((word) => said.includes(word) || isCommon(word)) &&
    asksTheSame(text, own, foldText(byRules))
  );
}

function holdsAll(figures: readonly Quantity[], needed: readonly Quantity[]): boolean {
  return needed.every((figure) => figures.some((other) => isSameQuantity(figure, other)));
}

function namesOf(text: string): string[] {
  const quoted = Array.from(text.matchAll(QUOTED), ({ groups }) => groups?.words ?? "");
  const subject = findSubjectPerson(text);
  return [...quoted, ...findPlaces(text), ...findPersonNames(text), ...(subject ? [subject] : [])];
}

/** Two characters and well known, or a figure, which is checked as such; a single character may be part of a name. */
function isCommon(word: string): boolean {
  if (/^\p{N}+/u.test(word)) return true;
  if (!hasHan(word)) return false;
  return wordRarity(word) < MAX_RARITY_OF_NEW;
}

/** The kind and the unit of the follow-up itself; of what the rules made of it when it is only a fragment (2019年呢?). */
function asksTheSame(text: string, own: string, byRules: string): boolean {
  const asked = analyseQuestion(text);
  const followUp = analyseQuestion(own);
  const needed = followUp.kind === "other" ? analyseQuestion(byRules) : followUp;
  if (needed.kind !== "other" && asked.kind !== needed.kind) return false;
  return needed.units.length === 0 || needed.units.some((unit) => asked.units.includes(unit));
}
