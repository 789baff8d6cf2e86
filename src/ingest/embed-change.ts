/**
 * The vectors that the next generation needs: those of what changed, and of what is stored but not indexed yet (another
 * embedding model, a run that was killed). What the serving generation holds has its vectors and is not looked at again.
 */
import type { ArticleStore, CorpusChange, EmbeddingModel, GenerationStore } from "../core/ports.js";
import { currentTexts, textsOf } from "./indexed-texts.js";
import { fillVectors, findMissing, type TextToEmbed } from "./vectors.js";

/** What it needs. */
export interface EmbedDeps {
  articles: ArticleStore;
  generations: Pick<GenerationStore, "current">;
  embedding: EmbeddingModel;
}

/** How many texts would have to be embedded. */
export async function countMissing(deps: EmbedDeps, change: CorpusChange): Promise<number> {
  const { texts } = await findTexts(deps, change);
  return findMissing(deps, texts).missing.length;
}

/**
 * Embeds what lacks a vector.
 * @param onProgress called with the number of texts done and that of all to do.
 * @returns the length of all vectors, undefined when there are none, and how many texts were embedded.
 * @throws AppError EMBEDDING_FAILED
 */
export async function embedChange(
  deps: EmbedDeps,
  change: CorpusChange,
  onProgress: (done: number, total: number) => void,
): Promise<{ dimensions: number | undefined; embedded: number }> {
  const { texts, known } = await findTexts(deps, change);
  const { dimensions = known, embedded } = await fillVectors(deps, texts, onProgress);
  if (known === undefined || dimensions === known) return { dimensions, embedded };
  // The model behind this name has been changed: what is indexed needs new vectors as well.
  const all = await fillVectors(deps, [...currentTexts(deps.articles, change, () => false), ...texts], onProgress);
  return { dimensions: all.dimensions, embedded: embedded + all.embedded };
}

/** @returns `known`: the length of the vectors that are indexed under this model. */
async function findTexts(
  { articles, generations, embedding }: EmbedDeps,
  change: CorpusChange,
): Promise<{ texts: TextToEmbed[]; known: number | undefined }> {
  const serving = await generations.current();
  const indexed = serving?.fingerprint === embedding.fingerprint && serving.lexical.size > 0 ? serving : undefined;
  const isIndexed = (chunkId: number) => indexed?.holds(chunkId) ?? false;
  const texts = [...currentTexts(articles, change, isIndexed), ...textsOf(change)];
  return { texts, known: indexed?.vectors.dimensions };
}
