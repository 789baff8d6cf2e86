/**
 * A term's name inside the index: 64 bits of hash, as two unsigned 32-bit halves that are made independently. No
 * string is stored, so loading an index is reading its file. Two of a million terms share a name once in thirty
 * million indexes; the cost would be one wrong count.
 */

/** Both halves of a term's hash, unsigned. */
export interface TermHash {
  low: number;
  high: number;
}

/** Hash of a term. Part of the file's format: a change needs a new `BM25_VERSION`. */
export function hashTerm(term: string): TermHash {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < term.length; i++) {
    const unit = term.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high = (high << 13) | (high >>> 19);
  }
  return { low: finish(low ^ term.length), high: finish(high + 0x9e3779b9) };
}

/** Spreads every bit of the input over the whole word; the table takes its slot from the lowest bits. */
function finish(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b);
  return (bits ^ (bits >>> 16)) >>> 0;
}
