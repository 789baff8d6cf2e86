/**
 * Whether what is current may have changed, told without reading any of it: whoever keeps a list of a whole corpus in
 * memory asks here first. SQLite counts the commits of other connections, also of other processes; our own changes of
 * what is current are counted here. It may change for nothing (somebody wrote something else), never the other way.
 */
import type { Connection } from "./database.js";

const ownChanges = new WeakMap<Connection, number>();

/** To be called in every transaction that makes other revisions or files current. */
export function countChange(connection: Connection): void {
  ownChanges.set(connection, (ownChanges.get(connection) ?? 0) + 1);
}

/** Gives a function that reads the stamp: two equal ones mean that nothing has changed in between. */
export function createCurrentStamp(connection: Connection): () => string {
  const others = connection.prepare<[], number>("PRAGMA data_version").pluck();
  return () => `${others.get()}.${ownChanges.get(connection) ?? 0}`;
}
