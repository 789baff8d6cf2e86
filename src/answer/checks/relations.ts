/** Who is whose: 甲的父亲是乙 is not 乙的父亲是甲. */
import type { ClauseCheck } from "./check.js";

/** X is the R of O, however it is told. */
interface Relation {
  of: string;
  relation: string;
  who: string;
}

/** These hold both ways. */
const MUTUAL = /(?:朋友|同学|同事|同乡|邻居|搭档|伙伴|对手|战友|兄弟|姐妹|室友)$/u;

/** Whether nobody of the clause is to another what the other is to them. */
export function relationsAgree({ clause, proof }: ClauseCheck): boolean {
  const claimed = relationOf(clause.text);
  if (!claimed || MUTUAL.test(claimed.relation)) return true;
  return !proof.clauses.some(({ text }) => {
    const stated = relationOf(text);
    return stated?.relation === claimed.relation && stated.of === claimed.who && stated.who === claimed.of;
  });
}

function relationOf(text: string): Relation | undefined {
  const { groups } =
    /^(?<of>\p{Script=Han}{2,8})的(?<relation>\p{Script=Han}{2,6})(?:就是|是|为|叫)(?<who>\p{Script=Han}{2,8})$/u.exec(
      text,
    ) ??
    /^(?<who>\p{Script=Han}{2,8}?)(?:就是|是|为)(?<of>\p{Script=Han}{2,8})的(?<relation>\p{Script=Han}{2,6})$/u.exec(
      text,
    ) ??
    {};
  return groups && { of: groups.of ?? "", relation: groups.relation ?? "", who: groups.who ?? "" };
}
