/**
 * Which revisions are current, on SQLite: implements `EditionStore`. The rows of `editions` are what was current each time
 * a generation was put in place. One that was given up is a newer row than that of the current state.
 */
import type { Edition, EditionStore } from "../../core/edition-ports.js";
import type { CorpusChange, FileRecord } from "../../core/ports.js";
import { countChange } from "./current-stamp.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

/** Rows kept of either kind: those of generations, and of what never was in place. */
const KEPT = 6;

/** Generation of an edition that never was in place. */
const NEVER = "";

interface EditionRow {
  articles: string;
  files: string;
}

/** Editions on an open connection, which stays the caller's to close. */
export function createSqliteEditions(connection: Connection): EditionStore {
  const articles = connection.prepare<[], { id: string; revision: number }>(
    "SELECT id, revision FROM articles WHERE removed_at IS NULL",
  );
  const files = connection.prepare<[], FileRecord>("SELECT source, hash FROM files");
  const makeCurrent = connection.prepare(
    "UPDATE articles SET source = ?, ordinal = ?, revision = ?, removed_at = NULL WHERE id = ?",
  );
  const restoreArticle = connection.prepare("UPDATE articles SET revision = ?, removed_at = NULL WHERE id = ?");
  const markRemoved = connection.prepare("UPDATE articles SET removed_at = ? WHERE id = ?");
  const dropFile = connection.prepare("DELETE FROM files WHERE source = ?");
  const putFile = connection.prepare(
    "INSERT INTO files (source, hash) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET hash = excluded.hash",
  );
  const insert = connection.prepare("INSERT INTO editions (at, generation, articles, files) VALUES (?, ?, ?, ?)");
  // However much is given up, the generation that serves and the one before keep theirs: they are the newest two.
  const prune = connection.prepare(
    `DELETE FROM editions
     WHERE id NOT IN (SELECT id FROM editions WHERE generation = '${NEVER}' ORDER BY id DESC LIMIT ${KEPT})
       AND id NOT IN (SELECT id FROM editions WHERE generation <> '${NEVER}' ORDER BY id DESC LIMIT ${KEPT})
       AND id NOT IN (SELECT max(id) FROM editions WHERE generation <> '${NEVER}'
                      GROUP BY generation ORDER BY max(id) DESC LIMIT 2)`,
  );
  const makeNewest = connection.prepare(
    `UPDATE editions SET id = (SELECT max(id) + 1 FROM editions)
     WHERE id = (SELECT max(id) FROM editions WHERE generation = ?)`,
  );
  const ofGeneration = connection.prepare<[string], EditionRow>(
    "SELECT articles, files FROM editions WHERE generation = ? ORDER BY id DESC LIMIT 1",
  );
  const newest = connection.prepare<[], EditionRow>("SELECT articles, files FROM editions ORDER BY id DESC");

  const current = (): Edition => ({
    articles: articles.all().map(({ id, revision }): [string, number] => [id, revision]),
    files: files.all(),
  });

  function note(generation: string, edition: Edition): void {
    const row = toRow(edition);
    insert.run(Date.now(), generation, row.articles, row.files);
    prune.run();
  }

  /** Writes the differences only: a large corpus mostly stays as it is. */
  function setFiles(wanted: readonly FileRecord[]): void {
    const known = new Map(files.all().map(({ source, hash }) => [source, hash]));
    for (const { source, hash } of wanted) {
      if (known.get(source) !== hash) putFile.run(source, hash);
      known.delete(source);
    }
    for (const source of known.keys()) dropFile.run(source);
  }

  function setArticles(wanted: Edition["articles"]): void {
    const known = new Map(current().articles);
    for (const [id, revision] of wanted) {
      if (known.get(id) !== revision) restoreArticle.run(revision, id);
      known.delete(id);
    }
    for (const id of known.keys()) markRemoved.run(Date.now(), id);
  }

  function apply({ write, remove, files: wanted }: CorpusChange): void {
    for (const { article } of write) makeCurrent.run(article.source, article.ordinal, article.revision, article.id);
    for (const id of remove) markRemoved.run(Date.now(), id);
    setFiles(wanted);
  }

  return {
    current,
    putInPlace(change, { from, to }) {
      inTransaction(connection, "a change of the corpus", () => {
        countChange(connection);
        if (from !== undefined && !ofGeneration.get(from)) note(from, current());
        // It may have been gone back to from newer ones.
        else if (from !== to) makeNewest.run(from);
        apply(change);
        note(to, current());
      });
    },
    restore: (generation) =>
      inTransaction(connection, "going back", () => {
        countChange(connection);
        const row = ofGeneration.get(generation);
        if (!row) return false;
        const edition = fromRow(row);
        setArticles(edition.articles);
        setFiles(edition.files);
        return true;
      }),
    giveUp: (edition) => inTransaction(connection, "an edition", () => note(NEVER, edition)),
    isGivenUp(edition) {
      const [asked, now] = [toRow(edition), toRow(current())];
      for (const row of newest.all()) {
        if (isSame(row, now)) return false;
        if (isSame(row, asked)) return true;
      }
      return false;
    },
  };
}

/** The same edition always makes the same row. */
function toRow({ articles, files }: Edition): EditionRow {
  const sort = (pairs: (readonly [string, string | number])[]) => pairs.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    articles: JSON.stringify(sort([...articles])),
    files: JSON.stringify(sort(files.map(({ source, hash }) => [source, hash]))),
  };
}

function fromRow({ articles, files }: EditionRow): Edition {
  return {
    articles: JSON.parse(articles) as [string, number][],
    files: (JSON.parse(files) as [string, string][]).map(([source, hash]) => ({ source, hash })),
  };
}

function isSame(one: EditionRow, other: EditionRow): boolean {
  return one.articles === other.articles && one.files === other.files;
}
