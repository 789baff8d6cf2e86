/**
 * How much of a question is found where the best sentence stands, as one number. Three views of the same words are
 * averaged, since each is blind where the others see: words weighted by their rarity in the language, pairs of
 * characters (no dictionary needed), and single characters (other words for the same thing). To it comes the lead of
 * the best sentence over the best of any other article, and how near other articles came: what answers stands out, what
 * is merely alike does not.
 */
import { isHomophone } from "../text/homophones.js";
import { stripQuestionWords } from "../text/question-words.js";
import { relatedWords } from "../text/related-words.js";
import { indexTerms } from "../text/tokens.js";
import { contentWords, wordRarity } from "../text/word-rarity.js";
import { holdsFigures } from "./figures-held.js";
import type { Question } from "./question.js";
import type { Idf, RankedSentence } from "./rank-sentences.js";

/** Sentences of the passage before the best one that may name its subject. */
const CONTEXT_SENTENCES = 3;

/** What a word counts that is not there itself, 0 to 1: another spelling by sound, a related word, its characters. */
const CREDIT = { homophone: 0.8, related: 0.6, characters: 0.4 };
/** Words that name nothing by themselves. */
const NOBODY = /[他她它您你我]们?|[这那]个?人?/gu;
/** What a lead of a whole point adds. */
const LEAD = 0.25;
/** What it costs when other articles came as near as the best, and as near as this they always come, 0 to 1. */
const FOUND_ELSEWHERE = 0.3;
const ALWAYS_FOUND = 0.25;
/** Chunks from which on other articles tell something, and from which on in full: of a few some are always near. */
const FEW = 100;
const MANY = 1000;
/** What a figure of the question costs that does not stand near the sentence. */
const MISSING_FIGURE = 0.2;

/**
 * Evidence that the best sentence answers, mostly 0 to 1.25; higher is better.
 * @param ranked best first.
 * @param size chunks in the collection.
 */
export function weighEvidence(question: Question, ranked: readonly RankedSentence[], idf: Idf, size: number): number {
  const [best] = ranked;
  // 的的的 asks for nothing, 他说了什么 of nobody that is known, and what is in every sentence is no evidence.
  if (!best || !/[\p{L}\p{N}]/u.test(stripQuestionWords(question.content).replaceAll(NOBODY, ""))) return 0;
  const context = contextOf(question, best);
  const passage = question.read(`${best.passage.names}\n${best.passage.text}`);
  const views = [
    shareOfWords(question, context, idf),
    shareOfTerms(question, passage, idf, (length) => length === 2),
    shareOfTerms(question, context, idf, (length) => length === 1),
  ].filter((view) => view !== undefined);
  const missing = question.figures.length > 0 && !holdsFigures(question, context) ? MISSING_FIGURE : 0;
  const held = views.reduce((sum, view) => sum + view, 0) / views.length;
  const elsewhere = shareOfMany(size) * FOUND_ELSEWHERE * (foundElsewhere(ranked) - ALWAYS_FOUND);
  return held + LEAD * leadOf(ranked) - elsewhere - missing;
}

function shareOfMany(size: number): number {
  return Math.min(1, Math.max(0, Math.log(size / FEW) / Math.log(MANY / FEW)));
}

/**
 * Score of the second best passage of other articles, 0 to 1. The second: one other article may well tell of the same, but
 * where several come as near, the question is about none of them. Of all that was tried on CMRC 2018 and DRCD this told
 * most.
 */
function foundElsewhere(ranked: readonly RankedSentence[]): number {
  const articleId = ranked[0]?.passage.articleId;
  const scores = new Map(
    ranked.flatMap(({ passage }) => (passage.articleId === articleId ? [] : [[passage.chunkId, passage.score]])),
  );
  return Array.from(scores.values()).toSorted((a, b) => b - a)[1] ?? 0;
}

/** Points by which the best sentence leads the best of any other article, 0 to 1. */
function leadOf(ranked: readonly RankedSentence[]): number {
  const [best] = ranked;
  const other = ranked.find(({ passage }) => passage.articleId !== best?.passage.articleId);
  return best && other ? Math.min(1, best.score - other.score) : 1;
}

/** The article's names, the best sentence and the few before it in its passage, as the question reads them. */
export function contextOf(
  question: Pick<Question, "read">,
  { passage, sentence }: Pick<RankedSentence, "passage" | "sentence">,
): string {
  const place = passage.sentences.findIndex(({ ordinal }) => ordinal === sentence.ordinal);
  const near = passage.sentences.slice(Math.max(0, place - CONTEXT_SENTENCES), place + 1).map(({ text }) => text);
  return question.read([passage.names, ...near].join("\n"));
}

function shareOfWords(question: Question, context: string, idf: Idf): number {
  let held = 0;
  let total = 0;
  const words = contentWords(question.content);
  for (const [i, word] of words.entries()) {
    const length = Array.from(word).length;
    const weight = idf(word) * wordRarity(word) ** 2 * (length === 1 ? 0.5 : 1);
    total += weight;
    const neighbours = [`${words[i - 1] ?? ""}${word}`, `${word}${words[i + 1] ?? ""}`];
    held +=
      weight *
      creditOf(
        word,
        neighbours.filter((pair) => question.content.includes(pair)),
        context,
      );
  }
  return total > 0 ? held / total : 0;
}

/** @param neighbours the word with the one before or behind it: 公意|宝贝 sounds like 公益宝贝. */
function creditOf(word: string, neighbours: readonly string[], context: string): number {
  if (context.includes(word)) return 1;
  const characters = Array.from(word);
  const related = relatedWords(word).get(word) ?? [];
  if (related.some((other) => other.length > 1 && context.includes(other))) return CREDIT.related;
  if (characters.length === 1) return 0;
  if ([word, ...neighbours].some((spelling) => isHomophone(spelling, context))) return CREDIT.homophone;
  return (CREDIT.characters * characters.filter((character) => context.includes(character)).length) / characters.length;
}

/** Share of the question's terms of one length, weighted by idf; undefined when it has none: that is no evidence. */
function shareOfTerms(
  question: Question,
  text: string,
  idf: Idf,
  isMeant: (length: number) => boolean,
): number | undefined {
  const present = new Set(indexTerms(text));
  let held = 0;
  let total = 0;
  for (const term of new Set(indexTerms(question.content))) {
    if (!isMeant(Array.from(term).length)) continue;
    const weight = idf(term);
    total += weight;
    if (present.has(term)) held += weight;
  }
  return total > 0 ? held / total : undefined;
}
