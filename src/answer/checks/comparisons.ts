/** Which is more: of 甲高于乙 a claim may make neither 乙高于甲 nor 甲与乙相当, however it is told (甲比乙高, 乙低于甲). */
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";

/** Two that are compared; when they are alike, which is `more` says nothing. Stretches of text. */
interface Comparison {
  more: string;
  less: string;
  isAlike: boolean;
}

const UP = "高多大优好强快长早重";
const DOWN = "低少小差弱慢短晚轻";
const THAN = new RegExp(
  `^(?<a>[^,。;:\\d]{2,24}?)(?:明显|略|稍|大大|远远?|要|还|都|也|显著)?(?:(?<way>[${UP}${DOWN}])于|(?<over>超过)|(?<under>不及|不如))(?<b>[^,。;:\\d]{2,24})`,
  "u",
);
const BI = new RegExp(
  `^(?<a>[^,。;:\\d]{2,24}?)[比较](?<b>[^,。;:\\d]{1,20}?)(?:明显|略|稍|更|还|要|都|大幅|显著)?(?<way>[${UP}${DOWN}])(?:出|了|些|得|很|一|$)`,
  "u",
);
const ALIKE = /^(?<a>[^,。;:]{2,24}?)[与和同跟](?<b>[^,。;:]{2,20}?)(?:相当|持平|相同|一样|差不多|不相上下|相等|相近)/u;

export function comparisonsAgree({ clause, proof }: ClauseCheck): boolean {
  const own = comparisonOf(clause.text);
  if (!own) return true;
  const told = proof.clauses.flatMap(({ text }) => comparisonOf(text) ?? []);
  const words = wordsOf(clause);
  return told.every((one) => {
    const share = (a: string, b: string) => words.filter((word) => a.includes(word) && b.includes(word)).length;
    const [same, turned] = [
      share(own.more, one.more) + share(own.less, one.less),
      share(own.more, one.less) + share(own.less, one.more),
    ];
    if (same + turned === 0) return true;
    return own.isAlike === one.isAlike && (own.isAlike || turned === 0 || turned < same);
  });
}

/** The comparison that a clause makes, if it makes one. */
function comparisonOf(text: string): Comparison | undefined {
  const alike = ALIKE.exec(text)?.groups;
  if (alike) return { more: alike.a ?? "", less: alike.b ?? "", isAlike: true };
  const { a = "", b = "", way = "", over, under } = (THAN.exec(text) ?? BI.exec(text))?.groups ?? {};
  if (a === "") return undefined;
  const isMore = over !== undefined || (under === undefined && UP.includes(way));
  return isMore ? { more: a, less: b, isAlike: false } : { more: b, less: a, isAlike: false };
}

function wordsOf({ words }: ReadClause): string[] {
  return words.filter(({ weight, word }) => weight > 0.2 && word.length > 1).map(({ word }) => word);
}
