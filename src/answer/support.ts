/**
 * Whether what was found is enough to answer from. The commonest trap is a question about something that the articles
 * nearly say: the same town but another figure, the same figure but another year. So a question's rare words, its own
 * figures and the asked kind must be found together, not just anything that is alike.
 */
import type { Passage } from "../core/types.js";
import { foldText } from "../text/normalize.js";
import { findQuantities, isSameQuantity } from "../text/quantities.js";
import { findUnmet, isYear } from "./conditions.js";
import { weighEvidence } from "./evidence.js";
import type { Question } from "./question.js";
import type { Idf, RankedSentence } from "./rank-sentences.js";

/**
 * Evidence that an answer needs (see `evidence.ts`) in a collection of `size` chunks. It grows with the logarithm of the
 * size, up to where other articles count as evidence: the more there is, the better the best of what is merely alike.
 * Chosen on CMRC 2018, DRCD and CRUD-RAG news, with the answering passages left in and taken out; a higher value refuses
 * more of both.
 */
export function evidenceNeeded(size: number): number {
  return EVIDENCE_FOR_ONE + EVIDENCE_PER_E_FOLD * Math.log(Math.min(100, Math.max(1, size)));
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
  if (!best || findUnmet(question, best, ranked).length > 0) return false;
  return weighEvidence(question, ranked, idf, size) >= evidenceNeeded(size);
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
