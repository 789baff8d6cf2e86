/**
 * The truth about articles, on SQLite: implements `ArticleStore`. Revisions and chunks are only ever added; what is
 * current is said by `articles.revision`, which `editions` writes. That is why an old index, an old citation and a run that was killed
 * half way all stay consistent.
 */
import type { ArticleStore, CutRevision } from "../../core/ports.js";
import type { Article, ArticleHead, ArticleMeta, Passage, Sentence, StoredChunk } from "../../core/types.js";
import { namesOf } from "../../text/article-names.js";
import { createCurrentStamp } from "./current-stamp.js";
import type { Connection } from "./database.js";
import { createFileRecords } from "./file-records.js";
import { readSecret } from "./secret.js";
import { inTransaction } from "./transaction.js";
import { createVectorCache } from "./vectors.js";

interface HeadRow {
  article_id: string;
  revision: number;
  content_hash: string;
  meta: string;
}

interface RevisionRow extends HeadRow {
  text: string;
  sentences: string;
}

type StoredMeta = ArticleMeta & Pick<Article, "source" | "ordinal">;
type StoredSentence = [start: number, end: number, kind: 0 | 1, paragraph: number];

const CHUNK_COLUMNS = `c.id, c.article_id AS articleId, c.revision, c.first_sentence AS firstSentence,
  c.last_sentence AS lastSentence, c.start, c."end", c.hash`;
const CURRENT = "JOIN articles a ON a.id = c.article_id AND a.revision = c.revision AND a.removed_at IS NULL";

/** Articles on an open connection, which stays the caller's to close. */
export function createSqliteArticleStore(connection: Connection): ArticleStore {
  const heads = connection.prepare<[], HeadRow>(
    `SELECT r.article_id, r.revision, r.content_hash, r.meta FROM revisions r
     JOIN articles a ON r.article_id = a.id AND r.revision = a.revision
     WHERE a.removed_at IS NULL ORDER BY a.source, a.ordinal`,
  );
  const texts = connection.prepare<[], Pick<Article, "id" | "source" | "title" | "text">>(
    `SELECT a.id, a.source, json_extract(r.meta, '$.title') AS title, r.text FROM articles a
     JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision WHERE a.removed_at IS NULL`,
  );
  const current = connection.prepare<[], Pick<Article, "id" | "revision" | "source">>(
    "SELECT id, revision, source FROM articles WHERE removed_at IS NULL",
  );
  const currentOf = connection.prepare<[string], Pick<Article, "id" | "revision" | "source">>(
    "SELECT id, revision, source FROM articles WHERE removed_at IS NULL AND source IN (SELECT value FROM json_each(?))",
  );
  const count = connection.prepare<[], number>("SELECT count(*) FROM articles WHERE removed_at IS NULL").pluck();
  const titles = connection
    .prepare<[number], string>(
      `SELECT json_extract(r.meta, '$.title') FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision
       WHERE a.removed_at IS NULL ORDER BY a.source, a.ordinal LIMIT ?`,
    )
    .pluck();
  const newest = connection.prepare<[number], { id: string; revision: number }>(
    `SELECT a.id, a.revision, min(r.created_at) AS arrived,
       max(CASE WHEN r.revision = a.revision THEN json_extract(r.meta, '$.published') END) AS published
     FROM revisions r CROSS JOIN articles a ON a.id = r.article_id
     WHERE a.removed_at IS NULL GROUP BY r.article_id
     ORDER BY coalesce(published, date(arrived / 1000, 'unixepoch')) DESC, arrived DESC, a.source, a.ordinal LIMIT ?`,
  );
  const oneRevision = connection.prepare<[string, number], RevisionRow>(
    "SELECT * FROM revisions WHERE article_id = ? AND revision = ?",
  );
  const lastRevision = connection
    .prepare<[string], number>("SELECT max(revision) FROM revisions WHERE article_id = ?")
    .pluck();
  const currentRevision = connection
    .prepare<[string], number>("SELECT revision FROM articles WHERE id = ? AND removed_at IS NULL")
    .pluck();
  const revisionsOf = connection.prepare<[string], { revision: number; at: number }>(
    "SELECT revision, created_at AS at FROM revisions WHERE article_id = ? ORDER BY revision",
  );
  const files = createFileRecords(connection);
  const chunksOf = connection.prepare<[string], StoredChunk>(
    `SELECT ${CHUNK_COLUMNS} FROM chunks c ${CURRENT} WHERE c.article_id = ? ORDER BY c.id`,
  );
  const chunksOfRevision = connection.prepare<[string, number], StoredChunk>(
    `SELECT ${CHUNK_COLUMNS} FROM chunks c WHERE c.article_id = ? AND c.revision = ? ORDER BY c.id`,
  );
  // CROSS JOIN keeps the order: by chunk, so that a page costs no more than its own chunks.
  const currentChunks = connection.prepare<[number, number], StoredChunk>(
    `SELECT ${CHUNK_COLUMNS} FROM chunks c CROSS ${CURRENT} WHERE c.id > ? ORDER BY c.id LIMIT ?`,
  );
  const oneChunk = connection.prepare<[number], StoredChunk>(`SELECT ${CHUNK_COLUMNS} FROM chunks c WHERE c.id = ?`);
  const revisionWith = connection
    .prepare<[string, string], number>("SELECT max(revision) FROM revisions WHERE article_id = ? AND content_hash = ?")
    .pluck();
  const removals = connection.prepare<[], string>("SELECT article_id FROM removals").pluck();
  // Revision 0 is none: until it is put in place, a new article counts as removed.
  const addArticle = connection.prepare(
    "INSERT OR IGNORE INTO articles (id, source, ordinal, revision, removed_at) VALUES (?, ?, ?, 0, ?)",
  );
  const insertRevision = connection.prepare(
    `INSERT INTO revisions (article_id, revision, content_hash, meta, text, sentences, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertChunk = connection.prepare(
    `INSERT INTO chunks (article_id, revision, first_sentence, last_sentence, start, "end", hash)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  function addRevision({ article, chunks }: CutRevision, at: number): StoredChunk[] {
    const { id, revision, contentHash, text, sentences, ...meta } = article;
    if (!oneRevision.get(id, revision)) {
      addArticle.run(id, article.source, article.ordinal, at);
      const stored: StoredMeta = meta;
      insertRevision.run(id, revision, contentHash, JSON.stringify(stored), text, packSentences(sentences), at);
      for (const c of chunks) {
        insertChunk.run(c.articleId, c.revision, c.firstSentence, c.lastSentence, c.start, c.end, c.hash);
      }
    }
    return chunksOfRevision.all(id, revision);
  }

  return {
    collection: readSecret(connection, "collection").toString("hex"),
    countArticles: () => count.get() ?? 0,
    listCurrent: (sources) => (sources ? currentOf.all(JSON.stringify(sources)) : current.all()),
    listTitles: (limit) => titles.all(limit),
    listTexts: () => texts.all(),
    listHeads: () => heads.all().map(toHead),
    listNewest(limit) {
      return newest.all(limit).flatMap(({ id, revision }) => this.getRevision(id, revision) ?? []);
    },
    listFiles: () => files.list(),
    listChunksOf: (articleId, revision) =>
      revision === undefined ? chunksOf.all(articleId) : chunksOfRevision.all(articleId, revision),
    listCurrentChunks: (after = 0, limit = -1) => currentChunks.all(after, limit),
    currentStamp: createCurrentStamp(connection),
    revisionWith: (articleId, contentHash) => revisionWith.get(articleId, contentHash) ?? undefined,
    listRemovals: () => new Set(removals.all()),
    lastRevision: (articleId) => lastRevision.get(articleId) ?? undefined,
    currentRevision: (articleId) => currentRevision.get(articleId),
    listRevisions: (articleId) => revisionsOf.all(articleId),
    getRevision(articleId, revision) {
      const row = oneRevision.get(articleId, revision);
      return row && toArticle(row);
    },
    getPassages(chunkIds) {
      const articles = new Map<string, Article | undefined>();
      return chunkIds.flatMap((chunkId) => {
        const chunk = oneChunk.get(chunkId);
        if (!chunk) return [];
        const key = `${chunk.articleId} ${chunk.revision}`;
        if (!articles.has(key)) articles.set(key, this.getRevision(chunk.articleId, chunk.revision));
        const article = articles.get(key);
        return article ? [toPassage(chunk, article)] : [];
      });
    },
    stage(revisions) {
      const at = Date.now();
      const addAll = () => revisions.flatMap((revision) => addRevision(revision, at));
      return inTransaction(connection, "new revisions", addAll, "lazy");
    },
    ...createVectorCache(connection),
  };
}

function toHead({ article_id: id, revision, content_hash: contentHash, meta }: HeadRow): ArticleHead {
  return { ...(JSON.parse(meta) as StoredMeta), id, revision, contentHash };
}

function toArticle(row: RevisionRow): Article {
  return { ...toHead(row), text: row.text, sentences: unpackSentences(row.sentences) };
}

function packSentences(sentences: readonly Sentence[]): string {
  return JSON.stringify(
    sentences.map((s): StoredSentence => [s.start, s.end, s.kind === "caption" ? 1 : 0, s.paragraph]),
  );
}

function unpackSentences(packed: string): Sentence[] {
  const stored = JSON.parse(packed) as StoredSentence[];
  return stored.map(([start, end, kind, paragraph], ordinal) => ({
    ordinal,
    start,
    end,
    kind: kind === 1 ? "caption" : "body",
    paragraph,
  }));
}

function toPassage(chunk: StoredChunk, article: Article): Passage {
  return {
    chunkId: chunk.id,
    articleId: article.id,
    revision: article.revision,
    source: article.source,
    title: article.title,
    names: namesOf(article),
    ...(article.author !== undefined && { author: article.author }),
    ...(article.published !== undefined && { published: article.published }),
    eventDates: article.eventDates,
    text: article.text.slice(chunk.start, chunk.end),
    sentences: article.sentences
      .slice(chunk.firstSentence, chunk.lastSentence + 1)
      .map((sentence) => ({ ...sentence, text: article.text.slice(sentence.start, sentence.end) })),
    score: 0,
  };
}
