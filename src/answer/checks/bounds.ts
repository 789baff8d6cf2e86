/** From which degree on: 中度以上失能 is neither all 失能 nor 轻度失能, 三级以上残疾人 not every 残疾人. */
import type { ClauseCheck } from "./check.js";

const DEGREE = "(?:[轻中重]度|[一二三四五六七八九十\\d]+级|[省市县区乡镇]级|初中|高中|中专|大专|本科|硕士|[初中高]级)";
const BOUND = new RegExp(
  `(?<degree>${DEGREE})(?:及|或|\\(含\\))?(?<side>以上|以下)的?(?<of>\\p{Script=Han}{2})?`,
  "gu",
);

export function boundsAreKept({ clause, claim, proof }: ClauseCheck): boolean {
  return Array.from(proof.text.matchAll(BOUND)).every(({ groups: { degree = "", side = "", of = "" } = {} }) => {
    const isMeant = clause.text.includes(degree) || (of !== "" && clause.text.includes(of));
    if (!isMeant) return true;
    const kept = new RegExp(`${degree}(?:及|或|\\(含\\))?${side}`, "u");
    const isBare = new RegExp(`(?<!${DEGREE}(?:及|或)?(?:以上|以下)的?)${of}`, "u");
    // Others of the same kind may be told of in a clause of their own.
    return kept.test(claim.text) || (of !== "" && !isBare.test(clause.text));
  });
}
