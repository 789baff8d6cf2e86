/**
 * The growing dictionary of a build: a term's hash to its ordinal in order of first appearance. Open addressing on
 * typed arrays, since a map of a million strings costs ten times the memory; doubled when two thirds full.
 */
import { createGrowingUint32 } from "./growing.js";
import { hashTerm, type TermHash } from "./term-hash.js";

/** Most of the slots that may be taken before a table is doubled. */
const FULL = 0.66;

/** Ordinals of the terms seen so far. */
export interface TermTable {
  readonly size: number;
  /** The term's ordinal, from 0; a term not seen before gets the next one. */
  ordinalOf(term: string): number;
  /** A table as it is stored: for each slot the ordinal of its term plus one, 0 when it is empty. */
  finish(): { slots: Uint32Array; hashOf: (ordinal: number) => TermHash };
}

/** An empty table. */
export function createTermTable(): TermTable {
  const low = createGrowingUint32();
  const high = createGrowingUint32();
  let slots = new Uint32Array(1 << 10);

  /** The slot of a hash, or the empty one where it belongs. */
  function find(table: Uint32Array, lowHalf: number, highHalf: number): number {
    let slot = lowHalf & (table.length - 1);
    for (;;) {
      const taken = table[slot] ?? 0;
      if (taken === 0 || (low.at(taken - 1) === lowHalf && high.at(taken - 1) === highHalf)) return slot;
      slot = (slot + 1) & (table.length - 1);
    }
  }

  function grow(): void {
    const larger = new Uint32Array(slots.length * 2);
    for (let ordinal = 0; ordinal < low.length; ordinal++) {
      larger[find(larger, low.at(ordinal), high.at(ordinal))] = ordinal + 1;
    }
    slots = larger;
  }

  return {
    get size() {
      return low.length;
    },
    ordinalOf(term) {
      const hash = hashTerm(term);
      const slot = find(slots, hash.low, hash.high);
      const taken = slots[slot] ?? 0;
      if (taken > 0) return taken - 1;
      low.push(hash.low);
      high.push(hash.high);
      slots[slot] = low.length;
      if (low.length > slots.length * FULL) grow();
      return low.length - 1;
    },
    finish: () => ({ slots, hashOf: (ordinal) => ({ low: low.at(ordinal), high: high.at(ordinal) }) }),
  };
}
