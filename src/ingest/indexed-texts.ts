/**
 * The texts of chunks, as they are embedded and as the index takes them in: those of a change that is not written yet,
 * those that stay, and at last all that are stored.
 */
import { AppError } from "../core/errors.js";
import type { ArticleStore, CorpusChange, IndexEntry } from "../core/ports.js";
import type { Article, Chunk, StoredChunk } from "../core/types.js";
import { namesOf } from "../text/article-names.js";
import { textToEmbed } from "./chunk.js";
import type { TextToEmbed } from "./vectors.js";

/** Chunks handed to the index at once. */
const BATCH = 256;

/** Texts of the chunks that a change writes. */
export function textsOf(change: CorpusChange): TextToEmbed[] {
  return change.write.flatMap(({ article, chunks }) => chunks.map((chunk) => toText(article, chunk)));
}

/** Texts of the stored chunks that a change leaves as they are: an embedding model may be new to them. */
export function currentTexts(articles: ArticleStore, change: CorpusChange): TextToEmbed[] {
  const gone = new Set([...change.remove, ...change.write.map(({ article }) => article.id)]);
  const byId = articlesById(articles);
  return articles.listCurrentChunks().flatMap((chunk) => {
    const article = gone.has(chunk.articleId) ? undefined : byId.get(chunk.articleId);
    return article ? [toText(article, chunk)] : [];
  });
}

/**
 * Stored chunks with title, text and vector, batch by batch.
 * @throws AppError INDEX_INVALID when a vector is missing: somebody emptied the cache meanwhile.
 */
export function* readEntries(
  articles: ArticleStore,
  fingerprint: string,
  chunks: readonly StoredChunk[],
): Generator<IndexEntry[]> {
  const byId = articlesById(articles);
  for (let i = 0; i < chunks.length; i += BATCH) {
    const batch = chunks.slice(i, i + BATCH);
    const vectors = articles.getVectors(
      fingerprint,
      batch.map(({ hash }) => hash),
    );
    yield batch.map(({ id: chunkId, articleId, start, end, hash }) => {
      const article = byId.get(articleId);
      const vector = vectors.get(hash);
      if (!article || !vector) {
        throw new AppError("INDEX_INVALID", {
          message: `chunk ${chunkId} has no ${article ? "vector" : "article"}: run index again`,
          retryable: true,
        });
      }
      // A copy for each: two chunks may have the same text, and the index may take the buffer away.
      return { chunkId, title: namesOf(article), text: article.text.slice(start, end), vector: vector.slice() };
    });
  }
}

function articlesById(articles: ArticleStore): Map<string, Article> {
  return new Map(articles.listArticles().map((article) => [article.id, article]));
}

function toText({ title, text }: Article, { hash, start, end }: Chunk): TextToEmbed {
  return { hash, text: textToEmbed(title, text.slice(start, end)) };
}
