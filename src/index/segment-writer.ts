/** Writes one segment: takes batches of chunks, then writes both files. Runs on a worker, or for very few chunks here. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { syncFile } from "../files/durable.js";
import { createBm25Builder } from "./bm25-build.js";
import type { BuildBatch, BuildOrder } from "./build-messages.js";
import { sealFile } from "./checked-file.js";
import { createHnswBuilder } from "./hnsw.js";
import type { SegmentEntry } from "./manifest.js";
import { segmentFiles } from "./segment.js";

/** A segment that is being written. */
export interface SegmentWriter {
  /** @throws AppError INDEX_INVALID for a bad chunk */
  add(batch: Omit<BuildBatch, "kind">): void;
  /** Writes the files; what the manifest is to say about them. */
  finish(): Promise<SegmentEntry>;
}

/** Begins one. */
export function createSegmentWriter({ folder, number, dimensions, chunks, averageLength }: BuildOrder): SegmentWriter {
  const words = createBm25Builder({}, averageLength);
  const vectors = createHnswBuilder(dimensions, chunks);
  return {
    add(batch) {
      batch.chunkIds.forEach((chunkId, i) => {
        words.add(chunkId, batch.titles[i] ?? "", batch.texts[i] ?? "");
        vectors.add(chunkId, batch.vectors.subarray(i * dimensions, (i + 1) * dimensions));
      });
    },
    async finish() {
      const { bm25, hnsw } = segmentFiles(number);
      const [bm25Path, hnswPath] = [join(folder, bm25), join(folder, hnsw)];
      vectors.save(hnswPath);
      await writeFile(bm25Path, words.finish());
      const [bm25Seal, hnswSeal] = await Promise.all([
        sealFile(bm25Path),
        sealFile(hnswPath),
        syncFile(bm25Path),
        syncFile(hnswPath),
      ]);
      return {
        bm25: { file: bm25, ...bm25Seal },
        hnsw: { file: hnsw, ...hnswSeal },
        chunks,
        vectors: vectors.count,
      };
    },
  };
}
