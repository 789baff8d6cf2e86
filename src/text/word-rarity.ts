/**
 * How rare words are in Chinese at large. A small collection cannot tell by itself that 提到 and 已经 say little and
 * 股价 or 创始人 say much: all of them may be missing from it. The dictionary's counts can.
 */
import { dict } from "@node-rs/jieba/dict.js";
import { SURNAMES } from "./surnames.js";
import { cutWords } from "./tokens.js";

/** Words counted less often than this are as rare as can be. */
const RAREST_COUNT = 3;

interface Counts {
  of: Map<string, number>;
  total: number;
}

let counts: Counts | undefined;

/**
 * Rarity of a word, 0 (every second word) to 1 (not in the dictionary, or hardly ever used). Linear in the logarithm of
 * the dictionary's count. The first call reads the dictionary, about 150 ms.
 * @param word folded.
 */
export function wordRarity(word: string): number {
  counts ??= readCounts();
  const count = Math.max(counts.of.get(word) ?? 0, RAREST_COUNT);
  return Math.log(counts.total / count) / Math.log(counts.total / RAREST_COUNT);
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

function readCounts(): Counts {
  const of = new Map<string, number>();
  let total = 0;
  for (const line of Buffer.from(dict).toString("utf8").split("\n")) {
    const [word = "", count = "0"] = line.split(" ");
    of.set(word, Number(count));
    total += Number(count);
  }
  return { of, total };
}
