/**
 * Vector search on hnswlib-node, the only file that knows it. The library trusts its caller with everything that can
 * kill the process, so all of that is checked here: a file is looked at before it is read, and read into a fresh object;
 * every vector is finite and of the right length; what was written is looked at again, since a failed write says nothing.
 */
import hnswlib from "hnswlib-node";
import { AppError } from "../core/errors.js";
import type { Hit } from "../core/index-ports.js";
import { readHnswHeader } from "./hnsw-file.js";

/**
 * Links per point, candidates while linking, candidates while searching. Recall@10 against exact search, 10,000 points
 * of 256 dimensions, and processor time of a search (one core, 2026):
 *
 *   hashed n-grams of       ef 100    ef 200    ef 400            random vectors, ef 400
 *   news     16 links       0.870     0.953     0.990   0.6 ms    0.951
 *            24 links       0.920     0.983     0.998   0.7 ms    0.986
 *            32 links       0.947     0.991     0.999   0.9 ms    0.994   ← chosen: built in 5 s
 *
 * Half as many candidates while linking cost a point of recall; vectors in clusters are found wholly from ef 50 on.
 */
const LINKS = 32;
const EF_CONSTRUCTION = 200;
const EF = 400;

/** Up to so many points every one is a candidate, so that small collections are searched exactly. */
const EXACT_UP_TO = 1000;

/** Part of a manifest: change it with how a file comes about. */
export const HNSW_VERSION = "1";

/** Collects vectors for one index. */
export interface HnswBuilder {
  /** Vectors taken in; a vector of length 0 has no direction, is left out and never found. */
  readonly count: number;
  /** @throws AppError INDEX_INVALID on another dimension, a non-finite value, a bad id, or more vectors than announced. */
  add(chunkId: number, vector: ArrayLike<number>): void;
  /** Writes the file. @throws AppError INDEX_INVALID when it does not stand there whole afterwards. */
  save(path: string): void;
}

/** @param capacity how many vectors will come at most */
export function createHnswBuilder(dimensions: number, capacity: number): HnswBuilder {
  const index = new hnswlib.HierarchicalNSW("cosine", dimensions);
  index.initIndex(Math.max(1, capacity), LINKS, EF_CONSTRUCTION);
  let count = 0;

  return {
    get count() {
      return count;
    },
    add(chunkId, vector) {
      if (!Number.isInteger(chunkId) || chunkId < 1 || chunkId > 0xffff_ffff) throw invalid(`bad chunk id ${chunkId}`);
      const unit = toUnitLength(vector, dimensions);
      if (!unit) return;
      if (count >= capacity) throw invalid(`more than the ${capacity} vectors that were announced`);
      index.addPoint(unit, chunkId);
      count++;
    },
    save(path) {
      index.writeIndexSync(path);
      const header = readHnswHeader(path);
      if (header.count !== count) throw invalid(`${header.count} of ${count} vectors were written to ${path}`);
    },
  };
}

/** One file of the vector index. */
export interface HnswSegment {
  readonly size: number;
  readonly dimensions: number;
  /** As `VectorIndex.search`. @param removed chunk ids that are not there any more. */
  search(vector: readonly number[], topK: number, removed?: ReadonlySet<number>): Hit[];
}

/** What a file must hold, from the manifest. */
export interface HnswExpectation {
  dimensions: number;
  count: number;
}

/**
 * Loads a file into a fresh object.
 * @throws AppError INDEX_INVALID when it is missing, cut off, of another dimension or count
 */
export async function loadHnsw(path: string, expected: HnswExpectation): Promise<HnswSegment> {
  const { dimensions, count } = expected;
  const header = readHnswHeader(path);
  if (header.dimensions !== dimensions) throw invalid(`it has ${header.dimensions} dimensions, not ${dimensions}`);
  if (header.count !== count) throw invalid(`it holds ${header.count} vectors, not ${count}`);
  const index = new hnswlib.HierarchicalNSW("cosine", dimensions);
  try {
    await index.readIndex(path);
  } catch (cause) {
    throw invalid("it cannot be read", cause);
  }
  // Not kept in the file: it is 10 again after every load.
  index.setEf(Math.max(EF, Math.min(count, EXACT_UP_TO)));

  return {
    size: count,
    dimensions,
    search(vector, topK, removed = NONE) {
      const unit = toUnitLength(vector, dimensions);
      const wanted = Math.min(Math.floor(topK), count);
      if (!unit || !(wanted > 0)) return [];
      // An exception in the filter would end the process: this one cannot throw.
      const isLive = removed.size === 0 ? undefined : (chunkId: number) => !removed.has(chunkId);
      const { neighbors, distances } = index.searchKnn(unit, wanted, isLive);
      return neighbors
        .map((chunkId, i): Hit => ({ chunkId, score: clampSimilarity(1 - (distances[i] ?? 1)) }))
        .toSorted((one, other) => other.score - one.score || one.chunkId - other.chunkId);
    },
  };
}

const NONE: ReadonlySet<number> = new Set();

/** Rounding in the library may carry a similarity a little past its bounds. */
function clampSimilarity(similarity: number): number {
  return Math.max(-1, Math.min(1, similarity));
}

/**
 * The direction of a vector as a plain array, which is what the library takes; undefined for length 0. Scaled before it
 * is squared, so that neither very large nor very small values are lost.
 */
function toUnitLength(vector: ArrayLike<number>, dimensions: number): number[] | undefined {
  if (vector.length !== dimensions) throw invalid(`a vector has ${vector.length} dimensions, not ${dimensions}`);
  let largest = 0;
  for (let i = 0; i < dimensions; i++) {
    const value = Math.abs(vector[i] ?? Number.NaN);
    if (!Number.isFinite(value)) throw invalid(`a vector holds ${vector[i]} at ${i}`);
    if (value > largest) largest = value;
  }
  if (largest === 0) return undefined;
  let squares = 0;
  const unit: number[] = [];
  for (let i = 0; i < dimensions; i++) {
    const value = (vector[i] ?? 0) / largest;
    unit.push(value);
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  for (let i = 0; i < dimensions; i++) unit[i] = (unit[i] ?? 0) / length;
  return unit;
}

function invalid(why: string, cause?: unknown): AppError {
  return new AppError("INDEX_INVALID", { message: `vector index: ${why}; build the index anew`, cause });
}
