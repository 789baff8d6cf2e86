/**
 * Lets one process at a time change the corpus. The lock is an open transaction on a file of its own, so the
 * operating system lets go of it when the process dies, however it dies: there is no stale lock to clean up.
 */
import { join } from "node:path";
import { AppError } from "../../core/errors.js";
import type { IngestLock } from "../../core/ports.js";
import { makeFolder } from "./make-folder.js";
import { openFile } from "./open-file.js";

/** A lock for all who use this `dataDir`. Waits `waitMs` (default 0) for another holder before it gives up. */
export function createIngestLock(dataDir: string, options: { waitMs?: number } = {}): IngestLock {
  return {
    acquire() {
      makeFolder(dataDir);
      const file = openFile(join(dataDir, "ingest.lock"), options.waitMs ?? 0);
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
