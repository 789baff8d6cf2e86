/** What a restore finds in its way, and where to move that: into a hidden folder beside it, which ingest does not read. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { BackedUpFolders } from "./backed-up-folders.js";
import { listFiles } from "./backup-corpus.js";
import type { Move } from "./pending-restore.js";
import { databasePath } from "./sqlite/database.js";

/** Whether there is a database, or what is left of one. */
export function hasDatabase(dataDir: string): boolean {
  return databaseFiles(dataDir).length > 0;
}

/**
 * Files of the corpus folder that are not in the backup just as they are.
 * @param restored a folder with the backup's files, `paths` below it.
 * @param dataDir left out, should it lie in the corpus folder.
 */
export function findStrangers(
  corpusDir: string,
  restored: string,
  paths: readonly string[],
  dataDir: string,
): string[] {
  const known = new Set(paths);
  return listFiles(corpusDir, dataDir).filter((path) => {
    return !known.has(path) || !readFileSync(join(corpusDir, path)).equals(readFileSync(join(restored, path)));
  });
}

/**
 * The moves that take the database with its index out of the way, and the corpus's files if asked to.
 * @returns them, and the folders where all will be then.
 */
export function planAside(folders: BackedUpFolders, withCorpus: boolean): { moves: Move[]; movedTo: string[] } {
  const { dataDir, corpusDir } = folders;
  const name = freshName(folders);
  const data = [...databaseFiles(dataDir), ...(existsSync(join(dataDir, "generations")) ? ["generations"] : [])];
  const corpus = !withCorpus
    ? []
    : readdirSync(corpusDir).filter((one) => !one.startsWith(".") && resolve(corpusDir, one) !== resolve(dataDir));
  const movesIn = (folder: Move["in"], names: readonly string[]) =>
    names.map((from): Move => ({ in: folder, from, to: `${name}/${from}` }));
  const moves = [...movesIn("dataDir", data), ...movesIn("corpusDir", corpus)];
  const touched = new Set(moves.map((move) => folders[move.in]));
  return { moves, movedTo: Array.from(touched, (folder) => join(folder, name)) };
}

/** Another one for each restore, also within a second: what was moved aside is never moved upon. */
function freshName({ dataDir, corpusDir }: BackedUpFolders): string {
  const name = `.before-restore-${new Date().toISOString().replaceAll(/[-:]|\..*/gu, "")}`;
  const isTaken = (one: string) => [dataDir, corpusDir].some((folder) => existsSync(join(folder, one)));
  for (let n = 1; ; n++) {
    const fresh = n === 1 ? name : `${name}-${n}`;
    if (!isTaken(fresh)) return fresh;
  }
}

function databaseFiles(dataDir: string): string[] {
  const names = ["-wal", "-shm", ""].map((end) => `${basename(databasePath(dataDir))}${end}`);
  return names.filter((name) => existsSync(join(dataDir, name)));
}
