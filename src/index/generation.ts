/**
 * The generation that serves, and the making of the next one. Searches go on over the old one while the new one is
 * built on a worker and loaded; then one assignment swaps them. Other processes see it through the file `CURRENT`.
 *
 *   worker writes files → manifest → folder renamed into place → loaded → CURRENT renamed → served
 *
 * Killed between any two of these, `CURRENT` names a whole generation. It does not know articles or the database.
 */
import { join } from "node:path";
import { AppError, isAppError } from "../core/errors.js";
import type { GenerationPlan, GenerationStore, Log } from "../core/ports.js";
import { type BuildOptions, buildGeneration } from "./build-generation.js";
import { writeDurably } from "./durable.js";
import { createGenerationFolder } from "./generation-folder.js";
import { type LoadedGeneration, loadGeneration } from "./load-generation.js";
import { BM25_FILE, formatManifest, HNSW_FILE, hashChunks, MANIFEST_FILE } from "./manifest.js";
import { createServingGeneration } from "./serving.js";

/** What a generation store works with. */
export interface GenerationStoreDeps {
  /** Generations live in `generations/` below it; created by the first `publish`. */
  dataDir: string;
  log: Log;
}

/** Options of a generation store; the defaults are right outside of tests. */
export interface GenerationStoreOptions extends BuildOptions {
  /** How long the serving generation is taken for the newest before `CURRENT` is looked at again. Default 1000. */
  lookEveryMs?: number;
  /** Age at which what a dead builder left behind is removed. Default 10 minutes. */
  leftoverAgeMs?: number;
}

/**
 * The generations of one data folder. Any number of processes may have one, also publishing ones.
 * @example
 * const generations = createGenerationStore({ dataDir: "data", log });
 * (await generations.current())?.lexical.search("青龙县的主要产业是什么", 10);
 */
export function createGenerationStore(
  { dataDir, log }: GenerationStoreDeps,
  options: GenerationStoreOptions = {},
): GenerationStore {
  const folder = createGenerationFolder(join(dataDir, "generations"), options.leftoverAgeMs);
  const serving = createServingGeneration({ folder, log }, options.lookEveryMs ?? 1000);

  const fits: GenerationStore["fits"] = async ({ fingerprint, dimensions, chunks }) => {
    const manifest = (await serving.getNewest())?.manifest;
    if (manifest?.fingerprint !== fingerprint || manifest.dimensions !== dimensions) return false;
    return manifest.counts.chunks === chunks.length && manifest.chunksHash === (await hashChunks(chunks));
  };

  /** Builds a generation and puts its folder in place; nobody knows of it yet. */
  async function build(plan: GenerationPlan, onProgress: (indexed: number) => void): Promise<LoadedGeneration> {
    const site = await folder.beginBuild();
    try {
      const { vectors, bm25, hnsw } = await buildGeneration(plan, site.path, onProgress, options);
      const manifest = formatManifest({
        id: site.id,
        createdAt: new Date().toISOString(),
        fingerprint: plan.fingerprint,
        dimensions: plan.dimensions,
        counts: { chunks: plan.chunks.length, vectors },
        chunksHash: await hashChunks(plan.chunks),
        files: { [BM25_FILE]: bm25, [HNSW_FILE]: hnsw },
      });
      await writeDurably(join(site.path, MANIFEST_FILE), manifest);
      await site.putInPlace();
    } finally {
      await site.close();
    }
    return loadGeneration(folder.pathOf(site.id), site.id);
  }

  const publish: GenerationStore["publish"] = async (plan, onProgress = () => {}) => {
    try {
      const loaded = await build(plan, onProgress);
      const { id, counts } = loaded.manifest;
      const former = await folder.serve(id);
      serving.set(loaded);
      log.info({ generation: id, ...counts }, "a new index serves");
      await folder.removeLeftovers(former).catch((error: unknown) => {
        log.warn({ error }, "older indexes could not be removed");
      });
      return id;
    } catch (cause) {
      if (isAppError(cause)) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new AppError("INDEX_INVALID", {
        message: `publishing the index: ${why}; the former one serves on`,
        retryable: true,
        cause,
      });
    }
  };

  return { current: async () => (await serving.get())?.generation, fits, publish };
}
