/** A question ranked over a small article, for tests of what is decided about the best sentence. */
import { analyseQuestion, type Question } from "../../src/answer/question.js";
import { type RankedSentence, rankSentences } from "../../src/answer/rank-sentences.js";
import { showSentences } from "../../src/answer/shown-sentences.js";
import type { Passage } from "../../src/core/types.js";
import { splitSentences } from "../../src/text/sentences.js";

/** Words as rare as can be in a small collection. */
export const IDF = (): number => 2;

/** A passage that is a whole article. */
export function passageOf(text: string, changes: Partial<Passage> = {}): Passage {
  const sentences = splitSentences(text).map(({ start, end }, ordinal) => ({
    ordinal,
    start,
    end,
    kind: "body" as const,
    paragraph: 0,
    text: text.slice(start, end),
  }));
  const fixed = { chunkId: 1, articleId: "a1", revision: 1, source: "a.txt", title: "报道", names: "报道" };
  return { ...fixed, eventDates: [], text, sentences, score: 1, ...changes };
}

/** The question and its sentences, best first. */
export function rankIn(
  question: string,
  ...passages: readonly Passage[]
): { question: Question; ranked: [RankedSentence, ...RankedSentence[]] } {
  const asked = analyseQuestion(question);
  const [best, ...others] = rankSentences(asked, showSentences(passages), IDF);
  if (!best) throw new Error("there is no sentence");
  return { question: asked, ranked: [best, ...others] };
}
