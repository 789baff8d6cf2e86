/** Lets one process at a time change the corpus. */
import { join } from "node:path";
import { AppError } from "../../core/errors.js";
import type { IngestLock } from "../../core/ports.js";
import { holdFile } from "./held-file.js";

/** A lock for all who use this `dataDir`. Waits `waitMs` (default 0) for another holder before it gives up. */
export function createIngestLock(dataDir: string, options: { waitMs?: number } = {}): IngestLock {
  return {
    acquire() {
      const release = holdFile(join(dataDir, "ingest.lock"), options.waitMs ?? 0);
      if (release) return release;
      throw new AppError("INDEX_BUSY", {
        message: "another run is changing the index of this DATA_DIR: wait until it has finished",
        retryable: true,
      });
    },
  };
}
