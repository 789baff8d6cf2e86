/**
 * Reads what is new or changed in the corpus folder. A bad file is a line in the report and never stops the others;
 * the articles that it gave when it was still good stay as they are.
 */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { AppError, type ErrorCode } from "../core/errors.js";
import type { FileRecord } from "../core/ports.js";
import { type CorpusFile, listCorpusFiles } from "./corpus-files.js";
import { refuseLarge } from "./load.js";
import { readFileBounded } from "./read-bounded.js";
import { type FileReading, READING_RULES_VERSION } from "./read-file.js";

/** A file, or a folder ending in `/`, that could not be read. */
export interface FileProblem {
  source: string;
  code: ErrorCode;
  /** English, for the log and the command line. */
  message: string;
}

/** What a file holds that is new or has changed since the last run. */
export interface ChangedFile extends Pick<FileReading, "drafts" | "joins" | "warnings"> {
  source: string;
}

/** The corpus as it is now, compared with what the store knows. */
export interface CorpusReading {
  changed: ChangedFile[];
  /** Sources whose articles stay as they are: unchanged, or bad at the moment. */
  kept: Set<string>;
  /** The list of files to remember. */
  files: FileRecord[];
  problems: FileProblem[];
}

/** Compares a corpus with the files known from the last run; `onProgress` gets files done and files in all. */
export type ReadCorpus = (
  known: readonly FileRecord[],
  onProgress: (done: number, total: number) => void,
) => Promise<CorpusReading>;

/**
 * Compares the corpus folder with the files known from the last run, and reads what differs.
 * @param onProgress called with files done and files in all.
 * @throws AppError CORPUS_UNREADABLE when the folder cannot be listed.
 */
export async function readCorpus(
  corpusDir: string,
  known: readonly FileRecord[],
  onProgress: (done: number, total: number) => void,
): Promise<CorpusReading> {
  const listing = await listCorpusFiles(corpusDir);
  const hashes = new Map(known.map((record) => [record.source, record.hash]));
  const reading: CorpusReading = { changed: [], kept: new Set(), files: [], problems: [] };
  const seen = new Set<string>();

  function keep(source: string, problem: unknown): void {
    if (problem !== undefined) reading.problems.push(toProblem(source, problem));
    const hash = hashes.get(source);
    if (hash === undefined || seen.has(source)) return;
    reading.kept.add(source);
    reading.files.push({ source, hash });
  }

  let done = 0;
  for (const { file, bytes: read } of readAhead(listing.files)) {
    onProgress(done++, listing.files.length);
    try {
      if (seen.has(file.source))
        throw unreadable(file.source, "another file has the same name once both are in Unicode NFC");
      const bytes = await read();
      const hash = createHash("sha256").update(READING_RULES_VERSION).update("\n").update(bytes).digest("hex");
      if (hash === hashes.get(file.source)) {
        keep(file.source, undefined);
      } else {
        reading.changed.push({ source: file.source, ...(await readFileBounded(bytes, file.source)) });
        reading.files.push({ source: file.source, hash });
        await setImmediate(); // a long corpus must not keep a running bot from its other work
      }
    } catch (error) {
      keep(file.source, error);
    }
    seen.add(file.source);
  }
  for (const { source: folder, reason } of listing.unreadable) {
    reading.problems.push(toProblem(folder, unreadable(folder, reason)));
    for (const { source } of known) if (source.startsWith(folder)) keep(source, undefined);
  }
  onProgress(listing.files.length, listing.files.length);
  return reading;
}

/** Files opened at a time: one after the other would make up most of a start with many files. */
const READ_AHEAD = 8;

/** The files in order, some of them already being read; `bytes` gives a file's content or throws what reading it threw. */
function* readAhead(files: readonly CorpusFile[]): Generator<{ file: CorpusFile; bytes: () => Promise<Uint8Array> }> {
  const begun = new Map<CorpusFile, Promise<Uint8Array>>();
  for (const [i, file] of files.entries()) {
    for (const next of files.slice(i, i + READ_AHEAD)) {
      if (begun.has(next)) continue;
      const bytes = readBytes(next);
      bytes.catch(() => {}); // it is thrown where the file's turn comes
      begun.set(next, bytes);
    }
    yield { file, bytes: () => begun.get(file) ?? readBytes(file) };
    begun.delete(file);
  }
}

/** Never takes more than a file's allowed size into memory. */
async function readBytes(file: CorpusFile): Promise<Uint8Array> {
  try {
    const { size } = await stat(file.path);
    refuseLarge(size, file.source);
    return await readFile(file.path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw unreadable(file.source, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function unreadable(source: string, why: string, cause?: unknown): AppError {
  return new AppError("CORPUS_UNREADABLE", { message: `${source} cannot be read: ${why}`, cause });
}

function toProblem(source: string, error: unknown): FileProblem {
  if (error instanceof AppError) return { source, code: error.code, message: error.message };
  return { source, code: "FILE_NOT_TEXT", message: `${source} cannot be read: ${String(error)}` };
}
