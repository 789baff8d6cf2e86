/**
 * From passages to an answer that is not remembered yet: a model's statements, each checked; without a model, or when it
 * fails, quotes; when neither answers, a refusal. Never rejects.
 */
import { setImmediate } from "node:timers/promises";
import { isAppError } from "../core/errors.js";
import type { GenerationStore } from "../core/index-ports.js";
import {
  type AnswerRequest,
  type ArticleStore,
  type ChatModel,
  type Log,
  type Prompts,
  STOPPED_BY_ASKER,
} from "../core/ports.js";
import type { AnswerNotice, Passage, Turn } from "../core/types.js";
import { answerWords } from "../i18n/answer-words.js";
import type { Aliases } from "../text/aliases.js";
import { type Draft, draftOf, plainDraft, renderStatements, renderTurns } from "./draft.js";
import { fitQuestions } from "./fits-question.js";
import { type WrittenAnswer, writeAnswer } from "./generative.js";
import { mergePassages } from "./merge-passages.js";
import type { Question } from "./question.js";
import { quoteAnswer, type SearchedQuestion } from "./quote.js";
import { draftRefusal } from "./refusal.js";
import { namesKnownYears } from "./support.js";

/** What drafting works with. Without `model` every answer is a quote. */
export interface DrafterDeps {
  generations: Pick<GenerationStore, "current">;
  articles: Pick<ArticleStore, "countArticles" | "listChunksOf" | "getPassages">;
  prompts: Prompts;
  model?: ChatModel;
  /** Passages for a question, best first. */
  search: (question: Question) => Promise<Passage[]>;
  log: Log;
}

/** What is to be answered, and from what. */
export interface DraftTask {
  request: AnswerRequest;
  /** The whole of it, after follow-ups were resolved. */
  question: Question;
  /** Its parts, with what was found for each. */
  searched: readonly SearchedQuestion[];
  turns: Turn[];
  aliases: Aliases;
}

/** An answer says when something was left out; a refusal has nothing to be left out of. */
const markDropped = (draft: Draft): Draft =>
  draft.kind === "refused" ? draft : { ...draft, notice: "statementsDropped" };

const isStopped = ({ signal }: AnswerRequest): boolean =>
  signal?.aborted === true && signal.reason === STOPPED_BY_ASKER;

/** Makes the step. */
export function createDrafter(deps: DrafterDeps): (task: DraftTask) => Promise<Draft> {
  async function draft({ request, question, searched, turns, aliases }: DraftTask): Promise<Draft> {
    if (isStopped(request)) return stopped();
    const passages = mergePassages(searched);
    if (passages.length === 0 || !namesKnownYears(question, passages)) return refuse(question, passages);
    request.onPhase?.("checking");
    if (!deps.model) return quote();
    const answers = fitQuestions(searched);
    try {
      const written = await writeAnswer(
        { model: deps.model, prompts: deps.prompts },
        {
          question: question.text,
          language: question.language,
          history: renderTurns(turns),
          passages,
          aliases,
          onStatements(statements, citations) {
            // What leads up to an answer is not shown before there is one: it could still come to nothing.
            if (answers(statements, citations)) request.onPartial?.(renderStatements(statements));
          },
          ...(request.signal && { signal: request.signal }),
        },
      );
      const { statements, rejections, rebound } = written;
      deps.log.info({ passed: statements.length, rebound, rejections }, "checked a model's answer");
      if (isStopped(request)) return stopped(written);
      if (statements.length === 0) {
        // A model that was stopped before its first statement has not said that the articles do not tell.
        if (request.signal?.aborted) return quoteInstead();
        // Nor has one that said something which they do not prove: they may still answer in their own words.
        return rejections.length > 0 ? markDropped(await quote()) : refuse(question, passages);
      }
      if (!answers(statements, written.citations)) return markDropped(await quote());
      const grounded = draftOf("grounded", written.statements, written.citations);
      return rejections.length > 0 ? markDropped(grounded) : grounded;
    } catch (error) {
      if (isStopped(request)) return stopped();
      if (isAppError(error, "MODEL_BUDGET_SPENT")) return quoteInstead("budgetSpent");
      if (isAppError(error)) deps.log.warn({ code: error.code, reason: error.message }, "no answer from the model");
      else deps.log.error({ error }, "the model's answer could not be worked up");
      return quoteInstead();
    }

    /** What the asker has seen by then stays, also when it does not answer yet. */
    function stopped(written?: WrittenAnswer): Draft {
      const shown =
        written && answers(written.statements, written.citations)
          ? draftOf("grounded", written.statements, written.citations)
          : plainDraft("smalltalk", answerWords(question.language).stopped);
      return { ...shown, notice: "stopped" };
    }

    async function quoteInstead(notice: AnswerNotice = "modelUnavailable"): Promise<Draft> {
      return { ...(await quote()), notice };
    }

    async function quote(): Promise<Draft> {
      const quoted = await quoteAnswer({ generations: deps.generations, search: deps.search, aliases }, searched);
      if (!quoted) return refuse(question, passages);
      const extract = draftOf("extractive", quoted.statements, quoted.citations);
      return quoted.isPartial ? { ...extract, notice: "partNotFound" } : extract;
    }
  }

  async function refuse(question: Question, passages: readonly Passage[]): Promise<Draft> {
    const lexical = (await deps.generations.current())?.lexical;
    await setImmediate(); // ranking for near titles takes milliseconds: others have their turn before it
    return draftRefusal({ articles: deps.articles, lexical }, question, passages);
  }

  return draft;
}
