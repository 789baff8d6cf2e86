/**
 * Which chunks of an article's former revision still stand in its new text: those whose sentences all follow each other
 * there word for word. When text was moved, the longest sequence that keeps its order is taken.
 */

/** A run of sentences by their ordinals, both included. */
export interface Run {
  first: number;
  last: number;
}

/** How an article was cut: its sentences' words, and its chunks in reading order. */
export interface ChunkLayout {
  sentences: readonly string[];
  chunks: readonly Run[];
}

/** A chunk that still stands: where it is now, where it was, and its position among the former chunks. */
export interface KeptRun extends Run {
  was: Run;
  index: number;
}

/** A sentence that stands more often than this is no landmark: only its expected place is looked at. */
const MOST_PLACES = 64;

/**
 * Chunks of `previous` that stand in `sentences`, in order, sharing at most one sentence with the next.
 * @param sentences words of the new revision's sentences.
 */
export function findKeptRuns(previous: ChunkLayout, sentences: readonly string[]): KeptRun[] {
  const places = new Map<string, number[]>();
  for (const [i, words] of sentences.entries()) {
    const known = places.get(words);
    if (known) known.push(i);
    else places.set(words, [i]);
  }
  const found: KeptRun[] = [];
  let shift = 0;
  for (const [index, was] of previous.chunks.entries()) {
    const words = previous.sentences.slice(was.first, was.last + 1);
    if (words.length !== was.last - was.first + 1) continue; // a layout of another text
    const first = findRun(words, sentences, places, was.first + shift);
    if (first === undefined) continue;
    shift = first - was.first;
    found.push({ first, last: first + was.last - was.first, was, index });
  }
  const inOrder: KeptRun[] = [];
  for (const run of longestAscending(found)) {
    const last = inOrder.at(-1);
    if (!last || (run.first >= last.last && run.last > last.last)) inOrder.push(run);
  }
  return inOrder;
}

/** The place nearest to the expected one where these words stand in a row. */
function findRun(
  words: readonly string[],
  sentences: readonly string[],
  places: ReadonlyMap<string, number[]>,
  expected: number,
): number | undefined {
  const standsAt = (place: number) => words.every((sentence, i) => sentences[place + i] === sentence);
  if (standsAt(expected)) return expected;
  const candidates = places.get(words[0] ?? "") ?? [];
  if (candidates.length > MOST_PLACES) return undefined;
  const fitting = candidates.filter(standsAt);
  return fitting.toSorted((a, b) => Math.abs(a - expected) - Math.abs(b - expected))[0];
}

/** The longest subsequence whose first sentences ascend. Patience sorting: n log n. */
function longestAscending(runs: readonly KeptRun[]): KeptRun[] {
  const piles: KeptRun[] = [];
  const before = new Map<KeptRun, KeptRun | undefined>();
  for (const run of runs) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.first ?? 0) < run.first) low = middle + 1;
      else high = middle;
    }
    before.set(run, piles[low - 1]);
    piles[low] = run;
  }
  const sequence: KeptRun[] = [];
  for (let run = piles.at(-1); run; run = before.get(run)) sequence.push(run);
  return sequence.toReversed();
}
