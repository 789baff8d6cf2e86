/**
 * Whether a model's checked statements answer what was asked. A statement can be true, proven, and about something else:
 * 孵化了339名 is no answer for another county. So the sentences that statements cite have to meet the conditions of a quote;
 * and where a figure or a day is asked for, the statement itself must state it.
 */
import type { Citation, Statement } from "../core/types.js";
import { foldText, hasHan } from "../text/normalize.js";
import { findQuantities } from "../text/quantities.js";
import { contentWords } from "../text/word-rarity.js";
import { holdsAskedKind } from "./asked-kind.js";
import { findUnmet } from "./conditions.js";
import { mergePassages } from "./merge-passages.js";
import { analyseQuestion, type Question } from "./question.js";
import type { SearchedQuestion } from "./quote.js";
import { type ShownSentence, showSentences } from "./shown-sentences.js";
import { isMentioned, rareNouns } from "./spoken-of.js";
import { asks } from "./topic.js";

/** Share of the question's words that statements must take up when they hold nothing of the asked form, 0 to 1. */
const ON_TOPIC = 0.5;
/** Share of the question's rare nouns that the article must name, 0 to 1: what it is asked about mostly is among them. */
const KNOWN = 0.5;

/**
 * Whether statements answer at least one of the questions; `citations` is what their numbers mean. Statements that come
 * after some that do take nothing back.
 */
export type QuestionFit = (statements: readonly Statement[], citations: readonly Citation[]) => boolean;

/** Made once for an answer, and asked about it as it grows. */
export function fitQuestions(searched: readonly SearchedQuestion[]): QuestionFit {
  const shown = showSentences(mergePassages(searched));
  const questions = searched.flatMap(({ question }) => formsOf(question));
  return (statements, citations) =>
    questions.some(
      (question) =>
        statesAskedKind(question, statements) &&
        statements.some((statement) =>
          citedBy(statement, citations, shown).some((sentence) => fits(question, sentence, statement, shown)),
        ),
    );
}

/** 谁发起的,什么时候开始的? asks for a person and for a day, both of what the whole of it names. */
function formsOf(question: Question): Question[] {
  const clauses = question.text.split(/[,，]/u).filter((clause) => asks(foldText(clause)));
  if (clauses.length < 2) return [question];
  return clauses.map((clause) => {
    const { kind, units, counted, folded, subject } = analyseQuestion(clause, question.language);
    return { ...question, kind, units, counted, folded, subject };
  });
}

function citedBy(
  { citations: numbers }: Statement,
  citations: readonly Citation[],
  shown: readonly ShownSentence[],
): ShownSentence[] {
  return citations
    .filter(({ n }) => numbers.includes(n))
    .flatMap(
      ({ articleId, start }) =>
        shown.find(({ passage, sentence }) => passage.articleId === articleId && sentence.start === start) ?? [],
    );
}

function fits(question: Question, cited: ShownSentence, { text }: Statement, shown: readonly ShownSentence[]): boolean {
  const holdsAsked = holdsAskedKind(question, question.read(cited.sentence.text));
  const unmet = findUnmet(question, { ...cited, holdsAsked }, shown, text);
  if (unmet.some((name) => !mayBeOfAPart(name, question))) return false;
  const nouns = rareNouns(question.content);
  const own = shown.filter(({ passage }) => passage.articleId === cited.passage.articleId);
  const article = question.read([cited.passage.names, ...own.map(({ sentence }) => sentence.text), text].join("\n"));
  return nouns.filter((noun) => isMentioned(noun, article)).length >= nouns.length * KNOWN;
}

/** 介绍项目的规模、河源县的情况和2024年的计划: only a part of the answer is of that year, or of that place. */
function mayBeOfAPart(condition: string, { kind, text }: Question): boolean {
  if (kind !== "other" && kind !== "list") return false;
  return condition === "years" || (condition === "ownPlace" && text.includes("、"));
}

/**
 * By form: true statements that hold no figure in the asked unit do not answer 多少, unless they speak of just what was
 * asked about. Of a statement in English only the figure can be told.
 */
function statesAskedKind(question: Question, statements: readonly Statement[]): boolean {
  if (question.kind !== "number" && question.kind !== "date") return true;
  const texts = statements.map(({ text }) => question.read(text));
  if (texts.some((text) => (hasHan(text) ? holdsAskedKind(question, text) : /\d/.test(text)))) return true;
  // A figure in another unit is none of what was asked.
  const plain = texts.filter((text) => question.units.length === 0 || findQuantities(text).length === 0);
  const words = contentWords(question.content).filter((word) => word.length > 1);
  const taken = words.filter((word) => plain.some((text) => text.includes(word)));
  return taken.length > words.length * ON_TOPIC;
}
