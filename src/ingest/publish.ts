/**
 * The last steps of ingest: revisions are stored without being current, and a generation is built of what would be
 * current then. It serves nobody until it is put in place; killed at any moment, nothing has changed.
 */
import type { GenerationPlan, GenerationStore, PreparedGeneration } from "../core/index-ports.js";
import type { ArticleStore, CorpusChange, EmbeddingModel } from "../core/ports.js";
import type { StoredChunk } from "../core/types.js";
import type { CurrentChunks } from "./current-chunks.js";
import { readEntries } from "./indexed-texts.js";
import type { Turns } from "./turns.js";

/** What publishing needs. */
export interface PublishDeps {
  articles: ArticleStore;
  generations: GenerationStore;
  embedding: EmbeddingModel;
}

/** Dimension of a generation without any chunk. */
const NO_DIMENSIONS = 1;

/** Articles that are written at once: a few milliseconds' worth. */
const STAGED_AT_ONCE = 16;

/** Whether the serving generation holds what is stored, under this model. Reads one vector, whose length stands for all. */
export async function isPublished(
  { articles, generations, embedding }: PublishDeps,
  current: CurrentChunks,
  turns: Turns,
): Promise<{ isIt: boolean; chunks: number }> {
  const chunks = await current.read(turns);
  const { fingerprint } = embedding;
  const hashes = chunks.slice(0, 1).map(({ hash }) => hash);
  const [vector] = articles.getVectors(fingerprint, hashes).values();
  if (!vector && chunks.length > 0) return { isIt: false, chunks: chunks.length };
  const isIt = await generations.fits({ fingerprint, dimensions: vector?.length ?? NO_DIMENSIONS, chunks });
  return { isIt, chunks: chunks.length };
}

/** Chunks of what will be current, those that are new by their articles. */
export interface StagedChange {
  /** In ascending id. */
  chunks: StoredChunk[];
  written: ReadonlyMap<string, StoredChunk[]>;
}

/**
 * Stores the revisions of a change.
 * @param untouched see `readUntouchedChunks`.
 * @throws AppError STORE_FAILED; what was stored by then does no harm
 */
export async function stageChange(
  articles: ArticleStore,
  change: CorpusChange,
  untouched: readonly StoredChunk[],
  turns: Turns,
): Promise<StagedChange> {
  const written = new Map<string, StoredChunk[]>(change.write.map(({ article }) => [article.id, []]));
  const chunks = [...untouched];
  for (let i = 0; i < change.write.length; i += STAGED_AT_ONCE) {
    for (const chunk of articles.stage(change.write.slice(i, i + STAGED_AT_ONCE))) {
      chunks.push(chunk);
      written.get(chunk.articleId)?.push(chunk);
    }
    await turns();
  }
  return { chunks: chunks.toSorted((one, other) => one.id - other.id), written };
}

/**
 * Builds a generation of these chunks, unless the serving one holds just them.
 * @param dimensions length of the vectors; undefined when there are none.
 * @param onProgress called with the number of chunks indexed and that of all.
 * @returns undefined when there is nothing to build.
 * @throws AppError INDEX_INVALID
 */
export async function prepareGeneration(
  { articles, generations, embedding: { fingerprint } }: PublishDeps,
  chunks: readonly StoredChunk[],
  dimensions: number | undefined,
  onProgress: (done: number, total: number) => void,
  turns: Turns,
): Promise<PreparedGeneration | undefined> {
  const length = chunks.length === 0 ? undefined : dimensions;
  const content = { fingerprint, dimensions: length ?? NO_DIMENSIONS, chunks };
  if (await generations.fits(content)) return undefined;
  const plan: GenerationPlan = {
    ...content,
    collection: articles.collection,
    readEntries: (some) => readEntries(articles, fingerprint, pick(chunks, some), turns),
  };
  return generations.prepare(plan, (done) => onProgress(done, chunks.length));
}

/** Those of the chunks that are asked for: mostly a handful of many thousands. */
function pick(chunks: readonly StoredChunk[], some: GenerationPlan["chunks"]): StoredChunk[] {
  const ids = new Set(some.map(({ id }) => id));
  return chunks.filter(({ id }) => ids.has(id));
}
