/**
 * Writes of many updates under way as one write: those that come in the same turn of the event loop share a transaction,
 * and only what somebody relies on waits for the disk, since that takes milliseconds in which nothing else runs. Writes
 * of one update happen in the order in which they were asked for.
 *
 *   begin, a message is to be sent, it arrived   at once, lazily: a killed process loses nothing of it
 *   an apology is to be sent                      at once, on the disk before it goes out
 *   finish                                        on the disk within a moment, and with it all that came before
 */
import { AppError } from "../core/errors.js";
import type { Durability, InboxStore, Log } from "../core/ports.js";

/** The inbox as those write to it who handle updates. Each call resolves when it is written. */
export interface InboxWrites {
  begin(updateId: number): Promise<void>;
  revoke(updateId: number): Promise<void>;
  progress(updateId: number, progress: string, durability: Durability): Promise<void>;
  /** The last write of an update. */
  finish(updateId: number): Promise<void>;
  /** Writes what is waiting; from then on every write is refused, since the store may be closed. */
  close(): void;
}

interface Waiting {
  apply: () => void;
  durability: Durability;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** How long an end may wait for company. Milliseconds. */
const FINISH_WITHIN_MS = 100;

/** Starts with nothing to write. */
export function createInboxWrites(store: InboxStore, log: Log): InboxWrites {
  let waiting: Waiting[] = [];
  let ends: Waiting[] = [];
  let isClosed = false;

  function flush(isEndDue: boolean): void {
    const isFull = isEndDue || waiting.some(({ durability }) => durability === "full");
    const batch = isFull ? [...waiting, ...ends] : waiting;
    waiting = [];
    if (isFull) ends = [];
    if (batch.length === 0) return;
    try {
      const applyAll = () => {
        for (const { apply } of batch) apply();
      };
      store.inOneWrite(applyAll, isFull ? "full" : "lazy");
    } catch (error) {
      log.error({ error, writes: batch.length }, "the state of updates could not be written");
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  }

  function write(durability: Durability, apply: () => void, isEnd = false): Promise<void> {
    if (isClosed) {
      const message = "the inbox is closed: the bot has stopped";
      return Promise.reject(new AppError("STORE_FAILED", { message, retryable: true }));
    }
    return new Promise((resolve, reject) => {
      const queue = isEnd ? ends : waiting;
      if (queue.length === 0) {
        if (isEnd) setTimeout(flush, FINISH_WITHIN_MS, true);
        else setImmediate(flush, false);
      }
      queue.push({ apply, durability, resolve, reject });
    });
  }

  return {
    begin: (updateId) => write("lazy", () => store.beginAttempt(updateId)),
    revoke: (updateId) => write("lazy", () => store.revokeAttempt(updateId)),
    progress: (updateId, progress, durability) => write(durability, () => store.saveProgress(updateId, progress)),
    finish: (updateId) => write("full", () => store.finish(updateId), true),
    close() {
      flush(true);
      isClosed = true;
    },
  };
}
