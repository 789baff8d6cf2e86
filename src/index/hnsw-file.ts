/**
 * What a file of hnswlib says about itself, read without the library: it would take a file of another dimension without
 * a word, and a bad one may end the process. Numbers are little-endian, `size_t` is 8 bytes:
 *
 *   0 offsetLevel0 · 8 capacity · 16 count · 24 bytes per point · 32 offset of the label · 40 offset of the vector
 *   48 highest level (int32) · 52 entry point (uint32) · 56 links · 64 links of level 0 · 72 M · 80 mult · 88 efConstruction
 *   96 points, one after another · then for each point a uint32 length and so many bytes of links above level 0
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { AppError } from "../core/errors.js";

const HEADER_BYTES = 96;

/** What there is in a file. */
export interface HnswHeader {
  count: number;
  dimensions: number;
}

/** @throws AppError INDEX_INVALID when it is missing, no such file, or shorter than its points and their lengths. */
export function readHnswHeader(path: string): HnswHeader {
  const { header, size } = readStart(path);
  const word = (offset: number) => Number(header.getBigUint64(offset, true));
  const count = word(16);
  const pointBytes = word(24);
  const dimensions = (word(32) - word(40)) / 4;
  if (!Number.isInteger(dimensions) || dimensions < 1 || word(8) < count || pointBytes <= 4 * dimensions) {
    throw invalid(path, "its header is another format's");
  }
  if (HEADER_BYTES + count * (pointBytes + 4) > size) throw invalid(path, "it is cut off");
  return { count, dimensions };
}

function readStart(path: string): { header: DataView; size: number } {
  const bytes = new Uint8Array(HEADER_BYTES);
  let read: number;
  let size: number;
  try {
    const file = openSync(path, "r");
    try {
      size = fstatSync(file).size;
      read = readSync(file, bytes, 0, HEADER_BYTES, 0);
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw invalid(path, "it cannot be read", cause);
  }
  if (read < HEADER_BYTES) throw invalid(path, "it is cut off");
  return { header: new DataView(bytes.buffer), size };
}

function invalid(path: string, why: string, cause?: unknown): AppError {
  return new AppError("INDEX_INVALID", { message: `vector index file (${path}): ${why}; build the index anew`, cause });
}
