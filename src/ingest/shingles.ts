/**
 * A text as the hashes of its runs of five characters, for telling how much two texts have in common. Blanks,
 * punctuation and spelling variants do not count, as in all matching; what the characters mean does not matter.
 */
import { foldText } from "../text/normalize.js";

const LENGTH = 5;
const BASE = 0x01000193;
/** What a character leaves behind that has moved out of the run. */
const OUT = Array.from({ length: LENGTH }, () => BASE).reduce((power, base) => Math.imul(power, base), 1);

/** A UTF-16 unit folded, 0 for one that does not count, -1 for one not met yet: folding a whole text is slow. */
const folded = new Int32Array(0x1_0000).fill(-1);

/**
 * Hashes of all runs in order, with repeats; empty for a text of fewer than five characters that count. 32 bits each.
 * @example shinglesOf("青龍縣,三百戶").length // 2
 */
export function shinglesOf(text: string): Int32Array {
  const hashes = new Int32Array(text.length);
  const run = new Int32Array(LENGTH);
  let length = 0;
  let rolling = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let code = folded[unit] ?? 0;
    if (code < 0) folded[unit] = code = foldUnit(unit);
    if (code === 0) continue;
    const slot = length % LENGTH;
    rolling = (Math.imul(rolling, BASE) + code - Math.imul(OUT, run[slot] ?? 0)) | 0;
    run[slot] = code;
    length++;
    if (length >= LENGTH) hashes[length - LENGTH] = mix(rolling);
  }
  return hashes.subarray(0, Math.max(0, length - LENGTH + 1));
}

/** Halves of a pair count as they are. */
function foldUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const character = foldText(String.fromCharCode(unit));
  return /^[\p{L}\p{N}]/u.test(character) ? character.charCodeAt(0) : 0;
}

/** Spreads a hash over its bits, so that its lowest can stand for it. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
