/**
 * Opens an SQLite file, and keeps what better-sqlite3 makes of it for the life of the process: compiled for Node 24.19 or
 * newer, version 12 aborts the process when a database or a statement is collected as garbage.
 */
import Database from "better-sqlite3";

/**
 * An open SQLite file. Leaves out what makes objects that cannot be kept: settings go through `exec` instead of `pragma`,
 * and rows are read by `get` and `all`, never by a statement's `iterate`.
 */
export type Connection = Pick<
  Database.Database,
  "name" | "prepare" | "exec" | "transaction" | "inTransaction" | "close"
>;

const KEPT: unknown[] = [];

/**
 * Opens the file, creating it when absent. Every `prepare` costs memory until the process ends: prepare once, run often.
 * @param waitMs how long a statement waits for another process's lock.
 * @throws what SQLite says, when the file cannot be opened.
 */
export function openFile(path: string, waitMs: number): Connection {
  const database = new Database(path, { timeout: waitMs });
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string) => {
    const statement = prepare(sql);
    KEPT.push(statement);
    return statement;
  }) as typeof database.prepare;
  KEPT.push(database);
  return database;
}
