/** The verbs of a clause with who does them, told by the order of words and their parts of speech. */
import { findOrganisations } from "../../text/organisations.js";
import type { PlacedWord, ReadClause } from "../reading.js";

/** A verb with the words of its subject; empty when the clause names none. */
export interface Deed {
  verb: string;
  subject: string[];
  /** To whom or with whom it is done. */
  receivers: string[];
  /** Without a subject of its own it may go on with what was just named: 启动“双师课堂”,首批覆盖…. */
  goesOn: string[];
}

/** These say nothing without the verb behind them. */
export const CARRIERS = /^(?:负责|承担|进行|完成|用于|用作|用来)$/u;

const CAUSES = /^(?:导致|造成|致使|引发|引起|使得)$/u;

const PREPOSITIONS =
  /^(?:向|对|给|为|在|从|把|将|以|用|按|按照|因|因为|由于|受|通过|于|比|较|自|到|至|就|围绕|据|由)$/u;

const TO_WHOM = /^(?:向|对|给|为)$/u;

const known = new WeakMap<ReadClause, Deed[]>();

export function deedsOf(clause: ReadClause): Deed[] {
  const before = known.get(clause);
  if (before) return before;
  const deeds = findDeeds(clause);
  known.set(clause, deeds);
  return deeds;
}

function findDeeds({ words, text, start: from }: ReadClause): Deed[] {
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
  let isNominal = false;
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
    else if (CAUSES.test(word)) {
      // What follows from what is compared as such.
      [subject, receivers, place, hasVerb, carries] = [[], [], "subject", false, false];
    } else if (PREPOSITIONS.test(word) || (word === "与" && (i === 0 || hasVerb)))
      place = TO_WHOM.test(word) ? "receiver" : "other";
    else if (
      (!isInName && isVerb(placed)) ||
      (!isInName && tag === "vn" && (carries ? endsPart(next) : !hasVerb && isDone(words[i - 1], next)))
    ) {
      const previous = words[i - 1];
      // 推迟疫苗接种: behind a verb and its object a verb is a noun.
      // 药品的审核和发放由…负责
      const isJoined: boolean = isNominal && /^[和与及、]$/u.test(previous?.word ?? "");
      const isNoun: boolean =
        !carries && (previous?.word === "的" || isJoined || (hasVerb && (previous?.tag.startsWith("n") ?? false)));
      isNominal = isNoun;
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
