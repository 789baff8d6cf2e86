/**
 * The read path, top to bottom: small talk, or about an article itself? → condense → retrieve, recall → write or extract
 * → verify → answer. It never throws for a question, a model or an empty index; those end in a quote or in a refusal,
 * which are answers too.
 */
import type { BaseRetriever } from "@langchain/core/retrievers";
import type { Answerer, AnswerRequest, ConversationStore } from "../core/ports.js";
import type { Answer, Language, Passage, Turn } from "../core/types.js";
import { answerWords } from "../i18n/answer-words.js";
import type { Aliases } from "../text/aliases.js";
import { type ArticleSource, answerAboutArticle } from "./about-article.js";
import { askedAlone, missesQuestion, staysInTalk } from "./asked-alone.js";
import { completeParts } from "./complete-parts.js";
import { condenseQuestion, TURNS_USED } from "./condense.js";
import type { Condensed } from "./condense-by-rules.js";
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

/** What all attempts at one answer share. */
interface Tried {
  request: AnswerRequest;
  language: Language;
  turns: Turn[];
  aliases: Aliases;
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
    const beforeRetrieval = performance.now();
    const aliases = deps.aliases();
    const tried = { request, language, turns, aliases };
    const searched = await searchFor(condensed, tried);
    const retrieveMs = performance.now() - beforeRetrieval;
    const question = analyseQuestion(condensed.text, language, aliases);
    const draft = await draftAnswer({ request, question, searched, turns, aliases });
    const alone = deps.model || !missesQuestion(draft, asked) ? undefined : askedAlone(asked, condensed, turns);
    const other = alone && (await draftAlone(alone, question, tried));
    return finish(request, other ? asked : condensed.text, other ?? draft, retrieveMs, started);
  }

  /** The parts of a question, with what was found for each. */
  async function searchFor(condensed: Condensed, { language, aliases }: Tried): Promise<SearchedQuestion[]> {
    const searched: SearchedQuestion[] = [];
    for (const { text, isContinued } of completeParts(splitIntoQuestions(condensed.text))) {
      const asWritten = analyseQuestion(text, language, aliases);
      const { question, found } = await searchNames(asWritten, aliases);
      const passages = recallPassages(deps.articles, condensed, found, question.read);
      searched.push({ question, passages, isContinued });
    }
    return searched;
  }

  /** An answer to the question as it was asked, where the talk has one. */
  async function draftAlone(alone: Condensed, completed: Question, tried: Tried): Promise<Draft | undefined> {
    const searched = await searchFor(alone, tried);
    const question = analyseQuestion(alone.text, tried.language, tried.aliases);
    const draft = await draftAnswer({ ...tried, question, searched });
    return missesQuestion(draft, alone.text) || !staysInTalk(draft, completed, alone, searched) ? undefined : draft;
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
