/**
 * Who does what: the subject that a clause gives a verb may not be one to which the sentence gives another deed, or to
 * whom the deed is done, while it names somebody else for this one (由省水利厅出资、清源水务公司施工). Told by the order of
 * words and their parts of speech; what is done (版权由…捐赠) may stand in front and is no subject.
 */
import { findOrganisations, isShortFor } from "../../text/organisations.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { isIn } from "./counted.js";

/** A verb with the words of its subject; empty when the clause names none. */
interface Deed {
  verb: string;
  subject: string[];
  /** To whom or with whom it is done. */
  receivers: string[];
  /** Without a subject of its own it may go on with what was just named: 启动“双师课堂”,首批覆盖…. */
  goesOn: string[];
}

/** These say nothing without the verb behind them. */
const CARRIERS = /^(?:负责|承担|进行|完成)$/u;
const PREPOSITIONS =
  /^(?:向|对|给|为|在|从|把|将|以|用|按|按照|因|因为|由于|受|通过|于|比|较|自|到|至|就|围绕|据|由)$/u;
const TO_WHOM = /^(?:向|对|给|为)$/u;
/** What many things are: no ground for taking two for one. */
const GENERIC =
  /^(?:公司|集团|基金会|中心|机构|单位|组织|部门|协会|学会|大学|学院|研究院|医院|学校|工程|项目|计划|活动|省|市|县|区|镇|乡|村|全部|平均|记者|负责人|代表|当地|本地|全.)$/u;

/** Whether no verb of the clause is given to another's subject. */
export function subjectsAgree({ clause, proof, claim }: ClauseCheck): boolean {
  const stated = statedDeeds(proof);
  const named = new Set([...claim.organisations, ...claim.persons.map(({ name }) => name), ...claim.quoted]);
  return deedsOf(clause).every(({ verb, subject, receivers }) => {
    const own = subject.filter((word) => !GENERIC.test(word));
    const same = stated.filter((one) => one.verb === verb);
    if (receivers.length > 0 && same.length > 0 && same.every((one) => isForOthers(receivers, one.receivers)))
      return false;
    if (own.length === 0 || same.length === 0 || same.some((one) => one.subject.length === 0)) return true;
    if (same.some((one) => isSameSubject(own, one.subject) || own.some((word) => one.goesOn.includes(word))))
      return true;
    if (same.some((one) => own.some((word) => one.receivers.includes(word)))) return false;
    if (same.every((one) => one.subject.every((word) => GENERIC.test(word)))) return true;
    const text = own.join("");
    // Somebody the sentence does not know, where it names who did it; places are where it was done.
    const isStranger = own.every((word) => !proof.text.includes(word) && !/[省市县区镇乡村]$/u.test(word));
    if (isStranger && same.every(({ subject: other, goesOn }) => other.length > 0 && goesOn.length === 0)) return false;
    return !(
      Array.from(named).some((name) => name.includes(text) || text.includes(name)) ||
      stated.some((one) => one.verb !== verb && isSameSubject(own, one.subject))
    );
  });
}

/** 为受援人挽回 is not 为农民工挽回. */
function isForOthers(claimed: readonly string[], stated: readonly string[]): boolean {
  if (stated.length === 0) return false;
  const [a, b] = [claimed.join(""), stated.join("")];
  return !claimed.some((word) => isIn(word, b)) && !stated.some((word) => isIn(word, a));
}

function isSameSubject(claimed: readonly string[], stated: readonly string[]): boolean {
  const [a, b] = [claimed.join(""), stated.join("")];
  const [own, other] = [findOrganisations(a), findOrganisations(b)];
  if (own.length > 0 && other.length > 0)
    return own.some((one) => other.some((name) => isShortFor(one, name) || isShortFor(name, one)));
  return (
    claimed.some((word) => isIn(word, b)) ||
    stated.some((word) => !GENERIC.test(word) && word.length > 1 && a.includes(word))
  );
}

/** A clause that names no subject goes on with the one before; one that ends in a person's name is part of a list. */
function statedDeeds({ clauses, persons }: Proof): Deed[] {
  let carried: string[] = [];
  let listed: string[] = [];
  let before: string[] = [];
  return clauses.flatMap((clause) => {
    const deeds = deedsOf(clause).map((deed) => ({
      ...deed,
      subject: deed.subject.length > 0 ? [...listed, ...deed.subject] : carried,
      goesOn: deed.subject.length > 0 ? [] : before,
    }));
    const isListed = persons.some(({ end }) => end === clause.end);
    const words = clause.words.filter(({ weight }) => weight > 0).map(({ word }) => word);
    listed = isListed ? [...listed, ...words] : [];
    carried = topicOf(clause) ?? deeds[0]?.subject ?? carried;
    before = thingsOf(clause);
    return deeds;
  });
}

function thingsOf({ words }: ReadClause): string[] {
  return words.flatMap(({ word, weight, tag, isInName }) =>
    weight > 0 && (isInName || tag.startsWith("n")) ? word : [],
  );
}

/** 项目由A合办,已走进…: it is the 项目 that goes on. Undefined for a clause that is not passive. */
function topicOf({ words }: ReadClause): string[] | undefined {
  const by = words.findIndex(({ word }, i) => /^[由被]$/u.test(word) && !/^[mt]/u.test(words[i + 1]?.tag ?? ""));
  if (by < 0) return undefined;
  return words.slice(0, by).flatMap(({ word, weight, tag }) => (weight > 0 && tag.startsWith("n") ? word : []));
}

function deedsOf({ words, text, start: from }: ReadClause): Deed[] {
  const organisations = findOrganisations(text).map((name) => ({
    start: from + text.indexOf(name),
    length: name.length,
  }));
  const isInOrganisation = ({ start }: PlacedWord) =>
    organisations.some((one) => start >= one.start && start < one.start + one.length);
  const deeds: Deed[] = [];
  let subject: string[] = [];
  let receivers: string[] = [];
  let place: "subject" | "receiver" | "other" = "subject";
  let hasVerb = false;
  let carries = false;
  for (const [i, placed] of words.entries()) {
    const { word, tag, weight } = placed;
    const isInName = placed.isInName || isInOrganisation(placed);
    const next = words[i + 1];
    const last = words[i - 1];
    // Joined clauses (岳清扬提醒,援助热线不受理…) leave out the mark between them.
    if (last && last.start + last.word.length < placed.start)
      [subject, receivers, place, hasVerb, carries] = [[], [], "subject", false, false];
    if (/^[由被]$/u.test(word) && !/^[mt]/u.test(next?.tag ?? "")) {
      [subject, receivers, place, hasVerb] = [[], [], "subject", false];
    } else if (word === "、" && hasVerb) {
      [subject, receivers, place, hasVerb] = [[], [], "subject", false];
    } else if (/^(?:没有|没|不|未|无|不再)$/u.test(word)) continue;
    else if (PREPOSITIONS.test(word)) place = TO_WHOM.test(word) ? "receiver" : "other";
    else if (
      (!isInName && isVerb(placed)) ||
      (!isInName && tag === "vn" && (carries ? endsPart(next) : !hasVerb && isDone(words[i - 1], next)))
    ) {
      const previous = words[i - 1];
      // 推迟疫苗接种: behind a verb and its object a verb is a noun.
      const isNoun = !carries && (previous?.word === "的" || (hasVerb && (previous?.tag.startsWith("n") ?? false)));
      if (!isNoun) deeds.push({ verb: word, subject, receivers, goesOn: [] });
      carries ||= CARRIERS.test(word);
      place = "other";
      // 捐赠的手机: what follows is the head of what was said of it.
      if (next?.word === "的" && !hasVerb) [subject, place] = [[], "subject"];
      hasVerb = true;
    } else if (isInName || (weight > 0 && /^(?:n|x|j|l|s|vn|zg)/u.test(tag) && /\p{Script=Han}/u.test(word))) {
      if (place === "subject") subject = [...subject, word];
      else if (place === "receiver") receivers = [...receivers, word];
    }
  }
  return deeds;
}

/** 残联共同制作有声书: between its subject and its object, or at the end, a noun of a deed is the deed. */
function isDone(previous: PlacedWord | undefined, next: PlacedWord | undefined): boolean {
  return /^(?:n|x|d)/u.test(previous?.tag ?? "") && (endsPart(next) || /^(?:n|l|m|ul|b)/u.test(next?.tag ?? ""));
}

/** Whether nothing of the part follows. */
function endsPart(next: PlacedWord | undefined): boolean {
  return next === undefined || !/\p{L}/u.test(next.word);
}

function isVerb({ word, weight, tag }: PlacedWord): boolean {
  return (weight > 0 && /^v(?!n)/u.test(tag) && word.length > 1) || /^(?:主办|承办|协办)$/u.test(word);
}
