/**
 * The texts of chunks, as they are embedded and as the index takes them in: those of a change that is not written yet,
 * those that are stored and not indexed, and at last all that the index asks for.
 */
import { AppError } from "../core/errors.js";
import type { IndexEntry } from "../core/index-ports.js";
import type { ArticleStore, CorpusChange } from "../core/ports.js";
import type { Article, Chunk, StoredChunk } from "../core/types.js";
import { namesOf } from "../text/article-names.js";
import { textToEmbed } from "./chunk.js";
import type { CurrentChunks } from "./current-chunks.js";
import type { Turns } from "./turns.js";
import type { TextToEmbed } from "./vectors.js";

/** Chunks handed to the index at once. */
const BATCH = 128;

/** Texts of the chunks that a change writes. */
export async function textsOf(change: CorpusChange, turns: Turns): Promise<TextToEmbed[]> {
  const texts: TextToEmbed[] = [];
  for (const { article, chunks } of change.write) {
    for (const chunk of chunks) texts.push(toText(article, chunk));
    await turns();
  }
  return texts;
}

/**
 * Texts of stored chunks that may lack a vector.
 * @param chunks see `readUntouchedChunks`.
 * @param isIndexed chunks of an index of the same embedding model have theirs.
 */
export async function currentTexts(
  articles: ArticleStore,
  chunks: readonly StoredChunk[],
  isIndexed: (chunkId: number) => boolean,
  turns: Turns,
): Promise<TextToEmbed[]> {
  const read = createReader(articles);
  const texts: TextToEmbed[] = [];
  for (const chunk of chunks) {
    if (isIndexed(chunk.id)) continue;
    const article = read(chunk);
    if (article) texts.push(toText(article, chunk));
    await turns();
  }
  return texts;
}

/** Current chunks that a change leaves as they are: most of all there are, so a run reads them once. */
export async function readUntouchedChunks(
  current: CurrentChunks,
  { remove, write }: CorpusChange,
  turns: Turns,
): Promise<StoredChunk[]> {
  const gone = new Set([...remove, ...write.map(({ article }) => article.id)]);
  return (await current.read(turns)).filter(({ articleId }) => !gone.has(articleId));
}

/**
 * Stored chunks with title, text and vector, batch by batch.
 * @throws AppError INDEX_INVALID when a vector is missing: somebody emptied the cache meanwhile.
 */
export async function* readEntries(
  articles: ArticleStore,
  fingerprint: string,
  chunks: readonly StoredChunk[],
  turns: Turns,
): AsyncGenerator<IndexEntry[]> {
  const read = createReader(articles);
  for (let i = 0; i < chunks.length; i += BATCH) {
    const batch = chunks.slice(i, i + BATCH);
    const vectors = articles.getVectors(
      fingerprint,
      batch.map(({ hash }) => hash),
    );
    const entries: IndexEntry[] = [];
    for (const chunk of batch) {
      await turns();
      const { id: chunkId, start, end } = chunk;
      const article = read(chunk);
      const vector = vectors.get(chunk.hash);
      if (!article || !vector) {
        throw new AppError("INDEX_INVALID", {
          message: `chunk ${chunkId} has no ${article ? "vector" : "article"}: run index again`,
          retryable: true,
        });
      }
      // A copy for each: two chunks may have the same text, and the index may take the buffer away.
      entries.push({ chunkId, title: namesOf(article), text: article.text.slice(start, end), vector: vector.slice() });
    }
    yield entries;
  }
}

/** Reads the article of a chunk; chunks of one article mostly follow each other. */
function createReader(articles: ArticleStore): (chunk: Chunk) => Article | undefined {
  let last: Article | undefined;
  return ({ articleId, revision }) => {
    if (last?.id !== articleId || last.revision !== revision) last = articles.getRevision(articleId, revision);
    return last;
  };
}

function toText({ title, text }: Article, { hash, start, end }: Chunk): TextToEmbed {
  return { hash, text: textToEmbed(title, text.slice(start, end)) };
}
