/**
 * Quick facts: the sentences that answer, ranked, without a model and without writing anything. What was asked for
 * (the figure, the date, the person) is marked in each, for whoever shows it.
 */
import type { GenerationStore } from "../core/index-ports.js";
import type { Citation, Passage } from "../core/types.js";
import type { Aliases } from "../text/aliases.js";
import { type Mark, markAsked, markFact } from "./asked-marks.js";
import { selectFacts } from "./known-facts.js";
import { analyseQuestion, searchTextOf } from "./question.js";
import { type RankedSentence, rankSentences } from "./rank-sentences.js";
import { citeSentence, showSentences } from "./shown-sentences.js";
import { isWordless } from "./smalltalk.js";

/** A sentence that may be the answer. */
export interface Fact extends Citation {
  /** Comparable only within one list, higher is better. */
  score: number;
  /** Where in `quote` the asked figure or date stands, in order; empty when none was asked for or found. */
  marks: Mark[];
}

/** What looking up needs. */
export interface LookupDeps {
  retriever: { findPassages(question: string): Promise<Passage[]> };
  generations: Pick<GenerationStore, "current">;
  /** As they are when a question is asked. */
  aliases: () => Aliases;
}

/** Looks facts up. */
export interface Lookup {
  /** The `topK` best sentences, best first, numbered from 1; whether they answer at all is not decided here. */
  findFacts(question: string, topK?: number): Promise<Fact[]>;
  /** The same for a question or a few words, but only what the articles say of it: empty when it is unknown to them. */
  findKnownFacts(query: string, topK?: number): Promise<Fact[]>;
}

const TOP_K = 10;
/** Longer queries are cut; UTF-16 units. */
const MAX_QUERY = 256;

/** @example await createLookup({ retriever, generations, aliases }).findFacts("青龙县 电商从业者") */
export function createLookup({ retriever, generations, aliases }: LookupDeps): Lookup {
  return {
    async findFacts(question, topK = TOP_K) {
      const generation = await generations.current();
      if (!generation) return [];
      const asked = analyseQuestion(question, "zh", aliases());
      const passages = await retriever.findPassages(searchTextOf(asked));
      const ranked = rankSentences(asked, showSentences(passages), (term) => generation.lexical.idf(term));
      return toFacts(ranked.slice(0, topK), (quote) => markAsked(asked, quote));
    },
    async findKnownFacts(query, topK = TOP_K) {
      const generation = await generations.current();
      if (!generation || isWordless(query)) return [];
      const asked = analyseQuestion(query.slice(0, MAX_QUERY), "zh", aliases());
      const passages = await retriever.findPassages(searchTextOf(asked));
      const known = selectFacts(asked, passages, generation.lexical);
      return toFacts(known.slice(0, topK), (quote) => markFact(asked, quote));
    },
  };
}

function toFacts(sentences: readonly RankedSentence[], mark: (quote: string) => Mark[]): Fact[] {
  return sentences.map((sentence, i) => ({
    ...citeSentence(sentence, i + 1),
    score: sentence.score,
    marks: mark(sentence.sentence.text),
  }));
}
