/**
 * What a file would become, before anything is changed: for an admin to look at. It is read exactly as the same file in
 * the corpus folder would be; nothing is stored here, and no words for people are made.
 */
import { corpusFileName } from "./file-name.js";
import { readingKindOf } from "./kind.js";
import type { Origin } from "./page.js";
import { readFileBounded } from "./read-bounded.js";
import type { FileReading } from "./read-file.js";
import type { ReadingThread } from "./reading-thread.js";

/** A file that was handed in, or fetched from `url`. */
export interface Upload extends Origin {
  /** As its sender called it; never used as a path. */
  name: string;
  bytes: Uint8Array;
}

/** What a file holds. */
export interface UploadReading extends FileReading {
  /** The name under which it may be put into the corpus folder; also `source` of its drafts. */
  source: string;
}

/**
 * Reads a file that was handed in.
 * @param thread see `readFileBounded`.
 * @throws AppError of a FILE_ code or FRONT_MATTER_INVALID
 * @example (await readUpload({ name: "a.txt", bytes })).drafts[0]?.title
 */
export async function readUpload(upload: Upload, thread?: ReadingThread): Promise<UploadReading> {
  const { name, bytes, url, charset } = upload;
  const source = corpusFileName(name, readingKindOf(bytes, name));
  const origin = { ...(url !== undefined && { url }), ...(charset !== undefined && { charset }) };
  return { source, ...(await readFileBounded(bytes, source, origin, { thread })) };
}
