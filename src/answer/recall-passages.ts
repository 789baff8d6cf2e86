/**
 * A follow-up is looked for in the article that it leans on as well: its own few words may not find the sentence that
 * stands next to the one quoted before. Passages of that article are added to what was found, and preferred a little;
 * what another article says better still wins.
 */
import type { ArticleStore } from "../core/ports.js";
import type { Citation, Passage } from "../core/types.js";
import type { Condensed } from "./condense-by-rules.js";
import { isNamedIn } from "./exchanged-words.js";
import type { Question } from "./question.js";

/** Added to the score of a passage of an article that the follow-up leans on; scores end at 1. */
const BONUS = 0.15;
/** Score of a passage that was not found by the question, before the bonus. */
const RECALLED_SCORE = 0.2;
/** Chunks recalled of one article: those nearest to what was quoted. */
const MAX_RECALLED = 6;

/**
 * @param found best first, as retrieved.
 * @param read how the question reads what articles say.
 * @returns best first; none when what the follow-up put in stands in nothing that was found: 女性呢? is no question about
 * all of them.
 */
export function recallPassages(
  articles: Pick<ArticleStore, "listChunksOf" | "getPassages">,
  { leansOn, leansTacitly, asksForMore, exchanged }: Condensed,
  found: readonly Passage[],
  read: Question["read"],
): Passage[] {
  if (!isNamedIn(found, exchanged, read)) return [];
  const citations = leansOn.flatMap((turn) => turn.citations);
  if (citations.length === 0) return [...found];
  const cited = new Set(citations.map(({ articleId }) => articleId));
  const known = new Set(found.map(({ chunkId }) => chunkId));
  const missing = Array.from(cited).flatMap((articleId) => nearestChunks(articles, articleId, citations));
  const recalled = articles
    .getPassages(missing.filter((chunkId) => !known.has(chunkId)))
    .map((passage) => ({ ...passage, score: RECALLED_SCORE }));
  // Words that name nothing find the same of every programme: by them, no other one is nearer than that of the talk.
  const best = Math.max(RECALLED_SCORE, ...found.map(({ score }) => score));
  const scoreOf = ({ articleId, score }: Passage) => {
    if (leansTacitly) return cited.has(articleId) ? best : Math.max(0, score - BONUS);
    return cited.has(articleId) ? Math.min(1, score + BONUS) : score;
  };
  return [...found, ...recalled]
    .map((passage) => ({ ...passage, score: scoreOf(passage) }))
    .map((passage) => (asksForMore ? withoutQuoted(passage, citations) : passage))
    .toSorted((a, b) => b.score - a.score);
}

/** Of the current revision; by their distance from a sentence that was quoted from it. */
function nearestChunks(
  articles: Pick<ArticleStore, "listChunksOf">,
  articleId: string,
  citations: readonly Citation[],
): number[] {
  const places = citations.filter((citation) => citation.articleId === articleId);
  return articles
    .listChunksOf(articleId)
    .filter(({ revision }) => places.some((place) => place.revision === revision))
    .map(({ id, start, end }) => ({
      id,
      distance: Math.min(...places.map((place) => Math.max(0, place.start - end, start - place.end))),
    }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MAX_RECALLED)
    .map(({ id }) => id);
}

/** More of the same is something that was not quoted yet. */
function withoutQuoted(passage: Passage, citations: readonly Citation[]): Passage {
  const isQuoted = ({ start, end }: { start: number; end: number }) =>
    citations.some((one) => one.articleId === passage.articleId && one.start === start && one.end === end);
  return { ...passage, sentences: passage.sentences.filter((sentence) => !isQuoted(sentence)) };
}
