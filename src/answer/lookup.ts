/**
 * Quick facts: the sentences that answer, ranked, without a model and without writing anything. What was asked for
 * (the figure, the date, the person) is marked in each, for whoever shows it.
 */
import type { GenerationStore } from "../core/ports.js";
import type { Citation, Passage } from "../core/types.js";
import type { Aliases } from "../text/aliases.js";
import { type Mark, markAsked } from "./asked-marks.js";
import { analyseQuestion, searchTextOf } from "./question.js";
import { rankSentences } from "./rank-sentences.js";
import { citeSentence, showSentences } from "./shown-sentences.js";

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
}

const TOP_K = 10;

/** @example await createLookup({ retriever, generations, aliases }).findFacts("青龙县 电商从业者") */
export function createLookup({ retriever, generations, aliases }: LookupDeps): Lookup {
  return {
    async findFacts(question, topK = TOP_K) {
      const generation = await generations.current();
      if (!generation) return [];
      const asked = analyseQuestion(question, "zh", aliases());
      const passages = await retriever.findPassages(searchTextOf(asked));
      const ranked = rankSentences(asked, showSentences(passages), (term) => generation.lexical.idf(term));
      return ranked.slice(0, topK).map((sentence, i) => ({
        ...citeSentence(sentence, i + 1),
        score: sentence.score,
        marks: markAsked(asked, sentence.sentence.text),
      }));
    },
  };
}
