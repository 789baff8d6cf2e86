/**
 * Tells which corpus files need not be read again within this process: those that the file system calls untouched since
 * they were last hashed. The hash stays the truth: the first run of every process reads all, so a system whose times lie
 * (a clock set back, some network disks) is found out at the next start, and `npm run index` never relies on them.
 */
import { type Stats, statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";

/** Hashes of files as they were read, by path. */
export interface FileStamps {
  /** Looks at the files, a few milliseconds at a time. @returns the hashes of the untouched ones, by path. */
  findUntouched(paths: readonly string[]): Promise<Map<string, string>>;
  /** Remembers what was read of a file. @param before what `stat` said before it was read. */
  remember(path: string, before: Stats, hash: string): void;
}

/** A file that was written so shortly before might be written again within the same tick of the disk's clock. */
const SETTLED_AFTER_MS = 2000;
const PIECE_MS = 4;

/** Nothing is known at first. */
export function createFileStamps(): FileStamps {
  const known = new Map<string, { stats: Stats; hash: string }>();

  /** Files that are no longer there. */
  function forgetOthers(untouched: ReadonlyMap<string, string>): void {
    for (const path of known.keys()) if (!untouched.has(path)) known.delete(path);
  }

  return {
    async findUntouched(paths) {
      const untouched = new Map<string, string>();
      let begun = performance.now();
      for (const path of known.size === 0 ? [] : paths) {
        const before = known.get(path);
        if (!before) continue;
        if (isUntouched(path, before.stats)) untouched.set(path, before.hash);
        else known.delete(path);
        if (performance.now() - begun > PIECE_MS) {
          await setImmediate();
          begun = performance.now();
        }
      }
      if (known.size > untouched.size) forgetOthers(untouched);
      return untouched;
    },
    remember(path, before, hash) {
      if (before.ctimeMs < Date.now() - SETTLED_AFTER_MS) known.set(path, { stats: before, hash });
    },
  };
}

/** Compares all that changes when somebody writes to a file; `ctime` also when its other times are set back. */
function isUntouched(path: string, before: Stats): boolean {
  try {
    const now = statSync(path);
    const isSameFile = now.ino === before.ino && now.dev === before.dev;
    return isSameFile && now.ctimeMs === before.ctimeMs && now.mtimeMs === before.mtimeMs && now.size === before.size;
  } catch {
    return false; // reading it will say why
  }
}
