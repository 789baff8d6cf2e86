/**
 * The schema, as the list of steps that lead to it. `user_version` counts the steps taken. A step that has been
 * released is never edited: what comes later is a new step.
 *
 *   files ── articles ──< revisions ──< chunks      vectors (cache, by fingerprint and chunk hash)
 *            current       text, sentences           turns · inbox
 *            revision      (never change)
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE files (
    source TEXT PRIMARY KEY,
    hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE revisions (
    article_id TEXT NOT NULL REFERENCES articles (id),
    revision INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    meta TEXT NOT NULL,        -- JSON: source, ordinal and ArticleMeta as of this revision
    text TEXT NOT NULL,
    sentences TEXT NOT NULL,   -- JSON: [[start, end, kind (0 body, 1 caption), paragraph], …]
    created_at INTEGER NOT NULL,
    PRIMARY KEY (article_id, revision)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    first_sentence INTEGER NOT NULL,
    last_sentence INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    hash TEXT NOT NULL,
    FOREIGN KEY (article_id, revision) REFERENCES revisions (article_id, revision)
  ) STRICT;
  CREATE INDEX chunks_of_revision ON chunks (article_id, revision);

  CREATE TABLE vectors (
    fingerprint TEXT NOT NULL,
    hash TEXT NOT NULL,
    vector BLOB NOT NULL,      -- little-endian float32
    PRIMARY KEY (fingerprint, hash)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE turns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation TEXT NOT NULL,
    at INTEGER NOT NULL,
    turn TEXT NOT NULL         -- JSON: Turn
  ) STRICT;
  CREATE INDEX turns_of_conversation ON turns (conversation, id);

  CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    lane TEXT NOT NULL,
    payload TEXT,              -- JSON of the update; NULL once finished
    attempts INTEGER NOT NULL DEFAULT 0,
    progress TEXT,             -- JSON of whoever handles it; NULL once finished
    finished_at INTEGER
  ) STRICT;
  CREATE INDEX inbox_unfinished ON inbox (update_id) WHERE finished_at IS NULL;
  `,
];
