/**
 * Reads what is new or changed in the corpus folder. A bad file is a line in the report and never stops the others;
 * the articles that it gave when it was still good stay as they are.
 */
import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import { AppError, type ErrorCode, reasonOf } from "../core/errors.js";
import type { FileRecord } from "../core/ports.js";
import { type CorpusFile, listCorpusFiles, nameFiles } from "./corpus-files.js";
import { createFileStamps, type FileStamps } from "./file-stamps.js";
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

/**
 * Compares a corpus with the files known from the last run; `onProgress` gets files done and files in all. With `only`, sources,
 * nothing else is looked at. @throws the reason of an abort
 */
export type ReadCorpus = (
  known: readonly FileRecord[],
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
  only?: readonly string[],
) => Promise<CorpusReading>;

/** How to read. */
export interface ReadCorpusOptions {
  /** What former calls of this process have read; by default nothing, then every file is read. */
  stamps?: FileStamps;
  signal?: AbortSignal | undefined;
  /** Sources that are looked at; all others are taken for what they were. By default all are looked at. */
  only?: readonly string[] | undefined;
}

/**
 * Compares the corpus folder with the files known from the last run, and reads what differs.
 * @param onProgress called with files done and files in all.
 * @throws AppError CORPUS_UNREADABLE when the folder cannot be listed; the reason of an abort
 */
export async function readCorpus(
  corpusDir: string,
  known: readonly FileRecord[],
  onProgress: (done: number, total: number) => void,
  { stamps = createFileStamps(), signal, only }: ReadCorpusOptions = {},
): Promise<CorpusReading> {
  // Of a corpus that nothing is known of, all is new.
  const named = only && known.length > 0 ? new Set(only) : undefined;
  const listing = named ? await nameFiles(corpusDir, known, named) : await listCorpusFiles(corpusDir);
  const untouched = named ? undefined : await stamps.findUntouched(listing.files.map(({ path }) => path));
  const records = new Map(known.map((record) => [record.source, record]));
  const reading: CorpusReading = { changed: [], kept: new Set(), files: [], problems: [] };
  const seen = new Set<string>();

  function keep(source: string, problem: unknown): void {
    if (problem !== undefined) reading.problems.push(toProblem(source, problem));
    const record = records.get(source);
    if (record === undefined || seen.has(source) || reading.kept.has(source)) return;
    reading.kept.add(source);
    // The very record: whoever compares the lists sees at once that it is the same.
    reading.files.push(record);
  }

  let done = 0;
  const toRead = new Set(
    listing.files.filter(({ path, source }) =>
      named ? named.has(source) : !isKnown(untouched?.get(path), records.get(source)),
    ),
  );
  const how = { signal, isOneOfFew: toRead.size <= FEW };
  const reader = readAhead(Array.from(toRead));
  for (const file of listing.files) {
    signal?.throwIfAborted();
    onProgress(done++, listing.files.length);
    const content = toRead.has(file) ? reader.next().value : undefined;
    try {
      if (seen.has(file.source))
        throw unreadable(file.source, "another file has the same name once both are in Unicode NFC");
      if (!content) {
        keep(file.source, undefined);
        continue;
      }
      const { bytes, before } = await content;
      const hash = createHash("sha256").update(READING_RULES_VERSION).update("\n").update(bytes).digest("hex");
      stamps.remember(file.path, before, hash);
      if (isKnown(hash, records.get(file.source))) {
        keep(file.source, undefined);
      } else {
        reading.changed.push({ source: file.source, ...(await readFileBounded(bytes, file.source, {}, how)) });
        reading.files.push({ source: file.source, hash });
        await setImmediate(); // a long corpus must not keep a running bot from its other work
      }
    } catch (error) {
      signal?.throwIfAborted();
      keep(file.source, error);
    } finally {
      seen.add(file.source);
    }
  }
  for (const { source: folder, reason } of listing.unreadable) {
    reading.problems.push(toProblem(folder, unreadable(folder, reason)));
    for (const { source } of known) if (source.startsWith(folder)) keep(source, undefined);
  }
  onProgress(listing.files.length, listing.files.length);
  return reading;
}

function isKnown(hash: string | undefined, record: FileRecord | undefined): boolean {
  return hash !== undefined && hash === record?.hash;
}

/** Of so many files each is read where that is quickest; more of them are left to a thread, to let others have their turn. */
const FEW = 16;
/** Files opened at a time: one after the other would make up most of a start with many files. */
const READ_AHEAD = 8;

/** What is in a file, and what `stat` said before it was read. */
interface FileContent {
  bytes: Uint8Array;
  before: Stats;
}

/** What is in the files, in their order, some of them already being read. */
function* readAhead(files: readonly CorpusFile[]): Generator<Promise<FileContent>, undefined> {
  const begun: Promise<FileContent>[] = [];
  let next = 0;
  for (;;) {
    for (const file of files.slice(next, next + READ_AHEAD - begun.length)) {
      const content = readContent(file);
      content.catch(() => {}); // it is thrown where the file's turn comes
      begun.push(content);
      next++;
    }
    const content = begun.shift();
    if (!content) return undefined;
    yield content;
  }
}

/** Never takes more than a file's allowed size into memory. */
async function readContent(file: CorpusFile): Promise<FileContent> {
  try {
    const before = await stat(file.path);
    refuseLarge(before.size, file.source);
    return { bytes: await readFile(file.path), before };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw unreadable(file.source, reasonOf(cause), cause);
  }
}

function unreadable(source: string, why: string, cause?: unknown): AppError {
  return new AppError("CORPUS_UNREADABLE", { message: `${source} cannot be read: ${why}`, cause });
}

function toProblem(source: string, error: unknown): FileProblem {
  if (error instanceof AppError) return { source, code: error.code, message: error.message };
  return { source, code: "FILE_NOT_TEXT", message: `${source} cannot be read: ${String(error)}` };
}
