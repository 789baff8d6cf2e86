/**
 * When something was: a later clause's time is not told of what an earlier one says (寒暑假 of 周二上课,寒暑假停课 is not when there
 * are lessons), for only what stands before goes on.
 */
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { figureBonus } from "./retold.js";

const WHEN =
  /^(?:当晚|当天|当日|次日|翌日|隔天|第二天|次年|翌年|上午|下午|凌晨|傍晚|寒暑假|寒假|暑假|周末|节假日|夜间|夜里|白天|晚上|早上|中午|冬季|夏季|春季|秋季|冬天|夏天|平时|工作日)$/u;

export function timesKeepTheirClause({ clause, proof }: ClauseCheck): boolean {
  const told = clause.words.filter(({ weight, word, tag }) => weight > 0.3 && !WHEN.test(word) && tag !== "t");
  return timesIn(clause).every((time) => {
    const holders = proof.clauses.filter(({ text }) => text.includes(time));
    const [holder] = holders;
    if (holders.length !== 1 || !holder || !hasOwnDeed(holder)) return true;
    if (proof.clauses.some((one) => one.start >= holder.start && figureBonus(clause, one) > 0)) return true;
    const known = told.filter(({ word }) => holdsWord(proof.text, word));
    const before = proof.clauses.filter((one) => one.end <= holder.start);
    const isEarlier = ({ word }: PlacedWord) => before.some(({ text }) => holdsWord(text, word));
    // 当晚送达,次日发放: what has a time of its own is not of the one before.
    const isLater = ({ word }: PlacedWord) =>
      proof.clauses.some((one) => one.start >= holder.end && holdsWord(one.text, word) && timesIn(one).length > 0) &&
      !proof.clauses.some((one) => one.start <= holder.start && holdsWord(one.text, word));
    if (
      timesIn(clause).length === 1 &&
      known.some((word) => isDeed(word) && isLater(word)) &&
      !known.some((word) => isDeed(word) && holdsWord(holder.text, word.word))
    )
      return false;
    const rest = known.filter(({ word }) => holdsWord(holder.text, word));
    return (
      known.length === 0 || rest.length > 0 || !known.every(isEarlier) || (!known.some(isDeed) && known.length < 3)
    );
  });
}

function timesIn({ times, words, text, start }: ReadClause): string[] {
  return [
    ...times.map((time) => text.slice(time.start - start, time.end - start)),
    ...words.filter(({ word }) => WHEN.test(word)).map(({ word }) => word),
  ];
}

function isDeed({ tag, weight }: PlacedWord): boolean {
  return tag.startsWith("v") && weight > 0.3;
}

function hasOwnDeed({ words }: ReadClause): boolean {
  return words.some(({ tag, weight }) => tag.startsWith("v") && weight > 0.1);
}
