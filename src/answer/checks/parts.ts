/**
 * A part is not told as the whole: the first ones (首批, 试点阶段), some of them (个别, 约三成), and all but one (除青河县外,
 * 各县均…), of whom just that one must not be told.
 */
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { retold } from "./retold.js";
import { subjectBefore } from "./segments.js";

const FIRST = /[首第]一?批|首期|首轮|[一1]期(?!间|限)|试点(?:阶段|期|中)|试运行|起步阶段|初期阶段|先期/u;
const KEEPS_FIRST = /首|第一|[一1]期|试点|试运行|先行|先期|初期|阶段|起初|最初|先后?/u;

const SOME = /^(?:仍有|还有|尚有|有)?(?:极?个别|一些|有些|有的|某些|极?少数|部分)(?=\p{Script=Han}{2})/u;
const KEEPS_SOME =
  /个别|一些|有些|有的|某些|[极不]?少[数部]|不少|部分|几|多数|大多|半|一[名个位家所]|[\d两三四五六七八九十]|成/u;

/** 门票收入的一成捐给学校: what is done with a part of it. */
const PART_OF =
  /(?<what>\p{Script=Han}{2})的(?:约|近|超过?)?(?:[\d.]+%|[一二三四五六七八九]成|[二三四五十]分之[一二三四])(?:以上|左右)?(?<done>\p{Script=Han}{2})/gu;
const KEEPS_PART = /%|成|部分|分之|半/u;

function partOfItIsKept({ text }: ReadClause, proof: Proof): boolean {
  if (KEEPS_PART.test(text)) return true;
  return !Array.from(proof.text.matchAll(PART_OF)).some(
    ({ groups: { what = "", done = "" } = {} }) => text.includes(what) && text.includes(done),
  );
}

export function partsAreKept({ clause, claim, proof }: ClauseCheck): boolean {
  const told = retold(clause, proof);
  if (!partOfItIsKept(clause, proof)) return false;
  return firstIsKept(clause, claim.text, proof) && someIsKept(clause, told[0]) && exceptionIsKept(claim.text, proof);
}

function firstIsKept(clause: ReadClause, claim: string, proof: Proof): boolean {
  if (KEEPS_FIRST.test(claim)) return true;
  const holders = proof.clauses.flatMap((one) =>
    one.figures
      .filter((stated) => clause.figures.some(({ value, unit }) => value === stated.value && unit === stated.unit))
      .map((stated) => subjectBefore(one, proof) + one.text.slice(0, stated.start - one.start)),
  );
  return holders.length === 0 || holders.some((lead) => !FIRST.test(lead));
}

/** 约三成老人独居 does not say 老人独居. */
function someIsKept(clause: ReadClause, best: ReadClause | undefined): boolean {
  const counted = clause.figures.filter(({ unit }) => !unit.endsWith("岁"));
  const text = clause.text.replaceAll(/[\d一二三四五六七八九十]+周?岁/gu, "");
  if (!best || clause.cues.has("share") || KEEPS_SOME.test(text) || counted.length > 0) return true;
  const [share] = best.figures;
  const isShare =
    share?.unit === "%" &&
    !best.words.some(({ tag, word, start }) => start < share.start && tag.startsWith("v") && !word.endsWith("有")) &&
    /^的?\p{Script=Han}{2}/u.test(best.text.slice(share.end - best.start));
  if (!isShare && !SOME.test(best.text)) return true;
  // What else is said in the clause is not of those some.
  const rest = isShare ? best.text.slice(share.end - best.start) : best.text.replace(SOME, "");
  const [who] = best.words.filter(({ word, weight }) => weight > 0.3 && rest.includes(word));
  return who === undefined || !clause.text.includes(who.word);
}

const EXCEPT =
  /除(?:了)?(?<but>[^,。;]{1,16}?)(?:之外|以外|外)?,(?<rest>[^。;]*?(?:均|都|其余|其他|其它|全部|全|各|每)[^。;]*)/u;
const INCLUDES = /还|也|又|另/u;
const KEEPS_EXCEPT = /除|例外|其余|其他|其它|[没未不无]/u;

function exceptionIsKept(claim: string, { text, clauses }: Proof): boolean {
  const { but = "", rest = "" } = EXCEPT.exec(text)?.groups ?? {};
  if (but === "" || INCLUDES.test(rest) || KEEPS_EXCEPT.test(claim)) return true;
  if (/[均都各]|所有|全部|全体/u.test(claim)) return false;
  const excepted = clauses
    .flatMap(({ words }) => words)
    .filter(({ word }) => word.length > 1 && but.includes(word) && !rest.includes(word));
  return !excepted.some(({ word }) => claim.includes(word));
}
