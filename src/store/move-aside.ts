/** What a restore finds in its way, and moving that aside: into a hidden folder beside it, which ingest does not read. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { BackedUpFolders } from "./backup.js";
import { listFiles } from "./backup-corpus.js";
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

/** Moves the database with its index, and the corpus's files if asked to. @returns the folders where they are now. */
export function moveAside({ dataDir, corpusDir }: BackedUpFolders, withCorpus: boolean): string[] {
  const name = `.before-restore-${new Date().toISOString().replaceAll(/[-:]|\..*/gu, "")}`;
  const data = [...databaseFiles(dataDir), ...(existsSync(join(dataDir, "generations")) ? ["generations"] : [])];
  const corpus = !withCorpus
    ? []
    : readdirSync(corpusDir).filter((one) => !one.startsWith(".") && resolve(corpusDir, one) !== resolve(dataDir));
  return [move(dataDir, data, name), move(corpusDir, corpus, name)].flatMap((folder) => folder ?? []);
}

function move(folder: string, names: readonly string[], into: string): string | undefined {
  if (names.length === 0) return undefined;
  const target = join(folder, into);
  mkdirSync(target, { recursive: true });
  for (const name of names) renameSync(join(folder, name), join(target, name));
  return target;
}

function databaseFiles(dataDir: string): string[] {
  const names = ["-wal", "-shm", ""].map((end) => `${basename(databasePath(dataDir))}${end}`);
  return names.filter((name) => existsSync(join(dataDir, name)));
}
