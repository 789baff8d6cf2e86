/**
 * Waits until the disk has what was written, without holding anything else up: a commit that waits by itself stops the whole
 * process for as long as the disk takes. Whatever is committed stands in SQLite's log file first, so that file is
 * all that has to be made sure of; when SQLite moves it on into the database, it makes sure of that itself.
 */
import { open } from "node:fs/promises";
import { AppError, reasonOf } from "../../core/errors.js";
import type { Connection } from "./database.js";

/**
 * Resolves when everything committed before the call is on the disk.
 * @param openFile for tests: a disk that does not take it cannot be had otherwise.
 * @throws AppError STORE_FAILED when the disk does not take it.
 */
export async function syncLog(connection: Connection, openFile: typeof open = open): Promise<void> {
  try {
    // SQLite holds no locks on its log, so another handle may come and go.
    const file = await openFile(`${connection.name}-wal`, "r+");
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    // No log: the last connection was closed, and all is in the database.
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return;
    const reason = reasonOf(cause);
    throw new AppError("STORE_FAILED", {
      message: `the disk did not take what was written: ${reason}`,
      retryable: true,
      cause,
    });
  }
}
