/**
 * Which stored articles a new one may repeat: the same text, a newer version of a known article, or nearly the same
 * text under another title. It compares with all stored texts, word by word and without an index, which takes a tenth
 * of a second for 2,500; whether a duplicate is wanted is for an admin to say.
 */
import type { ArticleStore } from "../core/ports.js";
import type { ArticleDraft } from "../core/types.js";
import { foldText } from "../text/normalize.js";
import { identify } from "./plan.js";
import { shinglesOf } from "./shingles.js";
import { createTurns } from "./turns.js";

/**
 * `exact`: the texts differ in blanks, punctuation and spelling variants at most. `newVersion`: the same source and
 * title, or the same or nearly the same title and a text that has much in common. `nearText`: nearly the same text.
 */
export type DuplicateKind = "exact" | "newVersion" | "nearText";

/** A stored article that a draft may repeat. */
export interface Duplicate {
  kind: DuplicateKind;
  /** Index of the draft. */
  draft: number;
  articleId: string;
  source: string;
  title: string;
  /** Share of the shorter text that is in the longer one: 0 to 1. */
  overlap: number;
}

/**
 * Measured on the shipped articles: unrelated ones share up to 0.01, one that quotes a paragraph of another 0.19; with
 * every tenth character replaced it is 0.46, with half of the text new 0.42, with every fifth sentence new 0.94.
 */
const NEAR_OVERLAP = 0.35;
/** The same title twice is a series unless this much of the text is the same; a similar title needs more. */
const SAME_TITLE_OVERLAP = 0.1;
const LIKE_TITLE_OVERLAP = 0.25;
const LIKE_TITLE = 0.8;
/** Runs; shorter texts are no evidence. */
const LEAST_RUNS = 30;
/** Shown for one draft. */
const MOST = 3;

interface Draft {
  id: string;
  title: string;
  runs: Int32Array;
  distinct: Set<number>;
}

/**
 * Looks for every draft through all stored articles.
 * @returns the likeliest first, at most three for one draft.
 */
export async function findDuplicates(
  drafts: readonly Pick<ArticleDraft, "source" | "title" | "text">[],
  store: Pick<ArticleStore, "listTexts">,
): Promise<Duplicate[]> {
  const turns = createTurns();
  const asked: Draft[] = [];
  for (const { id, draft } of identify(drafts)) {
    const runs = shinglesOf(draft.text);
    asked.push({ id, title: foldTitle(draft.title), runs, distinct: new Set(runs) });
    await turns();
  }
  const owners = ownersOf(asked);
  const found: Duplicate[] = [];
  for (const [article, { id, source, title, text }] of store.listTexts().entries()) {
    await turns();
    const runs = shinglesOf(text);
    const common = countCommon(runs, owners, asked.length, article);
    const known = { id, title: foldTitle(title), runs };
    for (const [draft, own] of asked.entries()) {
      const least = own.title === known.title ? SAME_TITLE_OVERLAP : LIKE_TITLE_OVERLAP;
      const isWorthIt = (common[draft] ?? 0) >= Math.min(runs.length, own.distinct.size) * least;
      if (!isWorthIt && own.id !== id) continue;
      const likeness = compare(own, known);
      if (likeness) found.push({ ...likeness, draft, articleId: id, source, title });
    }
  }
  return asked.flatMap((_, draft) =>
    found
      .filter((duplicate) => duplicate.draft === draft)
      .toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || b.overlap - a.overlap)
      .slice(0, MOST),
  );
}

const RANK: Record<DuplicateKind, number> = { exact: 0, newVersion: 1, nearText: 2 };

/** Which drafts hold a run. `isPossible` tells most others off without a look into the map. */
interface Owners {
  isPossible: Uint8Array;
  byRun: Map<number, { drafts: number[]; seenIn: number }>;
}

const FILTER_MASK = 0xf_ffff;

function ownersOf(asked: readonly Draft[]): Owners {
  const owners: Owners = { isPossible: new Uint8Array(FILTER_MASK + 1), byRun: new Map() };
  for (const [i, { distinct }] of asked.entries()) {
    for (const run of distinct) {
      owners.isPossible[run & FILTER_MASK] = 1;
      const owner = owners.byRun.get(run);
      if (owner) owner.drafts.push(i);
      else owners.byRun.set(run, { drafts: [i], seenIn: -1 });
    }
  }
  return owners;
}

/** How many different runs each draft has in common with the article of this number. */
function countCommon(runs: Int32Array, { isPossible, byRun }: Owners, howMany: number, article: number): number[] {
  const common = Array.from({ length: howMany }, () => 0);
  for (const run of runs) {
    if (isPossible[run & FILTER_MASK] === 0) continue;
    const owner = byRun.get(run);
    if (!owner || owner.seenIn === article) continue;
    owner.seenIn = article;
    for (const draft of owner.drafts) common[draft] = (common[draft] ?? 0) + 1;
  }
  return common;
}

function compare(
  own: Draft,
  known: { id: string; title: string; runs: Int32Array },
): Pick<Duplicate, "kind" | "overlap"> | undefined {
  const distinct = new Set(known.runs);
  let shared = 0;
  for (const run of distinct) if (own.distinct.has(run)) shared++;
  const shorter = Math.min(distinct.size, own.distinct.size);
  const overlap = shared / Math.max(1, shorter);
  const shown = Math.round(overlap * 100) / 100;
  if (shorter > 0 && isEqual(own.runs, known.runs)) return { kind: "exact", overlap: shown };
  const isNewVersion =
    own.id === known.id ||
    (own.title === known.title && overlap >= SAME_TITLE_OVERLAP) ||
    (overlap >= LIKE_TITLE_OVERLAP && likenessOf(own.title, known.title) >= LIKE_TITLE);
  if (isNewVersion) return { kind: "newVersion", overlap: shown };
  return overlap >= NEAR_OVERLAP && shorter >= LEAST_RUNS ? { kind: "nearText", overlap: shown } : undefined;
}

function isEqual(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((run, i) => run === b[i]);
}

function foldTitle(title: string): string {
  return foldText(title).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Share of the pairs of neighbouring characters that two titles have in common (Dice). */
function likenessOf(a: string, b: string): number {
  const pairsOf = (title: string) =>
    Array.from({ length: Math.max(0, title.length - 1) }, (_, i) => title.slice(i, i + 2));
  const rest = pairsOf(b);
  const total = rest.length + Math.max(0, a.length - 1);
  let shared = 0;
  for (const pair of pairsOf(a)) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return total === 0 ? 0 : (2 * shared) / total;
}
