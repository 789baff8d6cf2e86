/**
 * From a folder to a generation that can be searched: manifest first, then each file against its checksum, then fresh
 * objects. Whole or not at all.
 */
import { join } from "node:path";
import { AppError } from "../core/errors.js";
import type { Generation } from "../core/ports.js";
import { openBm25 } from "./bm25.js";
import { checkFile, readCheckedFile } from "./checked-file.js";
import { loadHnsw } from "./hnsw.js";
import { BM25_FILE, HNSW_FILE, type Manifest, readManifest } from "./manifest.js";

/** A generation in memory and what its manifest says. */
export interface LoadedGeneration {
  generation: Generation;
  manifest: Manifest;
}

/** @throws AppError INDEX_INVALID with the reason, when anything does not fit */
export async function loadGeneration(folder: string, id: string): Promise<LoadedGeneration> {
  const manifest = await readManifest(folder);
  const { fingerprint, dimensions, counts, files } = manifest;
  if (manifest.id !== id) throw invalid(folder, `its manifest belongs to ${manifest.id}`);
  const lexical = openBm25(await readCheckedFile(join(folder, BM25_FILE), files[BM25_FILE]));
  if (lexical.size !== counts.chunks) throw invalid(folder, `it holds ${lexical.size} chunks, not ${counts.chunks}`);
  const hnswPath = join(folder, HNSW_FILE);
  await checkFile(hnswPath, files[HNSW_FILE]);
  const vectors = await loadHnsw(hnswPath, { dimensions, count: counts.vectors });
  return { generation: { id, fingerprint, lexical, vectors }, manifest };
}

function invalid(folder: string, why: string): AppError {
  return new AppError("INDEX_INVALID", { message: `generation (${folder}): ${why}; build the index anew` });
}
