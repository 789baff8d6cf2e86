/**
 * Whether what was found is enough to answer from. The commonest trap is a question about something that the articles
 * nearly say: the same town but another figure, the same figure but another year. So a question's rare words, its own
 * figures and the asked kind must be found together, not just anything that is alike.
 */
import type { Passage, Statement } from "../core/types.js";
import { foldText, hasHan } from "../text/normalize.js";
import { findQuantities, isSameQuantity } from "../text/quantities.js";
import { contentWords } from "../text/word-rarity.js";
import { holdsAskedKind } from "./asked-kind.js";
import { findUnmet, isYear } from "./conditions.js";
import { weighEvidence } from "./evidence.js";
import type { Question } from "./question.js";
import type { Idf, RankedSentence } from "./rank-sentences.js";

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
  const [best, ...others] = ranked;
  if (!best || findUnmet(question, [best, ...others]).length > 0) return false;
  return weighEvidence(question, ranked, idf) >= evidenceNeeded(size);
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

/** Share of the question's words that statements must take up when they hold nothing of the asked form, 0 to 1. */
const ON_TOPIC = 0.5;

/**
 * Whether checked statements answer what was asked, by form: true statements that hold no figure at all do not answer
 * 多少, unless they speak of just what was asked about. Only for statements in Chinese.
 */
export function answersAskedKind(question: Question, statements: readonly Statement[]): boolean {
  if (question.kind !== "number" && question.kind !== "date") return true;
  const texts = statements.map(({ text }) => question.read(text));
  if (texts.some((text) => !hasHan(text) || holdsAskedKind({ ...question, units: [] }, text))) return true;
  const words = contentWords(question.content).filter((word) => word.length > 1);
  const taken = words.filter((word) => texts.some((text) => text.includes(word)));
  return taken.length > words.length * ON_TOPIC;
}
