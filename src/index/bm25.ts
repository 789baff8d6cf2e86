/**
 * Word search over one or more files: BM25 over the terms of `text/tokens`. How rare a term is counts over all of them
 * together, so a collection that grew file by file ranks like one that was indexed at once. Deterministic.
 *
 *   worth(term) = idf(term) · weight(kind);  idf = ln(1 + (N − n + 0.5) / (n + 0.5))
 */
import type { LexicalIndex } from "../core/index-ports.js";
import { stripQuestionWords } from "../text/question-words.js";
import { relatedWords } from "../text/related-words.js";
import { indexTerms } from "../text/tokens.js";
import type { Bm25Segment, WorthyTerm } from "./bm25-segment.js";
import { DEFAULT_BM25, isUnit, weightOf } from "./bm25-settings.js";

/** More of a question than this, in UTF-16 units, is not read: nobody asks that long, and time must stay bounded. */
const MAX_QUESTION = 1000;

/**
 * Word search over segments, which share no chunk.
 * @param removed chunk ids that are not there any more; they still count for how rare a term is, until the next build.
 */
export function createBm25(segments: readonly Bm25Segment[], removed: ReadonlySet<number> = new Set()): LexicalIndex {
  const settings = segments[0]?.settings ?? DEFAULT_BM25;
  const indexed = segments.reduce((sum, { chunkIds }) => sum + chunkIds.length, 0);

  function documentFrequency(term: string): number {
    return segments.reduce((sum, segment) => sum + segment.documentFrequency(term), 0);
  }

  function rarity(frequency: number): number {
    return Math.log(1 + (indexed - frequency + 0.5) / (frequency + 0.5));
  }

  function worthOf(term: string): number {
    const frequency = documentFrequency(term);
    return frequency === 0 ? 0 : rarity(frequency) * weightOf(term, settings);
  }

  function askedTerms(question: string): WorthyTerm[] {
    const terms = Array.from(new Set(indexTerms(question)), (term) => ({ term, worth: worthOf(term) }));
    return terms.filter(({ worth }) => worth > 0);
  }

  /** Terms of what the question's words may mean; characters alone would find anything. */
  function relatedTerms(question: string, asked: readonly WorthyTerm[]): WorthyTerm[] {
    const known = new Map(asked.map(({ term }) => [term, 0]));
    for (const words of relatedWords(stripQuestionWords(question)).values()) {
      for (const term of words.flatMap(indexTerms)) {
        if (!known.has(term) && !isUnit(term)) known.set(term, worthOf(term) * settings.relatedWeight);
      }
    }
    return Array.from(known, ([term, worth]) => ({ term, worth })).filter(({ worth }) => worth > 0);
  }

  /** A term that no chunk holds counts too: it is a part of the question that words cannot find. */
  function fullScore(query: string): number {
    const question = query.slice(0, MAX_QUESTION);
    const terms = new Set(indexTerms(stripQuestionWords(question)));
    let score = 0;
    for (const term of terms.size > 0 ? terms : new Set(indexTerms(question)))
      score += rarity(documentFrequency(term)) * weightOf(term, settings);
    return score * (settings.nearFloor + 1);
  }

  return {
    size: indexed - removed.size,
    search(query, topK) {
      const wanted = Math.floor(topK);
      if (!(wanted > 0) || indexed === 0) return [];
      const question = query.slice(0, MAX_QUESTION);
      let asked = askedTerms(stripQuestionWords(question));
      if (asked.length === 0) asked = askedTerms(question);
      const related = relatedTerms(question, asked);
      return segments
        .flatMap((segment) => segment.search(asked, related, wanted, removed))
        .toSorted((one, other) => other.score - one.score || one.chunkId - other.chunkId)
        .slice(0, wanted);
    },
    fullScore,
    idf: (term) => rarity(documentFrequency(term)),
    documentFrequency,
  };
}
