/**
 * Makes sure that there is a vector for every text: what the cache lacks is embedded, in batches, and cached as each
 * batch returns, so that an interrupted run goes on where it stopped. Nothing that comes from a model is trusted:
 * number, length and finiteness of the vectors are checked here.
 */
import { AppError } from "../core/errors.js";
import type { ArticleStore, EmbeddingModel } from "../core/ports.js";
import { createTurns, type Turns, unlessAborted } from "./turns.js";

/** A text to embed and the hash under which its vector is cached. */
export interface TextToEmbed {
  hash: string;
  text: string;
}

/** What embedding needs. */
export interface VectorDeps {
  articles: Pick<ArticleStore, "getVectors" | "putVectors">;
  embedding: EmbeddingModel;
}

/** Texts handed to the embedding model at once; the model may cut them into smaller requests. */
const BATCH = 128;
/** Vectors read from the cache at once: a large corpus must not be in memory as a whole, nor keep others waiting. */
const LOOKUP = 64;

/** Vectors written at once: a millisecond or two. */
const PUT = 16;

/** The texts that have no fitting vector yet. */
export interface MissingVectors {
  /** Each hash once. */
  missing: TextToEmbed[];
  /** Length of the vectors that are there; undefined when there is none. */
  dimensions: number | undefined;
}

/**
 * Finds the texts without a cached vector. Vectors of another length than `wanted` are stale and count as missing.
 * @param wanted length that the vectors must have; by default that of most.
 */
export async function findMissing(
  deps: VectorDeps,
  texts: readonly TextToEmbed[],
  turns: Turns = createTurns(),
  wanted?: number,
): Promise<MissingVectors> {
  const lengths = new Map<string, number>();
  const unique = [...new Map(texts.map((entry) => [entry.hash, entry])).values()];
  for (let i = 0; i < unique.length; i += LOOKUP) {
    const hashes = unique.slice(i, i + LOOKUP).map(({ hash }) => hash);
    const vectors = deps.articles.getVectors(deps.embedding.fingerprint, hashes);
    for (const [hash, vector] of vectors) lengths.set(hash, vector.length);
    await turns();
  }
  const dimensions = wanted ?? commonest(lengths.values());
  return { missing: unique.filter(({ hash }) => (lengths.get(hash) ?? 0) !== dimensions), dimensions };
}

/**
 * Embeds the texts that lack a vector and caches what comes back. When the new vectors have another length than the
 * cached ones, the model behind this name was changed: then all are embedded anew.
 * @param onProgress called with the number of texts done and that of all to do.
 * @param found what `findMissing` has found for these texts already.
 * @returns the length of all vectors, undefined when there are none, and how many texts were embedded.
 * @throws AppError EMBEDDING_FAILED, the reason of an abort; batches before it stay cached
 */
export async function fillVectors(
  deps: VectorDeps,
  texts: readonly TextToEmbed[],
  onProgress: (done: number, total: number) => void,
  turns: Turns = createTurns(),
  found?: MissingVectors,
): Promise<{ dimensions: number | undefined; embedded: number }> {
  const { missing, dimensions } = found ?? (await findMissing(deps, texts, turns));
  if (missing.length === 0) return { dimensions, embedded: 0 };
  const length = await embedTexts(deps, missing, onProgress, turns);
  if (dimensions === undefined || length === dimensions) return { dimensions: length, embedded: missing.length };
  const { missing: stale } = await findMissing(deps, texts, turns, length);
  if ((await embedTexts(deps, stale, onProgress, turns)) !== length) throw refuse("its vectors change their length");
  return { dimensions: length, embedded: missing.length + stale.length };
}

async function embedTexts(
  deps: VectorDeps,
  texts: readonly TextToEmbed[],
  onProgress: (done: number, total: number) => void,
  turns: Turns,
): Promise<number | undefined> {
  let length: number | undefined;
  for (let i = 0; i < texts.length; i += BATCH) {
    const batch = texts.slice(i, i + BATCH);
    const words = batch.map(({ text }) => text);
    const vectors = await embedBatch(deps.embedding, words, turns.signal);
    length ??= vectors[0]?.length;
    checkVectors(vectors, batch.length, length);
    const entries = batch.map(({ hash }, n): [string, Float32Array] => [hash, Float32Array.from(vectors[n] ?? [])]);
    for (let n = 0; n < entries.length; n += PUT) {
      deps.articles.putVectors(deps.embedding.fingerprint, new Map(entries.slice(n, n + PUT)));
      await turns();
    }
    onProgress(i + batch.length, texts.length);
  }
  return length;
}

function commonest(lengths: Iterable<number>): number | undefined {
  const votes = new Map<number, number>();
  for (const length of lengths) votes.set(length, (votes.get(length) ?? 0) + 1);
  return [...votes].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

async function embedBatch(
  { embeddings }: EmbeddingModel,
  texts: string[],
  signal: AbortSignal | undefined,
): Promise<number[][]> {
  try {
    // Not every model listens to the signal.
    return await unlessAborted(embeddings.embedDocuments(texts, signal), signal);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    throw new AppError("EMBEDDING_FAILED", {
      message: "the embedding model failed: see its cause; run again later",
      retryable: true,
      cause,
    });
  }
}

function checkVectors(vectors: readonly number[][], count: number, dimensions: number | undefined): void {
  if (vectors.length !== count) throw refuse(`${vectors.length} vectors came back for ${count} texts`);
  for (const vector of vectors) {
    if (vector.length === 0) throw refuse("an empty vector came back");
    if (vector.length !== dimensions) {
      throw refuse(`a vector has ${vector.length} dimensions where others have ${dimensions}`);
    }
    // A number may be finite and still too large for the four bytes it is stored in.
    if (!vector.every((value) => Number.isFinite(value) && Number.isFinite(Math.fround(value))))
      throw refuse("a vector holds a value that is no finite number");
  }
}

function refuse(why: string): AppError {
  return new AppError("EMBEDDING_FAILED", { message: `the embedding model's reply cannot be used: ${why}` });
}
