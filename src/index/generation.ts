/**
 * The generation that serves, and the making of the next one. Searches go on over the old one while the new one is
 * built and loaded; then one assignment swaps them. Other processes see it through the file `CURRENT`.
 *
 *   kept segments linked, a new one built → manifest → folder renamed into place → loaded → CURRENT renamed → served
 *                                                      └──────────── prepare ────────────┘ └────── serve ──────┘
 *
 * Killed between any two of these, `CURRENT` names a whole generation. It does not know articles or the database.
 */
import { copyFile, link, rm } from "node:fs/promises";
import { join } from "node:path";
import { AppError, isAppError, reasonOf } from "../core/errors.js";
import type { GenerationPlan, GenerationStore } from "../core/index-ports.js";
import type { Log } from "../core/ports.js";
import { writeDurably } from "../files/durable.js";
import { type BuildOptions, buildSegment } from "./build-segment.js";
import { createChunksHash } from "./chunks-hash.js";
import { type Derivation, deriveFrom } from "./derive.js";
import { createGenerationFolder } from "./generation-folder.js";
import { type LoadedGeneration, loadGeneration } from "./load-generation.js";
import { formatManifest, MANIFEST_FILE, type SegmentEntry } from "./manifest.js";
import { segmentNumber } from "./segment.js";
import { createServingGeneration } from "./serving.js";

/** What a generation store works with. */
export interface GenerationStoreDeps {
  /** Generations live in `generations/` below it; created by the first build. */
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
  const hashChunks = createChunksHash();
  const serving = createServingGeneration({ folder, log }, options.lookEveryMs ?? 1000);

  const fits: GenerationStore["fits"] = async ({ fingerprint, dimensions, chunks }) => {
    const manifest = (await serving.getNewest())?.manifest;
    if (manifest?.fingerprint !== fingerprint || manifest.dimensions !== dimensions) return false;
    return manifest.chunks === chunks.length && manifest.chunksHash === (await hashChunks(chunks));
  };

  /** Builds a generation and puts its folder in place; nobody knows of it yet. */
  async function build(plan: GenerationPlan, onProgress: (indexed: number) => void): Promise<LoadedGeneration> {
    const before = await serving.getNewest();
    const derivation = deriveFrom(before, plan) ?? { kept: [], added: plan.chunks, removed: [] };
    const site = await folder.beginBuild();
    try {
      if (before) await linkFiles(derivation, folder.pathOf(before.manifest.id), site.path);
      const built = await buildAdded(plan, derivation, site.path, onProgress);
      const manifest = formatManifest({
        id: site.id,
        createdAt: new Date().toISOString(),
        collection: plan.collection,
        fingerprint: plan.fingerprint,
        dimensions: plan.dimensions,
        chunks: plan.chunks.length,
        chunksHash: await hashChunks(plan.chunks),
        segments: [...derivation.kept.map(({ entry }) => entry), ...built],
        removed: derivation.removed,
      });
      await writeDurably(join(site.path, MANIFEST_FILE), manifest);
      await site.putInPlace();
    } finally {
      await site.close();
    }
    return loadGeneration(folder.pathOf(site.id), site.id, derivation.kept);
  }

  async function buildAdded(
    plan: GenerationPlan,
    { kept, added }: Derivation,
    path: string,
    onProgress: (indexed: number) => void,
  ): Promise<SegmentEntry[]> {
    const [large] = kept;
    if (large && added.length === 0) return [];
    const number = 1 + Math.max(-1, ...kept.map(({ entry }) => segmentNumber(entry)));
    const order = {
      folder: path,
      number,
      dimensions: plan.dimensions,
      chunks: added.length,
      ...(large && { averageLength: large.lexical.averageLength }),
    };
    return [await buildSegment(plan, added, order, onProgress, options)];
  }

  const prepare: GenerationStore["prepare"] = async (plan, onProgress = () => {}) => {
    const loaded = await asIndexError("building the index", () => build(plan, onProgress));
    const { id } = loaded.manifest;
    return {
      generation: loaded.generation,
      serve: () => asIndexError("publishing the index", () => serve(loaded)),
      discard: () => rm(folder.pathOf(id), { recursive: true, force: true }),
    };
  };

  async function serve(loaded: LoadedGeneration): Promise<string> {
    const { id, chunks, segments, removed } = loaded.manifest;
    const former = await folder.serve(id);
    serving.set(loaded);
    log.info({ generation: id, chunks, segments: segments.length, removed: removed.length }, "a new index serves");
    await folder.removeLeftovers(former).catch((error: unknown) => {
      log.warn({ error }, "older indexes could not be removed");
    });
    return id;
  }

  async function rollBack(prepareFor: (id: string) => void): Promise<string> {
    const previous = (await folder.readServing())?.previous;
    if (previous === undefined) {
      throw new AppError("INDEX_INVALID", { message: "rolling back: no index is kept from before" });
    }
    const loaded = await loadGeneration(folder.pathOf(previous), previous, (await serving.get())?.segments);
    prepareFor(previous);
    await folder.serve(previous);
    serving.set(loaded);
    log.info({ generation: previous }, "the index from before serves again");
    return previous;
  }

  return {
    current: async () => (await serving.get())?.generation,
    newest: async () => (await serving.getNewest())?.generation,
    fits,
    prepare,
    rollBack: (prepareFor = () => {}) => asIndexError("rolling back", () => rollBack(prepareFor)),
  };
}

/** Files of kept segments are shared between generations: the same bytes under two names, where the disk can do that. */
async function linkFiles({ kept }: Derivation, from: string, to: string): Promise<void> {
  for (const { file } of kept.flatMap(({ entry }) => [entry.bm25, entry.hnsw])) {
    await link(join(from, file), join(to, file)).catch(() => copyFile(join(from, file), join(to, file)));
  }
}

async function asIndexError<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    const why = reasonOf(cause);
    const message = `${what}: ${why}; the former one serves on`;
    throw new AppError("INDEX_INVALID", { message, retryable: true, cause });
  }
}
