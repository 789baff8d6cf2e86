/**
 * The days that a text itself names, as it writes them. Nothing is added: a day without a year stays one. A month, a
 * year or a lone 23日 is no day that could be looked up, and is left out.
 */
import { foldText } from "../text/normalize.js";

const DIGITS = "〇零○一二三四五六七八九";
const MONTH = String.raw`(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元正腊])`;
const DAY = String.raw`(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|初?[一二三四五六七八九]|初十)`;
const WRITTEN = String.raw`(?:(?:\d{4}|[${DIGITS}]{4})\s*年\s*)?(?<month>${MONTH})\s*月\s*(?<day>${DAY})\s*[日号號]`;
const NUMERIC = String.raw`(?<!\d)(?:19|20)\d\d(?<dash>[-/.])(?<month2>1[0-2]|0?[1-9])\k<dash>(?<day2>3[01]|[12]\d|0?[1-9])(?!\d)`;
const EVENT_DATE = new RegExp(`(?<![\\d十])${WRITTEN}|${NUMERIC}`, "gu");
/** Longest months; a year is seldom given, so 29 February is always one. */
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Days in a text, in order, each spelling once.
 * @example findEventDates("2月22日在京举办,2023年5月1日起施行,2月22日。") // ["2月22日", "2023年5月1日"]
 */
export function findEventDates(text: string): string[] {
  const days = new Map<string, string>();
  // One digit for one, so that a place in the one text is the same place in the other.
  const halfWidth = text.replace(/[０-９]/gu, (digit) => digit.normalize("NFKC"));
  for (const { 0: found, index, groups = {} } of halfWidth.matchAll(EVENT_DATE)) {
    const written = text.slice(index, index + found.length);
    const month = Number(groups.month ?? groups.month2);
    const day = Number(groups.day ?? groups.day2);
    if (day > (LAST_DAYS[month - 1] ?? 31)) continue;
    const key = foldText(written).replace(/\s/gu, "");
    if (!days.has(key)) days.set(key, written);
  }
  return [...days.values()];
}
