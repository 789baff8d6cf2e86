/**
 * Gaps in the knowledge: questions without an answer that helped, those that ask the same together, most frequent first.
 * Looks things up and counts; how a gap is shown is the view's business. Grouping ten thousand questions takes about a
 * second, so it is done again only when there is something new.
 */
import { createHash } from "node:crypto";
import type { GapStore, UnhelpedQuestion } from "../core/gap-ports.js";
import { groupKeys, questionKey } from "../text/question-groups.js";

/** Older questions are not looked at once there are so many. */
const MAX_QUESTIONS = 10_000;

/** Questions that ask the same. Times are milliseconds since the epoch. */
export interface Gap {
  /** 12 characters; the same as long as somebody has asked in the words of the most frequent wording. */
  id: string;
  /** Normalised, as it is ignored. */
  key: string;
  /** As it was asked last in the most frequent wording. */
  question: string;
  /** Other wordings, most frequent first. */
  others: string[];
  times: number;
  refused: number;
  disliked: number;
  /** How many wait to be told. */
  waiting: number;
  first: number;
  last: number;
}

/** Finds gaps. */
export interface GapLookup {
  /** Most frequent first, then the latest. */
  list(): readonly Gap[];
  /** Undefined when it is none any more. */
  find(id: string): Gap | undefined;
}

/** The lookup; what it knows is as old as the last question without help. */
export function createGapLookup({ gaps }: { gaps: Pick<GapStore, "listUnhelped" | "listIgnored"> }): GapLookup {
  let kept: { stamp: string; gaps: readonly Gap[] } | undefined;

  function list(): readonly Gap[] {
    const unhelped = gaps.listUnhelped(MAX_QUESTIONS);
    const ignored = gaps.listIgnored();
    const stamp = stampOf(unhelped, ignored);
    if (kept?.stamp !== stamp) kept = { stamp, gaps: groupGaps(unhelped, ignored) };
    return kept.gaps;
  }

  return { list, find: (id) => list().find((gap) => gap.id === id) };
}

/** @param unhelped newest first. @param ignored normalised; what is near one of them is ignored as well. */
export function groupGaps(unhelped: readonly UnhelpedQuestion[], ignored: readonly string[]): Gap[] {
  const wordings = new Map<string, UnhelpedQuestion[]>();
  for (const asked of unhelped) {
    const key = questionKey(asked.question);
    const known = wordings.get(key);
    if (known) known.push(asked);
    else wordings.set(key, [asked]);
  }
  const frequent = Array.from(wordings).toSorted(([a, one], [b, other]) => other.length - one.length || order(a, b));
  const isIgnored = new Set(ignored);
  const leaderOf = groupKeys(Array.from(new Set([...ignored, ...frequent.map(([key]) => key)])));
  const groups = new Map<string, UnhelpedQuestion[][]>();
  for (const [key, asked] of frequent) {
    const leader = leaderOf.get(key) ?? key;
    if (!isIgnored.has(leader)) groups.set(leader, [...(groups.get(leader) ?? []), asked]);
  }
  return Array.from(groups, ([key, asked]) => gapOf(key, asked)).toSorted(
    (a, b) => b.times - a.times || b.last - a.last || order(a.key, b.key),
  );
}

function gapOf(key: string, wordings: readonly UnhelpedQuestion[][]): Gap {
  const asked = wordings.flat();
  const [question = key, ...others] = wordings.map(([latest]) => latest?.question ?? "");
  const count = (holds: (one: UnhelpedQuestion) => boolean) => asked.filter((one) => holds(one)).length;
  const times = asked.map(({ at }) => at).toSorted((a, b) => a - b);
  return {
    id: createHash("sha256").update(key).digest("base64url").slice(0, 12),
    key,
    question,
    others,
    times: asked.length,
    refused: count(({ isRefused }) => isRefused),
    disliked: count(({ isDisliked }) => isDisliked),
    waiting: asked.reduce((sum, { waiting }) => sum + waiting, 0),
    first: times[0] ?? 0,
    last: times.at(-1) ?? 0,
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function stampOf(unhelped: readonly UnhelpedQuestion[], ignored: readonly string[]): string {
  const hash = createHash("sha256");
  for (const { question, at, isRefused, isDisliked, waiting } of unhelped) {
    hash.update(`${at} ${isRefused} ${isDisliked} ${waiting} ${question}\n`);
  }
  return hash.update(ignored.join("\n")).digest("base64");
}
