/**
 * What must be true of the best sentence besides sharing words with the question. The commonest trap is a question about
 * what the articles nearly say: the same town but another figure, the same person but another matter. Each condition is
 * one such trap; each is true where the question does not touch it. Which ones were kept was measured: see
 * docs/EVALUATION.md.
 */
import { isHomophone } from "../text/homophones.js";
import { foldText } from "../text/normalize.js";
import { findOrganisations } from "../text/organisations.js";
import { findPlaces, namesPlace } from "../text/places.js";
import { findQuantities, type Quantity } from "../text/quantities.js";
import { findTitles, isSameTitle, type Title } from "../text/titles.js";
import { contentWords, wordRarity } from "../text/word-rarity.js";
import { speaksOfCountedDeed } from "./asked-deed.js";
import { statesAskedDoer } from "./asked-doer.js";
import { isOfAskedHost } from "./asked-event.js";
import { namesOwnerOfMeasure, speaksOfMeasure } from "./asked-measure.js";
import { mayNameHolder } from "./asked-post.js";
import { statesAskedAttributes } from "./attributes.js";
import { contextOf } from "./evidence.js";
import { holdsFigures } from "./figures-held.js";
import { findAbbreviations, findLatinNames, namesAllLatin } from "./latin-names.js";
import type { Question } from "./question.js";
import type { RankedSentence } from "./rank-sentences.js";
import {
  goesOn,
  isMentioned,
  isNamed,
  isOfAnotherPlace,
  isSpokenOf,
  namesAgent,
  namesOrganisations,
  properNouns,
  RARE,
  rareNouns,
} from "./spoken-of.js";

/** The question and where its answer would be; all texts as the question reads them. */
interface Case {
  question: Question;
  best: Candidate;
  sentence: string;
  /** Names of the article, the sentence and the few before it. */
  context: string;
  /** All that was found of the article. */
  article: string;
}

type Condition = (one: Case) => boolean;

/** By name, for reports. */
export const CONDITIONS: Readonly<Record<string, Condition>> = {
  form: holdsNeededForm,
  subject: holdsSubject,
  post: holdsAskedPost,
  action: speaksOfAskedAction,
  counted: countsTheAskedThing,
  places: namesOwnPlaces,
  ownPlace: ({ question, best }) => !isOfAnotherPlace(question, best),
  organisation: isOfAskedOrganisation,
  names: ({ question, context, article }) =>
    !asksForFigure(question) ||
    (properNouns(question.content).every((word) => isNamed(word, context)) && namesAgent(question.folded, article)),
  holder: isAboutItsNames,
  measured: ({ question, sentence, context }) =>
    speaksOfMeasure(question, sentence) && namesOwnerOfMeasure(question, context),
  host: ({ question, sentence }) => isOfAskedHost(question.folded, sentence),
  abbreviations: ({ question, article }) => findAbbreviations(question.text).every((name) => article.includes(name)),
  years: namesOwnYears,
  latin: ({ question, sentence, context, article }) => {
    const names = findLatinNames(question.text);
    if (!namesAllLatin(names, article)) return false;
    return (
      names.length === 0 ||
      namesAllLatin(names, sentence) ||
      (findPlaces(sentence).length === 0 && namesAllLatin(names, context))
    );
  },
  countedDeed: ({ question, sentence }) => speaksOfCountedDeed(question, sentence),
  holderNamed: ({ question, sentence }) => mayNameHolder(question, sentence),
  doer: ({ question, sentence }) => statesAskedDoer(foldText(question.searched), sentence),
  attributes: ({ question, context }) => statesAskedAttributes(foldText(question.searched), context),
};

/** A sentence that may answer. */
export type Candidate = Pick<RankedSentence, "passage" | "sentence" | "holdsAsked">;

/**
 * Names of the conditions that are not met; empty for a sentence that may answer.
 * @param found all sentences that were found; those of other articles do not count.
 * @param told the sentence in other words, of which it is proof; its own by default.
 */
export function findUnmet(
  question: Question,
  best: Candidate,
  found: readonly Pick<RankedSentence, "passage" | "sentence">[],
  told = "",
): string[] {
  const sentences = found.filter(({ passage }) => passage.articleId === best.passage.articleId);
  const one: Case = {
    question,
    best,
    sentence: question.read(told === "" ? best.sentence.text : `${best.sentence.text}\n${told}`),
    context: contextOf(question, best),
    article: question.read([best.passage.names, ...sentences.map(({ sentence }) => sentence.text)].join("\n")),
  };
  return Object.entries(CONDITIONS)
    .filter(([, isMet]) => !isMet(one))
    .map(([name]) => name);
}

/** A number, a day and a year are told by their form; 什么时候 may be answered by any words (春节, 战后). */
function holdsNeededForm({ question, best, sentence }: Case): boolean {
  switch (question.kind) {
    case "number":
    case "duration":
      return best.holdsAsked;
    case "date":
      return best.holdsAsked || /什么时候|什么时间|何时/u.test(question.folded);
    case "place":
    case "list":
      return namesAskedPlaces(question, sentence);
    case "person":
    case "role":
    case "organisation":
    case "other":
      return true;
  }
}

/** 哪些县: 在京 names none. */
function namesAskedPlaces(question: Question, sentence: string): boolean {
  const kind = /哪(?:一?[个座]?|些|几[个座]?)(?<kind>省|市|城市|县|区(?!域)|镇|乡|村)/u.exec(question.folded)?.groups
    ?.kind;
  if (kind === undefined) return true;
  return namesOtherPlace(question, sentence) && (!/[县镇乡村]/u.test(kind) || sentence.includes(kind));
}

function namesOtherPlace(question: Question, sentence: string): boolean {
  const own = findPlaces(question.content);
  if (findPlaces(sentence).some((place) => !own.includes(place))) return true;
  const others = own.reduce(
    (text, place) => text.replaceAll(new RegExp(`${place}[省市州县区镇乡村]?`, "gu"), ""),
    sentence,
  );
  return /[在来赴抵][京沪津渝]|\p{Script=Han}{2}(?:省|市|州|县|区|镇|乡|村)/u.test(others);
}

/** Who is …: the sentence names the person, and what else is named beside the person. */
function holdsSubject({ question: { kind, subject, content }, sentence }: Case): boolean {
  if (kind !== "role") return true;
  const names = [subject, ...contentWords(content).filter((word) => word.length > 1 && wordRarity(word) >= RARE)];
  return names.every((name) => sentence.includes(name) || isHomophone(name, sentence));
}

/** Who is the founder of …: another post is another person, and so is another rank of it (副秘书长). */
function holdsAskedPost({ question, context }: Case): boolean {
  const told = findTitles(context);
  return askedPosts(question).every((asked) => {
    const same = told.filter(({ post }) => post === asked.post);
    return same.length > 0
      ? same.some((title) => isSameTitle(asked, title))
      : context.includes(withoutPerson(asked.post));
  });
}

/** The posts that a question for a person names; 代表 and 负责人 may be anybody with one. */
function askedPosts({ kind, content }: Question): Title[] {
  return kind === "person" ? findTitles(content).filter(({ post }) => post !== "代表" && post !== "负责人") : [];
}

/** A person of another organisation is another person; one whose sentence names none may be of the one named before. */
function isOfAskedOrganisation({ question, sentence, context }: Case): boolean {
  if (question.kind === "role") return namesOrganisations(question.content, context);
  if (question.kind !== "person") return true;
  if (findOrganisations(sentence).length > 0) return namesOrganisations(question.content, sentence);
  return askedPosts(question).length === 0 || namesOrganisations(question.content, context);
}

function asksForFigure({ kind }: Question): boolean {
  return kind === "number" || kind === "date" || kind === "duration";
}

/** 主持 of 主持人: who did it holds the post. */
function withoutPerson(post: string): string {
  return post.length > 2 ? post.replace(/人$/u, "") : post;
}

/** 谁创立了…, …是哪一年成立的: the sentence must speak of that, in whatever words. */
function speaksOfAskedAction({ question: { folded }, sentence }: Case): boolean {
  const verb = ASKED_ACTION.exec(folded)?.groups;
  const word = verb?.who ?? verb?.did ?? verb?.when;
  return word === undefined || isMentioned(word, sentence);
}

const ASKED_ACTION =
  /谁(?<who>\p{Script=Han}{2})的|谁\p{Script=Han}{0,16}?(?<did>\p{Script=Han}{2})[了过]|(?:哪一?[年天日月]|什么时候|什么时间|何时|几[月号日])(?:被|正式|开始|首次)?(?<when>(?!几)\p{Script=Han}(?![的号日])\p{Script=Han})的?[?？]?$/u;

/** 多少员工: what is counted must stand near a figure. */
function countsTheAskedThing({ question: { kind, counted, text }, sentence }: Case): boolean {
  if (kind !== "number") return true;
  // 有多少页: what is no measure word stands behind its figure.
  if (counted.length === 1 && text.includes(`多少${counted}`)) return sentence.includes(counted);
  const words = contentWords(counted).filter((word) => word.length > 1);
  if (words.length === 0) return true;
  return findQuantities(sentence).some(({ start, end, unit }) => {
    const near = sentence.slice(Math.max(0, start - COUNTED_WITHIN), end + COUNTED_WITHIN);
    // 人次收益 for 人次受益: two characters alone have too many namesakes, with the measure word before them they have none.
    return words.some((word) => isSpokenOf(word, near) || isHomophone(unit + word, near));
  });
}

/** So far from a figure, in characters, may stand what it counts. */
const COUNTED_WITHIN = 24;

/** A place that the question names must be named by the article that answers it, somewhere in what was found of it. */
function namesOwnPlaces({ question, article }: Case): boolean {
  return findPlaces(question.content).every((place) => namesPlace(article, place));
}

/** A figure or a day belongs to what its own paragraph names; to what one before names only if it goes on about that. */
function isAboutItsNames({ question, best, sentence }: Case): boolean {
  if (!asksForFigure(question) || goesOn(sentence)) return true;
  const own = best.passage.sentences.filter(({ paragraph }) => paragraph === best.sentence.paragraph);
  const near = question.read([best.passage.names, ...own.map(({ text }) => text)].join("\n"));
  const found = question.read(best.passage.text);
  return rareNouns(question.content).every((noun) => isNamed(noun, near) || !isNamed(noun, found));
}

/** A year in the question must stand near the sentence that answers it: figures of two years are never the same. */
function namesOwnYears({ question, best, sentence, context }: Case): boolean {
  const relative = /去年|前年|明年|上个?月|下个?月|上周|下周|昨天|明天/u.exec(question.folded)?.[0];
  if (relative !== undefined && !context.includes(relative)) return false;
  const years = { figures: question.figures.filter(isYear) };
  // 从2019年的4.5分增长到2022年的5.3分: a sentence with years of its own is about no other, whatever stands before it.
  if (asksForFigure(question) && findQuantities(sentence).some(isYear)) return holdsFigures(years, sentence);
  if (holdsFigures(years, context)) return true;
  const { names, published = "", text } = best.passage;
  return !findQuantities(context).some(isYear) && holdsFigures(years, `${names}\n${published.slice(0, 4)}年\n${text}`);
}

/** Whether a figure is a calendar year. */
export function isYear({ value, unit }: Quantity): boolean {
  return unit === "年" && value > 1000;
}
