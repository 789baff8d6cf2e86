/**
 * Watches the corpus folder: tells when its files have changed and have come to rest, so that nothing half written is read.
 * The system's own notices make it quick; a look every minute makes it sure, since there are none for network folders,
 * for more folders than the system allows, or for what comes in a folder's first moment.
 */
import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { listCorpusFiles } from "../ingest/corpus-files.js";

/** How it watches; the defaults are right outside of tests. Milliseconds. */
export interface WatchOptions {
  /** For so long nothing must change. Default 1000. */
  restMs?: number;
  /** How often it looks by itself. Default 60000. */
  lookEveryMs?: number;
  /** Whether it listens to the system. Default true. */
  listens?: boolean;
  /** After a call that did not succeed, how long until the next one; doubles up to ten minutes. Default 5000. */
  againMs?: number;
}

const LONGEST_AGAIN_MS = 600_000;

/**
 * @param onChange called first when the watch begins, then after changes; never twice at once. Must not reject. When it
 * resolves to false it is called again after a while, though nothing has changed: what kept it may have passed.
 * @returns the function that ends it; resolves when a call under way has ended.
 */
export function watchCorpus(
  corpusDir: string,
  onChange: () => Promise<boolean>,
  { restMs = 1000, lookEveryMs = 60_000, listens = true, againMs = 5000 }: WatchOptions = {},
): () => Promise<void> {
  /** What was seen when it was called last. */
  let handled: string | undefined;
  let again: NodeJS.Timeout | undefined;
  let againInMs = againMs;
  let isFirst = true;
  const ending = new AbortController();
  let isLooking = false;
  let isAgain = false;
  let looked: Promise<void> = Promise.resolve();

  /** Waits until two looks, a rest apart, see the same. */
  async function look(): Promise<void> {
    let seen = await describe(corpusDir);
    while (!ending.signal.aborted && seen !== handled) {
      if (!isFirst) await pause(restMs, undefined, { signal: ending.signal }).catch(() => undefined);
      const now = await describe(corpusDir);
      if (ending.signal.aborted) return;
      if (now !== seen) {
        seen = now;
        continue;
      }
      handled = now;
      isFirst = false;
      clearTimeout(again);
      if (await onChange()) againInMs = againMs;
      else callAgainLater();
    }
  }

  function callAgainLater(): void {
    again = setTimeout(() => {
      handled = undefined;
      begin();
    }, againInMs);
    again.unref();
    againInMs = Math.min(2 * againInMs, LONGEST_AGAIN_MS);
  }

  function begin(): void {
    if (ending.signal.aborted) return;
    if (isLooking) {
      isAgain = true;
      return;
    }
    isLooking = true;
    looked = look().finally(() => {
      isLooking = false;
      if (!isAgain) return;
      isAgain = false;
      begin();
    });
  }

  const listener = listens ? listen(corpusDir, begin) : undefined;
  const timer = setInterval(begin, lookEveryMs);
  timer.unref();
  begin();

  return async () => {
    ending.abort();
    clearInterval(timer);
    clearTimeout(again);
    listener?.close();
    await looked;
    clearTimeout(again);
  };
}

function listen(folder: string, onNotice: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, onNotice);
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

/** Names, sizes and times of the files that ingest reads, in one string; other files do not show. */
async function describe(corpusDir: string): Promise<string> {
  try {
    const { files } = await listCorpusFiles(corpusDir);
    const lines: string[] = [];
    for (const { path, source } of files) {
      const { size, mtimeMs, ino } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0, ino: 0 }));
      lines.push(JSON.stringify([source, size, mtimeMs, ino]));
    }
    return lines.join("\n");
  } catch {
    return "unreadable";
  }
}
