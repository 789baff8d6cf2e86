/**
 * Whether what was found is enough to answer from. The commonest trap is a question about something that the articles
 * nearly say: the same town but another figure, the same figure but another year. So a question's rare words, its own
 * figures and the asked kind must be found together, not just anything that is alike.
 */
import { foldText } from "../text/normalize.js";
import { findQuantities, isSameQuantity } from "../text/quantities.js";
import type { Question } from "./question.js";
import type { RankedSentence } from "./rank-sentences.js";

/** Share of the question's idf mass that the best sentence and its context must hold together, 0 to 1. */
export const MIN_COVERAGE = 0.6;
/** Share that the best sentence must hold by itself. */
export const MIN_OWN_COVERAGE = 0.3;

const NEEDS_ASKED_KIND: ReadonlySet<Question["kind"]> = new Set(["number", "date", "duration", "role"]);

/** Whether the best sentences support an answer at all. `ranked` is best first; empty supports none. */
export function supportsAnswer(question: Question, ranked: readonly RankedSentence[]): boolean {
  const [best] = ranked;
  if (!best) return false;
  if (best.contextCoverage < MIN_COVERAGE || best.coverage < MIN_OWN_COVERAGE) return false;
  if (NEEDS_ASKED_KIND.has(question.kind) && !best.holdsAsked) return false;
  return namesOwnFigures(question, best);
}

/** A year or another figure in the question must stand in the passage that answers it. */
function namesOwnFigures(question: Question, best: RankedSentence): boolean {
  const present = findQuantities(foldText(`${best.passage.title}\n${best.passage.text}`));
  return question.figures.every((figure) => present.some((other) => isSameQuantity(figure, other)));
}
