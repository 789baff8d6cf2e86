/**
 * The read path, top to bottom: small talk, or about an article itself? → condense → retrieve, recall → write or extract
 * → verify → answer. It never throws for a question, a model or an empty index; those end in a quote or in a refusal,
 * which are answers too.
 */
import type { BaseRetriever } from "@langchain/core/retrievers";
import type { Answerer, AnswerRequest, ConversationStore } from "../core/ports.js";
import type { Answer, Passage, Turn } from "../core/types.js";
import { answerWords } from "../i18n/answer-words.js";
import type { Aliases } from "../text/aliases.js";
import { type ArticleSource, answerAboutArticle } from "./about-article.js";
import { completeParts } from "./complete-parts.js";
import { condenseQuestion, TURNS_USED } from "./condense.js";
import { type Draft, plainDraft } from "./draft.js";
import { createDrafter, type DrafterDeps } from "./draft-answer.js";
import { analyseQuestion, type Question, questionLanguage, searchTextOf } from "./question.js";
import { splitIntoQuestions } from "./question-parts.js";
import type { SearchedQuestion } from "./quote.js";
import { recallPassages } from "./recall-passages.js";
import { isWordless, replyToSmallTalk } from "./smalltalk.js";
import { spellNames } from "./spelled-names.js";

/** What the read path works with. Without `model` every answer is a quote. */
export interface AnswererDeps extends Omit<DrafterDeps, "search"> {
  articles: DrafterDeps["articles"] & ArticleSource;
  retriever: BaseRetriever<Passage & Record<string, unknown>>;
  conversations: ConversationStore;
  /** Other names of things, as they are when a question is asked. */
  aliases: () => Aliases;
}

/** Longer questions are cut for retrieval and for the model; UTF-16 units. */
const MAX_QUESTION = 2000;

/** @example await createAnswerer(deps).answer({ question: "青龙县孵化了多少名电商从业者?" }) */
export function createAnswerer(deps: AnswererDeps): Answerer {
  const draftAnswer = createDrafter({ ...deps, search });

  async function answer(request: AnswerRequest): Promise<Answer> {
    const started = performance.now();
    const asked = request.question.slice(0, MAX_QUESTION);
    const language = questionLanguage(asked, request.language);
    const quick = isWordless(asked) ? answerWords(language).noQuestion : replyToSmallTalk(asked, language);
    if (quick !== undefined) return finish(request, asked, plainDraft("smalltalk", quick), 0, started);

    request.onPhase?.("retrieving");
    const turns = turnsBefore(request);
    const about = answerAboutArticle(deps.articles, {
      question: asked,
      language,
      turns,
      hasModel: deps.model !== undefined,
    });
    if (about) return finish(request, asked, about, 0, started);
    const condensed = await condenseQuestion(deps, asked, turns, request.signal);
    const standalone = condensed.text;
    const beforeRetrieval = performance.now();
    const aliases = deps.aliases();
    const searched: SearchedQuestion[] = [];
    for (const { text, isContinued } of completeParts(splitIntoQuestions(standalone))) {
      const asWritten = analyseQuestion(text, language, aliases);
      const { question, found } = await searchNames(asWritten, aliases);
      searched.push({
        question,
        passages: recallPassages(deps.articles, condensed, found, question.read),
        isContinued,
      });
    }
    const retrieveMs = performance.now() - beforeRetrieval;
    const question = analyseQuestion(standalone, language, aliases);
    const draft = await draftAnswer({ request, question, searched, turns, aliases });
    return finish(request, standalone, draft, retrieveMs, started);
  }

  /** Oldest first; what is replied to was said last. */
  function turnsBefore({ conversation, repliesTo }: AnswerRequest): Turn[] {
    const own = conversation === undefined ? [] : deps.conversations.listTurns(conversation, TURNS_USED);
    if (!repliesTo) return own;
    const isIt = ({ question, answer }: Turn) => question === repliesTo.question && answer === repliesTo.answer;
    return [...own.filter((turn) => !isIt(turn)), repliesTo].slice(-TURNS_USED);
  }

  /** Names in Latin letters are looked for in the articles' own characters, once those are known. */
  async function searchNames(question: Question, aliases: Aliases): Promise<{ question: Question; found: Passage[] }> {
    const found = await search(question);
    const spelled = spellNames(
      question.text,
      found.map(({ names, text }) => `${names}\n${text}`),
    );
    if (spelled === question.text) return { question, found };
    const { text, language } = question;
    const named = { ...analyseQuestion(spelled, language, aliases), text, language };
    return { question: named, found: await search(named) };
  }

  async function search(question: Question): Promise<Passage[]> {
    return (await deps.retriever.invoke(searchTextOf(question))).map((document) => document.metadata);
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
