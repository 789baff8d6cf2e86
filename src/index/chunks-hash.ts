/**
 * One hash over ids and contents of all chunks, whatever their order: what a manifest says about what its generation holds.
 * The contents count since ids begin at 1 again when the database is made anew. It is asked for in every run of ingest, and
 * one article more changes a few chunks of many thousands: so the text that is hashed is kept, cut by ids, and only the
 * cuts that changed are written out again.
 */
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { GenerationPlan } from "../core/index-ports.js";

type Chunks = GenerationPlan["chunks"];

/** Hashes lists of chunks. */
export type ChunksHash = (chunks: Chunks) => Promise<string>;

/** Ids in a cut; others have their turn between two that were written out. */
const CUT = 4096;

/** The chunks of one cut, ascending, and `id:hash` of each on a line. */
interface Cut {
  chunks: Chunks;
  text: Buffer;
}

/** Nothing is known at first. */
export function createChunksHash(): ChunksHash {
  let known = new Map<number, Cut>();
  /** A plan's list is asked for more than once in a run, and never changed. */
  const hashed = new WeakMap<Chunks, Promise<string>>();

  async function compute(chunks: Chunks): Promise<string> {
    const hash = createHash("sha256");
    const cuts = new Map<number, Cut>();
    for (const [number, some] of cutByIds(chunks)) {
      const before = known.get(number);
      const isKnown = before !== undefined && isSame(before.chunks, some);
      const cut = isKnown ? before : { chunks: some, text: write(some) };
      cuts.set(number, cut);
      hash.update(cut.text);
      if (!isKnown) await setImmediate();
    }
    known = cuts;
    return hash.digest("hex");
  }

  return (chunks) => {
    const hash = hashed.get(chunks) ?? compute(chunks);
    hashed.set(chunks, hash);
    return hash;
  };
}

/** The chunks, ascending, by the number of their cut. */
function cutByIds(chunks: Chunks): Map<number, Chunks[number][]> {
  const cuts = new Map<number, Chunks[number][]>();
  for (const chunk of chunks.toSorted((one, other) => one.id - other.id)) {
    const number = Math.floor(chunk.id / CUT);
    const cut = cuts.get(number);
    if (cut) cut.push(chunk);
    else cuts.set(number, [chunk]);
  }
  return cuts;
}

function write(chunks: Chunks): Buffer {
  return Buffer.from(chunks.map(({ id, hash }) => `${id}:${hash}\n`).join(""));
}

/** Objects that were read once are mostly the very same. */
function isSame(before: Chunks, now: Chunks): boolean {
  const isEqual = (one: Chunks[number], other: Chunks[number] | undefined) =>
    one === other || (one.id === other?.id && one.hash === other.hash);
  return before.length === now.length && before.every((chunk, i) => isEqual(chunk, now[i]));
}
