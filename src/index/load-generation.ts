/**
 * From a folder to a generation that can be searched: manifest first, then each file against its checksum, then fresh
 * objects. Whole or not at all.
 */
import { AppError } from "../core/errors.js";
import type { Generation } from "../core/index-ports.js";
import { type Manifest, readManifest } from "./manifest.js";
import { createGeneration, loadSegment, type Segment } from "./segment.js";

/** A generation in memory, the segments that it is made of, and what its manifest says. */
export interface LoadedGeneration {
  generation: Generation;
  manifest: Manifest;
  segments: readonly Segment[];
}

/**
 * @param known segments that are in memory already: those of the generation that this one was derived from.
 * @throws AppError INDEX_INVALID with the reason, when anything does not fit
 */
export async function loadGeneration(
  folder: string,
  id: string,
  known: readonly Segment[] = [],
): Promise<LoadedGeneration> {
  const manifest = await readManifest(folder);
  if (manifest.id !== id) throw invalid(folder, `its manifest belongs to ${manifest.id}`);
  const segments: Segment[] = [];
  for (const entry of manifest.segments) {
    const same = known.find(({ entry: { bm25, hnsw } }) => {
      return bm25.sha256 === entry.bm25.sha256 && hnsw.sha256 === entry.hnsw.sha256;
    });
    segments.push(same ? { ...same, entry } : await loadSegment(folder, entry, manifest.dimensions));
  }
  const generation = createGeneration(manifest, segments, new Set(manifest.removed));
  if (generation.lexical.size !== manifest.chunks) {
    throw invalid(folder, `it holds ${generation.lexical.size} chunks, not ${manifest.chunks}`);
  }
  return { generation, manifest, segments };
}

function invalid(folder: string, why: string): AppError {
  return new AppError("INDEX_INVALID", { message: `generation (${folder}): ${why}; build the index anew` });
}
