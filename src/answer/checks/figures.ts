/**
 * Every figure of a clause stands in the sentence as the same quantity, bound to the same thing: value, unit and
 * qualifier; what is counted behind it; per item or in total; level or difference; the time that governs it; and no
 * word of the clause belongs to another figure's clause of the sentence.
 */
import type { Figure } from "../../text/figures.js";
import { synonymsOf } from "../../text/synonyms.js";
import { isTimeProven, type TimeExpression } from "../../text/time-expressions.js";
import { unitsAgree } from "../../text/units.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause, Reading } from "../reading.js";
import type { ClauseCheck } from "./check.js";

/** Whether the clause's figures are proven. */
export function figuresAreProven({ clause, claim, proof }: ClauseCheck): boolean {
  if (clause.figures.length === 0) return true;
  const bound = clause.figures.map((figure) => bind(figure, clause, claim, proof));
  if (bound.some((clauses) => clauses.length === 0)) return false;
  // Figures that stand several times in the sentence may be bound to any of their places.
  const used = new Set(bound.flat());
  return noWordIsForeign(clause, claim, proof, used);
}

/** The clauses of the sentence that state this figure of the claim. */
function bind(figure: Figure, clause: ReadClause, claim: Reading, proof: Proof): ReadClause[] {
  return proof.clauses.filter((other) =>
    other.figures.some(
      (stated) =>
        isSameFigure(figure, stated, proof.text) &&
        countsTheSame(figure, clause, stated, other, proof) &&
        sharesItems(figure, clause, claim, stated, other, proof) &&
        isGovernedAlike(figure, clause, claim, stated, other, proof),
    ),
  );
}

function isSameFigure(a: Figure, b: Figure, proofText: string): boolean {
  if (!isSameNumber(a, b) || a.qualifier !== b.qualifier || a.isOrdinal !== b.isOrdinal) return false;
  if (a.change !== undefined && b.change !== undefined && a.change !== b.change) return false;
  if (a.unit === "倍" && (a.change === "by") !== (b.change === "by")) return false;
  // 13省 for 13个省: what is counted served as the measure word.
  const isCounted = a.unit !== "" && b.unit === "个" && proofText.slice(b.end, b.end + 8).includes(a.unit);
  return isCounted || isMoney(a, b) || unitsAgree(a.unit, b.unit);
}

/** 5.3分 and 0.053元; whether 分 is money is not known from it alone. */
function isMoney(a: Figure, b: Figure): boolean {
  return (a.unit === "分" && b.unit === "元") || (a.unit === "元" && b.unit === "分");
}

function isSameNumber(a: Figure, b: Figure): boolean {
  const factor = isMoney(a, b) ? (a.unit === "分" ? 0.01 : 100) : 1;
  const near = (x: number, y: number) => Math.abs(x - y) <= Math.max(Math.abs(x), Math.abs(y)) * 1e-9;
  return near(a.value * factor, b.value) && near(a.high * factor, b.high);
}

/** The words right behind a figure, up to the next verb, figure or mark: 电商从业者 for 339名|电商从业者. */
function countedBy(figure: Figure, clause: ReadClause): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const word of clause.words) {
    if (word.start < figure.end) continue;
    if (clause.figures.some(({ start, end }) => word.start < end && word.start + word.word.length > start)) break;
    if (/^(?:v|d|p|c|u|x|w)/u.test(word.tag) && !/^(?:vn|uj)/u.test(word.tag) && !/^\p{Script=Han}{2,}$/u.test(word.word)) break;
    if (/^(?:v|d|p|c)$/u.test(word.tag)) break;
    if (word.weight > 0 || /^n/u.test(word.tag)) words.push(word);
  }
  return words;
}

function countsTheSame(figure: Figure, clause: ReadClause, stated: Figure, other: ReadClause, proof: Proof): boolean {
  const claimed = countedBy(figure, clause);
  if (claimed.length === 0) return true;
  const counted = countedBy(stated, other);
  const behind = counted.map(({ word }) => word).join("");
  const around = behind === "" ? leadingTo(stated, other, proof) : behind;
  const head = claimed.at(-1)?.word ?? "";
  const matched = claimed.filter(({ word }) => isIn(word, around));
  if (matched.length === 0) return false;
  // With two figures in a row the noun must be this one's, not the neighbour's.
  const isAlone = proof.clauses.flatMap(({ figures }) => figures).length <= 1;
  return isAlone || isIn(head, around) || matched.length * 2 > claimed.length;
}

/** Whether a word, a synonym of it, or half of its characters stand in a text. */
function isIn(word: string, text: string): boolean {
  if (text.includes(word)) return true;
  if (Array.from(synonymsOf(word)).some((other) => other.length > 1 && text.includes(other))) return true;
  const characters = Array.from(word);
  return characters.length > 1 && characters.filter((one) => text.includes(one)).length * 2 >= characters.length;
}

const PER = /每|单笔|单个|单一|单次|人均|户均|平均|年均|均(?=[捐为达约])|日均|月均/u;
const TOTAL = /累计|总共|一共|共计|合计|总计|总额|总数|总量|共(?!同|享|建|议|富|赢|识)/u;

/** Per item stays per item, and a mean a mean; a total is not claimed of what is per item. */
function sharesItems(
  figure: Figure,
  clause: ReadClause,
  claim: Reading,
  stated: Figure,
  other: ReadClause,
  proof: Proof,
): boolean {
  const claimed = before(figure, clause);
  const proven = subjectBefore(other, proof) + before(stated, other);
  if (PER.test(claimed) && !PER.test(proven) && !PER.test(other.text)) return false;
  if (PER.test(proven) && !PER.test(claim.text.slice(0, clause.end))) return false;
  return !(TOTAL.test(claimed) && PER.test(proven) && !TOTAL.test(proven));
}

/** The words of the clause before a figure, from the figure before it on. */
function before(figure: Figure, clause: ReadClause): string {
  const earlier = clause.figures.filter(({ end }) => end <= figure.start).at(-1);
  return clause.text.slice((earlier?.end ?? clause.start) - clause.start, figure.start - clause.start);
}

/** The clause right before, when it has no figure: the subject of this one (单笔平均捐赠额稳中有增,|从4.5分…). */
function subjectBefore(clause: ReadClause, { clauses }: Proof): string {
  const previous = clauses[clauses.indexOf(clause) - 1];
  return previous?.section === clause.section && previous.figures.length === 0 ? previous.text : "";
}

/** All of the section up to a figure. */
function leadingTo(figure: Figure, clause: ReadClause, { clauses, text }: Proof): string {
  const first = clauses.find(({ section }) => section === clause.section) ?? clause;
  return text.slice(first.start, figure.start);
}

function isGovernedAlike(
  figure: Figure,
  clause: ReadClause,
  claim: Reading,
  stated: Figure,
  other: ReadClause,
  proof: Proof,
): boolean {
  const claimed = governing(figure, clause, claim, false);
  if (!claimed) return true;
  const proven = governing(stated, other, proof, true);
  if (!proven) return false;
  return isTimeProven(claimed, proven) && !(claimed.mode === "in" && proven.mode === "since");
}

/** The time a figure is of: the last one before it in its clause, else of a clause before, else one behind it. */
function governing(
  figure: Figure,
  clause: ReadClause,
  reading: Reading,
  withinSection: boolean,
): TimeExpression | undefined {
  const own = clause.times.filter(({ end }) => end <= figure.start).at(-1);
  if (own) return own;
  const earlier = reading.clauses.filter(
    (other) => other.end <= clause.start && (!withinSection || other.section === clause.section),
  );
  return (
    earlier.toReversed().find(({ times }) => times.length > 0)?.times.at(-1) ??
    (clause.figures.length === 1 ? clause.times[0] : undefined)
  );
}

/**
 * No word of the clause stands in the sentence only where it belongs to another figure: in another section, in another
 * clause with a figure, or before a 但 that has begun something else.
 */
function noWordIsForeign(
  clause: ReadClause,
  claim: Reading,
  proof: Proof,
  used: ReadonlySet<ReadClause>,
): boolean {
  const sections = new Set(Array.from(used, ({ section }) => section));
  const first = Math.min(...Array.from(used, ({ start }) => start));
  const last = Math.max(...Array.from(used, ({ end }) => end));
  const turn = Math.max(0, ...proof.clauses.filter(({ text, start }) => start <= first && isTurn(text)).map((one) => one.start));
  const isLead = (one: ReadClause) => one.section === 0 && proof.text[one.end] === ":";
  const allowed = proof.clauses.filter((one) => {
    if (used.has(one) || isLead(one)) return true;
    if (!sections.has(one.section)) return false;
    if (one.figures.length > 0) return one.start < first && one.figures[0] !== undefined;
    return one.start < last ? one.start >= turn || one.times.length > 0 : true;
  });
  const text = allowed
    .map((one) => (used.has(one) || one.figures.length === 0 ? one.text : subjectOf(one)))
    .join("\n");
  return clause.words.every(({ word, weight, tag }) => {
    if (weight < 0.3 || isIn(word, text) || !proof.text.includes(word)) return true;
    // What the article is about may be named anywhere.
    return /^(?:n[a-z]|x)/u.test(tag) ? proof.context.includes(word) : proof.names.includes(word) || claim.quoted.some((q) => q.includes(word) && proof.context.includes(q));
  });
}

function isTurn(text: string): boolean {
  return /^(?:但|然而|不过|却|而)/u.test(text);
}

/** What stands before the first figure of a clause. */
function subjectOf(clause: ReadClause): string {
  return clause.text.slice(0, (clause.figures[0]?.start ?? clause.end) - clause.start);
}
