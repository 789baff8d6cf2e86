/**
 * Opens the one SQLite file that is the truth, and brings its schema up to date. Every statement that changes something
 * runs in a transaction: what was committed survives a kill at any moment, and a power failure (see `Durability`).
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError, reasonOf } from "../../core/errors.js";
import { makeFolder } from "./make-folder.js";
import { type Connection, openFile } from "./open-file.js";
import { MIGRATIONS, takeStep } from "./schema.js";

export type { Connection } from "./open-file.js";

/** How long a statement waits for another process that is writing. */
export const WAIT_MS = 10_000;

/** The database in `dataDir`. SQLite keeps its journal beside it, under the same name with an ending. */
export function databasePath(dataDir: string): string {
  return join(dataDir, "programme-answers.sqlite");
}

/**
 * Opens `programme-answers.sqlite` in `dataDir`, creating both when absent.
 * @throws AppError STORE_FAILED when the file cannot be opened, is no database, or was written by a newer version.
 */
export function openDatabase(dataDir: string): Connection {
  const path = databasePath(dataDir);
  try {
    makeFolder(dataDir);
    const connection = openFile(path, WAIT_MS);
    connection.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON",
    );
    migrate(connection);
    return connection;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("STORE_FAILED", {
      message: `the database in DATA_DIR (${dataDir}) cannot be opened: ${reasonOf(cause)}; check the folder's rights, or move the file away to start anew`,
      cause,
    });
  }
}

/**
 * Closes the database of `dataDir` for good: all of it is in its one file then, without a journal beside it.
 * @returns false when some process has it open. A file that is no database is left as it is.
 */
export function foldJournal(dataDir: string): boolean {
  const path = databasePath(dataDir);
  if (!existsSync(path)) return true;
  try {
    const connection = openFile(path, 0);
    connection.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all();
    connection.close(); // the last one to close removes the journal
  } catch {
    return true;
  }
  return !existsSync(`${path}-wal`);
}

function migrate(connection: Connection): void {
  const apply = connection.transaction(() => {
    const version = connection.prepare<[], number>("PRAGMA user_version").pluck().get() ?? 0;
    if (version > MIGRATIONS.length) {
      throw new AppError("STORE_FAILED", {
        message: `the database has schema ${version}, this version knows ${MIGRATIONS.length}: it was written by a newer version; update the program`,
      });
    }
    for (const step of MIGRATIONS.slice(version)) takeStep(connection, step);
    connection.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
  apply.immediate();
}
