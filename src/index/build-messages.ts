/**
 * What the thread that answers and the worker that builds say to each other. One question, one reply; a batch is
 * answered when it has been indexed, so no more than two are ever under way.
 */
import type { SegmentEntry } from "./manifest.js";

/** Given to the worker when it starts. */
export interface BuildOrder {
  /** Existing folder that the files go into. */
  folder: string;
  /** Which segment of its generation it is, from 0; names the files. */
  number: number;
  dimensions: number;
  /** How many chunks will come. */
  chunks: number;
  /** Of a chunk in the segments that it is searched with; absent for the first. */
  averageLength?: number;
}

/** Chunks of one batch; vectors one after another in one block, which moves to the worker. */
export interface BuildBatch {
  kind: "batch";
  chunkIds: number[];
  titles: string[];
  texts: string[];
  vectors: Float32Array<ArrayBuffer>;
}

/** To the worker. After `finish` it writes the files, replies and ends. */
export type BuildRequest = BuildBatch | { kind: "finish" };

/** From the worker. */
export type BuildReply =
  | { kind: "indexed" }
  | { kind: "failed"; message: string }
  | { kind: "finished"; segment: SegmentEntry };
