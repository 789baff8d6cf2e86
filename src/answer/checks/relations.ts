/** Who is whose: 甲的父亲是乙 is not 乙的父亲是甲. */
import type { Proof } from "../proof.js";
import type { ReadClause, Reading } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";

/** X is the R of O, however it is told. */
interface Relation {
  of: string;
  relation: string;
  who: string;
}

/** These hold both ways. */
const MUTUAL = /(?:朋友|同学|同事|同乡|邻居|搭档|伙伴|对手|战友|兄弟|姐妹|室友)$/u;

/** Whether nobody of the clause is to another what the other is to them, and nothing is from where it is not. */
export function relationsAgree({ clause, claim, proof }: ClauseCheck): boolean {
  if (takesFromRelative(clause, claim, proof) || !pointsTheSameWay(clause, proof)) return false;
  const claimed = relationOf(clause.text);
  if (!claimed || MUTUAL.test(claimed.relation)) return true;
  return !proof.clauses.some(({ text }) => {
    const stated = relationOf(text);
    return stated?.relation === claimed.relation && stated.of === claimed.who && stated.who === claimed.of;
  });
}

const RELATIVES =
  "老伴|妻子|丈夫|爱人|父亲|母亲|父母|爸爸|妈妈|儿子|女儿|孩子|爷爷|奶奶|外公|外婆|祖父|祖母|哥哥|弟弟|姐姐|妹妹|孙子|孙女|家人|同事|同学|朋友|学生|邻居|徒弟|搭档|师傅|导师|丈母娘|婆婆|公公|岳父|岳母";
const RELATIVE = new RegExp(`[他她其]的?(?<who>${RELATIVES})`, "u");
/** 他的父亲是教师,母亲是医生. */
const OTHER_RELATIVE = new RegExp(`^(?<who>${RELATIVES})`, "u");

/** 她的老伴腿脚不便: told of somebody by name, it is not told of her who has the 老伴. */
function takesFromRelative(clause: ReadClause, claim: Reading, { clauses }: Proof): boolean {
  if (claim.persons.length === 0 && !/^(?:而|但)?[他她]/u.test(clause.text)) return false;
  const hasOne = clauses.some(({ text }) => RELATIVE.test(text));
  return clauses.some((one) => {
    const who = (RELATIVE.exec(one.text) ?? (hasOne ? OTHER_RELATIVE.exec(one.text) : undefined))?.groups?.who;
    const begins = /^(?:而|但|不过)?[他她其]/u.test(one.text) || OTHER_RELATIVE.test(one.text);
    if (who === undefined || holdsWord(claim.text, who) || !begins) return false;
    const behind = one.text.slice(one.text.indexOf(who) + who.length);
    return clause.words.some(({ word, weight }) => weight > 0.3 && behind.includes(word));
  });
}

/** 来自甲: whatever stands before it comes from there, and 甲 does not come from it. */
const POINTS =
  /(?:来自|来源于|源自|源于|出自|取自|位于|坐落[于在]|地处|毕业于|就职于|任职于|隶属于?|属于|取决于|依赖于?)/u;

/** Whether what the clause says somebody or something is from, in or under is what the sentence says it of. */
function pointsTheSameWay({ words, text, start }: ReadClause, proof: Proof): boolean {
  const told = phrasesBehind(proof.text, /[,。;]/u);
  return phrasesBehind(text, /[,。;的]/u).every(({ phrase, at, verb }) => {
    const own = words.filter(
      (one) => one.weight > 0.3 && one.start - start >= at && one.start - start < at + phrase.length,
    );
    const like = told.filter((one) => one.verb === verb);
    return (
      own.length === 0 || like.length === 0 || like.some((one) => own.some(({ word }) => holdsWord(one.phrase, word)))
    );
  });
}

/** What stands behind such a verb, up to what ends it; `at`: its place. */
function phrasesBehind(text: string, ends: RegExp): { verb: string; phrase: string; at: number }[] {
  return Array.from(text.matchAll(new RegExp(POINTS, "gu")), ({ 0: verb, index }) => {
    const at = index + verb.length;
    return { verb, phrase: text.slice(at).split(ends)[0] ?? "", at };
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
