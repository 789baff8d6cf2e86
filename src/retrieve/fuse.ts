/**
 * Joins the hits of word search and of vector search into one list. Raw scores of two kinds are never added: each
 * list is first brought to 0–1 by itself, then weighted. The weights belong to the embedding model's profile, since a
 * weak list fused with equal weight makes a strong one much worse.
 */
import type { Hit } from "../core/index-ports.js";
import type { FusionWeights } from "../core/ports.js";

/**
 * Fuses two lists, each best first.
 * A score counts in proportion to the best of its list; similarities below 0 count as 0. A chunk that a list does not
 * hold gets 0 from it. Where vectors know meaning, word search counts by the share of the question that its best chunk
 * holds: a question in other words always has a best chunk too, which means nothing then.
 * @param weights at least one above 0.
 * @param fullScore what word search would give a chunk that holds the whole question; only read where vectors know meaning.
 * @returns best first, scores 0 to 1, ties by the lower chunk id.
 */
export function fuseHits(
  lexical: readonly Hit[],
  vector: readonly Hit[],
  weights: FusionWeights,
  fullScore: number,
): Hit[] {
  const { knowsMeaning = false } = weights;
  const best = lexical[0]?.score ?? 0;
  const lexicalWeight = weights.lexical * (knowsMeaning ? shareFound(best, fullScore) : 1);
  const lists = [
    { hits: lexical, weight: lexicalWeight, zero: 0 },
    { hits: vector, weight: weights.vector, zero: knowsMeaning ? zeroOf(vector) : 0 },
  ];
  const total = lists.reduce((sum, { weight }) => sum + weight, 0);
  const fused = new Map<number, number>();
  for (const { hits, weight, zero } of lists) {
    const span = (hits[0]?.score ?? 0) - zero;
    for (const { chunkId, score } of hits)
      fused.set(chunkId, (fused.get(chunkId) ?? 0) + (span > 0 ? weight * Math.max(0, (score - zero) / span) : 0));
  }
  return Array.from(fused, ([chunkId, score]) => ({
    chunkId,
    score: total > 0 ? Math.min(1, score / total) : 0,
  })).toSorted((a, b) => b.score - a.score || a.chunkId - b.chunkId);
}

function shareFound(best: number, fullScore: number): number {
  if (fullScore > best) return best / fullScore;
  return best > 0 ? 1 : 0;
}

/** What is no nearer than the last of the list is not near at all; where all are equally near, all are near. */
function zeroOf(hits: readonly Hit[]): number {
  const last = hits.at(-1)?.score ?? 0;
  return last < (hits[0]?.score ?? 0) ? last : 0;
}
