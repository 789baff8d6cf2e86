/**
 * Questions of the last day, for the limits, on SQLite: implements `RequestStore`. They are counted by the time at which
 * they were asked: what waited while the bot was down was not asked all at once.
 */
import type { RequestStore } from "../../core/audience-ports.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Requests on an open connection, which stays the caller's to close. @param now milliseconds since the epoch. */
export function createSqliteRequests(connection: Connection, now: () => number = Date.now): RequestStore {
  const counted = connection.prepare<[number], number>("SELECT 1 FROM requests WHERE update_id = ?").pluck();
  const insert = connection.prepare("INSERT INTO requests (asker, at, update_id) VALUES (?, ?, ?)");
  const forget = connection.prepare("DELETE FROM requests WHERE at < ?");
  /** The one that must be older than the window for another to be let in. */
  const nthLatest = connection
    .prepare<[string, number, number], number>(
      "SELECT at FROM requests WHERE asker = ? AND at <= ? ORDER BY at DESC LIMIT 1 OFFSET ?",
    )
    .pluck();
  const toldBy = connection.prepare<[string, string], { at: number; updateId: number }>(
    'SELECT at, update_id AS "updateId" FROM told WHERE topic = ? AND who = ?',
  );
  const tell = connection.prepare("INSERT OR REPLACE INTO told (topic, who, at, update_id) VALUES (?, ?, ?, ?)");
  const forgetTold = connection.prepare("DELETE FROM told WHERE at < ?");

  function waitFor(asker: string, at: number, limit: number, windowMs: number): number {
    const oldest = limit === 0 ? undefined : nthLatest.get(asker, at, limit - 1);
    return oldest === undefined ? 0 : Math.max(0, oldest + windowMs - at);
  }

  return {
    admit({ asker, updateId, at }, { perMinute, perDay }) {
      const admit = () => {
        forget.run(now() - DAY_MS);
        if (counted.get(updateId) !== undefined) return 0;
        const waitMs = Math.max(waitFor(asker, at, perMinute, MINUTE_MS), waitFor(asker, at, perDay, DAY_MS));
        if (waitMs === 0) insert.run(asker, at, updateId);
        return waitMs;
      };
      return inTransaction(connection, "a question's count", admit, "lazy");
    },
    mayTell(topic, who, updateId, everyMs) {
      const note = () => {
        forgetTold.run(now() - DAY_MS);
        const last = toldBy.get(topic, who);
        if (last?.updateId === updateId) return true;
        if (last && now() - last.at < everyMs) return false;
        tell.run(topic, who, now(), updateId);
        return true;
      };
      return inTransaction(connection, "who was told", note, "lazy");
    },
  };
}
