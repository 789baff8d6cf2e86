/**
 * The durable inbox on SQLite: implements `InboxStore`. Its writes do not wait for the disk, `sync` does; ids of finished
 * updates stay behind without their contents and without whose they were, so that an update that comes twice is handled once.
 */
import type { InboxEntry, InboxStore, InboxTicket } from "../../core/ports.js";
import type { Connection } from "./database.js";
import { syncLog } from "./sync-log.js";
import { inTransaction } from "./transaction.js";

/** Ids of finished updates are forgotten after this many days, when the inbox is opened. Telegram repeats for one day. */
export const DAYS_REMEMBERED = 30;

/** A row of the table. */
interface Row {
  update_id: number;
  lane: string;
  payload: string;
  attempts: number;
  progress: string | null;
}

/** What the inbox may be told. */
export interface InboxOptions {
  /** Milliseconds since the epoch. Default Date.now. */
  now?: () => number;
}

/**
 * The inbox on an open connection, which stays the caller's to close.
 * @example createSqliteInbox(connection).add([{ updateId: 1, lane: "1001", payload: "{}" }])
 */
export function createSqliteInbox(connection: Connection, options: InboxOptions = {}): InboxStore {
  const now = options.now ?? Date.now;
  const insert = connection.prepare("INSERT OR IGNORE INTO inbox (update_id, lane, payload) VALUES (?, ?, ?)");
  const unfinished = connection.prepare<[], InboxTicket>(
    'SELECT update_id AS "updateId", lane, attempts FROM inbox WHERE finished_at IS NULL ORDER BY update_id',
  );
  const one = connection.prepare<[number], Row>(
    "SELECT update_id, lane, payload, attempts, progress FROM inbox WHERE update_id = ? AND finished_at IS NULL",
  );
  const begin = connection.prepare("UPDATE inbox SET attempts = attempts + 1 WHERE update_id = ?");
  const revoke = connection.prepare("UPDATE inbox SET attempts = max(attempts - 1, 0) WHERE update_id = ?");
  const progress = connection.prepare("UPDATE inbox SET progress = ? WHERE update_id = ? AND finished_at IS NULL");
  const done = connection.prepare(
    "UPDATE inbox SET lane = '', payload = NULL, progress = NULL, finished_at = ? WHERE update_id = ? AND finished_at IS NULL",
  );
  const forget = connection.prepare("DELETE FROM inbox WHERE finished_at < ?");

  const write = <Result>(what: string, work: () => Result) => inTransaction(connection, what, work, "lazy");
  write("the forgetting of old updates", () => forget.run(now() - DAYS_REMEMBERED * 86_400_000));

  return {
    add: (entries) =>
      write("a batch of updates", () =>
        entries
          .filter(({ updateId, lane, payload }) => insert.run(updateId, lane, payload).changes === 1)
          .map(({ updateId, lane }) => ({ updateId, lane, attempts: 0 })),
      ),
    listUnfinished: () => unfinished.all(),
    read(updateId) {
      const row = one.get(updateId);
      return row && toEntry(row);
    },
    beginAttempt: (updateId) => void write("the begin of an update", () => begin.run(updateId)),
    revokeAttempt: (updateId) => void write("the return of an update", () => revoke.run(updateId)),
    saveProgress: (updateId, text) => void write("the progress of an update", () => progress.run(text, updateId)),
    finish: (updateId) => void write("the end of an update", () => done.run(now(), updateId)),
    inOneWrite: (changes) => write("changes of the inbox", changes),
    sync: () => syncLog(connection),
  };
}

function toEntry({ update_id, lane, payload, attempts, progress }: Row): InboxEntry {
  return { updateId: update_id, lane, payload, attempts, progress: progress ?? undefined };
}
