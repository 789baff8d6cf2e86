/**
 * What was current once, as a chain of states told backwards: each row says what has to be set to get from its state to the
 * one before. So a change of one article costs a row of one article, however large the corpus is.
 *
 *   state 3 ←─ undo of 4 ─ state 4 ←─ undo of 5 ─ state 5 = now
 *
 * Going back is a change like any other: the state after it is a new one with the contents of an old one.
 */
import type { Edition } from "../../core/edition-ports.js";
import type { Connection } from "./open-file.js";

/** Values to be set; null: there is none. Parts that are not named stay as they are. */
export interface Difference {
  /** Revisions by article id. */
  articles: Map<string, number | null>;
  /** Hashes by source. */
  files: Map<string, string | null>;
}

/** The chain of a database. Call it within a transaction. */
export interface EditionStates {
  /** Number of the current state; 0 before the first change. */
  current(): number;
  /** Begins a new state. @param undo leads from it to the one before. */
  push(undo: Difference): void;
  /** What leads from the current state to one of the chain. It may name values that are as they are now. */
  wayTo(state: number): Difference;
  /** Forgets what is only needed to get to states before this one. */
  forgetBefore(state: number): void;
}

/** Over an open connection, which stays the caller's to close. */
export function createEditionStates(connection: Connection): EditionStates {
  const current = connection.prepare<[], number>("SELECT coalesce(max(number), 0) FROM edition_states").pluck();
  const insert = connection.prepare("INSERT INTO edition_states (number, undo) VALUES (?, ?)");
  const after = connection
    .prepare<[number], string>("SELECT undo FROM edition_states WHERE number > ? ORDER BY number DESC")
    .pluck();
  // The row of that state stays: the newest one holds the number.
  const forget = connection.prepare("DELETE FROM edition_states WHERE number < ?");

  return {
    current: () => current.get() ?? 0,
    push: (undo) => void insert.run((current.get() ?? 0) + 1, writeDifference(undo)),
    wayTo(state) {
      const way: Difference = { articles: new Map(), files: new Map() };
      for (const undo of after.all(state)) {
        const { articles, files } = readDifference(undo);
        for (const [id, revision] of articles) way.articles.set(id, revision);
        for (const [source, hash] of files) way.files.set(source, hash);
      }
      return way;
    },
    forgetBefore: (state) => void forget.run(state),
  };
}

/** What leads from one edition to another. */
export function differenceBetween(from: Edition, to: Edition): Difference {
  const filesOf = ({ files }: Edition) => files.map(({ source, hash }): [string, string] => [source, hash]);
  return { articles: compare(from.articles, to.articles), files: compare(filesOf(from), filesOf(to)) };
}

/** Whether two lead to the same. Neither may name values that are as they are now. */
export function isSameDifference(one: Difference, other: Difference): boolean {
  return hasSameEntries(one.articles, other.articles) && hasSameEntries(one.files, other.files);
}

/** Whether it leads nowhere. */
export function isNoDifference({ articles, files }: Difference): boolean {
  return articles.size === 0 && files.size === 0;
}

function compare<Value>(
  from: readonly (readonly [string, Value])[],
  to: readonly (readonly [string, Value])[],
): Map<string, Value | null> {
  const left = new Map(from);
  const difference = new Map<string, Value | null>();
  for (const [name, value] of to) {
    if (left.get(name) !== value) difference.set(name, value);
    left.delete(name);
  }
  for (const name of left.keys()) difference.set(name, null);
  return difference;
}

function hasSameEntries(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && Array.from(one).every(([name, value]) => other.get(name) === value);
}

/** As it is stored. */
export function writeDifference({ articles, files }: Difference): string {
  return JSON.stringify({ articles: Array.from(articles), files: Array.from(files) });
}

function readDifference(text: string): { articles: [string, number | null][]; files: [string, string | null][] } {
  return JSON.parse(text) as ReturnType<typeof readDifference>;
}
