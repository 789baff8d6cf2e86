/**
 * The answer without a model, for a message of one or more questions: each is searched by itself and answered by quotes;
 * a later one that cannot stand alone takes its subject from the first.
 */
import { setImmediate } from "node:timers/promises";
import type { GenerationStore } from "../core/index-ports.js";
import type { Citation, Passage } from "../core/types.js";
import type { Aliases } from "../text/aliases.js";
import { completeFrom } from "./condense-by-rules.js";
import { type Extract, extractAnswer } from "./extractive.js";
import { analyseQuestion, type Question } from "./question.js";

/** A question with what was found for it. */
export interface SearchedQuestion {
  question: Question;
  passages: Passage[];
  /** It was completed from the first question of its message, and is about the same. Default false. */
  isContinued?: boolean;
}

/** What quoting needs. */
export interface QuoteDeps {
  generations: Pick<GenerationStore, "current">;
  search(question: Question): Promise<Passage[]>;
  aliases: Aliases;
}

/** Quotes for all questions together; `isPartial` when one of several found none. */
export interface QuotedAnswer extends Extract {
  isPartial: boolean;
}

/** Quotes what answers; undefined when nothing answers any of the questions. */
export async function quoteAnswer(
  deps: QuoteDeps,
  searched: readonly SearchedQuestion[],
): Promise<QuotedAnswer | undefined> {
  const generation = await deps.generations.current();
  if (!generation) return undefined;
  const extracts: (Extract | undefined)[] = [];
  for (const [i, { question, passages, isContinued }] of searched.entries()) {
    await setImmediate(); // ranking takes milliseconds: others have their turn before it
    const near = isContinued ? ofSameArticles(passages, extracts[0]) : passages;
    const alone = extractAnswer(question, near, generation.lexical);
    const mayLean = i > 0 && !isContinued;
    extracts.push(alone ?? (mayLean ? await withSubject(question, searched[0]?.question) : undefined));
  }
  const found = extracts.filter((extract) => extract !== undefined);
  if (found.length === 0) return undefined;
  return { ...join(found), isPartial: found.length < extracts.length };

  async function withSubject(question: Question, first: Question | undefined): Promise<Extract | undefined> {
    if (!first || !generation) return undefined;
    const whole = analyseQuestion(completeFrom(question.text, first.text), question.language, deps.aliases);
    return extractAnswer(whole, await deps.search(whole), generation.lexical);
  }
}

/** 志愿者多少人?平均多大? asks of the same volunteers: what another article says of some average is no answer. */
function ofSameArticles(passages: readonly Passage[], first: Extract | undefined): readonly Passage[] {
  if (!first) return passages;
  const cited = new Set(first.citations.map(({ articleId }) => articleId));
  return passages.filter(({ articleId }) => cited.has(articleId));
}

/** One after another, each sentence once, numbered anew. */
function join(extracts: readonly Extract[]): Extract {
  const citations = new Map<string, Citation>();
  for (const citation of extracts.flatMap((extract) => extract.citations)) {
    const key = `${citation.articleId} ${citation.revision} ${citation.start}`;
    if (!citations.has(key)) citations.set(key, { ...citation, n: citations.size + 1 });
  }
  const numbered = Array.from(citations.values());
  return { citations: numbered, statements: numbered.map(({ quote, n }) => ({ text: quote, citations: [n] })) };
}
