import { chainEditions } from "./chain-editions.js";
import type { Connection } from "./open-file.js";
import { createAskerKeys } from "./secret.js";

/**
 * The schema, as the list of steps that lead to it. `user_version` counts the steps taken. A step that has been
 * released is never edited: what comes later is a new step. A function changes rows only, never a table.
 *
 *   files ── articles ──< revisions ──< chunks      vectors (cache, by fingerprint and chunk hash)
 *            current       text, sentences           turns · inbox
 *            revision      (never change)
 *
 *   answers ──< votes, wishes, cited  preferences · requests · told · spending · secrets
 *   People and chats are keyed hashes (see secret.ts), but for the chat that a wish is to be told in, and what an update
 *   holds until it is finished.
 */
export const MIGRATIONS: readonly (string | ((connection: Connection) => void))[] = [
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
  `
  CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE answers (
    id TEXT PRIMARY KEY,
    update_id INTEGER UNIQUE,  -- of the question; NULL for a fact offered in inline mode and for an answer to a wish
    at INTEGER NOT NULL,
    asker TEXT,                -- NULL once forgotten
    question TEXT,             -- NULL once forgotten
    standalone TEXT,           -- NULL once forgotten
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    content TEXT NOT NULL,     -- JSON: text, statements, citations, suggestions, notice
    total_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX answers_of_asker ON answers (asker, at);
  CREATE INDEX answers_by_time ON answers (at);

  CREATE TABLE votes (
    answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    voter TEXT NOT NULL,
    vote INTEGER NOT NULL,     -- 1 or -1
    reasons TEXT NOT NULL,     -- JSON: array of words of core/audience-ports
    comment TEXT,
    at INTEGER NOT NULL,
    PRIMARY KEY (answer_id, voter)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE wishes (
    answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    asker TEXT NOT NULL,
    chat_id INTEGER NOT NULL,  -- where to tell
    thread_id INTEGER,
    language TEXT NOT NULL,
    question TEXT NOT NULL,
    at INTEGER NOT NULL,
    told_at INTEGER,
    PRIMARY KEY (answer_id, asker)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE preferences (
    asker TEXT PRIMARY KEY,
    language TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE requests (
    asker TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX requests_of_asker ON requests (asker, at);

  CREATE TABLE spending (
    day TEXT PRIMARY KEY,      -- YYYY-MM-DD, UTC
    tokens INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE requests ADD COLUMN update_id INTEGER;
  CREATE UNIQUE INDEX requests_of_update ON requests (update_id);
  CREATE INDEX requests_by_time ON requests (at);

  CREATE TABLE told (
    topic TEXT NOT NULL,
    who TEXT NOT NULL,         -- a person's key, or a chat's
    at INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    PRIMARY KEY (topic, who)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE grants (
    telegram_id INTEGER PRIMARY KEY,
    granted_by INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    admin INTEGER NOT NULL,    -- Telegram id; 0 for the command line and the program itself
    action TEXT NOT NULL,
    detail TEXT NOT NULL       -- JSON object
  ) STRICT;

  CREATE TABLE editions (      -- what the articles were, each time a generation was put in place
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    generation TEXT NOT NULL,
    articles TEXT NOT NULL,    -- JSON: [[article id, revision], …]
    files TEXT NOT NULL        -- JSON: [[source, hash], …]
  ) STRICT;

  CREATE TABLE removals (      -- articles that an admin took out, although their file is there
    article_id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    admin INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE uploads (       -- what an admin sent and has not published yet
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    admin INTEGER NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    bytes BLOB NOT NULL,
    edits TEXT NOT NULL        -- JSON of whoever shows it
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE ignored_gaps (
    question TEXT PRIMARY KEY, -- normalised
    admin INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  hideChats,
  `
  CREATE TABLE cited (         -- which articles an answer cites, as its content says
    article_id TEXT NOT NULL,
    answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    PRIMARY KEY (article_id, answer_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX cited_by_answer ON cited (answer_id);
  INSERT OR IGNORE INTO cited (article_id, answer_id)
    SELECT citation.value ->> '$.articleId', answers.id
    FROM answers, json_each(answers.content, '$.citations') AS citation;
  `,
  `
  CREATE TABLE edition_states (  -- what was current, each as a way back from the one after; see edition-states.ts
    number INTEGER PRIMARY KEY,
    undo TEXT NOT NULL           -- JSON: what leads from this state to the one before
  ) STRICT;
  ALTER TABLE editions ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
  `,
  chainEditions,
  "ALTER TABLE editions DROP COLUMN articles; ALTER TABLE editions DROP COLUMN files",
];

/** Brings the schema from one step to the next. */
export function takeStep(connection: Connection, step: (typeof MIGRATIONS)[number]): void {
  if (typeof step === "string") connection.exec(step);
  else step(connection);
}

/** Conversations and lanes were named by the chat's id, which in a private chat is the person's. */
function hideChats(connection: Connection): void {
  connection.exec("UPDATE inbox SET lane = '' WHERE finished_at IS NOT NULL");
  const named = connection
    .prepare<[], string>("SELECT DISTINCT conversation FROM turns WHERE conversation GLOB 'tg:*'")
    .pluck()
    .all();
  if (named.length === 0) return;
  const keyOf = createAskerKeys(connection);
  const rename = connection.prepare("UPDATE turns SET conversation = ? WHERE conversation = ?");
  for (const conversation of named) {
    const [prefix, chat, ...rest] = conversation.split(":");
    rename.run([prefix, keyOf(Number(chat)), ...rest].join(":"), conversation);
  }
}
