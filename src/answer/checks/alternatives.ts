/** 甲或乙 is one of both: it is not told as 甲和乙. */
import type { ClauseCheck } from "./check.js";

const OR = /(?<before>[\p{Script=Han}\d]{2})(?:、|,)?或(?!许|将|是|有)者?(?<behind>[\p{Script=Han}\d]{2})/gu;
const EITHER = /或|任一|之一|其一|择一|任选|二选一|不等/u;

const ONE_OF = /(?:(?<of>\p{Script=Han}{2})之一|任[意何]?一[家个名所项])/gu;

/** 年满18岁且…, 甲并乙: both. */
const BOTH =
  /(?<before>[\p{Script=Han}\d]{2})[,]?(?:且|并且|同时|和|与|及|、|并(?![未非不没]))(?<behind>[\p{Script=Han}\d]{2})/gu;

/** Whether what is joined by one of these words in a text is not joined by 或 in the other. */
function isTurnedIntoOr(claim: string, proof: string): boolean {
  return Array.from(claim.matchAll(OR)).some(({ groups: { before = "", behind = "" } = {} }) =>
    Array.from(proof.matchAll(BOTH)).some(
      ({ groups }) => groups?.before === before && groups.behind === behind && !EITHER.test(proof),
    ),
  );
}

export function alternativesAreKept({ clause, claim, proof }: ClauseCheck): boolean {
  if (isTurnedIntoOr(claim.text, proof.text)) return false;
  if (EITHER.test(clause.text) || /一[家个名所项]/u.test(clause.text)) return true;
  // 由6家医院之一诊断 is not 由6家医院诊断.
  const isOneOf = ({ groups: { of = "" } = {} }: RegExpMatchArray) => of !== "" && clause.text.includes(of);
  if (Array.from(proof.text.matchAll(ONE_OF)).some(isOneOf) && clause.figures.length > 0) return false;
  return Array.from(proof.text.matchAll(OR)).every(({ groups: { before = "", behind = "" } = {} }) => {
    const [a, b] = [clause.text.indexOf(before), clause.text.indexOf(behind)];
    return a < 0 || b < 0 || !/[和与及、并且同,]/u.test(clause.text.slice(Math.min(a, b), Math.max(a, b)));
  });
}
