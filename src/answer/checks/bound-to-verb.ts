/**
 * Where and how long belong to what was done there and so long: of 曾在北京工作十年,2019年回到家乡创业 a claim may make neither
 * 到北京创业 nor 创业十年.
 */
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { holdsWord } from "./conjuncts.js";
import { isSameFigure } from "./same-figure.js";

const AT = /^(?:在|到|赴|往|回|回到|前往|来到|从|于)$/u;
const THEN = /^(?:后来|随后|之后|此后|然后|接着|而后)/u;
const LENGTH = /^(?:年|个月|日|周|小时|分钟)$/u;

export function verbsKeepTheirOwn(check: ClauseCheck): boolean {
  return placeIsOfVerb(check) && lengthIsOfVerb(check) && figureIsOfVerb(check) && orderIsKept(check);
}

/** Where a clause says something is done, with the verb that follows. */
function placesOf({ words }: ReadClause): { places: PlacedWord[]; verb: PlacedWord | undefined }[] {
  return words.flatMap((mark, i) => {
    if (!AT.test(mark.word) || mark.isInName) return [];
    const behind = words.slice(i + 1);
    const to = deedAt(behind);
    const places = behind.slice(0, to < 0 ? behind.length : to);
    // 在北京的基金会 says which one it is.
    if (places.some(({ word }) => word === "的" || /^[,、和与]/u.test(word))) return [];
    return [{ places: places.filter(({ tag, weight }) => weight > 0.3 && /^[nsxj]/u.test(tag)), verb: behind[to] }];
  });
}

/** The first verb; else, since the dictionary takes 创业 and 任教 for nouns, the last of several words before a figure or the end. */
function deedAt(words: readonly PlacedWord[]): number {
  const verb = words.findIndex(isVerb);
  if (verb >= 0) return verb;
  const end = words.findIndex(({ tag }) => /^[mtu]/u.test(tag));
  const last = (end < 0 ? words.length : end) - 1;
  return last > 0 && !/^ns|[省市县区镇乡村]$/u.test((words[last]?.tag ?? "") + (words[last]?.word ?? "")) ? last : -1;
}

function placeIsOfVerb({ clause, proof }: ClauseCheck): boolean {
  return placesOf(clause).every(({ places, verb }) => {
    const place = places[0];
    if (!place || !verb) return true;
    // As a word: 北京 does not stand in 北京大学.
    const there = proof.clauses.filter(({ words }) => words.some(({ word }) => word === place.word));
    const done = holders(verb, proof);
    if (there.length === 0 || done.length === 0 || there.some((one) => done.includes(one))) return true;
    const isLater = there.every((one) => done.every((other) => one.start > other.start));
    const hasOwnPlace = done.every((one) => placesOf(one).some((other) => other.places.length > 0));
    const isAfterwards = done.every(({ text, start }) => THEN.test(text) && there.every((one) => one.start < start));
    return !isLater && !hasOwnPlace && !isAfterwards;
  });
}

function lengthIsOfVerb({ clause, proof }: ClauseCheck): boolean {
  return clause.figures.every((figure) => {
    if (!LENGTH.test(figure.unit) || figure.change !== undefined || figure.value > 100) return true;
    // 为期两年 is told of whatever is so long.
    if (/(?:为期|历时|长达|持续|时长|时间)[为是达]?$/u.test(clause.text.slice(0, figure.start - clause.start)))
      return true;
    const before = clause.words.findLast(({ start, weight }) => start < figure.start && weight > 0.2);
    const deeds = clause.words.filter((word) => isVerb(word) || word === before);
    const told = proof.clauses.filter(({ figures }) =>
      figures.some((one) => isSameFigure(figure, { ...one, change: figure.change }, proof.text)),
    );
    const held = deeds.filter((word) => holders(word, proof).length > 0);
    if (told.length === 0 || held.length === 0) return true;
    return told.some((one) => !one.words.some(isVerb) || held.some(({ word }) => holdsWord(one.text, word)));
  });
}

/** 保留12个,新设2个: the 12 are not 新设. */
function figureIsOfVerb({ clause, proof }: ClauseCheck): boolean {
  return clause.figures.every((figure) => {
    const verb = verbBefore(figure.start, clause);
    if (!verb) return true;
    const told = proof.clauses.flatMap((one) =>
      one.figures.map((stated) => ({ stated, verb: verbBefore(stated.start, one)?.word })),
    );
    const own = told.filter(({ stated }) => isSameFigure(figure, { ...stated, change: figure.change }, proof.text));
    const isOthers = told.some((other) => !own.includes(other) && other.verb === verb.word);
    return !isOthers || own.length === 0 || own.some((one) => one.verb === undefined || isAlike(one.verb, verb.word));
  });
}

/** The verb right before a figure, with nothing between them that says anything. */
function verbBefore(at: number, { words }: ReadClause): PlacedWord | undefined {
  const last = words.findLast(({ start, weight, tag }) => start < at && (weight > 0.2 || /^[nv]/u.test(tag)));
  return last && /^v(?!n)/u.test(last.tag) && last.weight > 0.2 ? last : undefined;
}

function isAlike(a: string, b: string): boolean {
  return holdsWord(a, b) || holdsWord(b, a);
}

/** 运动改善睡眠 is not 睡眠改善运动. */
function orderIsKept({ clause, proof }: ClauseCheck): boolean {
  if (TURNS.test(clause.text)) return true;
  return clause.words.every((verb) => {
    if (!isVerb(verb)) return true;
    const own = sidesOf(verb, clause);
    const told = proof.clauses.flatMap((one) => {
      const same = TURNS.test(one.text) ? [] : one.words.filter(({ word }) => word === verb.word);
      const [stated] = same;
      return stated && same.length === 1 ? sidesOf(stated, one) : [];
    });
    const isKept = told.some((one) => share(own.before, one.before) + share(own.behind, one.behind) > 0);
    return isKept || told.every((one) => share(own.before, one.behind) * share(own.behind, one.before) === 0);
  });
}

const TURNS = /[被由受把将对向给]|得到|获得/u;

function sidesOf(verb: PlacedWord, { words }: ReadClause): { before: string[]; behind: string[] } {
  const content = words.filter(({ weight, word, tag }) => weight > 0.2 && word.length > 1 && !/^[tm]/u.test(tag));
  return {
    before: content.filter(({ start }) => start < verb.start).map(({ word }) => word),
    behind: content.filter(({ start }) => start > verb.start).map(({ word }) => word),
  };
}

function share(a: readonly string[], b: readonly string[]): number {
  return a.filter((word) => b.includes(word)).length;
}

function holders({ word }: PlacedWord, { clauses }: Proof): ReadClause[] {
  return clauses.filter(({ text }) => holdsWord(text, word));
}

function isVerb({ tag, word, weight, isInName }: PlacedWord): boolean {
  return /^v(?!n)/u.test(tag) && word.length > 1 && weight > 0.2 && !isInName && !AT.test(word);
}
