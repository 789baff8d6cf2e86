/**
 * What is measured must stand in the sentence: 销售收入是多少, 电商从多少增长到多少. A figure alone tells nothing of what it is of.
 * Expects folded text.
 */
import { findQuantities } from "../text/quantities.js";
import { type TaggedWord, tagWords } from "../text/tokens.js";
import type { Question } from "./question.js";
import { isMentioned, isSpokenOf } from "./spoken-of.js";

const MEASURED =
  /(?<noun>\p{Script=Han}{2,8}?)(?:是|为|有|达到?|大?约|共|从多少\p{Script=Han}{1,3}到|(?:[上增提下][涨升长高加降跌]|[涨升增降跌]|高(?=[出了]))[出了到]{0,2}){0,3}(?:多少|几)(?:\p{Script=Han}{0,2})[?？]?$/u;

/** These are told by the figure itself. */
const GENERIC = /^(?:金额|数额|总额|数量|人数|总数|比例|价格|规模|时间)$/u;

/** Whether a sentence speaks of what a question measures; true when it counts things or measures nothing. */
export function speaksOfMeasure(
  { kind, folded, counted }: Pick<Question, "kind" | "folded" | "counted">,
  sentence: string,
): boolean {
  if (kind !== "number" || counted !== "") return true;
  const words = measuredWords(folded);
  const last = words.at(-1);
  if (!last) return true;
  // 捐赠|额
  const measured = last.word.length > 1 ? last.word : `${words.at(-2)?.word ?? ""}${last.word}`;
  if (measured.length < 2 || !/^v?n/u.test(last.tag) || GENERIC.test(measured)) return true;
  return isSpokenOf(measured, sentence) || isCountedBy(measured, sentence);
}

/** 笔数 is told by 83亿笔. */
function isCountedBy(measured: string, sentence: string): boolean {
  const unit = /^(?<unit>\p{Script=Han}{1,2})数$/u.exec(measured)?.groups?.unit;
  return unit !== undefined && findQuantities(sentence).some((figure) => figure.unit === unit);
}

/** Whether a text names what the measured thing is of: the price of apples is not that of chestnuts. */
export function namesOwnerOfMeasure(
  { kind, folded, counted }: Pick<Question, "kind" | "folded" | "counted">,
  text: string,
): boolean {
  if (kind !== "number" || counted !== "") return true;
  const words = measuredWords(folded).filter(({ word }) => word !== "的");
  const owner = words.at(-2);
  // 《选择》杂志的定价: what stands between marks is the name, and what it is need not be said.
  if (/[》”]\p{Script=Han}{0,8}(?:多少|几)/u.test(folded)) return true;
  if (!owner || words.at(-1)?.tag.startsWith("n") !== true) return true;
  return owner.word.length < 2 || !/^n[^srt]?$/u.test(owner.tag) || isMentioned(owner.word, text);
}

function measuredWords(question: string): TaggedWord[] {
  const noun = MEASURED.exec(question)?.groups?.noun;
  return noun === undefined ? [] : tagWords(noun);
}

/** Whether a question asks for what it is in a year: 一年捐多少. */
export function isPerYear(question: string): boolean {
  return /(?:一年|每年|年均)(?!里|来|前|后|级|多)\p{Script=Han}{0,12}多少/u.test(question);
}

/** Whether a figure of a sentence may be that of a year. */
export function statesPerYear(sentence: string): boolean {
  return /年均|每年|[一全当同]年|年度|年平均|\d{4}年/u.test(sentence);
}
