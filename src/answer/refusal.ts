/**
 * The two ways of not answering: where something near was found, its reports are named; where nothing is, none is. A
 * refusal has no citation: a source under it would look like proof.
 */
import type { LexicalIndex } from "../core/index-ports.js";
import type { ArticleStore } from "../core/ports.js";
import type { Passage } from "../core/types.js";
import { answerWords } from "../i18n/answer-words.js";
import { type Draft, plainDraft } from "./draft.js";
import { weighEvidence } from "./evidence.js";
import type { Question } from "./question.js";
import { type Idf, rankSentences } from "./rank-sentences.js";
import { showSentences } from "./shown-sentences.js";

const MAX_TITLES = 3;
/** Evidence (see `evidence.ts`) from which on what was found counts as near: about half of what an answer needs. */
const NEAR = 0.35;
/** A report is named when its best passage scores at least this share of the best of all. */
const NEAR_PASSAGE = 0.4;

/** What refusing needs. */
export interface RefusalDeps {
  articles: Pick<ArticleStore, "countArticles">;
  lexical: Pick<LexicalIndex, "idf"> | undefined;
}

/** A refusal in the question's language, with up to three titles of the nearest reports. @param passages best first. */
export function draftRefusal(deps: RefusalDeps, question: Question, passages: readonly Passage[]): Draft {
  const words = answerWords(question.language);
  if (deps.articles.countArticles() === 0) return plainDraft("refused", words.emptyCorpus);
  const suggestions = deps.lexical ? nearestTitles(question, passages, (term) => deps.lexical?.idf(term) ?? 0) : [];
  return { ...plainDraft("refused", words.refused(suggestions)), suggestions };
}

function nearestTitles(question: Question, passages: readonly Passage[], idf: Idf): string[] {
  const ranked = rankSentences(question, showSentences(passages), idf);
  // As in a collection of one: that several articles came near is no reason not to name them.
  if (weighEvidence(question, ranked, idf, 1) < NEAR) return [];
  const floor = (passages[0]?.score ?? 0) * NEAR_PASSAGE;
  const titles = passages.filter(({ score }) => score >= floor).map(({ title }) => title);
  return Array.from(new Set(titles)).slice(0, MAX_TITLES);
}
