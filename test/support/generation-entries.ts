/** Small plans for tests of generations: made-up texts, vectors that can be told apart. */
import type { GenerationPlan, GenerationStore, IndexEntry } from "../../src/core/index-ports.js";
import type { Log } from "../../src/core/ports.js";

export const DIMENSIONS = 8;

/** A log that keeps its warnings' reasons. */
export function createQuietLog(): { log: Log; warnings: string[] } {
  const warnings: string[] = [];
  const ignore = () => {};
  const warn = (fields: object, message: string) => {
    warnings.push("reason" in fields ? String(fields.reason) : message);
  };
  return { log: { debug: ignore, info: ignore, warn, error: ignore }, warnings };
}

/** Chunks with ids from `first`; the text of each holds `word` and its own number. */
export function makeEntries(count: number, { first = 1, word = "板栗" } = {}): IndexEntry[] {
  return Array.from({ length: count }, (_, i) => ({
    chunkId: first + i,
    title: "青龙县的电商",
    text: `青龙县第${first + i}个村种植${word}的农户有${(first + i) * 3}户。`,
    vector: Float32Array.from({ length: DIMENSIONS }, (_, k) => Math.sin((first + i) * (k + 1))),
  }));
}

/** A plan of these entries, in batches of `batch`; those that begin alike are of one collection. */
export function planOf(
  entries: readonly IndexEntry[],
  { fingerprint = "test:v1", batch = 7, collection = entries[0]?.text ?? "" } = {},
): GenerationPlan {
  return {
    collection,
    fingerprint,
    dimensions: DIMENSIONS,
    chunks: entries.map(({ chunkId, text }) => ({ id: chunkId, hash: text })),
    *readEntries(chunks) {
      const ids = new Set(chunks.map(({ id }) => id));
      const wanted = entries.filter(({ chunkId }) => ids.has(chunkId));
      for (let i = 0; i < wanted.length; i += batch) yield wanted.slice(i, i + batch);
    },
  };
}

/** Builds a generation and puts it in place untried. @returns its id. */
export async function publish(
  store: Pick<GenerationStore, "prepare">,
  plan: GenerationPlan,
  onProgress?: (indexed: number) => void,
): Promise<string> {
  const prepared = await store.prepare(plan, onProgress);
  return prepared.serve();
}
