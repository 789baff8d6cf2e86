/**
 * How rare words are in Chinese at large. A small collection cannot tell by itself that 提到 and 已经 say little and
 * 股价 or 创始人 say much: all of them may be missing from it. The dictionary's counts can.
 */
import { dict } from "@node-rs/jieba/dict.js";
import { keepResults } from "./keep-results.js";
import { SURNAMES } from "./surnames.js";
import { cutWords } from "./tokens.js";

/** Words counted less often than this are as rare as can be. */
const RAREST_COUNT = 3;

/** Sum of all counts in the dictionary; only ratios to it matter. */
const TOTAL_COUNT = 60101964;

/**
 * Rarity of a word, 0 (every second word) to 1 (not in the dictionary, or hardly ever used). Linear in the logarithm of
 * the dictionary's count.
 * @param word folded.
 */
export function wordRarity(word: string): number {
  const count = Math.max(lookUpCount(word) ?? 0, RAREST_COUNT);
  return Math.log(TOTAL_COUNT / count) / Math.log(TOTAL_COUNT / RAREST_COUNT);
}

/**
 * The words of a text without punctuation. A name that the dictionary does not know (陈 红 涛) is put together again:
 * a surname and up to two single characters behind it.
 * @param text folded.
 */
export function contentWords(text: string): string[] {
  const words: string[] = [];
  let name = "";
  for (const word of cutWords(text)) {
    const isSingle = /^\p{Script=Han}$/u.test(word);
    if (isSingle && (name === "" ? SURNAMES.has(word) : name.length < 3)) {
      name += word;
      continue;
    }
    if (name !== "") words.push(name);
    name = isSingle && SURNAMES.has(word) ? word : "";
    if (name === "" && /[\p{L}\p{N}]/u.test(word)) words.push(word);
  }
  return name === "" ? words : [...words, name];
}

const LINE_FEED = 0x0a;
const BLANK = 0x20;

/**
 * Looks a word up among the dictionary's lines (`word count tag`), which stand in the order of their bytes: a binary
 * search costs microseconds, reading all 350,000 of them into a map costs half a second of every start.
 */
const lookUpCount = keepResults(searchCount, 10_000);

function searchCount(word: string): number | undefined {
  const wanted = Buffer.from(word);
  let low = 0;
  let high = dict.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = dict.lastIndexOf(LINE_FEED, middle - 1) + 1;
    const blank = dict.indexOf(BLANK, start);
    if (blank < 0) return undefined;
    const end = dict.indexOf(LINE_FEED, blank);
    const order = Buffer.compare(wanted, dict.subarray(start, blank));
    if (order < 0) high = start;
    else if (order > 0) low = end + 1 || dict.length;
    else {
      const rest = Buffer.from(dict.subarray(blank + 1, end < 0 ? dict.length : end)).toString("utf8");
      return Number(rest.split(" ")[0]);
    }
  }
  return undefined;
}
