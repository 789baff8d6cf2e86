/**
 * From folded text to the terms that are indexed and searched. Terms of different kinds differ in length, so one
 * namespace serves them all: single Han characters (robust to paraphrase), pairs of neighbouring Han characters
 * (precise without a dictionary), dictionary words of three and more characters, and Latin words and numbers.
 */
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { joinShares, splitGuess, type TaggedWord } from "./guessed-words.js";
import { keepResults } from "./keep-results.js";
import { foldText } from "./normalize.js";

/** Part of an index's manifest: change it whenever `indexTerms` gives other terms for the same text. */
export const TOKENIZER_VERSION = "1";

const RUN = /\p{Script=Han}+|[a-z0-9]+(?:[.,][0-9]+)*/gu;

let jieba: Jieba | undefined;

/** Words of the dictionary in `text`, in order, nothing left out; about 140 ms when first called. */
export function cutWords(text: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cut(text, false);
}

export type { TaggedWord } from "./guessed-words.js";

/**
 * Words with their parts of speech, in order, nothing left out. Unlike `cutWords` it puts characters together that the
 * dictionary has no word for (陈红涛): good for finding names, too inventive for an index.
 */
export function tagWords(text: string): TaggedWord[] {
  jieba ??= Jieba.withDict(dict);
  return joinShares(jieba.tag(text, true).flatMap(splitGuess));
}

/**
 * Index terms of a text, in order, repeats kept: the caller counts them.
 * @param text any string; it is folded here.
 * @example indexTerms("青龙县339名") // ["青","龙","县","青龙","龙县","青龙县","339","名"]
 */
export const indexTerms: (text: string) => readonly string[] = keepResults(readTerms, 500);

function readTerms(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of foldText(text).matchAll(RUN)) {
    if (isLatin(run)) terms.push(run.replaceAll(",", ""));
    else pushHanTerms(run, terms);
  }
  return terms;
}

function pushHanTerms(run: string, terms: string[]): void {
  const characters = Array.from(run);
  for (const character of characters) terms.push(character);
  for (let i = 0; i + 1 < characters.length; i++) terms.push(`${characters[i]}${characters[i + 1]}`);
  if (characters.length < 3) return;
  jieba ??= Jieba.withDict(dict);
  for (const word of jieba.cutForSearch(run, false)) if (word.length >= 3) terms.push(word);
}

function isLatin(run: string): boolean {
  return run.charCodeAt(0) < 0x80;
}
