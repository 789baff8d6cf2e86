/**
 * Who does it to whom in an English claim that names both in Chinese: English says it by the order of words, and turns it
 * round by "was … by" and "received from".
 */
import { statedDealings } from "./checks/exchanged-parts.js";
import type { Proof } from "./proof.js";

/** @param names of the claim in Chinese, as they stand in it. */
export function isExchanged(claim: string, names: readonly string[], proof: Proof): boolean {
  const placed = names
    .map((name) => ({ name, start: claim.indexOf(name) }))
    .filter(({ start }) => start >= 0)
    .toSorted((a, b) => a.start - b.start);
  return placed.some(({ name, start }, i) => {
    const next = placed[i + 1];
    if (!next || next.name === name) return false;
    const between = claim.slice(start + name.length, next.start);
    // 甲 and 乙, 甲 of 乙: nothing is done between them.
    if (!/[a-z]{3,}/iu.test(between.replaceAll(/\b(?:and|the|for|with|both)\b/giu, ""))) return false;
    const isTurned = /\b(?:by|from)\s+(?:[a-z-]+\s+){0,3}$/iu.test(between);
    const [doer, target] = isTurned ? [next.name, name] : [name, next.name];
    const deals = (one: string, other: string) =>
      statedDealings(proof).some(
        ({ doers, targets }) => textOf(doers).includes(one) && textOf(targets).includes(other),
      );
    return deals(target, doer) && !deals(doer, target);
  });
}

function textOf(words: readonly { word: string }[]): string {
  return words.map(({ word }) => word).join("");
}
