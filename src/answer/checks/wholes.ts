/**
 * What a share is a share of: 60% of 超出部分 is not 60% of 自付药费, what 其中三成 do is not done by 三成 of all, and 其中60%为退休教师
 * does not say 60%的退休教师.
 */
import type { Figure } from "../../text/figures.js";
import type { Proof } from "../proof.js";
import type { ReadClause, Reading } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { isIn } from "./counted.js";
import { isSameFigure } from "./same-figure.js";
import { FREE } from "./wording.js";

/** 按自付费用的50%, 对超出部分补助60%, 占总数的三成: from the preposition to the share. */
const BASE =
  /(?:^|[^\p{Script=Han}]|\p{Script=Han})(?:按照?|对于?|占)(?<base>(?:[^,。;:\d按对占]){2,16}?)(?:的|给予|补助|补贴|减免|报销|奖励|资助|支付|承担|提供|发放|约|近|超|超过)*$/u;
/** 补助自付费用的60%, 药费的六成. */
const CLAIMED_BASE = /(?<base>\p{Script=Han}{2,12})的(?:约|近|超过?|逾)?$/u;
/** What narrows an amount, however common the word is. */
const NARROWS = /超出|剩余|其余|余下|自付|自费|自理|自筹|部分/u;
const AMONG = /(?:中|里|内|当中|之中)/u;

export function wholesAgree({ clause, claim, proof }: ClauseCheck): boolean {
  return clause.figures.every((figure) => {
    if (!/^[%倍]$/u.test(figure.unit)) return true;
    const holders = proof.clauses.flatMap((one) =>
      one.figures
        .filter((other) => isSameFigure(figure, { ...other, change: figure.change }, proof.text))
        .map((stated) => ({ one, stated })),
    );
    return (
      holders.length === 0 ||
      holders.some(
        ({ one, stated }) =>
          basesAgree(figure, clause, stated, one, claim) &&
          partIsOfPart(clause, one, proof) &&
          groupIsKept(claim, one, proof) &&
          countIsKept(figure, clause, stated, one, claim) &&
          !isReversed(figure, clause, stated, one),
      )
    );
  });
}

const textBefore = ({ start }: Figure, clause: ReadClause) => clause.text.slice(0, start - clause.start);

function basesAgree(figure: Figure, clause: ReadClause, stated: Figure, one: ReadClause, claim: Reading): boolean {
  const base =
    BASE.exec(textBefore(stated, one))?.groups?.base ?? CLAIMED_BASE.exec(textBefore(stated, one))?.groups?.base;
  const group = groupBefore(clause, claim);
  const before = group + textBefore(figure, clause);
  const own = BASE.exec(before)?.groups?.base ?? CLAIMED_BASE.exec(before)?.groups?.base ?? group;
  if (!base || !own) return true;
  if (figure.unit === "倍") return comparesWithSame(base, own);
  if (/总|年|于$|[比较]/u.test(own)) return true;
  const narrowing = one.words.filter(
    ({ word, weight, tag }) =>
      base.includes(word) && ((weight > 0.3 && /^(?:n|b|x|j|vn)/u.test(tag)) || NARROWS.test(word)),
  );
  return narrowing.every(({ word }) => holdsWord(before, word));
}

/** 4860名志愿者中, | 女性占58%: of whom the share is may be a clause of its own. Empty when there is none. */
function groupBefore(clause: ReadClause, { clauses }: Reading): string {
  const before = clauses[clauses.indexOf(clause) - 1];
  const group = /[^,]*[中里内]$/u.exec(before?.text ?? "")?.[0] ?? "";
  return before?.section === clause.section ? group : "";
}

const WHEN = /今年|去年|上年|前年|同期|全年|\d{4}年|上一?[年季月]|[上下]半年/u;

/** 去年全年的1.2倍 told as 今年前三季度的1.2倍. */
function comparesWithSame(base: string, own: string): boolean {
  const [stated, claimed] = [WHEN.exec(base)?.[0], WHEN.exec(own)?.[0]];
  return stated === undefined || claimed === undefined || base.includes(claimed) || own.includes(stated);
}

/** 歇业的77个里有近六成: of those 77, not of whatever was counted before in the claim. */
function countIsKept(figure: Figure, clause: ReadClause, stated: Figure, one: ReadClause, claim: Reading): boolean {
  const before = textBefore(stated, one);
  const whole = one.figures.findLast(({ end }) => end <= stated.start);
  if (!whole || !/^\p{Script=Han}{0,6}[里中](?:有|约|近|超)*$/u.test(before.slice(whole.end - one.start))) return true;
  if (!clause.text.startsWith("其中") && !AMONG.test(textBefore(figure, clause))) return true;
  const last = claim.clauses.flatMap(({ figures }) => figures).findLast(({ end }) => end <= figure.start);
  return last === undefined || last.value === whole.value;
}

/** 返乡青年中有六成从事养殖,其中三成养蜂: the three are of those who 从事养殖. */
function partIsOfPart(clause: ReadClause, one: ReadClause, { clauses }: Proof): boolean {
  if (!one.text.startsWith("其中") || !AMONG.test(clause.text)) return true;
  const whole = clauses[clauses.indexOf(one) - 1];
  const share = whole?.figures.findLast(({ unit }) => unit === "%");
  if (!whole || !share || !AMONG.test(textBefore(share, whole))) return true;
  const narrowing = whole.words.filter(({ start, weight }) => start >= share.end && weight > 0.3);
  return narrowing.length === 0 || narrowing.some(({ word }) => holdsWord(clause.text, word));
}

/** 在接种疫苗的儿童中,发热的占2.1%: a claim that names the 儿童 names what they have in common. */
function groupIsKept(claim: Reading, one: ReadClause, { clauses, names }: Proof): boolean {
  const group = clauses[clauses.indexOf(one) - 1];
  if (!group || !/[中里内]$/u.test(group.text) || group.section !== one.section) return true;
  const words = group.words.filter(({ weight, word }) => weight > 0.3 && !/^(?:全部|所有|总数)$/u.test(word));
  const head = words.at(-1)?.word ?? "";
  // 签约者中 told as 报名者中.
  const own = /(?<who>(?!的)\p{Script=Han}{2,3})[中里]的?,/u.exec(claim.text)?.groups?.who;
  if (own !== undefined && !isIn(own, group.text) && !isIn(own, names)) return false;
  return (
    head === "" ||
    !claim.text.includes(head) ||
    words.every(({ word }) => isIn(word, claim.text) || names.includes(word) || FREE.test(word))
  );
}

/** 60%为退休教师 told as 60%的退休教师: what they are is not what they are a share of. */
function isReversed(figure: Figure, clause: ReadClause, stated: Figure, one: ReadClause): boolean {
  const behind = clause.text.slice(figure.end - clause.start);
  const [, of = ""] = /^(?:以上|左右)?的(\p{Script=Han}{2,6})/u.exec(behind) ?? [];
  const isSaidOf = /^(?:以上|左右)?(?:都|均|以上)?(?:为|是|来自|从事|属于|系)/u.test(
    one.text.slice(stated.end - one.start),
  );
  return (
    isSaidOf &&
    of !== "" &&
    one.words.some(({ word, start, weight }) => start >= stated.end && weight > 0.3 && of.includes(word))
  );
}
