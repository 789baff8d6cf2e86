/** What several did together is not told of one of them: 县医院派出5名医生,省医院派出2名专家,共同义诊640人次. */
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { figureBonus, retold } from "./retold.js";
import { toldBy } from "./told.js";

const TOGETHER = /^(?:还|并|又|已|已经|曾)?(?:共同|一起|联手|携手|合计|总计|共计|双方|两者|二者|三方|各方)/u;

export function togetherStaysTogether({ clause, claim, proof }: ClauseCheck): boolean {
  const [first, ...others] = retold(clause, proof);
  const best = [first, ...others.filter((one) => figureBonus(clause, one) > 0)].find(
    (one) => one && TOGETHER.test(one.text),
  );
  if (!best) return true;
  const told = toldBy(proof);
  const doers = told
    .filter((part) => part.clause.section === best.section && part.clause.start < best.start && part.own.length > 0)
    .map(({ clause: one }) => nameOf(one))
    .filter((name) => name !== "");
  const isNamed = (doer: string) => claim.text.includes(doer);
  return doers.length < 2 || !doers.some(isNamed) || doers.every(isNamed);
}

/** What stands before the first verb. */
function nameOf({ text, words, start }: ReadClause): string {
  const verb = words.find(({ tag }) => /^v(?!n)/u.test(tag));
  return verb ? text.slice(0, verb.start - start) : "";
}
