/**
 * Feeds the worker: reads a plan's entries batch by batch, packs them, and waits for the worker before it hands over
 * the next but one. So the thread that answers stays free, and memory holds two batches however large the collection is.
 */
import { AppError, isAppError } from "../core/errors.js";
import type { GenerationPlan, IndexEntry } from "../core/ports.js";
import type { BuildBatch, BuildOrder, BuildReply, BuildRequest, BuildResult } from "./build-messages.js";
import { startThread, threadFile } from "./start-thread.js";

/** How the worker is started; the defaults are right outside of tests. */
export interface BuildOptions {
  /** The worker's file. Default: `build-worker` beside this file, compiled or not as this one is. */
  workerFile?: URL;
  /** Limit of its JavaScript heap; index data live outside of it. Default 2048. */
  workerHeapMb?: number;
}

/**
 * Writes both index files of a plan into a folder.
 * @param onProgress called with the number of chunks indexed so far
 * @throws AppError INDEX_INVALID when entries do not agree with the plan, or the worker fails in whatever way; an error
 *   of `readEntries` comes through as it is when it is an AppError.
 */
export async function buildGeneration(
  plan: GenerationPlan,
  folder: string,
  onProgress: (indexed: number) => void,
  options: BuildOptions = {},
): Promise<BuildResult> {
  const order: BuildOrder = { folder, dimensions: plan.dimensions, chunks: plan.chunks.length };
  const worker = startWorker(order, options);
  const missing = new Set(plan.chunks.map((chunk) => chunk.id));
  let indexed = 0;
  try {
    let underway: Promise<unknown> = Promise.resolve();
    for await (const entries of plan.readEntries()) {
      if (entries.length === 0) continue;
      const batch = packBatch(entries, plan.dimensions, missing);
      await underway;
      underway = worker.ask(batch, [batch.vectors.buffer]).then(() => {
        indexed += entries.length;
        onProgress(indexed);
      });
      // Awaited before the next batch; until then a failure must not count as unhandled.
      underway.catch(() => {});
    }
    await underway;
    if (missing.size > 0) throw invalid(`${missing.size} of ${plan.chunks.length} planned chunks did not come`);
    const result = await worker.ask({ kind: "finish" }, []);
    if (result.kind !== "finished") throw invalid("the worker did not finish");
    return result;
  } catch (cause) {
    throw isAppError(cause) ? cause : invalid("its chunks could not be read", cause);
  } finally {
    await worker.end();
  }
}

/** Checks a batch against what is still missing, and moves its vectors into one block. */
function packBatch(entries: readonly IndexEntry[], dimensions: number, missing: Set<number>): BuildBatch {
  const vectors = new Float32Array(entries.length * dimensions);
  entries.forEach(({ chunkId, vector }, i) => {
    if (!missing.delete(chunkId)) throw invalid(`chunk ${chunkId} is not planned or came twice`);
    if (vector.length !== dimensions) {
      throw invalid(`the vector of chunk ${chunkId} has ${vector.length} dimensions, not ${dimensions}`);
    }
    vectors.set(vector, i * dimensions);
  });
  return {
    kind: "batch",
    chunkIds: entries.map((entry) => entry.chunkId),
    titles: entries.map((entry) => entry.title),
    texts: entries.map((entry) => entry.text),
    vectors,
  };
}

/** A worker that answers one question at a time. */
function startWorker(order: BuildOrder, options: BuildOptions) {
  const worker = startThread(options.workerFile ?? threadFile("build-worker"), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: options.workerHeapMb ?? 2048 },
  });
  let failure: AppError | undefined;
  let waiting: { resolve: (reply: BuildReply) => void; reject: (error: AppError) => void } | undefined;
  const fail = (why: string, cause?: unknown) => {
    failure ??= invalid(why, cause);
    waiting?.reject(failure);
  };
  worker.on("message", (reply: BuildReply) => {
    if (reply.kind === "failed") fail(reply.message);
    else waiting?.resolve(reply);
  });
  worker.on("messageerror", (cause) => fail("the worker's reply could not be read", cause));
  worker.on("error", (cause) => fail("the worker failed", cause));
  worker.on("exit", (code) => fail(`the worker ended with code ${code}`));

  return {
    ask(request: BuildRequest, transfer: ArrayBuffer[]): Promise<BuildReply> {
      return new Promise((resolve, reject) => {
        if (failure) return reject(failure);
        waiting = { resolve, reject };
        worker.postMessage(request, transfer);
      });
    },
    async end(): Promise<void> {
      await worker.terminate();
    },
  };
}

function invalid(why: string, cause?: unknown): AppError {
  return new AppError("INDEX_INVALID", { message: `building the index: ${why}; the former one serves on`, cause });
}
