/**
 * The last step of ingest: what is stored is put in place as a generation, unless the serving one holds just that.
 */
import type { ArticleStore, EmbeddingModel, GenerationPlan, GenerationStore } from "../core/ports.js";
import { readEntries } from "./indexed-texts.js";

/** What publishing needs. */
export interface PublishDeps {
  articles: ArticleStore;
  generations: GenerationStore;
  embedding: EmbeddingModel;
}

/** Dimension of a generation without any chunk. */
const NO_DIMENSIONS = 1;

/** Whether the serving generation holds what is stored, under this model. Reads one vector, whose length stands for all. */
export async function isPublished({ articles, generations, embedding }: PublishDeps): Promise<boolean> {
  const chunks = articles.listCurrentChunks();
  const { fingerprint } = embedding;
  const hashes = chunks.slice(0, 1).map(({ hash }) => hash);
  const [vector] = articles.getVectors(fingerprint, hashes).values();
  if (!vector && chunks.length > 0) return false;
  return generations.fits({ fingerprint, dimensions: vector?.length ?? NO_DIMENSIONS, chunks });
}

/**
 * Publishes all stored chunks, if the serving generation holds anything else.
 * @param dimensions length of the vectors; undefined when there are none.
 * @param onProgress called with the number of chunks indexed and that of all.
 * @throws AppError INDEX_INVALID, the old generation serves on
 */
export async function publishStored(
  { articles, generations, embedding: { fingerprint } }: PublishDeps,
  dimensions: number | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const chunks = articles.listCurrentChunks();
  const length = chunks.length === 0 ? undefined : dimensions;
  const content = { fingerprint, dimensions: length ?? NO_DIMENSIONS, chunks };
  if (await generations.fits(content)) return;
  const wanted = new Map(chunks.map((chunk) => [chunk.id, chunk]));
  const plan: GenerationPlan = {
    ...content,
    collection: articles.collection,
    readEntries: (some) =>
      readEntries(
        articles,
        fingerprint,
        some.flatMap(({ id }) => wanted.get(id) ?? []),
      ),
  };
  await generations.publish(plan, (done) => onProgress(done, chunks.length));
}
