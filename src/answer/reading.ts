/**
 * A claim or a sentence of proof as the checks read it: folded, cut into clauses, with its words, figures, times and
 * names. The same reading for both sides, so that what is compared was found in the same way.
 */
import { splitClauses } from "../text/clauses.js";
import { type Figure, findFigures } from "../text/figures.js";
import { findOrganisations } from "../text/organisations.js";
import { findPersons, type PersonMention } from "../text/persons.js";
import { findPlaces } from "../text/places.js";
import { type Cue, findCues } from "../text/sense-cues.js";
import type { Span } from "../text/sentences.js";
import { findTimes, type TimeExpression } from "../text/time-expressions.js";
import { tagWords } from "../text/tokens.js";
import { weightOf } from "./word-weight.js";

/** A word with its place in the reading's text. */
export interface PlacedWord {
  word: string;
  tag: string;
  start: number;
  /** Whether it stands inside a quoted name (“童伴计划”), where it is no verb and no cue. */
  isInName: boolean;
  /** What it counts in coverage: 0 for words that only hold a sentence together, else its rarity, up to 1. */
  weight: number;
}

/** One clause; places count from the beginning of the whole text. */
export interface ReadClause {
  text: string;
  start: number;
  end: number;
  section: number;
  words: PlacedWord[];
  figures: Figure[];
  times: TimeExpression[];
  cues: ReadonlySet<Cue>;
}

/** The whole text. */
export interface Reading {
  /** Folded. */
  text: string;
  clauses: ReadClause[];
  persons: PersonMention[];
  organisations: string[];
  places: string[];
  /** What stands between 《》 or “”, as long as it can be a name. */
  quoted: string[];
}

/** Longer quotations are speech, not names. */
const MAX_NAME = 40;

const QUOTED = /《([^《》]+)》|“([^“”,。;!?]{1,20})”|「([^「」,。;]{1,20})」|"([^",。;]{1,20})"/gu;

/** Names that other texts have shown to be such: persons, and what stood between quotation marks. */
export interface KnownNames {
  persons: ReadonlySet<string>;
  quoted: ReadonlySet<string>;
}

const NO_NAMES: KnownNames = { persons: new Set(), quoted: new Set() };

/**
 * Reads a folded text.
 * @param known names that are found wherever they stand. Costs about 0.1 ms for a sentence: read once, keep.
 */
export function readText(text: string, known: KnownNames = NO_NAMES): Reading {
  const times = findTimes(text);
  const titles = Array.from(
    text.matchAll(/《[^《》]*》/gu),
    ({ 0: { length }, index }) => [index, index + length] as const,
  );
  // 百万 in 《百万商家…》 counts nothing.
  const isInTitle = ({ start }: Span) => titles.some(([from, to]) => start > from && start < to);
  const figures = findFigures(text).filter(
    (figure) => !times.some((time) => figure.start < time.end && time.start < figure.end) && !isInTitle(figure),
  );
  const quoted = findQuoted(text);
  const names = Array.from(known.quoted).filter((name) => text.includes(name) && !quoted.includes(name));
  const named = [...quoted, ...names].flatMap((name) => spansOf(name, text));
  const words = placeWords(text, [...times, ...figures], named);
  const spans = splitClauses(text);
  const [ownWords, ownFigures, ownTimes] = [
    inClauses(words, spans),
    inClauses(figures, spans),
    inClauses(times, spans),
  ];
  const clauses = spans.map(({ start, end, section }, i): ReadClause => {
    const own = ownWords[i] ?? [];
    return {
      text: text.slice(start, end),
      start,
      end,
      section,
      words: own,
      figures: ownFigures[i] ?? [],
      times: ownTimes[i] ?? [],
      cues: findCues(own.map((word) => (word.isInName ? { ...word, word: "" } : word))),
    };
  });
  return {
    text,
    clauses,
    persons: findPersons(text, known.persons),
    organisations: findOrganisations(text),
    places: findPlaces(text).filter((place) => isWholeWord(place, text, words)),
    quoted: [...quoted, ...names],
  };
}

/** What begins in each of the clauses. Both lists are in order, so each of them is gone through once. */
function inClauses<Placed extends { start: number }>(all: readonly Placed[], clauses: readonly Span[]): Placed[][] {
  let next = 0;
  return clauses.map(({ start, end }) => {
    const own: Placed[] = [];
    for (let one = all[next]; one && one.start < end; one = all[++next]) if (one.start >= start) own.push(one);
    return own;
  });
}

/** What stands between quotation marks in a folded text and may be a name; each once, however often it is quoted. */
export function findQuoted(text: string): string[] {
  const quoted = Array.from(text.matchAll(QUOTED), (match) => match.slice(1).find((one) => one !== undefined) ?? "");
  return Array.from(new Set(quoted)).filter((name) => name.length <= MAX_NAME);
}

/** Words inside a figure or a time are compared as such, and weigh nothing as words; no word goes across their ends. */
function placeWords(text: string, counted: readonly Span[], names: readonly Span[]): PlacedWord[] {
  const inside = [...counted, ...names].flatMap(({ start, end }) => [start, end]);
  const cuts = Array.from(new Set([0, ...inside, text.length])).toSorted((a, b) => a - b);
  const [holdsCounted, holdsName] = [coverOf(counted), coverOf(names)];
  return cuts.slice(0, -1).flatMap((from, i) => {
    const isCounted = holdsCounted(from);
    const isInName = holdsName(from);
    let at = from;
    return tagWords(text.slice(from, cuts[i + 1])).map(({ word, tag }) => {
      const start = at;
      at += word.length;
      return { word, tag, start, isInName, weight: isCounted ? 0 : weightOf(word, tag) };
    });
  });
}

/** Whether a place is inside one of the spans; to be asked from the first place to the last, so that each is met once. */
function coverOf(spans: readonly Span[]): (place: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  return (place) => {
    for (let span = sorted[next]; span && span.start <= place; span = sorted[++next]) end = Math.max(end, span.end);
    return place < end;
  };
}

function spansOf(name: string, text: string): Span[] {
  const spans: Span[] = [];
  if (name === "") return spans;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    spans.push({ start: at, end: at + name.length });
  }
  return spans;
}

/** 模|式以 is no place: one begins where a word begins. */
function isWholeWord(place: string, text: string, words: readonly PlacedWord[]): boolean {
  const start = text.indexOf(place);
  const end = start + place.length;
  return (
    words.some((one) => one.start === start) &&
    words.some(
      (one) => one.start + one.word.length === end || (one.start === start && one.word.length === place.length + 1),
    )
  );
}
