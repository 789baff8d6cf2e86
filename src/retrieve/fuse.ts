/**
 * Joins the hits of word search and of vector search into one list. Raw scores of two kinds are never added: each
 * list is first brought to 0–1 by itself, then weighted. The weights belong to the embedding model's profile, since a
 * weak list fused with equal weight makes a strong one much worse.
 */
import type { FusionWeights, Hit } from "../core/ports.js";

/**
 * Fuses two lists, each best first.
 * A score counts in proportion to the best of its list; similarities below 0 count as 0. A chunk that a list does not
 * hold gets 0 from it.
 * @param weights at least one above 0.
 * @returns best first, scores 0 to 1, ties by the lower chunk id.
 */
export function fuseHits(lexical: readonly Hit[], vector: readonly Hit[], weights: FusionWeights): Hit[] {
  const fused = new Map<number, number>();
  const addList = (hits: readonly Hit[], weight: number) => {
    const best = hits[0]?.score ?? 0;
    for (const { chunkId, score } of hits) {
      fused.set(chunkId, (fused.get(chunkId) ?? 0) + (best > 0 ? weight * Math.max(0, score / best) : 0));
    }
  };
  addList(lexical, weights.lexical);
  addList(vector, weights.vector);

  const total = weights.lexical + weights.vector;
  return Array.from(fused, ([chunkId, score]) => ({ chunkId, score: score / total })).toSorted(
    (a, b) => b.score - a.score || a.chunkId - b.chunkId,
  );
}
