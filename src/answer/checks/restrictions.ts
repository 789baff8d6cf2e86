/**
 * What narrows a thing stays with it: 六成的乡村小学 is no 六成的小学, 三年留任率 no 年留任率, 上届 no 本届, 最高的球员 no
 * 最高的后卫, and 榕水县古洞村 does not lie in 黎平县.
 */
import type { Figure } from "../../text/figures.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { isSameFigure } from "./same-figure.js";
import { followers } from "./segments.js";

/** Whether nothing that the clause speaks of is wider, narrower or another one than in the sentence. */
export function restrictionsAgree({ clause, proof }: ClauseCheck): boolean {
  return (
    clause.figures.every((figure) => sharesAgree(figure, clause, proof)) &&
    partsAgree(clause, proof) &&
    lengthIsKept(clause.text, proof.text) &&
    editionsAgree(clause.text, proof.text) &&
    superlativesAgree(clause.text, proof.text) &&
    placesFit(clause, proof)
  );
}

/** What a share is of, and which ones a figure counts. */
function sharesAgree(figure: Figure, clause: ReadClause, proof: Proof): boolean {
  const own = thingsOf(followers(figure, clause));
  const holders = proof.clauses.flatMap((one) =>
    one.figures
      .filter((other) => isSameFigure(figure, { ...other, change: figure.change }, proof.text))
      .map((stated) => ({ one, stated, things: thingsOf(followers(stated, one)) })),
  );
  if (own.length === 0 || holders.length === 0) return true;
  return holders.some(({ one, stated, things }) => {
    const last = things.at(-1);
    if (last && last.word === own.at(-1)?.word) {
      // 近三成男性骑手: the 男性 is another clause's; 受访的骑手中,… holds for all that follows.
      const isAdded = own.some(
        ({ word }) => proof.text.includes(word) && !one.text.includes(word) && !isScope(word, proof),
      );
      const isDropped = figure.unit === "%" && things.some(({ word }) => !clause.text.includes(word) && word !== "总");
      return !isAdded && !isDropped;
    }
    if (figure.unit !== "%" || things.length > 0) return true;
    // 讨薪案件占四成: what has the share is not what it is a share of.
    const lead = one.text.slice(0, stated.start - one.start);
    const behind = clause.text.slice(figure.end - clause.start);
    const isShareOf = /^(?:以上|以下|左右)?的?\p{Script=Han}/u.test(behind) && /[占为达]/u.test(lead);
    const rest = clause.text.slice(0, figure.start - clause.start);
    return !(isShareOf && own.length > 1 && own.every(({ word }) => lead.includes(word) && !rest.includes(word)));
  });
}

/** 1,204所中小学的38%: the sentence says a share of those, not of others. */
function partsAgree({ figures, text, start }: ReadClause, proof: Proof): boolean {
  return figures.every((figure, i) => {
    const whole = figures[i - 1];
    if (
      figure.unit !== "%" ||
      !whole ||
      !/^\p{Script=Han}{0,8}(?:中的?|的)$/u.test(text.slice(whole.end - start, figure.start - start))
    )
      return true;
    const holds = (one: ReadClause | undefined, { value }: Figure) =>
      one?.figures.some((other) => other.value === value);
    return proof.clauses.some(
      (one, at) =>
        holds(one, figure) &&
        (holds(one, whole) || (one.text.startsWith("其中") && holds(proof.clauses[at - 1], whole))),
    );
  });
}

function thingsOf(words: readonly PlacedWord[]): PlacedWord[] {
  return words.filter(({ weight, tag, isInName }) => !isInName && weight > 0.3 && /^(?:n|x|b|vn|s|f|z|a)/u.test(tag));
}

function isScope(word: string, { clauses, context }: Proof): boolean {
  return context.includes(word) || clauses.some(({ text }) => /[中里内]$/u.test(text) && text.includes(word));
}

const NUMERAL = "[\\d零一二三四五六七八九十百两几半]";

/** 年留任率 where the sentence has it only with a number before it. */
function lengthIsKept(claim: string, proof: string): boolean {
  return Array.from(claim.matchAll(/(?<before>.?)(?<thing>[年月周日]\p{Script=Han}{2,3}率)/gu)).every(
    ({ groups: { before = "", thing = "" } = {} }) => {
      if (new RegExp(NUMERAL, "u").test(before) || !proof.includes(thing)) return true;
      return new RegExp(`(?<!${NUMERAL})${thing}`, "u").test(proof);
    },
  );
}

const EDITION = /(?<which>本|上|下|首|今|去|每|第[\d一二三四五六七八九十]+)(?<what>届|学期|学年|年度|赛季|季度)/gu;

/** 本届 for 上届: which one it is stands in the sentence, unless it says nothing of it. */
function editionsAgree(claim: string, proof: string): boolean {
  const told = Array.from(proof.matchAll(EDITION), ([words]) => words);
  return Array.from(claim.matchAll(EDITION)).every(({ 0: words, groups: { which = "", what = "" } = {} }) => {
    if (told.length === 0 || told.includes(words)) return true;
    const isOther = told.some((one) => one.endsWith(what) || one.startsWith(which));
    // 本届 for 第三届, where no other one is spoken of.
    const isThis =
      /[本今第]/u.test(which) && told.some((one) => one.startsWith("第")) && !/上届|下届|去年/u.test(words);
    return !isOther || (isThis && which !== "第");
  });
}

const MOST = /(?:最(?=\p{Script=Han}{1,3}的)|(?=唯一))(?<how>唯一|\p{Script=Han}{1,3})的是?(?<who>\p{Script=Han}{2})/gu;

/** 得分最高的球员: whoever is the most of something is so among those of whom it is told. */
function superlativesAgree(claim: string, proof: string): boolean {
  const told = Array.from(proof.matchAll(MOST), ({ groups: { how = "", who = "" } = {} }) => ({ how, who }));
  return Array.from(claim.matchAll(MOST)).every(({ groups: { how = "", who = "" } = {} }) => {
    const same = told.filter((one) => one.how === how);
    return same.length === 0 || same.some((one) => one.who === who) || !proof.includes(who);
  });
}

const PLACED = /(?<place>\p{Script=Han}{2})(?<kind>[省市县区州镇乡])(?<what>\p{Script=Han}{2})/gu;

function placesFit(clause: ReadClause, proof: Proof): boolean {
  const swapped = Array.from(clause.text.matchAll(PLACED)).some(
    ({ groups: { place = "", kind = "", what = "" } = {} }) => {
      const told = Array.from(proof.text.matchAll(new RegExp(`(?<before>.{3})?${what}`, "gu")), ([words]) =>
        words.slice(0, -what.length),
      );
      return (
        told.length > 0 &&
        proof.text.includes(place + kind) &&
        told.every(
          (before) =>
            before.endsWith(kind) && before !== place + kind && !/[全各本该每个两]\p{Script=Han}$/u.test(before),
        )
      );
    },
  );
  if (swapped) return false;
  // 在石门岭乡新建45家, where the place is only named behind what is built: it is not there.
  const holders = proof.clauses.filter((one) =>
    clause.figures.some(({ value }) => one.figures.some((other) => other.value === value)),
  );
  if (holders.length === 0) return true;
  const end = Math.max(...holders.map((one) => one.end));
  return Array.from(clause.text.matchAll(/在(?<place>\p{Script=Han}{2,4}[省市县区州镇乡村])/gu)).every(
    ({ groups: { place = "" } = {} }) => {
      const at = proof.text.indexOf(place);
      return at < 0 || at < end;
    },
  );
}
