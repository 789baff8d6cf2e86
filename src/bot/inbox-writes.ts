/**
 * Writes of many updates under way as one transaction: those that come in the same turn of the event loop share it. They
 * happen in the order in which they were asked for, and survive a killed process as soon as their promise resolves. The
 * disk is not waited for: a moment after updates have ended, it is made sure that all is there (see `sync` of the store).
 */
import { AppError } from "../core/errors.js";
import type { InboxStore, Log } from "../core/ports.js";

/** The inbox as those write to it who handle updates. */
export interface InboxWrites {
  begin(updateId: number): Promise<void>;
  revoke(updateId: number): Promise<void>;
  progress(updateId: number, progress: string): Promise<void>;
  finish(updateId: number): Promise<void>;
  /** Writes what is waiting; from then on every write is refused, since the store may be closed. */
  close(): void;
}

interface Waiting {
  apply: () => void;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** From the end of an update until the disk is asked: a power failure in between has it answered once more. Milliseconds. */
const SYNC_WITHIN_MS = 100;

/** Starts with nothing to write. */
export function createInboxWrites(store: InboxStore, log: Log): InboxWrites {
  let waiting: Waiting[] = [];
  let isClosed = false;
  let syncing: NodeJS.Timeout | undefined;

  function flush(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      store.inOneWrite(() => {
        for (const { apply } of batch) apply();
      });
    } catch (error) {
      log.error({ error, writes: batch.length }, "the state of updates could not be written");
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  }

  function write(apply: () => void): Promise<void> {
    if (isClosed) {
      const message = "the inbox is closed: the bot has stopped";
      return Promise.reject(new AppError("STORE_FAILED", { message, retryable: true }));
    }
    return new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ apply, resolve, reject });
    });
  }

  function syncSoon(): void {
    syncing ??= setTimeout(() => {
      syncing = undefined;
      store.sync().catch((error: unknown) => log.warn({ error }, "the disk did not take the state of updates"));
    }, SYNC_WITHIN_MS);
  }

  return {
    begin: (updateId) => write(() => store.beginAttempt(updateId)),
    revoke: (updateId) => write(() => store.revokeAttempt(updateId)),
    progress: (updateId, progress) => write(() => store.saveProgress(updateId, progress)),
    finish(updateId) {
      if (!isClosed) syncSoon();
      return write(() => store.finish(updateId));
    },
    close() {
      flush();
      isClosed = true;
      clearTimeout(syncing);
    },
  };
}
