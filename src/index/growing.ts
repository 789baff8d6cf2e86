/**
 * Typed arrays that grow, in blocks: what a build collects before it knows how much there will be. No block is ever
 * copied, so the peak stays at what is stored plus one block.
 */

const BLOCK = 1 << 18;

/** Unsigned 32-bit numbers in order of arrival. */
export interface GrowingUint32 {
  readonly length: number;
  push(value: number): void;
  /** The number at an index below `length`. */
  at(index: number): number;
}

/** An empty one. */
export function createGrowingUint32(): GrowingUint32 {
  const blocks: Uint32Array[] = [];
  let length = 0;
  let last = new Uint32Array(0);
  return {
    get length() {
      return length;
    },
    push(value) {
      const place = length & (BLOCK - 1);
      if (place === 0) {
        last = new Uint32Array(BLOCK);
        blocks.push(last);
      }
      last[place] = value;
      length++;
    },
    at: (index) => blocks[index >>> 18]?.[index & (BLOCK - 1)] ?? 0,
  };
}
