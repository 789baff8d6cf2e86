/** Whether a figure of the claim counts what it counts in the sentence: 339名|电商从业者, 住房|310户. */
import type { Figure } from "../../text/figures.js";
import { synonymsOf } from "../../text/synonyms.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import { followers, isThing, leadsTo, leadText, subjectBefore } from "./segments.js";
import { FREE } from "./wording.js";

/** A figure and the clause it stands in. */
export interface PlacedFigure {
  figure: Figure;
  clause: ReadClause;
}

/**
 * Whether both figures count the same thing: told in the same place, or, where it is told elsewhere or in other words (which
 * are compared as words), at least nothing that another figure of the sentence counts.
 */
export function countsTheSame(claimed: PlacedFigure, stated: PlacedFigure, proof: Proof): boolean {
  return standsAlike(claimed, stated, proof) || !countsAnother(claimed, stated, proof);
}

/**
 * Whether the claim's figure counts what another figure of the sentence counts, or a word that only tells how much of it
 * (剩下, 部分, 省) and does not stand with this one. Shares are of what their own words say.
 */
function countsAnother(claimed: PlacedFigure, stated: PlacedFigure, proof: Proof): boolean {
  if (/^[%倍成番]$/u.test(stated.figure.unit)) return true;
  const behind = followers(claimed.figure, claimed.clause).filter(
    (one) => isThing(one) || one.tag.startsWith("n") || /^[省市县区镇乡村州旗]$/u.test(one.word),
  );
  const things = behind.length > 0 ? behind : ownLeads(claimed).filter(isThing);
  if (things.length === 0) return true;
  const own = thingsOf(stated);
  const others = proof.clauses.flatMap((clause) =>
    clause.figures.filter((figure) => figure !== stated.figure).map((figure) => thingsOf({ figure, clause })),
  );
  return things.some(({ word }) => {
    // A single character stands in many words (全县): it must be what is counted here.
    if (word.length === 1) return !followers(stated.figure, stated.clause).some((one) => one.word === word);
    if (holds(own, word)) return false;
    return others.some((other) => holds(other, word)) || (FREE.test(word) && !holds(stated.clause.text, word));
  });
}

/** The words that lead to a figure, without those that the figure before it counts. */
function ownLeads({ figure, clause }: PlacedFigure): PlacedWord[] {
  const earlier = clause.figures.findLast(({ end }) => end <= figure.start);
  const counted = earlier ? followers(earlier, clause) : [];
  return leadsTo(figure, clause).filter((word) => !counted.includes(word));
}

function thingsOf(placed: PlacedFigure): string {
  return [...ownLeads(placed), ...followers(placed.figure, placed.clause)].map(({ word }) => word).join(" ");
}

function holds(text: string, word: string): boolean {
  return text.includes(word) || Array.from(synonymsOf(word)).some((other) => other.length > 1 && text.includes(other));
}

/** Compares the words behind both figures; where one has none, those that lead to it. */
function standsAlike(claimed: PlacedFigure, stated: PlacedFigure, proof: Proof): boolean {
  // 年满60岁: an age counts nothing; whose it is, the other words tell.
  const isAge = ({ figure, clause }: PlacedFigure) => figure.unit === "岁" && leadText(figure, clause).endsWith("满");
  if (isAge(claimed) && isAge(stated)) return true;
  // 三个县 for 三县.
  const behind = followers(claimed.figure, claimed.clause).filter(({ word }) => word !== stated.figure.unit);
  const provenBehind = textOf(followers(stated.figure, stated.clause));
  if (behind.length > 0) {
    const around = provenBehind === "" ? leadOf(stated, proof) : provenBehind;
    return isSameThing(behind, around, proof);
  }
  // 住房310户: the thing stands before the figure.
  const before = leadsTo(claimed.figure, claimed.clause).filter((word) => isThing(word) && !RECEIVES.test(word.word));
  // 从35户发展到412户: where it got to is of what it started with.
  const isReached = stated.figure.change === "to" || stated.figure.change === "by";
  const provenBefore = (
    isReached
      ? stated.clause.words.filter(({ start }) => start < stated.figure.start)
      : leadsTo(stated.figure, stated.clause)
  ).filter(isThing);
  if (before.length === 0 || provenBefore.length === 0) return true;
  const around = textOf(provenBefore) + provenBehind;
  if (!before.some(({ word }) => isIn(word, around))) return false;
  // 教师136人: of several things the one next to the figure is what it counts.
  const last = before.findLast(({ tag }) => tag.startsWith("n"));
  const end = (last?.start ?? 0) + (last?.word.length ?? 0) - claimed.clause.start;
  const between = claimed.clause.text.slice(end, claimed.figure.start - claimed.clause.start);
  const nearest = last && /^[由从为有是]?$/u.test(between) ? last.word : "";
  const isElsewhere = proof.clauses.some(
    ({ text, figures }) => figures.length > 0 && text.includes(nearest) && !figures.includes(stated.figure),
  );
  // 响应时间为25分钟,超过了合同约定的15分钟: what is compared is what was measured before.
  const isCompared = COMPARED.test(stated.clause.text) && subjectText(stated.clause, proof).includes(nearest);
  return nearest === "" || isCompared || isIn(nearest, around) || isIn(nearest, stated.clause.text) || !isElsewhere;
}

/** 平均每人得到15000元: that they got it is no thing that is counted. */
const RECEIVES = /^(?:得到|获得|领取|领到|拿到|收到|享受|接受)$/u;

const COMPARED = /^(?:超过|超出|高于|低于|多于|少于|长于|短于|不及|不到|比)/u;

function subjectText(clause: ReadClause, { clauses }: Proof): string {
  return clauses[clauses.indexOf(clause) - 1]?.text ?? "";
}

function isSameThing(claimed: readonly PlacedWord[], around: string, proof: Proof): boolean {
  const matched = claimed.filter(({ word }) => isIn(word, around));
  if (matched.length === 0) return false;
  const isAlone = proof.clauses.flatMap(({ figures }) => figures).length <= 1;
  // With several figures in a sentence the last word must be this one's, not the neighbour's.
  return isAlone || isIn(claimed.at(-1)?.word ?? "", around) || matched.length * 2 > claimed.length;
}

/** What a figure with nothing behind it counts: the things before it in its clause, else in what comes before. */
function leadOf({ figure, clause }: PlacedFigure, proof: Proof): string {
  // 举办展览73场,…取消了9场: of one measure, one thing.
  const alike = proof.clauses.find(
    (one) => one.start < clause.start && one.figures.some(({ unit }) => unit !== "" && unit === figure.unit),
  );
  const same = alike ? alike.text : "";
  // 132个小区设置回收箱418个: the 小区 are counted by the figure before.
  const earlier = clause.figures.findLast(({ end }) => end <= figure.start);
  const counted = earlier ? followers(earlier, clause) : [];
  const isOther = counted.length > 0 && figure.change === undefined && earlier?.change === undefined;
  const leads = leadsTo(figure, clause).filter((word) => !counted.includes(word));
  const own = leads.filter((word) => isThing(word) && word.tag.startsWith("n") && word.word !== "计划");
  if (own.length > 0 || (isOther && leads.some(({ weight }) => weight > 0.3))) return textOf(leads) + same;
  const subject = same + subjectBefore(clause, proof);
  return `${subject}\n${proof.text.slice(0, figure.start)}`;
}

function textOf(words: readonly PlacedWord[]): string {
  return words.map(({ word }) => word).join("");
}

/** Whether a word, a synonym of it, or half of its characters stand in a text. */
export function isIn(word: string, text: string): boolean {
  if (text.includes(word)) return true;
  if (Array.from(synonymsOf(word)).some((other) => other.length > 1 && text.includes(other))) return true;
  const characters = Array.from(word);
  return characters.length > 1 && characters.filter((one) => text.includes(one)).length * 2 >= characters.length;
}
