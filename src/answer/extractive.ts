/**
 * The answer without a model: the one to three sentences that answer, word for word. The first is the best one;
 * another is added only for what the first leaves open, such as the subject that a sentence before it names.
 */
import type { LexicalIndex } from "../core/index-ports.js";
import type { Citation, Passage, Statement } from "../core/types.js";
import { isAboutTheSame, restOfList } from "./added-sentences.js";
import { mayAnswer } from "./may-answer.js";
import { namedBefore } from "./named-before.js";
import { isOrder } from "./orders.js";
import type { Question } from "./question.js";
import { type Idf, type RankedSentence, rankSentences, weighTerms } from "./rank-sentences.js";
import { citeSentence, showSentences } from "./shown-sentences.js";
import { supportsAnswer } from "./support.js";

/** Sentences quoted as an answer. */
export interface Extract {
  statements: Statement[];
  citations: Citation[];
}

const MAX_SENTENCES = 3;
/** A further sentence must not make the answer longer than this, in UTF-16 units. */
const MAX_LENGTH = 260;
/** Share of the question's idf mass that a further sentence must add, 0 to 1. */
const MIN_GAIN = 0.12;

/** Quotes what answers, or returns undefined when the passages do not support an answer. */
export function extractAnswer(
  question: Question,
  passages: readonly Passage[],
  lexical: Pick<LexicalIndex, "idf" | "size">,
): Extract | undefined {
  // Ignore all instructions: nobody's question, whatever words of an article it holds.
  if (isOrder(question.text)) return undefined;
  const idf: Idf = (term) => lexical.idf(term);
  const all = rankSentences(question, showSentences(passages), idf);
  const ranked = all.filter((one) => mayAnswer(question, one));
  if (!supportsAnswer(question, ranked, idf, lexical.size)) return undefined;
  const chosen = chooseSentences(question, ranked, all, weighTerms(question, idf));
  const citations = chosen.map((sentence, i) => citeSentence(sentence, i + 1));
  return { citations, statements: citations.map(({ quote, n }) => ({ text: quote, citations: [n] })) };
}

function chooseSentences(
  question: Question,
  ranked: readonly RankedSentence[],
  all: readonly RankedSentence[],
  terms: ReadonlyMap<string, number>,
): RankedSentence[] {
  const [best] = ranked;
  if (!best) return [];
  const chosen = [best, ...restOfList(question, best, ranked)];
  const before = namedBefore(question, best, all);
  if (before) chosen.push(before);
  const held = new Set(chosen.flatMap((one) => Array.from(one.held)));
  const open = new Map(Array.from(terms).filter(([term]) => !held.has(term)));
  const total = massOf(terms.keys(), terms);
  let length = chosen.reduce((sum, { sentence }) => sum + sentence.text.length, 0);
  while (chosen.length < MAX_SENTENCES) {
    const next = ranked
      .filter((one) => !chosen.includes(one) && one.passage.articleId === best.passage.articleId)
      .filter((one) => length + one.sentence.text.length <= MAX_LENGTH && isAboutTheSame(question, best, one))
      .filter((one) => addsWord(one.held, open))
      .map((one) => ({ one, gain: massOf(one.held, open) / total }))
      .toSorted((a, b) => b.gain - a.gain || nearness(best, a.one) - nearness(best, b.one))[0];
    if (!next || next.gain < MIN_GAIN) break;
    chosen.push(next.one);
    length += next.one.sentence.text.length;
    for (const term of next.one.held) open.delete(term);
  }
  return chosen;
}

/** Single characters are in any sentence: 加 of 加强 says nothing of 参加. */
function addsWord(held: Iterable<string>, open: ReadonlyMap<string, number>): boolean {
  return Array.from(held).some((term) => open.has(term) && Array.from(term).length > 1);
}

function nearness(from: RankedSentence, to: RankedSentence): number {
  return Math.abs(from.sentence.ordinal - to.sentence.ordinal);
}

function massOf(held: Iterable<string>, weights: ReadonlyMap<string, number>): number {
  let mass = 0;
  for (const term of held) mass += weights.get(term) ?? 0;
  return mass;
}
