/**
 * 2019年呢? 李弘呢? 青龙县呢? 销售额呢?: a fragment that takes the place of the same kind of thing in the question before
 * it, or asks for another attribute of the same thing. Rules on folded text.
 */
import { findTitles } from "../text/names.js";
import { findPersonNames, findSubjectPerson } from "../text/person-names.js";
import { findPlaces } from "../text/places.js";
import { isNamed } from "./follow-up.js";
import { analyseQuestion } from "./question.js";
import { asks, isEntity, isRelational, nounsOf, subjectOf, TIME, topicOf } from "./topic.js";

/** The question before with another slot; `isSameTopic` when it is still about the same thing. */
export interface Exchanged {
  text: string;
  isSameTopic: boolean;
}

/** Words that narrow what is counted down: 女性 of 电商从业者. */
const GROUP = /^(?:女性|男性|女的?|男的?|妇女|儿童|老人|老年人|青年|年轻人|学生|大学生|残疾人|本地人|外地人)$/u;

/**
 * @param fragment without 呢.
 * @param quoted what was quoted for the question before; undefined when the fragment must replace its topic.
 */
export function exchangeSlot(fragment: string, previous: string, quoted: string | undefined): Exchanged {
  const rest = fragment.replace(/的$/u, "");
  const time = isTimeAlone(rest);
  if (time) return { text: withTime(time, previous), isSameTopic: true };
  const place = findPlaces(rest)[0];
  const formerPlace = findPlaces(previous)[0];
  if (place && formerPlace && place !== formerPlace && nounsOf(rest).length <= place.length + 1) {
    return { text: previous.replace(new RegExp(`${formerPlace}[省市县区镇乡村]?`, "u"), rest), isSameTopic: false };
  }
  if (place && nounsOf(rest).length <= place.length + 1 && !isNamed(previous))
    return { text: `${rest}${previous}`, isSameTopic: false };
  if (findSubjectPerson(rest) === rest) return { text: exchangePerson(rest, previous), isSameTopic: false };
  const topic = topicOf(previous);
  const subject = subjectOf(previous);
  // 水滴公司的副总裁是谁? and 壹基金的秘书长呢? share neither.
  if (rest.includes("的") && subject.includes("的") && previous.includes(subject)) {
    return { text: previous.replace(subject, rest), isSameTopic: false };
  }
  if (quoted === undefined || takesTopicsPlace(rest, previous, topic, quoted)) {
    return {
      text: previous.includes(topic) ? previous.replace(topic, rest) : `${rest}${askedOf(previous)}?`,
      isSameTopic: false,
    };
  }
  const { counted } = analyseQuestion(previous);
  if (GROUP.test(rest) && counted !== "")
    return { text: previous.replace(counted, `${rest}${counted}`), isSameTopic: true };
  const joint = findTitles(rest).includes(rest) ? "" : "的";
  return { text: `${topic}${joint}${rest}${askedFor(rest, previous)}?`, isSameTopic: true };
}

/** The time that a fragment consists of; undefined when it says more. @example isTimeAlone("2012年的") // "2012年" */
export function isTimeAlone(fragment: string): string | undefined {
  const time = TIME.exec(fragment)?.[0];
  if (time === undefined) return undefined;
  const left = fragment.replace(time, "").replaceAll(/[^\p{L}\p{N}]|的|平均|\b(?:in|of|the)\b/gu, "");
  return left === "" ? (/^\d{4}$/u.test(time) ? `${time}年` : time) : undefined;
}

/** The question with this time in place of its own, or in front. */
export function withTime(time: string, previous: string): string {
  return TIME.test(previous) ? previous.replace(TIME, time) : `${time}${previous}`;
}

function exchangePerson(name: string, previous: string): string {
  const former = findSubjectPerson(previous) ?? findPersonNames(previous)[0] ?? analyseQuestion(previous).subject;
  return former ? previous.replace(former, name) : `${name}是谁?`;
}

/** Whether a fragment names another thing of the topic's kind, rather than something that the topic has. */
function takesTopicsPlace(rest: string, previous: string, topic: string, quoted: string): boolean {
  if (isRelational(rest) || GROUP.test(rest) || findTitles(rest).includes(rest)) return false;
  if (isEntity(rest) && isEntity(topic)) return true;
  // 家庭联络站有多少个? counts its topic, and 城市资源中心呢? counts another.
  const { kind, counted } = analyseQuestion(previous);
  if (kind === "number" && counted === "" && !isRelational(subjectOf(previous))) return subjectOf(previous) === topic;
  if (quoted.includes(rest)) return false;
  return kind !== "number";
}

/** 销售额|是多少, 发起人|是谁, 网点|有多少. */
function askedFor(rest: string, previous: string): string {
  if (asks(rest)) return "";
  if (findTitles(rest).length > 0 && isRelational(rest)) return "是谁";
  if (/时间|日期$/u.test(rest)) return "是什么时候";
  if (/地点|地址$/u.test(rest)) return "在哪里";
  const { kind } = analyseQuestion(previous);
  if (/(?:目的|宗旨|作用|效果|原因|结果|意义|特点|内容|主题|名称|名字)$/u.test(rest)) return "是什么";
  if (isRelational(rest)) return "是多少";
  return kind === "number" ? "有多少" : "是什么";
}

function askedOf(previous: string): string {
  return previous.replace(/[?。]$/u, "");
}
