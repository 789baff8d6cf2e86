/** From where to where: 由北京迁往上海 is not 由上海迁往北京. */
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";

/** Whether nothing that the clause comes from is what the sentence goes to, nor the other way round. */
export function directionsAgree({ clause, proof }: ClauseCheck): boolean {
  const claimed = wayOf(clause);
  const stated = proof.clauses.map(wayOf);
  const from = stated.flatMap((way) => way.from);
  const to = stated.flatMap((way) => way.to);
  const isOnly = (word: string, own: readonly string[], other: readonly string[]) =>
    own.includes(word) && !other.includes(word);
  return !claimed.to.some((word) => isOnly(word, from, to)) && !claimed.from.some((word) => isOnly(word, to, from));
}

const FROM = /^(?:从|由|自)$/u;
/** Verbs that end in where they lead; what is received or reached in number leads nowhere. */
const TO = /^(?!收到|得到|受到|遭到|感到|接到|找到|看到|提到|谈到|达到|直到)\p{Script=Han}{0,3}[往到至向赴入]$/u;
/** 从A变成B; by itself 成为 leads nowhere. */
const INTO = /^\p{Script=Han}{1,3}[为成]$/u;

/** The words behind 从 and behind 到; amounts (从300人增加到500人) are compared as figures. */
function wayOf({ words }: ReadClause): { from: string[]; to: string[] } {
  const way: { from: string[]; to: string[] } = { from: [], to: [] };
  let side: "from" | "to" | undefined;
  let phrase: string[] = [];
  for (const [i, placed] of words.entries()) {
    const { word, tag } = placed;
    const next = sideOf(placed, words[i - 1], way.from.length > 0);
    if (side && !next && isNoun(placed)) phrase.push(word);
    else if (side && !/^[、和与了]$/u.test(word)) {
      if (!/^[mqr]/u.test(tag)) way[side].push(...phrase);
      side = undefined;
    }
    if (next) [side, phrase] = [next, []];
  }
  if (side) way[side].push(...phrase);
  return way;
}

function sideOf({ word, tag, isInName }: PlacedWord, last: PlacedWord | undefined, hasFrom: boolean) {
  if (isInName) return undefined;
  if (FROM.test(word)) return "from";
  // 向 before a verb says to whom, behind one whereto.
  if (TO.test(word) && (word !== "向" || last?.tag.startsWith("v"))) return "to";
  return hasFrom && INTO.test(word) && tag.startsWith("v") ? "to" : undefined;
}

function isNoun({ word, tag, weight, isInName }: PlacedWord): boolean {
  return isInName || (weight > 0.2 && /^(?:n|x|j|l|s)/u.test(tag) && /\p{Script=Han}/u.test(word));
}
