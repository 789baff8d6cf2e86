/**
 * The moves of a restore, which a kill must not leave half done. Once everything is staged and checked, a list of them is
 * put beside the database; whoever opens the data next carries out what is left of it. So there is what was there before
 * until the list is written, and what was restored afterwards, never a mixture.
 *
 *   restore:  stage, check ─ write the list ─ move aside ─ move in place ─ remove the list
 *   start:                   is there a list? yes: ────────────────────┘
 */
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFileSync } from "../files/durable.js";
import type { BackedUpFolders } from "./backed-up-folders.js";
import type { BackupSummary } from "./sqlite/backup-database.js";
import { createIngestLock } from "./sqlite/ingest-lock.js";
import { makeFolder } from "./sqlite/make-folder.js";

/** What was restored, and where that is now which was there before. */
export interface RestoreReport extends BackupSummary {
  movedTo: string[];
}

/** One file or folder, by paths relative to one of the two folders: they may be mounted elsewhere by the next start. */
export interface Move {
  in: keyof BackedUpFolders;
  from: string;
  to: string;
}

/** What is to be done. */
export interface PendingRestore {
  report: RestoreReport;
  /** Of what was there before; first. */
  aside: Move[];
  /** Of what is restored, in this order. */
  inPlace: Move[];
}

/** Kept in DATA_DIR while there is something to do. */
const LIST = "restore-under-way.json";
/** For another process that is carrying it out right now. */
const WAIT_MS = 10_000;

/** From here on the restore counts: it is carried out now, or by the next start. */
export function beginRestore({ dataDir }: BackedUpFolders, restore: PendingRestore): void {
  replaceFileSync(join(dataDir, LIST), JSON.stringify(restore));
}

/**
 * Carries out what is left of a restore; for whoever holds the lock of ingest.
 * @param afterMove for tests.
 * @returns undefined when there is none.
 */
export function carryOut(folders: BackedUpFolders, afterMove: () => void = () => {}): RestoreReport | undefined {
  const list = join(folders.dataDir, LIST);
  if (!existsSync(list)) return undefined;
  const { report, aside, inPlace } = JSON.parse(readFileSync(list, "utf8")) as PendingRestore;
  const move = ({ in: folder, ...paths }: Move, isDone: (to: string) => boolean) => {
    const [from, to] = [join(folders[folder], paths.from), join(folders[folder], paths.to)];
    if (!existsSync(from) || isDone(to)) return;
    makeFolder(dirname(to));
    renameSync(from, to);
    afterMove();
  };
  // Once it is aside, what stands in its place is what was restored.
  for (const one of aside) move(one, existsSync);
  for (const one of inPlace) move(one, () => false);
  rmSync(list);
  return report;
}

/**
 * Finishes a restore that was killed; called before data is opened.
 * @returns undefined when there was none.
 * @throws AppError INDEX_BUSY while another process is at it
 */
export function finishRestore(folders: BackedUpFolders, waitMs = WAIT_MS): RestoreReport | undefined {
  if (!existsSync(join(folders.dataDir, LIST))) return undefined;
  const release = createIngestLock(folders.dataDir, { waitMs }).acquire();
  try {
    return carryOut(folders);
  } finally {
    release();
  }
}
