/**
 * Lets one process at a time change the corpus. The lock is an open transaction on a file of its own, so the
 * operating system lets go of it when the process dies, however it dies: there is no stale lock to clean up.
 */
import { join } from "node:path";
import Database from "better-sqlite3";
import { AppError } from "../../core/errors.js";
import type { IngestLock } from "../../core/ports.js";
import { makeFolder } from "./make-folder.js";

/** Closed files that nobody holds any more, for the reason given in `database.ts`; one for each run. */
const KEPT: unknown[] = [];

/** A lock for all who use this `dataDir`. Waits `waitMs` (default 0) for another holder before it gives up. */
export function createIngestLock(dataDir: string, options: { waitMs?: number } = {}): IngestLock {
  return {
    acquire() {
      makeFolder(dataDir);
      const file = new Database(join(dataDir, "ingest.lock"), { timeout: options.waitMs ?? 0 });
      KEPT.push(file);
      try {
        file.exec("BEGIN EXCLUSIVE");
      } catch (cause) {
        file.close();
        throw new AppError("INDEX_BUSY", {
          message: "another run is changing the index of this DATA_DIR: wait until it has finished",
          retryable: true,
          cause,
        });
      }
      return () => {
        file.close();
      };
    },
  };
}
