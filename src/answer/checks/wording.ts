/** How much of a clause its sentence holds, in content words, weighed by their rarity. */
import { synonymsOf } from "../../text/synonyms.js";
import type { PlacedWord, ReadClause } from "../reading.js";

/**
 * Share of the clause's weight that a text holds, 0 to 1; 1 when the clause has no content words.
 * @param words the words of that text, for one-character synonyms.
 */
export function coverageBy(clause: ReadClause, text: string, words: ReadonlySet<string>): number {
  let held = 0;
  let total = 0;
  for (const word of clause.words) {
    total += word.weight;
    held += word.weight * shareHeld(word.word, text, words);
  }
  return total === 0 ? 1 : held / total;
}

/** How far a text holds a word, 0 to 1: literally, by a synonym, or some of its characters. */
export function shareHeld(word: string, text: string, words: ReadonlySet<string>): number {
  if (text.includes(word)) return 1;
  for (const other of synonymsOf(word)) if (other.length > 1 ? text.includes(other) : words.has(other)) return 0.9;
  const characters = Array.from(word);
  if (characters.length === 1) return 0;
  const share = characters.filter((one) => text.includes(one)).length / characters.length;
  return share === 1 ? 0.8 : share * share * 0.6;
}

/** Words that the dictionary does not know or hardly any text has: mostly names, and nothing stands for them. */
const RARE = 0.7;

/** Rare words and names of the clause none of whose characters, or fewer than half, stand in a text. */
export function unknownRareWords(clause: ReadClause, text: string, words: ReadonlySet<string>): PlacedWord[] {
  return clause.words.filter(
    ({ word, tag, weight }) =>
      /^[\p{Script=Han}a-z]{2,}$/u.test(word) &&
      weight > 0 &&
      ((weight >= RARE && !/^(?:v|d|a|p|c)/u.test(tag)) || /^(?:x|nr|ns|nt|nz|eng)/u.test(tag)) &&
      shareHeld(word, text, words) < (/^[a-z]/u.test(word) ? 1 : 0.2),
  );
}
