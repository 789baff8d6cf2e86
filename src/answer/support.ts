/**
 * Whether what was found is enough to answer from. The commonest trap is a question about something that the articles
 * nearly say: the same town but another figure, the same figure but another year. So a question's rare words, its own
 * figures and the asked kind must be found together, not just anything that is alike.
 */
import type { Passage, Statement } from "../core/types.js";
import { isHomophone } from "../text/homophones.js";
import { findTitles } from "../text/names.js";
import { foldText, hasHan } from "../text/normalize.js";
import { findPlaces, namesPlace } from "../text/places.js";
import { findQuantities, isSameQuantity, type Quantity } from "../text/quantities.js";
import { relatedWords } from "../text/related-words.js";
import { statesAskedAttributes } from "./attributes.js";
import { contextOf, holdsFigures, weighEvidence } from "./evidence.js";
import type { Question } from "./question.js";
import { holdsAskedKind, type Idf, type RankedSentence } from "./rank-sentences.js";

/**
 * Evidence that an answer needs (see `evidence.ts`) in a collection of `size` chunks. It grows with the logarithm of the
 * size: the more there is, the better the best of what is merely alike. Chosen on CMRC 2018, DRCD and CRUD-RAG news, with
 * the answering passages left in and taken out; a higher value refuses more of both.
 */
export function evidenceNeeded(size: number): number {
  return EVIDENCE_FOR_ONE + EVIDENCE_PER_E_FOLD * Math.log(Math.max(1, size));
}

const EVIDENCE_FOR_ONE = 0.535;
const EVIDENCE_PER_E_FOLD = 0.03;

/**
 * Whether the best sentences support an answer at all.
 * @param ranked best first; empty supports none.
 * @param size chunks in the collection.
 */
export function supportsAnswer(question: Question, ranked: readonly RankedSentence[], idf: Idf, size: number): boolean {
  const [best] = ranked;
  if (!best || !holdsNeededKind(question, best) || !namesOwnPlaces(question, best, ranked)) return false;
  if (!namesOwnYears(question, best)) return false;
  if (!statesAskedAttributes(foldText(question.searched), contextOf(best))) return false;
  return weighEvidence(question, ranked, idf) >= evidenceNeeded(size);
}

/** A number, a day, a year and a post are told by their form; 什么时候 may be answered by any words (春节, 战后). */
function holdsNeededKind(question: Question, best: RankedSentence): boolean {
  const sentence = foldText(best.sentence.text);
  switch (question.kind) {
    case "number":
    case "duration":
      return best.holdsAsked;
    case "date":
      return best.holdsAsked || /什么时候|什么时间|何时|when/u.test(question.folded);
    case "role":
      return sentence.includes(question.subject) || isHomophone(question.subject, sentence);
    case "person": {
      const context = contextOf(best);
      return (
        findTitles(question.content).every((title) => context.includes(title)) && saysWhatWasDone(question, sentence)
      );
    }
    case "place":
    case "organisation":
    case "list":
    case "other":
      return true;
  }
}

/** 谁创立了…: the sentence must speak of founding. */
function saysWhatWasDone({ folded }: Question, sentence: string): boolean {
  const verb = /谁(?<verb>\p{Script=Han}{2})(?:了|过|的)/u.exec(folded)?.groups?.verb;
  if (verb === undefined) return true;
  return [verb, ...(relatedWords(verb).get(verb) ?? [])].some((word) => word.length > 1 && sentence.includes(word));
}

/**
 * Whether a model may be asked at all: a year that the question names must stand in one of the passages. What the model
 * makes of the rest is checked afterwards.
 */
export function namesKnownYears(question: Question, passages: readonly Passage[]): boolean {
  const years = question.figures.filter(isYear);
  if (years.length === 0) return true;
  const present = findQuantities(foldText(passages.map(({ text, names }) => `${names}\n${text}`).join("\n")));
  return years.every((year) => present.some((other) => isSameQuantity(year, other)));
}

/**
 * Whether checked statements answer what was asked, by form: true statements that hold no figure at all do not answer
 * 多少. Only for statements in Chinese.
 */
export function answersAskedKind(question: Question, statements: readonly Statement[]): boolean {
  if (question.kind !== "number" && question.kind !== "date") return true;
  return statements.some(({ text }) => !hasHan(text) || holdsAskedKind({ ...question, units: [] }, foldText(text)));
}

/** A place that the question names must be named by the article that answers it, somewhere in what was found of it. */
function namesOwnPlaces(question: Question, best: RankedSentence, ranked: readonly RankedSentence[]): boolean {
  const places = findPlaces(question.content);
  if (places.length === 0) return true;
  const found = ranked.filter(({ passage }) => passage.articleId === best.passage.articleId);
  const article = foldText([best.passage.names, ...found.map(({ sentence }) => sentence.text)].join("\n"));
  return places.every((place) => namesPlace(article, place));
}

/** A year in the question must stand near the sentence that answers it: figures of two years are never the same. */
function namesOwnYears(question: Question, best: RankedSentence): boolean {
  const years = { figures: question.figures.filter(isYear) };
  const { names, published = "", text } = best.passage;
  const context = contextOf(best);
  if (holdsFigures(years, context)) return true;
  return !findQuantities(context).some(isYear) && holdsFigures(years, `${names}\n${published.slice(0, 4)}年\n${text}`);
}

function isYear({ value, unit }: Quantity): boolean {
  return unit === "年" && value > 1000;
}
