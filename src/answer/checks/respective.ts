/**
 * 甲、乙分别有600户和200户: the n-th of those named has the n-th of what is told. Where a sentence says 分别 or 依次, a claim
 * that names one of them and tells one of the figures must have put the right two together.
 */
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { isSameFigure } from "./same-figure.js";

const MARK = /^(?:分别|依次|各为)/u;
const JOINT = /^(?:、|和|与|及|以及|跟)$/u;
/** Characters by which one of a list is known in a claim. */
const CORE = 2;

/** One of those named, and what is told of it: figures of several clauses, or words. */
interface Pairing {
  /** Any of these names it. */
  item: readonly string[];
  values: { figure?: ReadClause["figures"][number]; word?: string }[];
}

export function pairsAgree({ clause, proof }: ClauseCheck): boolean {
  if (!ratioKeepsOrder(clause, proof) || !turnsKeepOrder(clause, proof)) return false;
  return pairingsOf(proof).every((pairings) => {
    const named = pairings
      .map((pairing) => ({ pairing, at: firstOf(pairing.item, clause.text) }))
      .filter(({ at }) => at >= 0)
      .toSorted((a, b) => a.at - b.at);
    if (named.length === 0) return true;
    const isInTurn = named.length > 1 && clause.words.some(({ word }) => MARK.test(word));
    const told = pairings.flatMap(({ values }) => values);
    const stands = (value: Pairing["values"][number], figure: ReadClause["figures"][number]) =>
      value.figure !== undefined && isSameFigure(figure, { ...value.figure, change: figure.change }, proof.text);
    const figures = clause.figures.filter((figure) => told.some((value) => stands(value, figure)));
    const figuresAgree = figures.every((figure, i) => {
      const at = figure.start - clause.start;
      const owner = isInTurn ? named[i % named.length] : (named.findLast((one) => one.at < at) ?? named[0]);
      return owner?.pairing.values.some((value) => stands(value, figure)) ?? true;
    });
    if (!figuresAgree || named.length > 1) return figuresAgree;
    const words = told.flatMap(({ word }) => (word !== undefined && clause.text.includes(word) ? word : []));
    const own = named[0]?.pairing.values.map(({ word }) => word) ?? [];
    return words.every((word) => own.includes(word));
  });
}

const RATIO = /\d+(?:(?:比|:)\d+)+/u;

/** 甲、乙和丙按5比3比2分担: in a ratio everybody has the place in which they are named. */
function ratioKeepsOrder(clause: ReadClause, { clauses }: Proof): boolean {
  const ratio = RATIO.exec(clause.text)?.[0];
  if (ratio === undefined) return true;
  const orderIn = (one: ReadClause) =>
    listOf(one.words.filter(({ start }) => one.text.indexOf(ratio) > start - one.start));
  const told = clauses.filter(({ text }) => text.includes(ratio)).map(orderIn);
  const own = orderIn(clause);
  return own.length < 2 || told.every((items) => standInOrder(items, clause.text));
}

const IN_TURN = /^(?:先后|依次|相继)$/u;

/** 先后到甲县和乙县: 甲 came first. */
function turnsKeepOrder(clause: ReadClause, { clauses }: Proof): boolean {
  if (!clause.words.some(({ word }) => IN_TURN.test(word))) return true;
  return clauses.every(({ words }) => {
    const mark = words.findIndex(({ word }) => IN_TURN.test(word));
    return mark < 0 || standInOrder(listOf(words.slice(mark + 1)), clause.text);
  });
}

function standInOrder(items: readonly string[], text: string): boolean {
  const places = items.map((item) => text.indexOf(item)).filter((at) => at >= 0);
  return places.every((at, i) => i === 0 || at > (places[i - 1] ?? 0));
}

const known = new WeakMap<Proof, Pairing[][]>();

/** The pairings of a sentence, one list for each mark that has as many things told as named. */
function pairingsOf(proof: Proof): readonly Pairing[][] {
  const before = known.get(proof);
  if (before) return before;
  const all = proof.clauses.flatMap((clause) =>
    clause.words.filter(({ word, isInName }) => MARK.test(word) && !isInName).map((mark) => pair(mark, clause, proof)),
  );
  const pairings = all.filter((list) => list.length > 1);
  known.set(proof, pairings);
  return pairings;
}

function pair(mark: PlacedWord, clause: ReadClause, { clauses }: Proof): Pairing[] {
  const behind = clauses.filter(({ section, start }) => section === clause.section && start >= clause.start);
  const told = behind.map((one) => one.figures.filter(({ start }) => start > mark.start));
  const size = told[0]?.length ?? 0;
  const left = clause.words.filter(({ start }) => start < mark.start);
  const first = clause.figures.find(({ start }) => start > mark.start)?.start ?? clause.end;
  const right = clause.words.filter(({ start }) => start > mark.start && start < first);
  const previous = clauses[clauses.indexOf(clause) - 1];
  if (size < 2) {
    const [items, values] = [listOf(left), listOf(clause.words.filter(({ start }) => start > mark.start))];
    if (items.length !== values.length) return [];
    return items.map((item, i) => ({ item: [item], values: [{ word: values[i] ?? "" }] }));
  }
  const lists = [left, previous?.section === clause.section ? previous.words : [], right];
  const listed = lists.map(listOf).find((list) => list.length >= size);
  const items = listed ? listed.slice(-size).map((item) => [item]) : deedsBefore(clause, told[0] ?? [], clauses);
  if (items.length !== size) return [];
  const rows = told.filter((figures) => figures.length === size);
  return items.map((item, i) => ({
    item,
    values: rows.flatMap((figures) => {
      const figure = figures[i];
      return figure ? [{ figure }] : [];
    }),
  }));
}

function firstOf(names: readonly string[], text: string): number {
  const places = names.map((name) => text.indexOf(name)).filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** 植入412名,验配1,936名;上年分别为286名和1,540名: what the clauses before with figures of the same kind tell, one each. */
function deedsBefore(
  clause: ReadClause,
  figures: ReadClause["figures"],
  clauses: readonly ReadClause[],
): (readonly string[])[] {
  const isAlike = (one: ReadClause, i: number) => one.figures.some(({ unit }) => unit === figures[i]?.unit);
  const earlier = clauses.filter((one) => one.end <= clause.start && isAlike(one, 0)).slice(-figures.length);
  if (!earlier.every(isAlike)) return [];
  return earlier.map((one) =>
    one.words
      .filter(({ weight, word }) => weight > 0.3 && word.length > 1)
      .map(({ word }) => word)
      .filter((word) => earlier.every((other) => other === one || !other.text.includes(word))),
  );
}

/**
 * What is joined in these words, each by as much as it is known by: of the first its end, of the last its beginning, since
 * what stands before the list and behind it belongs to all of them.
 */
function listOf(words: readonly PlacedWord[]): string[] {
  const parts: PlacedWord[][] = [[]];
  for (const word of words) {
    // A组|和 taken for one word that the dictionary does not know.
    const swallowed = word.tag === "x" ? /^(?<name>.+)[和与及]$/u.exec(word.word)?.groups?.name : undefined;
    if (swallowed !== undefined) parts.at(-1)?.push({ ...word, word: swallowed });
    if (JOINT.test(word.word) || swallowed !== undefined) parts.push([]);
    else if (/[\p{L}\p{N}]/u.test(word.word)) parts.at(-1)?.push(word);
  }
  if (parts.length < 2) return [];
  return parts.map((part, i) => core(part, i === parts.length - 1));
}

function core(part: readonly PlacedWord[], isLast: boolean): string {
  const whole = part.map(({ word }) => word).join("");
  if (whole.length <= CORE * 2) return whole;
  let text = "";
  for (const { word } of isLast ? part : part.toReversed()) {
    if (text.length >= CORE) break;
    text = isLast ? text + word : word + text;
  }
  return text;
}
