/** Passages that were found for several questions as one list: each once, the better score counts. */
import type { Passage } from "../core/types.js";

/** Best first. */
export function mergePassages(searched: readonly { passages: readonly Passage[] }[]): Passage[] {
  const merged = new Map<number, Passage>();
  for (const passage of searched.flatMap(({ passages }) => passages)) {
    const known = merged.get(passage.chunkId);
    if (!known || known.score < passage.score) merged.set(passage.chunkId, passage);
  }
  return Array.from(merged.values()).toSorted((a, b) => b.score - a.score || a.chunkId - b.chunkId);
}
