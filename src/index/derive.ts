/**
 * What of a serving generation the next one can keep. A small change costs a small segment; when too many small ones have
 * come together they are merged, and when a tenth has changed since the large one was built, all is built from nothing.
 */
import type { GenerationPlan } from "../core/index-ports.js";
import type { LoadedGeneration } from "./load-generation.js";
import type { Segment } from "./segment.js";

/** How the next generation comes about. */
export interface Derivation {
  /** Segments that it shares with the one before. */
  kept: readonly Segment[];
  /** Chunks of the segment to be built; may be none. */
  added: GenerationPlan["chunks"];
  /** Ids of chunks in `kept` that are not there any more. */
  removed: number[];
}

/** Small segments beside the large one; each costs a little time in every search. */
const MAX_SMALL = 8;
/** Share of all chunks that may have come or gone since the large segment was built. */
const MAX_CHANGED = 0.1;

/** @returns undefined when it is to be built from nothing. */
export function deriveFrom(serving: LoadedGeneration | undefined, plan: GenerationPlan): Derivation | undefined {
  const [large, ...small] = serving?.segments ?? [];
  if (!serving || !large || !isOfOneKind(serving, plan)) return undefined;
  const planned = plan.chunks.toSorted((one, other) => one.id - other.id);
  const fromLarge = compare([large], planned);
  if (fromLarge.added.length + fromLarge.removed.length > plan.chunks.length * MAX_CHANGED) return undefined;
  if (small.length >= MAX_SMALL) return fromLarge;
  // Segments share no chunk: what the large one holds is in no small one.
  const { added, removed } = compare(small, fromLarge.added);
  return { kept: serving.segments, added, removed: [...fromLarge.removed, ...removed] };
}

/** @param wanted chunks that are to be there, ascending by id, as those of a segment are: so one walk over both is enough. */
function compare(kept: readonly Segment[], wanted: GenerationPlan["chunks"]): Derivation {
  const isHeld = new Uint8Array(wanted.length);
  const removed: number[] = [];
  for (const { lexical } of kept) {
    let place = 0;
    for (const id of lexical.chunkIds) {
      while ((wanted[place]?.id ?? Number.POSITIVE_INFINITY) < id) place++;
      if (wanted[place]?.id === id) isHeld[place] = 1;
      else removed.push(id);
    }
  }
  return { kept, added: wanted.filter((_, i) => isHeld[i] === 0), removed };
}

function isOfOneKind({ manifest }: LoadedGeneration, plan: GenerationPlan): boolean {
  const { collection, fingerprint, dimensions } = manifest;
  return collection === plan.collection && fingerprint === plan.fingerprint && dimensions === plan.dimensions;
}
