/**
 * Persons that a text names, each with the words that say who he or she is: 华民慈善基金会副秘书长|冯凌. By form: a known
 * surname behind a title or an organisation, or before a verb of saying. Expects folded text.
 */

import { ORGANISATION_KIND } from "./organisations.js";
import { SURNAMES } from "./surnames.js";
import { findTitles, POSTS } from "./titles.js";
import { type TaggedWord, tagWords } from "./tokens.js";

/** A person and the role that the words next to the name give; empty when they give none. */
export interface PersonMention {
  name: string;
  role: string;
  start: number;
  end: number;
}

const SAYING =
  /^(?:在[^,。]{0,12}?)?(?:表示|介绍|指出|认为|说(?!明)|称(?!为|号)|提出|分享|强调|坦言|透露|告诉|谈到|提到|建议|呼吁|补充|回忆|总结|希望|到来|出席|致辞|担任|现任|毕业|是|做|作|从|还|则|结合|进行|参加|发言|主持|推动|带领)/u;
const BEFORE_NAME = /(?:^|[,。;:、“”(\s]|和|与|及|以及|由|的|是|为|据|叫)$/u;
/** Surnames that next to these words are nearly always another word (主任和…, 代表时…). */
const MOSTLY_WORDS = new Set(
  "和于向时都那应从来但居到平万是有以由能成方为将并在对等与及后前在还也就被把给让年月计支双单全国",
);

/**
 * The persons of a text, in order, repeats kept.
 * @param known names that are found wherever they stand.
 */
export function findPersons(text: string, known: ReadonlySet<string> = new Set()): PersonMention[] {
  const titleEnds = new Set(findTitles(text).map(({ end }) => end));
  const persons: PersonMention[] = [];
  let at = 0;
  const words = tagWords(text);
  for (const [i, { word, tag }] of words.entries()) {
    const within = (place: number) => place > at && place < at + word.length;
    const knownStarts = Array.from(known, (name) => text.indexOf(name, at)).filter(within);
    for (const start of [at, ...Array.from(titleEnds).filter(within), ...knownStarts]) {
      const name =
        Array.from(known).find((one) => text.startsWith(one, start)) ??
        nameAt(text, start, wholeName({ word: word.slice(start - at), tag }, words.slice(i + 1)), titleEnds);
      if (name !== undefined && (persons.at(-1)?.end ?? 0) <= start) {
        persons.push({
          name,
          role: roleAt(text, start, start + name.length, persons.at(-1)?.end ?? 0),
          start,
          end: start + name.length,
        });
      }
    }
    at += word.length;
  }
  const subject = SUBJECT.exec(text)?.groups?.name ?? "";
  if (SURNAMES.has(subject.slice(0, 1)) && !isOrdinary(subject) && !persons.some(({ start }) => start === 0)) {
    persons.unshift({ name: subject, role: roleAt(text, 0, subject.length, 0), start: 0, end: subject.length });
  }
  return persons;
}

/** 方维国是…会长: whoever a text begins with and gives a title to. */
const SUBJECT = new RegExp(`^(?<name>\\p{Script=Han}{2,4}?)(?:是|担任|现任|出任|任|为)[^,。;]*(?:${POSTS})`, "u");

/** 罗 · 长庚: a surname cut off from its given name by the dictionary. */
function wholeName(first: TaggedWord, [second, third]: readonly TaggedWord[]): TaggedWord {
  if (!SURNAMES.has(first.word) || !second || !GIVEN.test(second.tag) || second.word.length > 2) return first;
  const isThree =
    second.word.length === 1 && first.word.length === 1 && third?.word.length === 1 && GIVEN.test(third.tag);
  return { word: first.word + second.word + (isThree ? third.word : ""), tag: "x" };
}

/** What a part of a given name may be for the dictionary. */
const GIVEN = /^(?:n|a|x|z|b|j|i|g|ng|tg|q)/u;

function nameAt(
  text: string,
  start: number,
  { word, tag }: TaggedWord,
  titleEnds: ReadonlySet<number>,
): string | undefined {
  const isCompound = SURNAMES.has(text.slice(start, start + 2));
  const surname = text.slice(start, start + (isCompound ? 2 : 1));
  if (!SURNAMES.has(surname) || DEPARTMENT.test(word)) return undefined;
  const before = text.slice(Math.max(0, start - 12), start);
  const isIntroduced = titleEnds.has(start) || (ORGANISATION_KIND.test(before) && word.length >= 2 && word.length <= 3);
  const run = /^\p{Script=Han}+/u.exec(text.slice(start, start + 5))?.[0] ?? "";
  const ends = [surname.length + 1, surname.length + 2].filter((length) => length <= run.length);
  const speaking = ends.find((length) => SAYING.test(text.slice(start + length, start + length + 16)));
  if (
    !isCompound &&
    MOSTLY_WORDS.has(surname) &&
    !(titleEnds.has(start) && (speaking !== undefined || run.length <= 3))
  )
    return undefined;
  if (isIntroduced) {
    if (speaking !== undefined && !isOrdinary(run.slice(0, speaking))) return run.slice(0, speaking);
    if (isOrdinary(word)) return undefined;
    if (word.length > surname.length && word.length <= surname.length + 2) return word;
    return ends.length > 0 ? run.slice(0, endOf(run, ends)) : undefined;
  }
  const isUnknownWord = tag === "x" && word.length > surname.length && word.length <= surname.length + 2;
  if (isUnknownWord && BEFORE_NAME.test(before) && /^(?:$|[,。;:、“(])/u.test(text.slice(start + word.length)))
    return word;
  if (!BEFORE_NAME.test(before) || speaking === undefined || word.length > speaking) return undefined;
  return isOrdinary(run.slice(0, speaking)) ? undefined : run.slice(0, speaking);
}

/** 医院|呼吸科: behind an organisation stands a part of it as well. */
const DEPARTMENT = /^\p{Script=Han}{2,}[科室部处系组]$/u;

/** A whole run of two or three characters is the name; of a longer one only the beginning is sure. */
function endOf(run: string, ends: readonly number[]): number {
  return ends.includes(run.length) ? run.length : (ends[0] ?? run.length);
}

/** One dictionary word that is no name (项目, 方面). */
function isOrdinary(word: string): boolean {
  if (word.length < 2) return false;
  const [first, second] = tagWords(word);
  return first !== undefined && second === undefined && !/^(?:x|nr)/u.test(first.tag);
}

/** Z是Y的秘书长; between commas only what is a title to its end. */
const ROLE_BEHIND = new RegExp(
  `^(?:(?:是|为|任|担任|现任|出任|\\()|,(?=[^,。;]{0,30}(?:${POSTS})[,。;]))(?<role>[^,。;:)]{2,40})`,
  "u",
);

function roleAt(text: string, start: number, end: number, previousEnd: number): string {
  const before = text.slice(previousEnd, start);
  const copula = /(?<role>[^,。;:“”]*)(?:是|为|由|叫)$/u.exec(before)?.groups?.role;
  const role = copula ?? /(?:^|[,。;:“”]|以及|和|与|及)(?<role>[^,。;:“”]*?)$/u.exec(before)?.groups?.role ?? "";
  const behind = ROLE_BEHIND.exec(text.slice(end))?.groups?.role ?? "";
  const told = [role, behind].filter((words) => findTitles(words).length > 0);
  return (told[0] ?? (ORGANISATION_KIND.test(role) ? role : "")).replace(/^(?:[、,]|以及|和|与|及|还有)+/u, "");
}
