/**
 * Words of a claim that the sentence has, but with another figure: in another section, in another clause with a figure, or
 * before a 但 that has begun something else. 订单数量从4.5分增长到5.3分 takes its subject from beyond the 但.
 */
import { synonymsOf } from "../../text/synonyms.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import { followers, isThing, leadText } from "./segments.js";
import { FREE } from "./wording.js";

/** Whether any word of the clause stands in the sentence only where it belongs to another figure. */
export function hasForeignWord(clause: ReadClause, proof: Proof, used: ReadonlySet<ReadClause>): boolean {
  const text = ownText(proof, used);
  const left = countedBefore(clause, used);
  return clause.words.some((word, i) => {
    if (isOfLaterFigure(word, clause, used)) return true;
    if (left.has(word) || isPossessor(clause.words.slice(i), used, proof)) return false;
    return isForeign(word, text, proof);
  });
}

/** 捐款6,420万元、物资折价1,180万元: what leads to the later figure is not of the earlier one. */
function isOfLaterFigure(
  { word, weight, tag, isInName, start }: PlacedWord,
  clause: ReadClause,
  used: ReadonlySet<ReadClause>,
) {
  if (weight < 0.3 || isInName || !/^(?:n|vn|x)/u.test(tag)) return false;
  const claimed = clause.figures.find(({ start: at }) => at > start);
  if (!claimed) return false;
  return Array.from(used).some((one) => {
    const at = one.figures.findIndex(({ value }) => value === claimed.value);
    const [own, later] = [one.figures[at], one.figures[at + 1]];
    if (!own || !later || one.text.slice(0, later.start - one.start).split(word).length !== 2) return false;
    return (
      leadText(later, one).includes(word) && !textOf(followers(own, one)).includes(word) && later.start > own.start
    );
  });
}

/** 再招聘15名: what is counted stands further in front, and `counted` has looked for it there. */
function countedBefore(clause: ReadClause, used: ReadonlySet<ReadClause>): ReadonlySet<PlacedWord> {
  const isLeftOut = Array.from(used).every((one) => one.figures.every((figure) => followers(figure, one).length === 0));
  return new Set(isLeftOut ? clause.figures.flatMap((figure) => followers(figure, clause)) : []);
}

/** 339名电商从业者,销售额超500万元: whose 销售额 it is stands right before it. */
function isPossessor([word, ...rest]: readonly PlacedWord[], used: ReadonlySet<ReadClause>, proof: Proof): boolean {
  const next = rest.filter(({ word: other }) => other !== "的").slice(0, 2);
  return Array.from(used).some((one) => {
    const subject = subjectOf(one).find(isThing);
    const before = proof.clauses[proof.clauses.indexOf(one) - 1];
    const object = before?.section === one.section ? before.figures.flatMap((figure) => followers(figure, before)) : [];
    return (
      subject !== undefined &&
      next.some(({ word: other }) => other === subject.word) &&
      object.some(({ word: other }) => other === word?.word)
    );
  });
}

function isForeign({ word, weight, tag, isInName }: PlacedWord, text: string, proof: Proof): boolean {
  if (weight < 0.3 || isInName || !proof.text.includes(word) || FREE.test(word)) return false;
  // The sentence has the very word elsewhere: half of its characters here are not it (完工 and 开工).
  if (text.includes(word) || Array.from(synonymsOf(word)).some((other) => other.length > 1 && text.includes(other)))
    return false;
  // What the article is about may be named anywhere.
  return /^v(?!n)/u.test(tag) || !(/^(?:n[a-z]|x)/u.test(tag) ? proof.context : proof.names).includes(word);
}

/** The clauses that may speak of these figures. */
function ownText(proof: Proof, used: ReadonlySet<ReadClause>): string {
  const sections = new Set(Array.from(used, ({ section }) => section));
  const first = Math.min(...Array.from(used, ({ start }) => start));
  const turns = proof.clauses.filter(
    ({ text, start }) => start <= first && /^(?:但|然而|不过|却|而)(?!是|会|不|将|也|还|已|要|仍|且)/u.test(text),
  );
  const turn = Math.max(0, ...turns.map(({ start }) => start));
  // 60岁以下每人收费10元 has a group of its own.
  const hasGroup = Array.from(used).some(
    ({ figures, start }) => figures[0]?.unit === "岁" && figures[0].start - start < 3,
  );
  const isElided =
    !hasGroup &&
    (Array.from(used).some(({ text }) => GOES_ON.test(text)) ||
      !proof.clauses.some(
        (one) =>
          sections.has(one.section) &&
          one.start <= first &&
          subjectOf(one).some((word) => isThing(word) && word.tag.startsWith("n")),
      ));
  return proof.clauses
    .filter((one) => {
      const isLead = one.section === 0 && proof.text[one.end] === ":";
      if (used.has(one) || isLead) return true;
      if (!sections.has(one.section)) return isElided && one.start < first;
      return one.start < first ? one.start >= turn || one.times.length > 0 : one.figures.length === 0;
    })
    .map((one) => {
      if (used.has(one) || one.figures.length === 0) return one.text;
      if (hasGroup && one.figures[0]?.unit === "岁") return "";
      // 捐赠了两辆献血车,每辆价值120万元: what goes on without a subject goes on with all that was said before it.
      if (isElided && proof.clauses[proof.clauses.indexOf(one) + 1]?.start === first) return one.text;
      // 阅读达标率…,数学达标率…: what stands beside another of its kind is not about that one.
      const isParallel = Array.from(used).some((other) => isBeside(subjectOf(one), subjectOf(other)));
      return isParallel ? "" : textOf(subjectOf(one));
    })
    .join("\n");
}

/** 每辆价值120万元 is said of what stands before it. */
const GOES_ON = /^(?:每|其中|平均|人均|户均|均)/u;

function isBeside(one: readonly PlacedWord[], other: readonly PlacedWord[]): boolean {
  const [a, b] = [one, other].map((words) => words.filter(isThing));
  if (!a || !b || a.length < 2 || b.length < 2) return false;
  return a.at(-1)?.word === b.at(-1)?.word && a.at(-2)?.word !== b.at(-2)?.word;
}

/** What stands before the first figure of a clause. */
function subjectOf(clause: ReadClause): PlacedWord[] {
  const end = clause.figures.find(({ unit }) => !/^(?:年|个月|日|周|岁|周岁)$/u.test(unit))?.start ?? clause.end;
  return clause.words.filter(({ start }) => start < end);
}

function textOf(words: readonly PlacedWord[]): string {
  return words.map(({ word }) => word).join("");
}
