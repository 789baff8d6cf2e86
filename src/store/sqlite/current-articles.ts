/**
 * Heads and chunks of all current articles, kept in memory: a run of ingest asks for them again and again, and mostly one
 * article of thousands has changed since. A revision never changes, so what was read of one stays true; only which
 * revisions are current is asked anew each time, whoever has changed that. Not to be asked within a transaction that writes.
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

  return {
    /** Ordered by source and position in it. */
    listHeads: (): readonly ArticleHead[] => heads().values.flat(),
    /** In ascending id. The same list as before while nothing has changed. */
    listChunks(): readonly StoredChunk[] {
      const { added, removed } = chunks();
      if (added.length + removed.length === 0) return flat;
      const gone = new Set(removed.flat());
      const staying = gone.size === 0 ? flat : flat.filter((chunk) => !gone.has(chunk));
      flat = staying.concat(added.flat()).toSorted((one, other) => one.id - other.id);
      return flat;
    },
  };
}

/** What there is now, and what has come and gone since the last time. */
interface Kept<Value> {
  values: readonly Value[];
  added: readonly Value[];
  removed: readonly Value[];
}

/**
 * Keeps what `load` gives for each current revision.
 * @param readCurrent says which ones are current, one a line.
 */
function keep<Value>(
  readCurrent: () => string,
  load: (articleId: string, revision: number) => Value,
): () => Kept<Value> {
  let current = "";
  let known = new Map<string, Value>();
  let values: readonly Value[] = [];
  return () => {
    const now = readCurrent();
    if (now === current) return { values, added: [], removed: [] };
    const next = new Map<string, Value>();
    const added: Value[] = [];
    for (const key of now === "" ? [] : now.split("\n")) {
      let value = known.get(key);
      if (value === undefined) added.push((value = loadKey(key, load)));
      next.set(key, value);
    }
    const removed = Array.from(known).flatMap(([key, value]) => (next.has(key) ? [] : [value]));
    [known, values, current] = [next, Array.from(next.values()), now];
    return { values, added, removed };
  };
}

function loadKey<Value>(key: string, load: (articleId: string, revision: number) => Value): Value {
  const space = key.indexOf(" ");
  return load(key.slice(0, space), Number(key.slice(space + 1)));
}
