/**
 * The answer written by a model: shown numbered sentences, it ends each statement with the numbers it rests on; each
 * statement is checked as soon as it is whole, and only what passed is given out, renumbered from 1.
 */
import type { ChatModel, Prompts } from "../core/ports.js";
import type { Citation, Language, Passage, Statement } from "../core/types.js";
import type { Aliases } from "../text/aliases.js";
import { leansOnBefore } from "./leaning.js";
import { citeSentence, renderSentences, type ShownSentence, showSentences } from "./shown-sentences.js";
import { createStatementParser, type DraftStatement } from "./statements.js";
import { type Rejection, type Verdict, verifyStatement } from "./verify.js";

/** What writing needs. */
export interface WriterDeps {
  model: ChatModel;
  prompts: Prompts;
}

/** What the model is asked. */
export interface WritingTask {
  question: string;
  language: Language;
  aliases: Aliases;
  /** Earlier turns as plain text; empty when there are none. */
  history: string;
  passages: readonly Passage[];
  /** Called with all statements so far, and what they cite, whenever one more has passed. */
  onStatements?: (statements: readonly Statement[], citations: readonly Citation[]) => void;
  signal?: AbortSignal;
}

/** What passed. No statement at all means that the model found nothing, or nothing that could be proven. */
export interface WrittenAnswer {
  statements: Statement[];
  citations: Citation[];
  /** Why statements were left out, one entry each. */
  rejections: Rejection[];
  /** How many of the statements rest on other sentences than the model cited. */
  rebound: number;
}

/** The reply of a model that finds no answer in the sentences; see `prompts/answer.md`. */
const NOT_FOUND = /^[\s"'“”。.]*NOT_FOUND\b/iu;
/** As the prompt says it. */
const LANGUAGE_NAMES: Record<Language, string> = {
  zh: "Simplified Chinese",
  "zh-Hant": "Traditional Chinese",
  en: "English",
};
/** A model that goes on after this many statements is not answering a question any more. */
const MAX_STATEMENTS = 12;

/**
 * Streams a checked answer; when the signal aborts it, the answer is what had passed by then.
 * @throws AppError MODEL_FAILED, MODEL_TIMEOUT, MODEL_CUT_OFF from the model; what had passed by then is void.
 */
export async function writeAnswer(deps: WriterDeps, task: WritingTask): Promise<WrittenAnswer> {
  const shown = showSentences(task.passages);
  const byNumber = new Map(shown.map((sentence) => [sentence.number, sentence]));
  const messages = await deps.prompts.render("answer", {
    question: task.question,
    history: task.history,
    passages: renderSentences(shown),
    language: LANGUAGE_NAMES[task.language],
  });

  const written: WrittenAnswer = { statements: [], citations: [], rejections: [], rebound: 0 };
  const numbers = new Map<ShownSentence, number>();
  /** That of the statement shown last. */
  let article: string | undefined;
  const accept = (drafts: readonly DraftStatement[]) => {
    for (const draft of drafts) {
      const verdict = leaningOn(article, draft, verifyStatement(draft, byNumber, task.language, task));
      if (!verdict.passed) written.rejections.push(verdict.reason);
      else if (!written.statements.some(({ text }) => text === draft.text)) {
        const citations = verdict.cited.map((sentence) => numberOf(sentence, numbers, written.citations));
        if (verdict.rebound) written.rebound++;
        written.statements.push({ text: draft.text, citations });
        article = verdict.cited[0]?.passage.articleId;
        task.onStatements?.(written.statements, written.citations);
      }
    }
  };

  const parser = createStatementParser();
  let reply = "";
  try {
    for await (const piece of deps.model.stream(messages, task.signal && { signal: task.signal })) {
      if (reply.length < 40) reply += piece;
      accept(parser.push(piece));
      if (written.statements.length + written.rejections.length >= MAX_STATEMENTS) return written;
    }
  } catch (error) {
    if (task.signal?.aborted) return written;
    throw error;
  }
  if (!NOT_FOUND.test(reply)) accept(parser.end());
  return written;
}

/** 该项目… behind a statement about another article would be read as one about that. */
function leaningOn(article: string | undefined, { text }: DraftStatement, verdict: Verdict): Verdict {
  const isElsewhere = verdict.passed && verdict.cited.some(({ passage }) => passage.articleId !== article);
  return article !== undefined && isElsewhere && leansOnBefore(text) ? { passed: false, reason: "name" } : verdict;
}

/** Sentences are numbered in the order in which they are first cited. */
function numberOf(sentence: ShownSentence, numbers: Map<ShownSentence, number>, citations: Citation[]): number {
  const known = numbers.get(sentence);
  if (known !== undefined) return known;
  const n = citations.length + 1;
  numbers.set(sentence, n);
  citations.push(citeSentence(sentence, n));
  return n;
}
