/**
 * What a generation says about itself, and whether this program can use it. An index that was made by other rules (of
 * words, of sentences, of scores) or of other bytes is never half used: it is built anew.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../core/errors.js";
import { SENTENCES_VERSION } from "../text/sentences.js";
import { TOKENIZER_VERSION } from "../text/tokens.js";
import { BM25_VERSION } from "./bm25-settings.js";
import { HNSW_VERSION } from "./hnsw.js";

/** The file of a generation that describes the others. */
export const MANIFEST_FILE = "manifest.json";

/** Change it when the folder of a generation is laid out anew. */
const FORMAT = 2;

const sealed = z.object({
  file: z.string().regex(/^[a-z0-9-]+\.bin$/),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** `vectors` may be fewer than `chunks`: a vector without direction is not indexed. */
const segment = z.object({ bm25: sealed, hnsw: sealed, chunks: z.int().min(0), vectors: z.int().min(0) });

/** See the schema. */
export type SegmentEntry = z.infer<typeof segment>;

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  id: z.string(),
  createdAt: z.iso.datetime(),
  fingerprint: z.string(),
  dimensions: z.int().min(1),
  versions: z.object({
    tokenizer: z.literal(TOKENIZER_VERSION),
    sentences: z.literal(SENTENCES_VERSION),
    bm25: z.literal(BM25_VERSION),
    hnsw: z.literal(HNSW_VERSION),
  }),
  /** Chunks that can be found: those of the segments without the removed ones. */
  chunks: z.int().min(0),
  /** See `chunks-hash`. */
  chunksHash: z.string(),
  /** Which database the chunk ids belong to; see `GenerationPlan`. */
  collection: z.string(),
  /** The largest first. */
  segments: z.array(segment).min(1),
  /** Ids of chunks that stand in a segment and are not there any more. */
  removed: z.array(z.int().min(1)),
});

/** See the schema. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The rules in force now. */
export const VERSIONS: Manifest["versions"] = {
  tokenizer: TOKENIZER_VERSION,
  sentences: SENTENCES_VERSION,
  bm25: BM25_VERSION,
  hnsw: HNSW_VERSION,
};

/** The text of a manifest file. */
export function formatManifest(manifest: Omit<Manifest, "format" | "versions">): string {
  return `${JSON.stringify({ format: FORMAT, versions: VERSIONS, ...manifest }, null, 2)}\n`;
}

/** @throws AppError INDEX_INVALID when it is missing, cut off, or of other versions than this program's */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST_FILE);
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new AppError("INDEX_INVALID", { message: `manifest (${path}): cannot be read; build the index anew`, cause });
  }
  const parsed = manifestSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const isOtherFormat = parsed.error.issues.some(({ path }) => path[0] === "format");
  const why = isOtherFormat ? "it was made by another version" : describe(parsed.error);
  throw new AppError("INDEX_INVALID", { message: `manifest (${path}): ${why}; build the index anew` });
}

function describe({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}
