/**
 * What is measured must stand in the sentence: 销售收入是多少, 电商从多少增长到多少. A figure alone tells nothing of what it is of.
 * Expects folded text.
 */
import { tagWords } from "../text/tokens.js";
import type { Question } from "./question.js";
import { isSpokenOf } from "./spoken-of.js";

const MEASURED =
  /(?<noun>\p{Script=Han}{2,8}?)(?:是|为|有|达到?|大?约|共|从多少\p{Script=Han}{1,3}到){0,3}(?:多少|几)(?:\p{Script=Han}{0,2})[?？]?$/u;

/** These are told by the figure itself. */
const GENERIC = /^(?:金额|数额|总额|数量|人数|总数|比例|价格|规模|时间)$/u;

/** Whether a sentence speaks of what a question measures; true when it counts things or measures nothing. */
export function speaksOfMeasure(
  { kind, folded, counted }: Pick<Question, "kind" | "folded" | "counted">,
  sentence: string,
): boolean {
  if (kind !== "number" || counted !== "") return true;
  const noun = MEASURED.exec(folded)?.groups?.noun;
  const words = noun === undefined ? [] : tagWords(noun);
  const last = words.at(-1);
  if (!last) return true;
  // 捐赠|额
  const measured = last.word.length > 1 ? last.word : `${words.at(-2)?.word ?? ""}${last.word}`;
  return measured.length < 2 || !/^v?n/u.test(last.tag) || GENERIC.test(measured) || isSpokenOf(measured, sentence);
}
