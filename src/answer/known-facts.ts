/**
 * Which of the ranked sentences are facts to offer for a query, and whether there is any at all. A question needs what
 * an answer needs (`support`); a few words need sentences that speak of just that (`keywords`), and those that
 * state a figure, a day or a person come first. Nothing is better than something else.
 */
import type { LexicalIndex } from "../core/ports.js";
import { findNameBeginnings } from "../text/names.js";
import { foldText } from "../text/normalize.js";
import { findOrganisations } from "../text/organisations.js";
import { findPlaces } from "../text/places.js";
import { findQuantities } from "../text/quantities.js";
import { wordRarity } from "../text/word-rarity.js";
import { contextOf } from "./evidence.js";
import { holdsKeyword, type Keywords, keywordsOf, type Searched } from "./keywords.js";
import type { Question } from "./question.js";
import type { RankedSentence } from "./rank-sentences.js";
import { supportsAnswer } from "./support.js";
import { asks } from "./topic.js";

/** What it counts that a sentence states a figure, a day or a person, and that it names everything itself. */
const BONUS = { fact: 0.5, named: 0.4 };
/** Another sentence is offered besides the one that answers a question when it is about as much of it; 0 to 1. */
const AS_NEAR = 0.7;

/** Whether a query asks something, rather than naming it. */
export function isAsking({ kind, folded }: Pick<Question, "kind" | "folded">): boolean {
  return kind !== "other" || asks(folded) || folded.endsWith("?");
}

/**
 * The facts, best first; empty when the articles say nothing of it.
 * @param ranked best first.
 */
export function selectFacts(
  question: Question,
  ranked: readonly RankedSentence[],
  lexical: Pick<LexicalIndex, "idf" | "size">,
): RankedSentence[] {
  if (isAsking(question)) return answersTo(question, ranked, lexical);
  const keywords = keywordsOf(question);
  const mentions = mentionsOf(keywords, ranked);
  if (mentions.length > 0 || keywords.length < MANY_WORDS) return mentions;
  // Nobody writes just as many words in just that way: what is a name must be there, the rest may be said otherwise.
  const names = keywords.filter((word) => wordRarity(word) >= RARE);
  if (names.length === 0 || mentionsOf(names, ranked).length === 0) return [];
  return answersTo(question, ranked, lexical);
}

const MANY_WORDS = 3;
/** A word as rare as this is mostly a name; 0 to 1, see `wordRarity`. */
const RARE = 0.65;

function answersTo(
  question: Question,
  ranked: readonly RankedSentence[],
  lexical: Pick<LexicalIndex, "idf" | "size">,
): RankedSentence[] {
  const [best, ...others] = ranked;
  if (!best || !supportsAnswer(question, ranked, (term) => lexical.idf(term), lexical.size)) return [];
  const near = best.contextCoverage * AS_NEAR;
  return [best, ...others.filter((one) => one.holdsAsked && one.coverage > 0 && one.contextCoverage >= near)];
}

function mentionsOf(keywords: Keywords, ranked: readonly RankedSentence[]): RankedSentence[] {
  if (keywords.length === 0) return [];
  return ranked
    .filter(({ sentence }) => sentence.kind === "body")
    .flatMap((one) => {
      const own: Searched = { text: foldText(one.sentence.text) };
      const isFact = statesFact(own.text);
      if (keywords.every((word) => holdsKeyword(word, own))) {
        return [{ ...one, score: one.score + BONUS.named + (isFact ? BONUS.fact : 0) }];
      }
      const isWorthIt = isFact || /^(?:她|他|它|该|其(?![次中他]))/u.test(own.text);
      return isWorthIt && isSpokenOf(keywords, one, own) ? [{ ...one, score: one.score + BONUS.fact }] : [];
    })
    .toSorted((a, b) => b.score - a.score || a.number - b.number);
}

/**
 * The sentence goes on about what the article's names or the sentences before it name: it names no other place, or
 * nobody else. Figures of a year are those of the sentence that names it.
 */
function isSpokenOf(keywords: Keywords, one: RankedSentence, own: Searched): boolean {
  const missing = keywords.filter((word) => !holdsKeyword(word, own));
  const context: Searched = { text: contextOf(one) };
  const about: Searched = { text: foldText(`${one.passage.names}\n${one.passage.published?.slice(0, 4) ?? ""}`) };
  const isThere = (word: string) => holdsKeyword(word, YEAR.test(word) ? about : context);
  if (!missing.every(isThere)) return false;
  const places = new Set(missing.filter((word) => findPlaces(word).length > 0));
  if (places.size > 0 && findPlaces(own.text).length > 0) return false;
  const isOther = missing.some((word) => !places.has(word) && !YEAR.test(word));
  return !isOther || (findNameBeginnings(own.text).length === 0 && findOrganisations(own.text).length === 0);
}

const YEAR = /^(?:19|20)\d{2}$/;

/** @param sentence folded. */
function statesFact(sentence: string): boolean {
  return /\d/.test(sentence) || findQuantities(sentence).length > 0 || findNameBeginnings(sentence).length > 0;
}
