/**
 * Watches the corpus folder: tells when its files have changed and have come to rest, so that nothing half written is read.
 * The system's own notices make it quick; a look every minute makes it sure, since there are none for network folders,
 * for more folders than the system allows, or for what comes in a folder's first moment.
 */
import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { listCorpusFiles } from "../ingest/corpus-files.js";

/** How it watches; the defaults are right outside of tests. Milliseconds. */
export interface WatchOptions {
  /** For so long nothing must change. Default 1000. */
  restMs?: number;
  /** How often it looks by itself. Default 60000. */
  lookEveryMs?: number;
  /** Whether it listens to the system. Default true. */
  listens?: boolean;
}

/**
 * @param onChange called first when the watch begins, then after changes; never twice at once. Must not reject.
 * @returns the function that ends it; resolves when a call under way has ended.
 */
export function watchCorpus(
  corpusDir: string,
  onChange: () => Promise<void>,
  { restMs = 1000, lookEveryMs = 60_000, listens = true }: WatchOptions = {},
): () => Promise<void> {
  let handled: string | undefined;
  let isEnded = false;
  let isLooking = false;
  let isAgain = false;
  let ending: Promise<void> = Promise.resolve();
  let wake = () => {};

  /** Waits until two looks, a rest apart, see the same. */
  async function look(): Promise<void> {
    let seen = await describe(corpusDir);
    while (!isEnded && seen !== handled) {
      if (handled !== undefined) await rest();
      const now = await describe(corpusDir);
      if (isEnded) return;
      if (now !== seen) {
        seen = now;
        continue;
      }
      handled = now;
      await onChange();
    }
  }

  function rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, restMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function begin(): void {
    if (isEnded) return;
    if (isLooking) {
      isAgain = true;
      return;
    }
    isLooking = true;
    ending = look().finally(() => {
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
    isEnded = true;
    clearInterval(timer);
    listener?.close();
    wake();
    await ending;
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
