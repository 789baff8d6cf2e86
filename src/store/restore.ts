/**
 * Brings a backup back: unpacked and checked whole beside the data before anything is touched, then moved into place
 * (`pending-restore`), the database last. What was there before is moved aside into hidden folders (`move-aside`), never
 * deleted. The index is not restored: the next start builds it.
 */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { AppError, reasonOf } from "../core/errors.js";
import type { BackedUpFolders } from "./backed-up-folders.js";
import { isSafePath } from "./backup-corpus.js";
import { findStrangers, hasDatabase, planAside } from "./move-aside.js";
import { beginRestore, carryOut, type Move, type RestoreReport } from "./pending-restore.js";
import { type BackupSummary, type OpenBackup, openBackup } from "./sqlite/backup-database.js";
import { createBotLock } from "./sqlite/bot-lock.js";
import { databasePath, foldJournal } from "./sqlite/database.js";
import { createIngestLock } from "./sqlite/ingest-lock.js";
import { makeFolder } from "./sqlite/make-folder.js";

const STAGING = ".restoring-";

/**
 * Restores `file` into the two folders. One that was killed halfway is finished first; when it was of the same backup, that
 * is all there is to do.
 * @param options.force moves data that is there aside instead of refusing.
 * @throws AppError BACKUP_INVALID, BOT_RUNNING, INDEX_BUSY, RESTORE_REFUSED before anything is changed; STORE_FAILED
 */
export async function restoreBackup(
  file: string,
  folders: BackedUpFolders,
  options: { force?: boolean } = {},
): Promise<RestoreReport> {
  if (!existsSync(file)) throw invalid(`there is no file ${file}`);
  const releases: (() => void)[] = [];
  try {
    const locks = [createBotLock(folders.dataDir, { waitMs: 0 }), createIngestLock(folders.dataDir)];
    for (const lock of locks) releases.push(lock.acquire());
    return await restoreAlone(file, folders, options.force ?? false);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = reasonOf(cause);
    const message = `the backup could not be restored: ${reason}; what was there before was not deleted`;
    throw new AppError("STORE_FAILED", { message, cause });
  } finally {
    for (const release of releases) release();
  }
}

async function restoreAlone(file: string, folders: BackedUpFolders, force: boolean): Promise<RestoreReport> {
  const { dataDir, corpusDir } = folders;
  const finished = carryOut(folders);
  const staged: Staged = { database: beginStaging(dataDir), corpus: beginStaging(corpusDir) };
  try {
    const copy = join(staged.database, "copy.sqlite");
    await unpack(file, copy);
    const backup = openBackup(copy);
    try {
      const { summary } = backup;
      if (finished && isSameBackup(finished, summary)) return finished;
      const paths = stageFiles(backup, staged.corpus);
      refuseOverData(folders, staged.corpus, paths, force);
      backup.stripFiles();
      backup.close();
      const hasStrangers = findStrangers(corpusDir, staged.corpus, paths, dataDir).length > 0;
      const { moves: aside, movedTo } = planAside(folders, hasStrangers);
      const inPlace = movesInto(folders, staged, paths);
      const report = { ...summary, movedTo };
      beginRestore(folders, { report, aside, inPlace });
      return carryOut(folders) ?? report;
    } finally {
      backup.close();
    }
  } finally {
    for (const folder of Object.values(staged)) rmSync(folder, { recursive: true, force: true });
  }
}

/** Where things stand until they are moved into place: on the same disk, so that moving is renaming. */
interface Staged {
  database: string;
  corpus: string;
}

/** The database last: it is what makes the rest count. */
function movesInto({ dataDir }: BackedUpFolders, staged: Staged, paths: readonly string[]): Move[] {
  const corpus = basename(staged.corpus);
  return [
    ...paths.map((path): Move => ({ in: "corpusDir", from: `${corpus}/${path}`, to: path })),
    { in: "dataDir", from: `${basename(staged.database)}/copy.sqlite`, to: basename(databasePath(dataDir)) },
  ];
}

function isSameBackup(one: BackupSummary, other: BackupSummary): boolean {
  return (
    one.at === other.at &&
    one.articles === other.articles &&
    one.questions === other.questions &&
    one.files === other.files
  );
}

/** Also removes what a killed restore left. */
function beginStaging(folder: string): string {
  makeFolder(folder);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(STAGING)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(folder, STAGING));
}

async function unpack(file: string, to: string): Promise<void> {
  try {
    await pipeline(createReadStream(file), createGunzip(), createWriteStream(to, { mode: 0o600, flush: true }));
  } catch (cause) {
    throw invalid(cause instanceof Error ? `${file}: ${cause.message}` : file, cause);
  }
}

/** Writes the corpus's files into a folder of their own, where nothing can stand in their way. */
function stageFiles(backup: OpenBackup, folder: string): string[] {
  const paths = backup.listFiles().map(({ path }) => path);
  for (const path of paths) if (!isSafePath(folder, path)) throw invalid(`it has a file of the name ${path}`);
  if (paths.length !== backup.summary.files) throw invalid("files are missing in it");
  for (const path of paths) {
    const bytes = backup.readFile(path);
    try {
      makeFolder(dirname(join(folder, path)));
      writeFileSync(join(folder, path), bytes, { flag: "wx", flush: true });
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
      if (code !== "EEXIST" && code !== "ENOTDIR") throw cause;
      throw invalid(`its files are in the way of one another: ${path}`, cause);
    }
  }
  return paths;
}

/** A corpus that holds nothing but files of the backup, as a fresh copy of the program does, is no obstacle. */
function refuseOverData(
  { dataDir, corpusDir }: BackedUpFolders,
  staged: string,
  paths: readonly string[],
  force: boolean,
): void {
  const why = hasDatabase(dataDir)
    ? `there is data in DATA_DIR (${dataDir})`
    : findStrangers(corpusDir, staged, paths, dataDir)
        .slice(0, 1)
        .map((name) => `CORPUS_DIR (${corpusDir}) holds ${name}, which is not in the backup as it is there`)[0];
  if (why !== undefined && !force) {
    throw new AppError("RESTORE_REFUSED", {
      message: `${why}: nothing was changed; --force moves what is there aside and restores`,
    });
  }
  if (!foldJournal(dataDir)) {
    throw new AppError("RESTORE_REFUSED", {
      message: `another program has the database in DATA_DIR (${dataDir}) open: end it first; nothing was changed`,
    });
  }
}

function invalid(why: string, cause?: unknown): AppError {
  return new AppError("BACKUP_INVALID", { message: `the backup cannot be used: ${why}; nothing was changed`, cause });
}
