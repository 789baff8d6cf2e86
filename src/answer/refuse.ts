/**
 * Whether what was found is enough to answer from. The commonest trap is a question about something that the articles
 * nearly say: the same town but another figure, the same figure but another year. So a question's rare words, its own
 * figures and the asked kind must be found together, not just anything that is alike.
 */
import type { Passage, Statement } from "../core/types.js";
import { foldText, hasHan } from "../text/normalize.js";
import { findPlaces, namesPlace } from "../text/places.js";
import { findQuantities, isSameQuantity } from "../text/quantities.js";
import { contentWords, wordRarity } from "../text/word-rarity.js";
import type { Question } from "./question.js";
import { holdsAskedKind, type Idf, type RankedSentence } from "./rank-sentences.js";

/**
 * How much of the question must be found, 0 to 1; see `evidenceFor`. A higher value refuses more questions that have no
 * answer and more that have one; chosen on CMRC 2018 and DRCD, with the answering passages left in and taken out.
 */
const MIN_EVIDENCE = 0.59;

const NEEDS_ASKED_KIND: ReadonlySet<Question["kind"]> = new Set(["number", "date", "duration", "role"]);
/** Sentences of the passage before the best one that may name its subject. */
const CONTEXT_SENTENCES = 3;

/** Whether the best sentences support an answer at all. `ranked` is best first; empty supports none. */
export function supportsAnswer(question: Question, ranked: readonly RankedSentence[], idf: Idf): boolean {
  const [best] = ranked;
  if (!best) return false;
  if (NEEDS_ASKED_KIND.has(question.kind) && !best.holdsAsked) return false;
  if (!namesWhatIsCounted(question, best) || !namesOwnPlaces(question, best, ranked)) return false;
  return namesOwnFigures(question, best) && evidenceFor(question, best, idf) >= MIN_EVIDENCE;
}

/**
 * Whether a model may be asked at all: a year that the question names must stand in one of the passages. What the model
 * makes of the rest is checked afterwards.
 */
export function namesKnownYears(question: Question, passages: readonly Passage[]): boolean {
  const years = question.figures.filter(({ value, unit }) => unit === "年" && value > 1000);
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

/**
 * Share of the question that the best sentence, the few before it and the title hold, 0 to 1: half of it counted in
 * index terms, half in words by their rarity in the collection and in the language, where a word that is missing counts
 * by the characters of it that are there (连续开展 ~ 连续第十二年…开展).
 */
function evidenceFor(question: Question, best: RankedSentence, idf: Idf): number {
  const context = contextOf(best);
  let held = 0;
  let total = 0;
  for (const word of contentWords(question.content)) {
    const characters = Array.from(word);
    const weight = idf(word) * wordRarity(word) ** 2 * (characters.length === 1 ? 0.5 : 1);
    total += weight;
    if (context.includes(word)) held += weight;
    else if (characters.length > 1) {
      held += (weight / 2) * (characters.filter((character) => context.includes(character)).length / characters.length);
    }
  }
  const words = total > 0 ? held / total : 0;
  return (words + best.contextCoverage) / 2;
}

/** A place that the question names must be named by the article that answers it, somewhere in what was found of it. */
function namesOwnPlaces(question: Question, best: RankedSentence, ranked: readonly RankedSentence[]): boolean {
  const places = findPlaces(question.content);
  if (places.length === 0) return true;
  const found = ranked.filter(({ passage }) => passage.articleId === best.passage.articleId);
  const article = foldText([best.passage.names, ...found.map(({ sentence }) => sentence.text)].join("\n"));
  return places.every((place) => namesPlace(article, place));
}

/**
 * A bare 多少 or a general measure word (多少个国家) takes any figure, so what is counted must stand in the sentence; a
 * measure word of its own (多少名, 多少元) says enough.
 */
function namesWhatIsCounted({ counted, units }: Question, best: RankedSentence): boolean {
  return units.length > 0 || foldText(best.sentence.text).includes(counted.slice(0, 2));
}

/** A year or another figure in the question must stand in the sentence that answers it, or in the few before it. */
function namesOwnFigures(question: Question, best: RankedSentence): boolean {
  const present = findQuantities(contextOf(best));
  return question.figures.every((figure) => present.some((other) => isSameQuantity(figure, other)));
}

/** The article's names, the best sentence and the few before it in its passage, folded. */
function contextOf(best: RankedSentence): string {
  const { sentences, names } = best.passage;
  const place = sentences.findIndex(({ ordinal }) => ordinal === best.sentence.ordinal);
  const near = sentences.slice(Math.max(0, place - CONTEXT_SENTENCES), place + 1).map(({ text }) => text);
  return foldText([names, ...near].join("\n"));
}
