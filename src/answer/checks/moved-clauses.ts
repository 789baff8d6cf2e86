/**
 * A clause that names no subject goes on with the one before it. Moved behind another's, it is told of somebody else: of
 * 供餐186万份,增长四成,其中老人用餐112万份 a claim may not make 其中老人用餐112万份,增长四成.
 */
import type { ReadClause } from "../reading.js";
import { goesOn } from "./carried-subject.js";
import type { ClauseCheck } from "./check.js";
import { retold } from "./retold.js";
import { ATTRIBUTE, isOwner, toldBy } from "./told.js";

export function clausesKeepTheirPlace({ clause, claim, proof }: ClauseCheck): boolean {
  const before = claim.clauses[claim.clauses.indexOf(clause) - 1];
  if (!before || !goesOn(clause)) return true;
  const [own] = retold(clause, proof);
  const [other] = retold(before, proof);
  // 与未参加的家庭相比 says of nobody what he does.
  if (own && /[比较]$/u.test(own.text)) return true;
  if (!own || !other || own.start >= other.start || own.section !== other.section) return true;
  return !isSubjectless(own) || isSubjectless(other);

  function isSubjectless(one: ReadClause): boolean {
    return (
      !one.text.startsWith("其中") &&
      toldBy(proof).every(
        (part) => part.clause !== one || !part.own.some(isOwner) || ATTRIBUTE.test(part.own.at(-1)?.word ?? ""),
      )
    );
  }
}
