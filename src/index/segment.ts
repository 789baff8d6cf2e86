/**
 * A segment: one file for words and one for vectors, of the same chunks. A generation is one large segment and, since it
 * was built, a few small ones for what was added; together with the chunks that were removed they search like one.
 */
import { join } from "node:path";
import { AppError } from "../core/errors.js";
import type { Generation, VectorIndex } from "../core/index-ports.js";
import { createBm25 } from "./bm25.js";
import { type Bm25Segment, openBm25Segment } from "./bm25-segment.js";
import { checkFile, readCheckedFile } from "./checked-file.js";
import { type HnswSegment, loadHnsw } from "./hnsw.js";
import type { SegmentEntry } from "./manifest.js";

/** A segment in memory, and what the manifest says about it. */
export interface Segment {
  entry: SegmentEntry;
  lexical: Bm25Segment;
  vectors: HnswSegment;
}

/** Names of the files of the n-th segment of a generation. */
export function segmentFiles(n: number): { bm25: string; hnsw: string } {
  return { bm25: `bm25-${n}.bin`, hnsw: `hnsw-${n}.bin` };
}

/** The number in the names of its files. */
export function segmentNumber({ bm25 }: SegmentEntry): number {
  return Number(/-(\d+)\./.exec(bm25.file)?.[1] ?? 0);
}

/** @throws AppError INDEX_INVALID when a file is missing or is not what the manifest says */
export async function loadSegment(folder: string, entry: SegmentEntry, dimensions: number): Promise<Segment> {
  const { bm25, hnsw, chunks, vectors } = entry;
  const lexical = openBm25Segment(await readCheckedFile(join(folder, bm25.file), bm25));
  if (lexical.chunkIds.length !== chunks) {
    const why = `${bm25.file} holds ${lexical.chunkIds.length} chunks, not ${chunks}`;
    throw new AppError("INDEX_INVALID", { message: `generation (${folder}): ${why}; build the index anew` });
  }
  const hnswPath = join(folder, hnsw.file);
  await checkFile(hnswPath, hnsw);
  return { entry, lexical, vectors: await loadHnsw(hnswPath, { dimensions, count: vectors }) };
}

/** Segments as one generation. @param removed chunk ids of theirs that are not there any more. */
export function createGeneration(
  { id, fingerprint, dimensions }: Pick<Generation, "id" | "fingerprint"> & { dimensions: number },
  segments: readonly Segment[],
  removed: ReadonlySet<number>,
): Generation {
  const lexical = createBm25(
    segments.map((segment) => segment.lexical),
    removed,
  );
  const vectors: VectorIndex = {
    size: segments.reduce((sum, segment) => sum + segment.vectors.size, 0),
    dimensions,
    search: (vector, topK) =>
      segments
        .flatMap((segment) => segment.vectors.search(vector, topK, removed))
        .toSorted((one, other) => other.score - one.score || one.chunkId - other.chunkId)
        .slice(0, Math.max(0, Math.floor(topK))),
  };
  return {
    id,
    fingerprint,
    lexical,
    vectors,
    holds: (chunkId) => segments.some((segment) => holdsChunk(segment, chunkId)) && !removed.has(chunkId),
  };
}

/** Whether a chunk stands in a segment, removed or not. Its ids ascend: halving finds one without any memory. */
export function holdsChunk({ lexical: { chunkIds } }: Segment, chunkId: number): boolean {
  let low = 0;
  let high = chunkIds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunkIds[middle] ?? 0) < chunkId) low = middle + 1;
    else high = middle;
  }
  return chunkIds[low] === chunkId;
}
