/**
 * How much of a question stands close together in a chunk. BM25 does not see places: a chunk that names the county
 * in one paragraph and the number of households of another county in the next scores like the one that answers. So
 * the best chunks are read once more, through a window of about a sentence:
 *
 *   units   … 青 龙 县 的 板 栗 产 量 很 大 。  去 年 孵 化 了 电 商 从 业 者 339 名 …
 *   window          └──────────── nearWindow units ────────────┘ →
 *
 * The title belongs to every window: a headline says whom all sentences below are about. What counts is the rarity of the question's characters, pairs and Latin terms that stand in the fullest window, as
 * a share of the rarity of all of them that the index knows.
 */

/** Rarities are added and taken away again as whole numbers of this fineness, so that no rounding piles up. */
const FINENESS = 2 ** 20;

/** One character, Latin term (`second` absent) or pair of neighbouring units, by slot, and what it is worth. */
export interface ProbeTerm {
  first: number;
  second?: number;
  /** Idf times the weight of its kind, above 0. */
  worth: number;
}

/** Measures many chunks for one question. */
export interface NearnessProbe {
  /**
   * 0 (none of the question) to 1 (all of it in one window) for a chunk whose title is the units from `start`, and
   * its text those from `textStart` to before `end`.
   */
  measure(start: number, textStart: number, end: number): number;
}

/** Makes a question ready to be looked for; the probe before it must not be used any more. */
export type PrepareProbe = (terms: readonly ProbeTerm[]) => NearnessProbe;

/**
 * @param units slots of all chunks, one after another (see `bm25-file`)
 * @param slotCount one more than the highest slot
 * @param window length in units, at least 1
 */
export function createNearness(units: Uint32Array, slotCount: number, window: number): PrepareProbe {
  /** For each slot the number of the question's unit that it is, from 1; 0 for the units that are not asked for. */
  const marks = new Uint16Array(slotCount);
  let marked: number[] = [];

  return (terms) => {
    for (const slot of marked) marks[slot] = 0;
    marked = [...new Set(terms.flatMap(({ first, second }) => (second === undefined ? [first] : [first, second])))];
    marked.forEach((slot, i) => {
      marks[slot] = i + 1;
    });
    const worth = terms.map((term) => Math.max(1, Math.round(term.worth * FINENESS)));
    const whole = worth.reduce((sum, value) => sum + value, 0);
    /** Terms by the marks of their units: a single one by its own, a pair by first × base + second. */
    const base = marked.length + 1;
    const termOf = new Map(
      terms.map(({ first, second }, i) => [
        second === undefined ? (marks[first] ?? 0) : (marks[first] ?? 0) * base + (marks[second] ?? 0),
        i,
      ]),
    );
    const inside = new Int32Array(terms.length);

    /** Places and terms of all occurrences, in order of their ends. */
    function findOccurrences(start: number, end: number): { places: number[]; found: number[] } {
      const places: number[] = [];
      const found: number[] = [];
      let before = 0;
      for (let place = start; place < end; place++) {
        const mark = marks[units[place] ?? 0] ?? 0;
        if (mark > 0) {
          for (const key of before > 0 ? [mark, before * base + mark] : [mark]) {
            const term = termOf.get(key);
            if (term === undefined) continue;
            places.push(place);
            found.push(term);
          }
        }
        before = mark;
      }
      return { places, found };
    }

    function measure(start: number, textStart: number, end: number): number {
      if (whole === 0) return 0;
      inside.fill(0);
      let sum = 0;
      for (const term of findOccurrences(start, textStart).found) {
        if (inside[term] === 0) sum += worth[term] ?? 0;
        inside[term] = 1;
      }
      let best = sum;
      const { places, found } = findOccurrences(textStart, end);
      let oldest = 0;
      for (let newest = 0; newest < found.length; newest++) {
        for (; (places[oldest] ?? 0) <= (places[newest] ?? 0) - window; oldest++) {
          const leaving = found[oldest] ?? 0;
          inside[leaving] = (inside[leaving] ?? 0) - 1;
          if (inside[leaving] === 0) sum -= worth[leaving] ?? 0;
        }
        const entering = found[newest] ?? 0;
        if (inside[entering] === 0) sum += worth[entering] ?? 0;
        inside[entering] = (inside[entering] ?? 0) + 1;
        if (sum > best) best = sum;
      }
      return best / whole;
    }

    return { measure };
  };
}
