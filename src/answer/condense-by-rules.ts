/**
 * A follow-up made whole without a model: what a pronoun stands for is put in its place, what was left out is put in
 * front, or one slot of the question before is exchanged. It uses words of the conversation only, and keeps what the
 * follow-up itself asks for; what the question before asked for is not carried along.
 */
import type { Turn } from "../core/types.js";
import { translateWords } from "../text/english-words.js";
import { findTitles } from "../text/names.js";
import { foldText, hasHan } from "../text/normalize.js";
import { findSubjectPerson } from "../text/person-names.js";
import { findPlaces } from "../text/places.js";
import { tagWords } from "../text/tokens.js";
import { findAntecedent } from "./antecedent.js";
import { exchangeSlot, isTimeAlone, withTime } from "./exchange-slot.js";
import { type FollowUp, isNamed, readFollowUp, withoutOpening } from "./follow-up.js";
import { analyseQuestion } from "./question.js";
import { asks, isRelational, nounsOf, predicateOf, subjectOf, topicOf } from "./topic.js";

/** A question as it must be read without its conversation. */
export interface Condensed {
  text: string;
  /** Turns whose articles it is still about; none when it stands on its own or turns to something else. */
  leansOn: readonly Turn[];
  /** Its words do not say so: it names nothing, and the talk was of something. */
  leansTacitly: boolean;
  /** It asks for more than was quoted already. */
  asksForMore: boolean;
  /** What a fragment put in (女性呢? 世界读书日呢?) or counts anew (多少户家庭?): where it stands nowhere, nothing answers. */
  exchanged: string;
}

/** A question that leans on nothing. */
export function standingAlone(text: string): Condensed {
  return { text, leansOn: [], leansTacitly: false, asksForMore: false, exchanged: "" };
}

/** Changes over time and shares need all that the question before was about, not only whose it was. */
const OF_THE_WHOLE = /倍|涨|增|升|跌|降|减|多了|少了|百分|%|高了|低了/u;

/**
 * @param turns oldest first, without small talk.
 * @example condenseByRules("那多少户家庭?", [turn("心智障碍者家庭支持计划覆盖了多少个市县?")]).text // "心智障碍者家庭支持计划多少户家庭?"
 */
export function condenseByRules(question: string, turns: readonly Turn[]): Condensed {
  const followUp = readFollowUp(question);
  const basis = turns.length > 0 && followUp ? pickBasis(turns, followUp) : undefined;
  if (!followUp || !basis) return ofTheTalk(withoutOpeningOf(question), turns);
  const previous = foldText(basis.standalone).trim();
  const { rest, form } = followUp;
  const about = (text: string, ...leansOn: Turn[]): Condensed => ({ ...standingAlone(text), leansOn });
  switch (form) {
    case "more":
      return { ...about(`${subjectOf(previous)}还有什么?`, basis), asksForMore: true };
    case "again":
      return about(previous, basis);
    case "pronoun":
      return replacePronouns(followUp, turns, basis);
    case "same":
    case "fragment": {
      const quoted = basis.citations.map(({ quote }) => foldText(quote)).join("\n");
      const { text, isSameTopic } = exchangeSlot(rest, previous, form === "same" ? undefined : quoted);
      return { ...about(text, ...(isSameTopic ? [basis] : [])), exchanged: rest };
    }
    case "ellipsis":
      // 他都说了些什么?, asked of nobody, is nothing that 谁主办? could be about.
      if (!namesTopic(previous)) return standingAlone(question);
      return { ...about(completeEllipsis(rest, previous), basis), exchanged: analyseQuestion(rest).counted };
  }
}

/** The same for a question that is known to lean on another one of the same message, and whose words do not show it. */
export function completeFrom(question: string, previous: string): string {
  const turn: Turn = { question: previous, standalone: previous, answer: "", kind: "extractive", citations: [], at: 0 };
  const { text, leansOn, leansTacitly } = condenseByRules(question, [turn]);
  return leansOn.length > 0 && !leansTacitly ? text : `${topicOf(foldText(previous))}${foldText(question)}`;
}

/**
 * The turn that a follow-up leans on. A refused question that had nothing to do with the talk before it (the weather)
 * was an excursion, and what is left out belongs to the talk; a pronoun means what was said last.
 */
function pickBasis(turns: readonly Turn[], followUp: FollowUp): Turn | undefined {
  const basis = pickTurn(turns, followUp);
  // 历时多久? said nothing of what it was about: that is what was named before.
  const isTacit = basis !== undefined && basis.kind !== "refused" && !isNamed(basis.standalone);
  // And 泸定县呢? asks how long it took there.
  const isLeftOut = followUp.form === "ellipsis" || (followUp.form === "fragment" && !isNamed(followUp.rest));
  if (!isTacit || !isLeftOut) return basis;
  const cited = new Set(basis.citations.map(({ articleId }) => articleId));
  const isOfIt = ({ citations, standalone }: Turn) =>
    isNamed(standalone) && citations.some(({ articleId }) => cited.has(articleId));
  return turns.findLast(isOfIt) ?? basis;
}

function pickTurn(turns: readonly Turn[], { form }: FollowUp): Turn | undefined {
  const last = turns.at(-1);
  if (last?.kind !== "refused" || form === "pronoun") return last;
  const answered = turns.findLast(({ kind }) => kind !== "refused");
  const topic = topicOf(foldText(answered?.standalone ?? ""));
  const isExcursion = last.standalone === last.question && !foldText(last.standalone).includes(topic);
  return answered && isExcursion ? answered : last;
}

function replacePronouns({ rest, pronouns }: FollowUp, turns: readonly Turn[], basis: Turn): Condensed {
  let text = rest;
  const leansOn: Turn[] = [];
  for (const pronoun of pronouns) {
    const found = findAntecedent(pronoun, turns);
    // 手册 by itself may be one that nobody has spoken of yet: then it is what it says.
    if (!found && pronoun.text === pronoun.noun) continue;
    const named = found?.text ?? topicOf(foldText(basis.standalone));
    text = text.replace(pronoun.text, () => named);
    const turn = found?.turn ?? basis;
    if (!leansOn.includes(turn)) leansOn.push(turn);
  }
  // 那她呢? asks of her what was asked before.
  const isPersonAlone = !asks(text) && findSubjectPerson(text) === text;
  const whole = isPersonAlone ? exchangeSlot(text, foldText(basis.standalone), undefined).text : `${text}?`;
  return { ...standingAlone(whole), leansOn };
}

/**
 * 历时多久? is a whole question, but of which of several programmes? Where nothing is named, of the one that was talked
 * about last, unless other articles answer it better.
 */
function ofTheTalk(question: string, turns: readonly Turn[]): Condensed {
  const alone = standingAlone(question);
  const last = isNamed(question) ? undefined : turns.findLast(({ kind }) => kind !== "refused");
  return last ? { ...alone, leansOn: [last], leansTacitly: true } : alone;
}

/** Whether a question says itself what it is about. */
function namesTopic(question: string): boolean {
  return (
    !(hasHan(question) && readFollowUp(question)?.form === "pronoun") && /[\p{L}\p{N}]{2}/u.test(topicOf(question))
  );
}

function completeEllipsis(rest: string, previous: string): string {
  const asked = hasHan(previous) ? translateWords(rest).replace(/how many (?=\p{Script=Han})/u, "多少") : rest;
  const time = isTimeAlone(asked);
  if (time) return withTime(time, previous);
  const isBare = predicateOf(asked).replaceAll(/[^\p{L}\p{N}]|[有是在的被由]/gu, "") === "";
  const isCount = analyseQuestion(asked).units.length > 0;
  if (isBare && !isCount) return `${predicateOf(previous)}${asked}?`;
  const topic = OF_THE_WHOLE.test(asked) ? subjectOf(previous) : topicOf(previous);
  const [first] = tagWords(asked);
  const joint = /^[a-z]/u.test(asked) ? " " : first && isRelational(first.word) ? "的" : "";
  return `${topic}${joint}${asked}?`;
}

/** 那 in front of a question of its own says nothing; without it the question is searched as it is. */
function withoutOpeningOf(question: string): string {
  const folded = foldText(question).trim();
  const rest = withoutOpening(folded);
  return rest === folded || findTitles(rest).length + findPlaces(rest).length + nounsOf(rest).length < 2
    ? question
    : rest;
}
