/**
 * One file of the word index (`bm25-file`), searched for terms whose worth was decided over all files together. Works on
 * the bytes as they are. Scores by BM25 first, then looks at the best once more for nearness.
 *
 *   score = Σ worth(term) · (k1 + 1) · tf / (k1 + tf)   ×   (nearFloor + share in the best window)
 */
import type { Hit } from "../core/index-ports.js";
import { pickBest } from "./best-chunks.js";
import { IMPACT_SCALE, openBm25File } from "./bm25-file.js";
import { type Bm25Settings, isUnit, kindOf } from "./bm25-settings.js";
import { createNearness, type ProbeTerm } from "./nearness.js";
import { hashTerm } from "./term-hash.js";

/** A term and what it counts: idf times the weights of its kind. */
export interface WorthyTerm {
  term: string;
  /** Above 0. */
  worth: number;
}

/** A file that is open. */
export interface Bm25Segment {
  readonly settings: Bm25Settings;
  /** Ascending. */
  readonly chunkIds: Uint32Array;
  /** Units of a chunk's text on the average, at least 1. */
  readonly averageLength: number;
  /** How many chunks hold an index term. */
  documentFrequency(term: string): number;
  /**
   * Its best chunks, best first.
   * @param asked terms of the question: they are looked for once more for nearness.
   * @param related terms that the question may mean.
   * @param removed chunk ids that are not there any more.
   */
  search(
    asked: readonly WorthyTerm[],
    related: readonly WorthyTerm[],
    topK: number,
    removed: ReadonlySet<number>,
  ): Hit[];
}

/**
 * Opens the bytes of a file made by `createBm25Builder`. The buffer stays in use: do not change it.
 * @throws AppError INDEX_INVALID when the bytes are no such file.
 */
export function openBm25Segment(buffer: ArrayBuffer): Bm25Segment {
  const sections = openBm25File(buffer);
  const { settings, chunkIds, unitStart, textStart, units, postingStart, postingChunk, postingImpact } = sections;
  const size = chunkIds.length;
  const scores = new Float32Array(size);
  const prepareProbe = createNearness(units, sections.hashLow.length, settings.nearWindow);

  /** Slot of a term, or of the empty place where it would be. */
  function slotOf(term: string): number {
    const { low, high } = hashTerm(term);
    const mask = sections.hashLow.length - 1;
    let slot = low & mask;
    while (frequencyAt(slot) > 0 && (sections.hashLow[slot] !== low || sections.hashHigh[slot] !== high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function frequencyAt(slot: number): number {
    return (postingStart[slot + 1] ?? 0) - (postingStart[slot] ?? 0);
  }

  function addScores({ term, worth }: WorthyTerm): void {
    const slot = slotOf(term);
    const factor = (worth * (settings.k1 + 1)) / IMPACT_SCALE;
    const end = postingStart[slot + 1] ?? 0;
    for (let i = postingStart[slot] ?? 0; i < end; i++) {
      const chunk = postingChunk[i] ?? 0;
      scores[chunk] = (scores[chunk] ?? 0) + factor * (postingImpact[i] ?? 0);
    }
  }

  function probeTerm({ term, worth }: WorthyTerm): ProbeTerm[] {
    if (isUnit(term)) return [{ first: slotOf(term), worth }];
    if (kindOf(term) !== "pair") return [];
    const [first = "", second = ""] = Array.from(term);
    return [{ first: slotOf(first), second: slotOf(second), worth }];
  }

  const isLive = (removed: ReadonlySet<number>) => (ordinal: number) => !removed.has(chunkIds[ordinal] ?? 0);

  return {
    settings,
    chunkIds,
    averageLength: averageOf(unitStart, textStart),
    documentFrequency: (term) => frequencyAt(slotOf(term)),
    search(asked, related, topK, removed) {
      if (size === 0) return [];
      scores.fill(0);
      for (const term of asked) addScores(term);
      for (const term of related) addScores(term);
      const probe = prepareProbe(asked.flatMap(probeTerm));
      // As many more as may fall away: what was removed still has its scores here.
      const pool = Math.min(size, Math.max(topK, settings.nearPool) + removed.size);
      return pickBest(scores, pool)
        .filter(isLive(removed))
        .map((ordinal) => {
          const near = probe.measure(unitStart[ordinal] ?? 0, textStart[ordinal] ?? 0, unitStart[ordinal + 1] ?? 0);
          return { chunkId: chunkIds[ordinal] ?? 0, score: (scores[ordinal] ?? 0) * (settings.nearFloor + near) };
        });
    },
  };
}

function averageOf(unitStart: Uint32Array, textStart: Uint32Array): number {
  let units = 0;
  textStart.forEach((start, ordinal) => {
    units += (unitStart[ordinal + 1] ?? 0) - start;
  });
  return Math.max(1, units / Math.max(1, textStart.length));
}
