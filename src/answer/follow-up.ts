/**
 * Whether a question leans on the ones before it, and by what: a pronoun, an opening (那, what about), a fragment (2019年呢?),
 * or an asking word with nothing said of what (多少户?, 谁发起的?). A word alone (板栗) and a question that names what it is
 * about stand on their own, so that a new topic is not dragged along with the old one.
 */
import { findTitles } from "../text/names.js";
import { foldText, hasHan } from "../text/normalize.js";
import { findOrganisations } from "../text/organisations.js";
import { findSubjectPerson } from "../text/person-names.js";
import { findPlaces } from "../text/places.js";
import { cutWords } from "../text/tokens.js";
import { asks, isRelational, nounsOf, TIME } from "./topic.js";

/** What may be read as a follow-up, taken apart. All text folded. */
export interface FollowUp {
  /** Without opening and 呢. */
  rest: string;
  /** The words in `rest` that stand for something else, in order. */
  pronouns: readonly Pronoun[];
  /** `more`: 还有呢? `again`: 具体呢? `same`: 同样的问题,X呢? `fragment`: X呢? `ellipsis`: 多少户? */
  form: "more" | "again" | "same" | "fragment" | "ellipsis" | "pronoun";
}

/** A word that stands for what was named before. */
export interface Pronoun {
  text: string;
  of: "person" | "place" | "thing";
  /** 手册 in 这本手册; empty for 它. */
  noun: string;
}

const OPENINGS = new Set(["那", "那么", "还有", "然后", "另外", "所以", "而", "再", "再问一下", "and", "so", "then"]);
const ENGLISH_OPENING = /^(?:and\s+)?(?:what|how) about\s+(?:the\s+)?/u;
const SAME = /^(?:同样|一样|相同)的?问题[\s,:、]*|^(?:the )?same (?:question )?(?:for|about)\s+/u;
const MORE =
  /^(?:还有(?:别的|其他的?|更多|什么|哪些)?|其他的?|别的|更多|anything else|what else|more)(?:呢|吗|内容)*$/u;
const AGAIN =
  /^(?:具体|详细|仔细)(?:呢|地?(?:说|讲|介绍|情况)\S{0,4})?$|^(?:展开|多|再)(?:说|讲)\S{0,4}$|^(?:tell me more|details?)$/u;

const PERSON = /她们|他们|[她他]|(?:这|那)(?:个人|位)|此人|\b(?:she|he|they|her|his|him)\b/u;
const PLACE = /(?<!哪)(?:那里|那儿|这里|当地|那边|该[省市县区镇乡村]|\bthere\b)/u;
const THINGS = "项目|计划|活动|报告|制度|模式|机构|公司|基金会|手册|平台|会议|研讨会|发布会|行动";
const THING = new RegExp(
  `(?:这|那|该|此|上述)(?:一?[个项本份次场家种些])?(?<noun>${THINGS})|^(?<bare>手册|项目|计划|报告|活动)(?=[是的在由有为覆共一累给])|它们?|\\b(?:it|its)\\b|(?:这|那)[个项本份次场家](?=[是的在由有])`,
  "u",
);
/** Nouns of a question together this long name something, UTF-16 units. */
const NAMING_LENGTH = 5;

const NOTHING = { rest: "", pronouns: [] };

/** Takes a question apart, or returns undefined when it stands on its own. Whether there is anything to lean on is not known here. */
export function readFollowUp(question: string): FollowUp | undefined {
  const folded = foldText(question).trim();
  const bare = folded.replace(/[\s?!.,。、~]+$/gu, "");
  if (!/[\p{L}\p{N}]/u.test(bare)) return undefined;
  if (MORE.test(bare)) return { ...NOTHING, form: "more" };
  if (AGAIN.test(bare)) return { ...NOTHING, form: "again" };
  const same = SAME.exec(bare);
  if (same) return { ...NOTHING, rest: withoutEnding(bare.slice(same[0].length)), form: "same" };

  const opened = withoutOpening(bare);
  const rest = withoutEnding(opened);
  const pronouns = findPronouns(rest);
  if (pronouns.length > 0) return { rest, pronouns, form: "pronoun" };
  if (!asks(rest)) {
    const isFragment = opened !== bare || rest !== opened;
    return isFragment && rest !== "" ? { rest, pronouns, form: "fragment" } : undefined;
  }
  return namesSomething(rest, opened !== bare) ? undefined : { rest, pronouns, form: "ellipsis" };
}

/** A question without 那, 那么, and … in front of it. Folded. */
export function withoutOpening(question: string): string {
  const english = ENGLISH_OPENING.exec(question);
  if (english) return question.slice(english[0].length);
  const [first = ""] = cutWords(question);
  return OPENINGS.has(first) ? withoutOpening(question.slice(first.length).replace(/^[\s,、:]+/u, "")) : question;
}

function withoutEnding(text: string): string {
  return text
    .replace(/(?:的话)?[呢呀啊]$/u, "")
    .replace(/^[\s,、]+/u, "")
    .trim();
}

/** None when the question itself names something before the first: 青龙县的板栗和它的价格 needs no conversation. */
function findPronouns(text: string): Pronoun[] {
  const found: (Pronoun & { at: number })[] = [];
  const person = PERSON.exec(text);
  if (person) found.push({ text: person[0], of: "person", noun: "", at: person.index });
  const place = PLACE.exec(text);
  if (place) found.push({ text: place[0], of: "place", noun: "", at: place.index });
  const thing = THING.exec(text);
  const noun = thing?.groups?.noun ?? thing?.groups?.bare ?? "";
  if (thing) found.push({ text: thing[0], of: "thing", noun, at: thing.index });
  const inOrder = found.toSorted((a, b) => a.at - b.at);
  const before = text.slice(0, inOrder[0]?.at ?? 0);
  const isNamed =
    nounsOf(before.replaceAll(/[a-z]+/gu, " ")).length >= NAMING_LENGTH ||
    findSubjectPerson(before) ||
    findPlaces(before).length > 0;
  return isNamed ? [] : inOrder;
}

function namesPlaceOrPerson(text: string): boolean {
  return findPlaces(text).length > 0 || findSubjectPerson(text) !== undefined || /[《“"「]/u.test(text);
}

/** Whether a text names what there is one of: a place, a person, a title, an organisation. */
export function isNamed(text: string): boolean {
  return namesPlaceOrPerson(text) || findOrganisations(foldText(text)).length > 0;
}

/** Whether a question says what it is about: by a name, by a subject before the asking word, or at length. */
function namesSomething(rest: string, isOpened: boolean): boolean {
  if (namesPlaceOrPerson(rest)) return true;
  if (!hasHan(rest)) return rest.split(/\s+/u).length > 4;
  const words = cutWords(rest);
  const asking = words.findIndex((_, i) => asks(words.slice(0, i + 1).join("")));
  const before = words.slice(0, asking).join("");
  // 包装是谁设计的?: what stands before 是 is a noun, also where the dictionary has it as a verb.
  const subject =
    before.endsWith("是") && /^是?(?:谁|哪)/u.test(words[asking] ?? "") ? before.slice(0, -1) : nounsOf(before);
  if (nounsOf(rest).length >= NAMING_LENGTH) return true;
  // 派去的特派员叫什么? leaves out where to.
  if (/^(?:派[去往到来]|[去来到]那|其中|负责)的?/u.test(rest)) return false;
  // 那收购价涨了多少? leans, 收购价涨了多少? need not.
  if (!isOpened && subject.length >= 2 && !isRelational(subject)) return true;
  // 什么是公益? and 谁是…? ask about the one thing that they name.
  return /^(?:什么是|谁是)/u.test(rest) && findTitles(nounsOf(rest)).length === 0 && !TIME.test(rest);
}
