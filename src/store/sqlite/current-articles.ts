/**
 * Heads and chunks of all current articles, kept in memory: a run of ingest asks for them again and again, and mostly one
 * article of thousands has changed since. A revision never changes, so what was read of one stays true; only which
 * revisions are current is asked anew each time, whoever has changed that.
 */
import type { ArticleHead, StoredChunk } from "../../core/types.js";
import type { Connection } from "./database.js";

/** What is read of one revision. */
export interface RevisionReader {
  /** A list of one. */
  readHead(articleId: string, revision: number): ArticleHead[];
  readChunks(articleId: string, revision: number): StoredChunk[];
}

/** @param reader reads what is not known yet. */
export function createCurrentArticles(connection: Connection, reader: RevisionReader) {
  const select = (order: string) =>
    connection
      .prepare<[], string>(
        `SELECT group_concat(id || ' ' || revision, char(10))
         FROM (SELECT id, revision FROM articles WHERE removed_at IS NULL ORDER BY ${order})`,
      )
      .pluck();
  const bySource = select("source, ordinal");
  const byId = select("id");
  const heads = keep(
    () => bySource.get() ?? "",
    (id, revision) => reader.readHead(id, revision),
  );
  const chunks = keep(
    () => byId.get() ?? "",
    (id, revision) => reader.readChunks(id, revision),
  );
  let flat: readonly StoredChunk[] = [];
  let flatOf: readonly StoredChunk[][] | undefined;

  return {
    /** Ordered by source and position in it. */
    listHeads: (): readonly ArticleHead[] => heads().flat(),
    /** In ascending id. The same list as before while nothing has changed. */
    listChunks(): readonly StoredChunk[] {
      const lists = chunks();
      if (lists !== flatOf) flat = lists.flat().toSorted((one, other) => one.id - other.id);
      flatOf = lists;
      return flat;
    },
  };
}

/**
 * Keeps what `load` gives for each current revision.
 * @param readCurrent says which ones are current, one a line.
 */
function keep<Value>(
  readCurrent: () => string,
  load: (articleId: string, revision: number) => Value,
): () => readonly Value[] {
  let current: string | undefined;
  let known = new Map<string, Value>();
  let values: readonly Value[] = [];
  return () => {
    const now = readCurrent();
    if (now === current) return values;
    const keys = now === "" ? [] : now.split("\n");
    known = new Map(keys.map((key) => [key, known.get(key) ?? loadKey(key, load)]));
    values = Array.from(known.values());
    current = now;
    return values;
  };
}

function loadKey<Value>(key: string, load: (articleId: string, revision: number) => Value): Value {
  const space = key.indexOf(" ");
  return load(key.slice(0, space), Number(key.slice(space + 1)));
}
