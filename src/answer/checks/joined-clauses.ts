/**
 * Of joined clauses that each have a subject of their own, a claim does not take the subject of one and what is done of
 * another: 渔船由合作社出租,渔网由渔民自备 does not say 渔网由合作社出租.
 */
import type { Figure } from "../../text/figures.js";
import { SAYING } from "../../text/saying.js";
import type { Span } from "../../text/sentences.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { leadOf } from "./leads.js";
import { isSameFigure } from "./same-figure.js";
import { ATTRIBUTE, isOwner, type Told, toldBy } from "./told.js";
import { FREE } from "./wording.js";

const SPEECH = new RegExp(`(?:${SAYING})$`, "u");

/** What somebody made or held is there for the others too. */
const CREATES =
  /启动|发起|推出|设立|建立|建成|开设|发布|成立|举[办行]|签订|实施|开展|开发|设计|制[定作]|组建|上线|创办|召开|种植|捐赠|购置/u;

export function clausesAreNotJoined({ clause, claim, proof }: ClauseCheck): boolean {
  const told = toldBy(proof).filter(({ own }) => own.some(isOwner));
  if (told.length < 2 || proof.text.includes(clause.text) || clause.text.startsWith("其中")) return true;
  const subject = subjectPart(clause, told);
  if (!subject || SPEECH.test(subject.clause.text) || subject.clause.text.startsWith("其中")) return true;
  if (ATTRIBUTE.test(subject.own.at(-1)?.word ?? "")) return true;
  // What was said before in the claim may name the other one.
  const before = claim.text.slice(0, clause.end);
  return told.every((other) => {
    if (other === subject || SPEECH.test(other.clause.text) || /^[比较]/u.test(other.text)) return true;
    const isNamed = ({ word }: PlacedWord) => holdsWord(before, word) && !subject.own.some((one) => one.word === word);
    if (whoseOf(other, told).some((word) => isOwner(word) && isNamed(word) && !isPossessor(word, clause))) return true;
    const isEarlier = other.clause.start < subject.clause.start;
    if (isEarlier ? takesFigure(clause, other, subject, proof) : takesTime(clause, other, proof)) return false;
    return !clause.words.some(
      (word) =>
        isOnlyIn(word, other, proof.text) &&
        !(isEarlier && (isShared(word, other, subject) || isWhose(word, clause, subject, other))),
    );
  });
}

/** Whom a part is about: 收入14万元 is about whoever was last named. */
function whoseOf(part: Told, told: readonly Told[]): readonly PlacedWord[] {
  const isAttribute = ({ own }: Told) => ATTRIBUTE.test(own.at(-1)?.word ?? "");
  if (!isAttribute(part)) return part.own;
  const before = told.findLast((one) => one.clause.start < part.clause.start && !isAttribute(one));
  return before?.clause.section === part.clause.section ? [...part.own.slice(0, -1), ...before.own] : part.own;
}

/** 李桂兰的女儿: it is the daughter who does it. */
function isPossessor({ word }: PlacedWord, clause: ReadClause): boolean {
  const at = clause.text.indexOf(`的${leadOf(clause).at(-1)?.word ?? " "}`);
  return at > 0 && clause.text.slice(0, at).includes(word);
}

/** 学校食堂的饭菜价格由教育局核定, 第二批设备由财政采购: of whom or what it is, beside all that is said of it. */
function isWhose({ word, start }: PlacedWord, clause: ReadClause, subject: Told, { text }: Told): boolean {
  const behind = clause.text.slice(start - clause.start + word.length);
  const before = clause.text.slice(0, start - clause.start);
  const isCounted = /第.{1,3}$|[首末]批$/u.test(before) && new RegExp(`(?:第.{1,3}|[首末]批)${word}`, "u").test(text);
  const keeps = clause.words.filter(
    ({ word: one, weight }) => weight > 0.3 && subject.text.includes(one) && one !== word,
  );
  return isCounted || (/^\p{Script=Han}{0,3}的/u.test(behind) && keeps.length > 1);
}

/** 志愿者每月四次: a figure of another, with nothing told that is its own. */
function takesFigure(clause: ReadClause, other: Told, subject: Told, { clauses, text }: Proof): boolean {
  const isOnlyOther = (figure: Figure) => {
    const holders = clauses.filter(({ figures }) =>
      figures.some((one) => isSameFigure(figure, { ...one, change: figure.change }, text)),
    );
    return holders.length === 1 && holders[0] === other.clause && other.clause !== subject.clause;
  };
  const keepsOwn = clause.words.some(
    ({ word, weight }) =>
      weight > 0.15 &&
      subject.text.includes(word) &&
      !other.text.includes(word) &&
      !subject.own.some((one) => one.word.includes(word) || word.includes(one.word)),
  );
  return !keepsOwn && clause.figures.some(isOnlyOther);
}

/** 报名时间为6月8日 of 报名截止5月20日,考试定于6月8日. */
function takesTime(clause: ReadClause, other: Told, { clauses, text }: Proof): boolean {
  const words = ({ start, end }: Span) => text.slice(start, end);
  return clause.times.some((time) => {
    const told = clause.text.slice(time.start - clause.start, time.end - clause.start);
    const holders = clauses.filter(({ times }) => times.some((one) => words(one) === told));
    return holders.length === 1 && holders[0] === other.clause;
  });
}

/** Whether what an earlier clause speaks of is there for the later one: its topic, what was made in it, what it counts. */
function isShared({ word, tag }: PlacedWord, { text, clause }: Told, subject: Told): boolean {
  const lead = text.slice(0, text.indexOf(word));
  const isTopic =
    new RegExp(`${word}[^,。]*[由被]`, "u").test(text) && !/\p{Script=Han}{2,}[由被](?!\d)/u.test(subject.text);
  return isTopic || (/^[nxlj]/u.test(tag) && (CREATES.test(lead) || clause.figures.length > 0));
}

/** The part of the sentence whose own subject is that of the clause; undefined where it is not just one. */
function subjectPart(clause: ReadClause, told: readonly Told[]): Told | undefined {
  const own = leadOf(clause).filter(isOwner);
  const head = own.at(-1);
  const lead = own.filter((word) => word === head || !isPossessor(word, clause));
  // A word that several begin with tells nothing.
  const holders = lead.map(({ word }) => told.filter(({ own: other }) => other.some((one) => one.word === word)));
  const parts = new Set(holders.filter((all) => all.length === 1).flat());
  return parts.size === 1 ? Array.from(parts)[0] : undefined;
}

/** Light words that are the whole of what is said: 低保家庭减半. */
const PREDICATE = /^(?:减半|全免|全额|半价|免费|停课|停业)$/u;

/** Whether the sentence has a content word in this part only, and not in who it is about. */
function isOnlyIn({ word, weight, tag, isInName }: PlacedWord, part: Told, text: string): boolean {
  if (PREDICATE.test(word)) return part.text.includes(word) && text.split(word).length === 2;
  if (weight <= 0.3 || isInName || word.length < 2 || FREE.test(word) || !/^(?:n|v|x|b|s|l|i|j|z)/u.test(tag))
    return false;
  if (part.own.some((one) => one.word.includes(word) || word.includes(one.word))) return false;
  return part.text.includes(word) && text.split(word).length === 2;
}
