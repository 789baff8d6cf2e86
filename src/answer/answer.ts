/**
 * The read path, top to bottom: small talk? → condense → retrieve, recall → write or extract → verify → answer. It never
 * throws for a question, a model or an empty index; those end in a quote or in a refusal, which are answers too.
 */
import type { BaseRetriever } from "@langchain/core/retrievers";
import { isAppError } from "../core/errors.js";
import {
  type Answerer,
  type AnswerRequest,
  type ArticleStore,
  type ChatModel,
  type ConversationStore,
  type GenerationStore,
  type Log,
  type Prompts,
  STOPPED_BY_ASKER,
} from "../core/ports.js";
import type { Answer, AnswerNotice, Passage, Turn } from "../core/types.js";
import { answerWords } from "../i18n/answer-words.js";
import type { Aliases } from "../text/aliases.js";
import { condenseQuestion, TURNS_USED } from "./condense.js";
import { type Draft, draftOf, plainDraft, renderStatements, renderTurns } from "./draft.js";
import { type WrittenAnswer, writeAnswer } from "./generative.js";
import { mergePassages } from "./merge-passages.js";
import { analyseQuestion, type Question, questionLanguage, searchTextOf } from "./question.js";
import { splitIntoQuestions } from "./question-parts.js";
import { quoteAnswer, type SearchedQuestion } from "./quote.js";
import { recallPassages } from "./recall-passages.js";
import { draftRefusal } from "./refusal.js";
import { isWordless, replyToSmallTalk } from "./smalltalk.js";
import { answersAskedKind, namesKnownYears } from "./support.js";

/** What the read path works with. Without `model` every answer is a quote. */
export interface AnswererDeps {
  retriever: BaseRetriever<Passage & Record<string, unknown>>;
  generations: Pick<GenerationStore, "current">;
  articles: Pick<ArticleStore, "countArticles" | "listChunksOf" | "getPassages">;
  conversations: ConversationStore;
  prompts: Prompts;
  model?: ChatModel;
  /** Other names of things, as they are when a question is asked. */
  aliases: () => Aliases;
  log: Log;
}

/** Longer questions are cut for retrieval and for the model; UTF-16 units. */
const MAX_QUESTION = 2000;

/** An answer says when something was left out; a refusal has nothing to be left out of. */
const markDropped = (draft: Draft): Draft =>
  draft.kind === "refused" ? draft : { ...draft, notice: "statementsDropped" };

const isStopped = ({ signal }: AnswerRequest): boolean =>
  signal?.aborted === true && signal.reason === STOPPED_BY_ASKER;

/** @example await createAnswerer(deps).answer({ question: "青龙县孵化了多少名电商从业者?" }) */
export function createAnswerer(deps: AnswererDeps): Answerer {
  async function answer(request: AnswerRequest): Promise<Answer> {
    const started = performance.now();
    const asked = request.question.slice(0, MAX_QUESTION);
    const language = questionLanguage(asked, request.language);
    const quick = isWordless(asked) ? answerWords(language).noQuestion : replyToSmallTalk(asked, language);
    if (quick !== undefined) return finish(request, asked, plainDraft("smalltalk", quick), 0, started);

    request.onPhase?.("retrieving");
    const turns = request.conversation ? deps.conversations.listTurns(request.conversation, TURNS_USED) : [];
    const condensed = await condenseQuestion(deps, asked, turns, request.signal);
    const standalone = condensed.text;
    const beforeRetrieval = performance.now();
    const aliases = deps.aliases();
    const searched: SearchedQuestion[] = [];
    for (const text of splitIntoQuestions(standalone)) {
      const question = analyseQuestion(text, language, aliases);
      const found = await search(question);
      searched.push({ question, passages: recallPassages(deps.articles, condensed, found, question.read) });
    }
    const retrieveMs = performance.now() - beforeRetrieval;
    const draft = await writeOrQuote(request, analyseQuestion(standalone, language, aliases), searched, turns, aliases);
    return finish(request, standalone, draft, retrieveMs, started);
  }

  async function search(question: Question): Promise<Passage[]> {
    return (await deps.retriever.invoke(searchTextOf(question))).map((document) => document.metadata);
  }

  async function writeOrQuote(
    request: AnswerRequest,
    question: Question,
    searched: readonly SearchedQuestion[],
    turns: Turn[],
    aliases: Aliases,
  ): Promise<Draft> {
    if (isStopped(request)) return stopped();
    const passages = mergePassages(searched);
    if (passages.length === 0 || !namesKnownYears(question, passages)) return refuse(question, passages);
    request.onPhase?.("checking");
    if (!deps.model) return quote();
    try {
      const written = await writeAnswer(
        { model: deps.model, prompts: deps.prompts },
        {
          question: question.text,
          language: question.language,
          history: renderTurns(turns),
          passages,
          aliases,
          onStatements: (statements) => request.onPartial?.(renderStatements(statements)),
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
      if (!answersAskedKind(question, written.statements)) return refuse(question, passages);
      const draft = draftOf("grounded", written.statements, written.citations);
      return rejections.length > 0 ? markDropped(draft) : draft;
    } catch (error) {
      if (isStopped(request)) return stopped();
      if (isAppError(error, "MODEL_BUDGET_SPENT")) return quoteInstead("budgetSpent");
      if (isAppError(error)) deps.log.warn({ code: error.code, reason: error.message }, "no answer from the model");
      else deps.log.error({ error }, "the model's answer could not be worked up");
      return quoteInstead();
    }

    /** What the asker has seen by then stays, also when it does not answer yet. */
    function stopped(written?: WrittenAnswer): Draft {
      const draft =
        written && written.statements.length > 0
          ? draftOf("grounded", written.statements, written.citations)
          : plainDraft("smalltalk", answerWords(question.language).stopped);
      return { ...draft, notice: "stopped" };
    }

    async function quoteInstead(notice: AnswerNotice = "modelUnavailable"): Promise<Draft> {
      return { ...(await quote()), notice };
    }

    async function quote(): Promise<Draft> {
      const quoted = await quoteAnswer({ generations: deps.generations, search, aliases }, searched);
      if (!quoted) return refuse(question, passages);
      const draft = draftOf("extractive", quoted.statements, quoted.citations);
      return quoted.isPartial ? { ...draft, notice: "partNotFound" } : draft;
    }
  }

  async function refuse(question: Question, passages: readonly Passage[]): Promise<Draft> {
    const lexical = (await deps.generations.current())?.lexical;
    return draftRefusal({ articles: deps.articles, lexical }, question, passages);
  }

  function finish(
    request: AnswerRequest,
    standalone: string,
    draft: Draft,
    retrieveMs: number,
    started: number,
  ): Answer {
    const language = questionLanguage(request.question, request.language);
    const timings = { retrieveMs, totalMs: performance.now() - started };
    const result: Answer = { question: request.question, standalone, language, ...draft, timings };
    if (request.conversation) remember(request.conversation, result);
    return result;
  }

  function remember(conversation: string, { question, standalone, text, kind, citations }: Answer): void {
    const turn: Turn = { question, standalone, answer: text, kind, citations, at: Date.now() };
    deps.conversations.appendTurn(conversation, turn);
  }

  return { answer };
}
