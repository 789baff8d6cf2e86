/**
 * Queries that are no question but a few words: 青龙县, 公益宝贝 2022, 冯凌. Nothing is asked of a thing here, so what
 * counts is that the text speaks of it at all: every word must stand there as a word, not as the end of one and the
 * beginning of the next (长城 in 增长城市), and a name must stand there as a whole. Strict, so that an unknown name is unknown.
 */
import { findTitles } from "../text/names.js";
import { stripQuestionWords } from "../text/question-words.js";
import { relatedWords } from "../text/related-words.js";
import { SURNAMES } from "../text/surnames.js";
import { cutWords } from "../text/tokens.js";
import { contentWords, wordRarity } from "../text/word-rarity.js";
import type { Question } from "./question.js";

/** A word that a text must hold. */
export interface Keyword {
  word: string;
  /** What it may stand there as: itself, a place without its suffix, a word that news writes for it. */
  forms: readonly string[];
}

/** Words that say which form of fact is wanted; no text has to hold them. */
const FORMS = new Set(
  "人数 数量 数目 数据 数字 金额 总额 时间 日期 地点 职务 职位 身份 名字 姓名 介绍 简介 情况 详情 资料 信息 事实 消息 新闻 报道".split(
    " ",
  ),
);

/** Words more common than this may be said in other words; 0 to 1, see `wordRarity`. */
const COMMON = 0.7;

/** @example keywordsOf(analyseQuestion("公益宝贝 2022")) // 公益, 宝贝, 2022 */
export function keywordsOf({ content }: Pick<Question, "content">): Keyword[] {
  const words = contentWords(stripQuestionWords(content)).filter((word) => !FORMS.has(word));
  const keywords: string[] = [];
  let beginning = "";
  for (const word of words) {
    const isBehind = beginning !== "" && content.includes(beginning + word) && /^\p{Script=Han}/u.test(word);
    if (isBehind) keywords.push(beginning + word);
    else if (!isSingle(word)) keywords.push(word);
    beginning = !isBehind && isSingle(word) && beginsName(word) ? word : "";
  }
  return Array.from(new Set(keywords.length > 0 ? keywords : words), (word) => ({ word, forms: formsOf(word) }));
}

/** 青龙 of 青龙县: a place is often named without its suffix. */
const PLACE = /^(\p{Script=Han}{2,})[省市县区镇乡村州]$/u;

function formsOf(word: string): string[] {
  const isCommon = wordRarity(word) <= COMMON;
  const stem = isCommon ? undefined : PLACE.exec(word)?.[1];
  // Another post is another person.
  const others = isCommon && findTitles(word).length === 0 ? (relatedWords(word).get(word) ?? []) : [];
  return [word, ...(stem === undefined ? [] : [stem]), ...others.filter((other) => other.length > 1)];
}

/** A text to look for words in; folded. */
export interface Searched {
  text: string;
  /** Places where a word begins, and where one ends. Cut when first needed: it costs most. */
  edges?: { starts: ReadonlySet<number>; ends: ReadonlySet<number> };
}

/** Whether one of the texts holds a keyword. */
export function holdsKeyword({ forms }: Keyword, ...texts: readonly Searched[]): boolean {
  return forms.some((form) => texts.some((searched) => standsIn(form, searched)));
}

function isSingle(word: string): boolean {
  return /^\p{Script=Han}$/u.test(word);
}

/**
 * A single character beside other words says little by itself (年, 捐), unless it is a surname or so rare that the
 * dictionary has parted it from the word behind it: 张|美丽, 壹|基金 are one name each.
 */
function beginsName(character: string): boolean {
  return !/[年月日号时]/u.test(character) && (SURNAMES.has(character) || wordRarity(character) >= RARE_CHARACTER);
}

const RARE_CHARACTER = 0.6;

function standsIn(word: string, searched: Searched): boolean {
  const { text } = searched;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (/^[\p{Script=Latin}\d]/u.test(word)) {
      if (!isAlnum(text.charAt(at - 1)) && !isAlnum(text.charAt(end))) return true;
      continue;
    }
    searched.edges ??= findEdges(text);
    if (searched.edges.starts.has(at) || searched.edges.ends.has(end)) return true;
  }
  return false;
}

function isAlnum(character: string): boolean {
  return /[\p{Script=Latin}\d.]/u.test(character);
}

function findEdges(text: string): NonNullable<Searched["edges"]> {
  const starts = new Set<number>();
  const ends = new Set<number>();
  let at = 0;
  for (const word of cutWords(text)) {
    starts.add(at);
    at += word.length;
    ends.add(at);
  }
  return { starts, ends };
}
