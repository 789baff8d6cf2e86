/** How many of them: all, most, some, few, none, not all. 大部分学员 are not 部分学员, and 并非所有 is not 没有一个. */
import type { ClauseCheck } from "./check.js";

type Quantity = "notAll" | "most" | "few" | "some";

/** Tried in this order; what one has taken is not read again, so that 大部分 holds no 部分. */
const WORDS: readonly (readonly [Quantity, RegExp])[] = [
  ["notAll", /(?:并非|并不是|不是|未必|不)(?:所有|全部|全都?|都|人人|每一?[个名位家户所])/gu],
  ["most", /(?:绝|极)?大部[分]|(?:绝|极)?大多数?|多数|多半|大半/gu],
  ["few", /(?:极)?少数|个别|(?:一?小|少)部分|极少/gu],
  ["some", /(?<!组成)部分|一些|有些|有的|某些|若干/gu],
];

/** A claim's word for how many must be the sentence's own, or a word for as many. */
export function quantifiersAgree({ clause, proof }: ClauseCheck): boolean {
  const told = quantitiesOf(proof.text);
  const own = quantitiesOf(clause.text);
  if (told.has("notAll") && !own.has("notAll") && /没有|无一|无人|所有|全部|[都均]/u.test(clause.text)) return false;
  return Array.from(own).every((one) => told.has(one) || !MATTERS.has(one) || isShare(one, proof.text));
}

const MATTERS: ReadonlySet<Quantity> = new Set(["notAll", "most", "few"]);

/** 七成 is 大部分, 一成 is 少数. */
function isShare(quantity: Quantity, text: string): boolean {
  if (quantity === "notAll") return /没有全|未全|不全/u.test(text);
  return /[%成]|分之|[过近]半|一半|半数/u.test(text);
}

function quantitiesOf(text: string): Set<Quantity> {
  const found = new Set<Quantity>();
  let rest = text;
  for (const [quantity, words] of WORDS) {
    if (rest.match(words)) found.add(quantity);
    rest = rest.replaceAll(words, "|");
  }
  return found;
}
