/**
 * What of a serving generation the next one can keep. A small change costs a small segment; when too many small ones have
 * come together they are merged, and when a tenth has changed since the large one was built, all is built from nothing.
 */
import type { GenerationPlan } from "../core/index-ports.js";
import type { LoadedGeneration } from "./load-generation.js";
import { holdsChunk, type Segment } from "./segment.js";

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
  const planned = new Set(plan.chunks.map(({ id }) => id));
  const fromLarge = compare([large], plan.chunks, planned);
  if (fromLarge.added.length + fromLarge.removed.length > plan.chunks.length * MAX_CHANGED) return undefined;
  if (small.length >= MAX_SMALL) return fromLarge;
  // The small ones hold some of what the large one does not: only that is looked for in them.
  const { added, removed } = compare(small, fromLarge.added, planned);
  return { kept: serving.segments, added, removed: [...fromLarge.removed, ...removed] };
}

/** @param wanted those of the planned chunks that these segments may hold. */
function compare(kept: readonly Segment[], wanted: GenerationPlan["chunks"], planned: ReadonlySet<number>): Derivation {
  return {
    kept,
    added: wanted.filter(({ id }) => !kept.some((segment) => holdsChunk(segment, id))),
    removed: kept.flatMap(({ lexical }) => Array.from(lexical.chunkIds.filter((id) => !planned.has(id)))),
  };
}

function isOfOneKind({ manifest }: LoadedGeneration, plan: GenerationPlan): boolean {
  const { collection, fingerprint, dimensions } = manifest;
  return collection === plan.collection && fingerprint === plan.fingerprint && dimensions === plan.dimensions;
}
