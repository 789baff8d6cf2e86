/**
 * The vectors that the next generation needs and that are not there: those of what changed, and of what is stored but not
 * indexed yet (another embedding model, a run that was killed). What the serving generation holds has its vectors and is
 * not looked at again. Known before anything is embedded, so that a plan can say what it will cost.
 */
import type { GenerationStore } from "../core/index-ports.js";
import type { ArticleStore, CorpusChange, EmbeddingModel } from "../core/ports.js";
import type { StoredChunk } from "../core/types.js";
import { currentTexts, textsOf } from "./indexed-texts.js";
import type { Turns } from "./turns.js";
import { fillVectors, findMissing, type MissingVectors, type TextToEmbed } from "./vectors.js";

/** What it needs. */
export interface NeedDeps {
  articles: ArticleStore;
  generations: Pick<GenerationStore, "newest">;
  embedding: EmbeddingModel;
}

/** What has to be embedded. */
export interface Need extends MissingVectors {
  texts: TextToEmbed[];
  /** The length of the vectors that are indexed under this model. */
  known: number | undefined;
}

/**
 * Looks for the vectors that a change needs.
 * @param untouched see `readUntouchedChunks`.
 */
export async function findNeed(
  { articles, generations, embedding }: NeedDeps,
  change: CorpusChange,
  untouched: readonly StoredChunk[],
  turns: Turns,
): Promise<Need> {
  const serving = await generations.newest();
  const indexed = serving?.fingerprint === embedding.fingerprint && serving.lexical.size > 0 ? serving : undefined;
  const isIndexed = (chunkId: number) => indexed?.holds(chunkId) ?? false;
  const texts = [...(await currentTexts(articles, untouched, isIndexed, turns)), ...(await textsOf(change, turns))];
  return { texts, known: indexed?.vectors.dimensions, ...(await findMissing({ articles, embedding }, texts, turns)) };
}

/** About how many tokens texts have: a Chinese character mostly is one, of other scripts four make one. */
export async function estimateTokens(texts: readonly TextToEmbed[], turns: Turns): Promise<number> {
  let tokens = 0;
  for (const { text } of texts) {
    const chinese = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
    tokens += chinese + (text.length - chinese) / 4;
    await turns();
  }
  return Math.ceil(tokens);
}

/**
 * Embeds what lacks a vector.
 * @param onProgress called with the number of texts done and that of all to do.
 * @returns the length of all vectors, undefined when there are none, and how many texts were embedded.
 * @throws AppError EMBEDDING_FAILED
 */
export async function fillNeed(
  deps: NeedDeps,
  untouched: readonly StoredChunk[],
  need: Need,
  onProgress: (done: number, total: number) => void,
  turns: Turns,
): Promise<{ dimensions: number | undefined; embedded: number }> {
  const { texts, known } = need;
  const { dimensions = known, embedded } = await fillVectors(deps, texts, onProgress, turns, need);
  if (known === undefined || dimensions === known) return { dimensions, embedded };
  // The model behind this name has been changed: what is indexed needs new vectors as well.
  const indexed = await currentTexts(deps.articles, untouched, () => false, turns);
  const all = await fillVectors(deps, [...indexed, ...texts], onProgress, turns);
  return { dimensions: all.dimensions, embedded: embedded + all.embedded };
}
