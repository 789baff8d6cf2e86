/**
 * Opens the one SQLite file that is the truth, and brings its schema up to date. Every statement that changes
 * something runs in a transaction with full durability: what was committed survives a kill at any moment.
 */
import { join } from "node:path";
import Database from "better-sqlite3";
import { AppError } from "../../core/errors.js";
import { makeFolder } from "./make-folder.js";
import { MIGRATIONS } from "./schema.js";

/** An open SQLite connection. */
export type Connection = Database.Database;

/**
 * Opens `programme-answers.sqlite` in `dataDir`, creating both when absent.
 * @throws AppError STORE_FAILED when the file cannot be opened, is no database, or was written by a newer version.
 */
export function openDatabase(dataDir: string): Connection {
  const path = join(dataDir, "programme-answers.sqlite");
  try {
    makeFolder(dataDir);
    const connection = new Database(path, { timeout: 10_000 });
    KEPT.push(connection);
    connection.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON",
    );
    migrate(connection);
    return connection;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("STORE_FAILED", {
      message: `the database in DATA_DIR (${dataDir}) cannot be opened: ${describe(cause)}; check the folder's rights, or move the file away to start anew`,
      cause,
    });
  }
}

/**
 * Connections and statements that nobody may hold any more: Node 24 aborts when one of better-sqlite3 12 is collected as
 * garbage, so none ever is. For the same reason settings go through `exec`, which makes no statement.
 */
const KEPT: unknown[] = [];

function migrate(connection: Connection): void {
  const apply = connection.transaction(() => {
    const readVersion = connection.prepare<[], number>("PRAGMA user_version").pluck();
    KEPT.push(readVersion);
    const version = readVersion.get() ?? 0;
    if (version > MIGRATIONS.length) {
      throw new AppError("STORE_FAILED", {
        message: `the database has schema ${version}, this version knows ${MIGRATIONS.length}: it was written by a newer version; update the program`,
      });
    }
    for (const migration of MIGRATIONS.slice(version)) connection.exec(migration);
    connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
  apply.immediate();
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
