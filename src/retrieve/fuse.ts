/**
 * Joins the hits of word search and of vector search into one list. Raw scores of two kinds are never added: each
 * list is first brought to 0–1 by itself, then weighted. The weights belong to the embedding model's profile, since a
 * weak list fused with equal weight makes a strong one much worse.
 */
import type { FusionWeights, Hit } from "../core/ports.js";

/**
 * Fuses two lists, each best first.
 * A lexical score counts in proportion to the best one. A similarity counts by its place between the last and the
 * first of its list, because models differ in how narrow a band of cosines they use. A chunk that a list does not
 * hold gets 0 from it.
 * @param weights at least one above 0.
 * @returns best first, scores 0 to 1, ties by the lower chunk id.
 */
export function fuseHits(lexical: readonly Hit[], vector: readonly Hit[], weights: FusionWeights): Hit[] {
  const fused = new Map<number, number>();
  const add = (chunkId: number, score: number) => fused.set(chunkId, (fused.get(chunkId) ?? 0) + score);

  const best = lexical[0]?.score ?? 0;
  for (const hit of lexical) add(hit.chunkId, best > 0 ? (weights.lexical * hit.score) / best : 0);

  const top = vector[0]?.score ?? 0;
  const floor = vector.length > 1 ? (vector.at(-1)?.score ?? 0) : 0;
  for (const hit of vector) add(hit.chunkId, weights.vector * relativeTo(hit.score, floor, top));

  const total = weights.lexical + weights.vector;
  return Array.from(fused, ([chunkId, score]) => ({ chunkId, score: score / total })).toSorted(
    (a, b) => b.score - a.score || a.chunkId - b.chunkId,
  );
}

function relativeTo(score: number, floor: number, top: number): number {
  return top > floor ? (score - floor) / (top - floor) : 1;
}
