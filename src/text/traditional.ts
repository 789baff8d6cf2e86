/**
 * Traditional and Simplified characters as scripts: telling them apart, and writing our own Simplified words in
 * Traditional ones. Articles are never converted; for matching there is `foldText`.
 */
import { Converter } from "opencc-js/cn2t";
import { foldText } from "./normalize.js";

/** The package does not say what it gives. */
type Convert = (text: string) => string;

let converter: Convert | undefined;

/**
 * Simplified text in Traditional characters, as they are written in Taiwan; words stay (软件 becomes 軟件).
 * The first call loads the tables, which takes a tenth of a second.
 * @example toTraditional("出处：现有的文章里没有") // "出處：現有的文章裡沒有"
 */
export function toTraditional(text: string): string {
  if (!converter) {
    const loaded: Convert = Converter({ from: "cn", to: "tw" });
    converter = loaded;
  }
  return converter(text);
}

/**
 * Whether text is written in Traditional characters: more of its characters have a Simplified form than a Traditional
 * one. Text of characters that both scripts share is not.
 * @example isTraditional("青龍縣孵化了多少名") // true
 */
export function isTraditional(text: string): boolean {
  const characters = text.match(/\p{Script=Han}/gu) ?? [];
  const traditional = characters.filter((character) => foldText(character) !== character).length;
  if (traditional === 0) return false; // by far the most: no need for the tables
  const shared = characters.filter((character) => toTraditional(character) === character).length;
  return traditional > characters.length - shared;
}
