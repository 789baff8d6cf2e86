/**
 * Sets of passages and questions for measuring retrieval: JSON lines, plain or gzipped. They are read line by line,
 * so that a large set is never in memory as a whole.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { AppError, isAppError } from "../core/errors.js";

const Passage = z.object({ id: z.string(), doc_id: z.string(), title: z.string(), text: z.string() });
const Query = z.object({
  id: z.string(),
  text: z.string(),
  /** Ids of passages that answer; any of them counts. */
  positives: z.array(z.string()),
  /** Strings that a right sentence holds; any of them counts. */
  answers: z.array(z.string()),
  /** Documents all of whose passages are taken away to make the question unanswerable; default: only the positives. */
  pos_docs: z.array(z.string()).optional(),
});

/** A passage of a set; `doc_id` is the text that it was cut from. */
export type SetPassage = z.infer<typeof Passage>;
/** A question with the passages that answer it. */
export type SetQuery = z.infer<typeof Query>;

/** Passages in the order of the file. @throws AppError SET_INVALID naming the line. */
export function readPassages(path: string): AsyncGenerator<SetPassage> {
  return readLines(path, Passage);
}

/** All questions. @throws AppError SET_INVALID naming the line. */
export async function readQueries(path: string): Promise<SetQuery[]> {
  const queries = [];
  for await (const query of readLines(path, Query)) queries.push(query);
  return queries;
}

async function* readLines<Line>(path: string, schema: z.ZodType<Line>): AsyncGenerator<Line> {
  let number = 0;
  try {
    for await (const line of createInterface({ input: openText(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() !== "") yield parseLine(line, schema, `${path}, line ${number}`);
    }
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("SET_INVALID", { message: `${path}: this set cannot be read`, cause });
  }
}

function openText(path: string): Readable {
  const file = createReadStream(path);
  if (!path.endsWith(".gz")) return file;
  const unpacked = createGunzip();
  // An error of the file does not reach the end of a pipe by itself.
  file.once("error", (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

function parseLine<Line>(line: string, schema: z.ZodType<Line>, place: string): Line {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw new AppError("SET_INVALID", { message: `${place}: this is no line of such a set`, cause });
  }
}
