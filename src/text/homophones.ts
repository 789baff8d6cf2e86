/**
 * Typing errors by sound: people type Chinese by its syllables and pick the wrong character (王水种 for 王水钟). Used
 * to find what was meant, never to prove anything.
 */
import { pinyin } from "pinyin-pro";

/** Shorter words have too many namesakes: 李红 may be somebody else than 李弘. Characters. */
const MIN_LENGTH = 3;

/**
 * Whether a text holds a word that sounds like this one and differs from it in one character.
 * @param word folded; of Han characters, at least three.
 * @example isHomophone("王水种", "总监王水钟分享了") // true
 */
export function isHomophone(word: string, text: string): boolean {
  const characters = Array.from(word);
  if (characters.length < MIN_LENGTH || !characters.every((character) => /\p{Script=Han}/u.test(character)))
    return false;
  const others = Array.from(text);
  return others.some((_, start) => {
    const candidate = others.slice(start, start + characters.length);
    const different = characters.filter((character, i) => character !== candidate[i]);
    return different.length === 1 && soundOf(candidate) === soundOf(characters);
  });
}

/** Syllables without tones. */
function soundOf(characters: readonly string[]): string {
  return pinyin(characters.join(""), { toneType: "none", type: "array" }).join(" ");
}
