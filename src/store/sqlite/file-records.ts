/**
 * The list of corpus files that the store remembers. Every run of ingest asks for all of it and gives all of it back, mostly
 * as it was: so it is kept in memory as long as nobody else can have changed it, and only differences are written.
 */
import type { FileRecord } from "../../core/ports.js";
import { createCurrentStamp } from "./current-stamp.js";
import type { Connection } from "./database.js";

/** See above. */
export interface FileRecords {
  /** Ordered by source, unless it is as somebody put it. Do not change it. */
  list(): readonly FileRecord[];
  /** What there is now of the files that are not as in a list, by source; null: there is no such file. */
  findOther(wanted: readonly FileRecord[]): Map<string, string | null>;
  /** Null takes a file from the list. */
  set(source: string, hash: string | null): void;
  /** To be called when the list has been written and committed. */
  remember(written: readonly FileRecord[]): void;
}

interface Kept {
  stamp: string;
  records: readonly FileRecord[];
}

/** The last record of each source. */
function bySource(records: readonly FileRecord[]): Iterable<FileRecord> {
  return new Map(records.map((record) => [record.source, record])).values();
}

/** One list for each connection, whoever asks. */
const kept = new WeakMap<Connection, Kept>();

/** Over an open connection, which stays the caller's to close. */
export function createFileRecords(connection: Connection): FileRecords {
  const stamp = createCurrentStamp(connection);
  const all = connection.prepare<[], FileRecord>("SELECT source, hash FROM files ORDER BY source");
  const drop = connection.prepare("DELETE FROM files WHERE source = ?");
  const put = connection.prepare(
    "INSERT INTO files (source, hash) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET hash = excluded.hash",
  );

  function list(): readonly FileRecord[] {
    const now = stamp();
    const known = kept.get(connection);
    if (known?.stamp === now) return known.records;
    const records = all.all();
    kept.set(connection, { stamp: now, records });
    return records;
  }

  return {
    list,
    findOther(wanted) {
      // Most of a list that comes back are the very records that were given out.
      const left = new Set(list());
      const changed = Array.from(bySource(wanted)).filter((record) => !left.delete(record));
      const before = new Map(Array.from(left, ({ source, hash }) => [source, hash]));
      const other = new Map<string, string | null>();
      for (const { source, hash } of changed) {
        const former = before.get(source);
        if (former !== hash) other.set(source, former ?? null);
        before.delete(source);
      }
      for (const [source, hash] of before) other.set(source, hash);
      return other;
    },
    set(source, hash) {
      if (hash === null) drop.run(source);
      else put.run(source, hash);
    },
    remember(written) {
      kept.set(connection, { stamp: stamp(), records: [...written] });
    },
  };
}
