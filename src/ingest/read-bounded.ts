/**
 * The one way in for the bytes of a file, from the corpus folder, an upload or the web: within limits of time and
 * memory, without keeping the thread that answers. A small plain text is read right here, which takes milliseconds; all
 * else on a thread of its own. It does not read files or fetch anything itself.
 */
import { readingKindOf } from "./kind.js";
import { refuseLarge } from "./load.js";
import type { Origin } from "./page.js";
import { hasFewMarks } from "./plain-markdown.js";
import { type FileReading, readArticles } from "./read-file.js";
import { createReadingThread, type ReadingThread } from "./reading-thread.js";

/**
 * A plain text up to this size is read without a thread; it takes a fifth of a second at worst. Bytes; a newspaper page
 * has some 10 kB. Markdown only with few marks: its parser takes the square of some lengths, five seconds for 32 kB.
 */
const HERE_UP_TO = 16 * 1024;

let shared: ReadingThread | undefined;

/** Where a file is read. */
interface ReadingPlace {
  thread?: ReadingThread | undefined;
  signal?: AbortSignal | undefined;
  isOneOfFew?: boolean;
}

/**
 * Reads a file of any kind.
 * @param source its path relative to the corpus folder; see `readAnyFile`.
 * @param how.isOneOfFew not worth the start of a thread, half a second, if that can be helped.
 * @param how.thread Default: one for the whole program, started when it is first needed.
 * @throws AppError of a FILE_ code or FRONT_MATTER_INVALID; the reason of an abort
 */
export async function readFileBounded(
  bytes: Uint8Array,
  source: string,
  origin: Origin = {},
  { thread, signal, isOneOfFew = false }: ReadingPlace = {},
): Promise<FileReading> {
  refuseLarge(bytes.length, source);
  const kind = readingKindOf(bytes, source);
  const isQuick = kind === "txt" || (kind === "md" && isOneOfFew && hasFewMarks(bytes));
  if (isQuick && bytes.length <= HERE_UP_TO) return readArticles(bytes, source, origin);
  return (thread ?? (shared ??= createReadingThread())).read({ bytes, source, origin }, signal);
}
