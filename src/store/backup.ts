/**
 * Makes a backup: one file that holds the database as it was at one moment and the corpus folder, while a bot may go on
 * writing. It is an SQLite database (`sqlite/backup-database`) packed with gzip, whose checksum covers all of it. What can
 * be built anew from these two, the generations, is not in it.
 */
import { createReadStream, createWriteStream, existsSync, mkdtempSync } from "node:fs";
import { link, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { AppError, reasonOf } from "../core/errors.js";
import { syncFile, syncFolder } from "../files/durable.js";
import type { BackedUpFolders } from "./backed-up-folders.js";
import { listFiles, readFiles } from "./backup-corpus.js";
import { finishRestore } from "./pending-restore.js";
import { addFiles, type BackupSummary, copyDatabase } from "./sqlite/backup-database.js";
import { databasePath } from "./sqlite/database.js";

/**
 * Writes a backup to `out`, which must not exist: beside it first, and under its name when it is whole and on the disk.
 * The database comes first, so a file that is added meanwhile is indexed after a restore, never missed.
 * @throws AppError BACKUP_FAILED
 */
export async function createBackup(
  { dataDir, corpusDir }: BackedUpFolders,
  out: string,
): Promise<BackupSummary & { path: string; bytes: number }> {
  const path = resolve(out);
  finishRestore({ dataDir, corpusDir });
  if (existsSync(path)) throw failed(`${path} exists: choose another name`);
  if (!existsSync(databasePath(dataDir))) throw failed(`there is no database in DATA_DIR (${dataDir})`);
  let folder: string | undefined;
  try {
    // Readable for nobody else: it holds what people wrote.
    folder = mkdtempSync(join(dirname(path), ".backup-"));
    const [copy, packed] = [join(folder, "copy.sqlite"), join(folder, "packed")];
    copyDatabase(dataDir, copy);
    const summary = addFiles(copy, readFiles(corpusDir, listFiles(corpusDir, dataDir)), Date.now());
    await pipeline(createReadStream(copy), createGzip(), createWriteStream(packed, { mode: 0o600 }));
    await syncFile(packed);
    await putInPlace(packed, path);
    return { ...summary, path, bytes: (await stat(path)).size };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw failed(reasonOf(cause), cause);
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** Never over a file that is there: a link fails then, a rename would not. Some disks know no links. */
async function putInPlace(from: string, to: string): Promise<void> {
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST" || existsSync(to)) throw failed(`${to} exists: choose another name`);
    await rename(from, to);
  });
  await syncFolder(dirname(to));
}

function failed(why: string, cause?: unknown): AppError {
  return new AppError("BACKUP_FAILED", { message: `the backup was not written: ${why}`, cause });
}
