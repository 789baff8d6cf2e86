/**
 * Builds a segment on a worker: reads its entries batch by batch, packs them, and waits for the worker before it hands
 * over the next but one. So the thread that answers stays free, and memory holds two batches however large the collection
 * is. A few chunks are built right here, one by one with others in between: each takes a millisecond, starting a worker a
 * tenth of a second.
 */
import { setImmediate } from "node:timers/promises";
import { AppError, isAppError } from "../core/errors.js";
import type { GenerationPlan, IndexEntry } from "../core/index-ports.js";
import { startThread, threadFile } from "../threads/start-thread.js";
import type { BuildBatch, BuildOrder, BuildReply, BuildRequest } from "./build-messages.js";
import type { SegmentEntry } from "./manifest.js";
import { createSegmentWriter } from "./segment-writer.js";

/** How the worker is started; the defaults are right outside of tests. */
export interface BuildOptions {
  /** The worker's file. Default: `build-worker` beside this file, compiled or not as this one is. */
  workerFile?: URL;
  /** Limit of its JavaScript heap; index data live outside of it. Default 2048. */
  workerHeapMb?: number;
  /** Up to so many chunks are built without a worker. Default 64: as many as a few small segments hold. */
  hereUpTo?: number;
}

/**
 * Writes both files of a segment.
 * @param chunks that it is to hold, of those that the plan can read.
 * @param order where to and how; its `chunks` is how many are planned.
 * @param onProgress called with the number of chunks indexed so far
 * @throws AppError INDEX_INVALID when entries do not agree with the plan, or the worker fails in whatever way; an error
 *   of `readEntries` comes through as it is when it is an AppError.
 */
export async function buildSegment(
  plan: Pick<GenerationPlan, "readEntries">,
  chunks: GenerationPlan["chunks"],
  order: BuildOrder,
  onProgress: (indexed: number) => void,
  options: BuildOptions = {},
): Promise<SegmentEntry> {
  const worker = chunks.length <= (options.hereUpTo ?? HERE_UP_TO) ? workHere(order) : startWorker(order, options);
  const missing = new Set(chunks.map((chunk) => chunk.id));
  let indexed = 0;
  try {
    let underway: Promise<unknown> = Promise.resolve();
    for await (const entries of plan.readEntries(chunks)) {
      if (entries.length === 0) continue;
      const batch = packBatch(entries, order.dimensions, missing);
      await underway;
      underway = worker.ask(batch, [batch.vectors.buffer]).then(() => {
        indexed += entries.length;
        onProgress(indexed);
      });
      // Awaited before the next batch; until then a failure must not count as unhandled.
      underway.catch(() => {});
    }
    await underway;
    if (missing.size > 0) throw invalid(`${missing.size} of ${chunks.length} planned chunks did not come`);
    const result = await worker.ask({ kind: "finish" }, []);
    if (result.kind !== "finished") throw invalid("the worker did not finish");
    return result.segment;
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

/** Whoever takes batches and writes the files; answers one question at a time. */
interface Builder {
  ask(request: BuildRequest, transfer: ArrayBuffer[]): Promise<BuildReply>;
  end(): Promise<void>;
}

const HERE_UP_TO = 64;

function workHere(order: BuildOrder): Builder {
  const writer = createSegmentWriter(order);
  return {
    async ask(request) {
      if (request.kind === "finish") return { kind: "finished", segment: await writer.finish() };
      for (const i of request.chunkIds.keys()) {
        writer.add(oneOf(request, i, order.dimensions));
        await setImmediate();
      }
      return { kind: "indexed" };
    },
    end: () => Promise.resolve(),
  };
}

function oneOf({ chunkIds, titles, texts, vectors }: BuildBatch, i: number, dimensions: number): BuildBatch {
  const [from, to] = [i, i + 1];
  return {
    kind: "batch",
    chunkIds: chunkIds.slice(from, to),
    titles: titles.slice(from, to),
    texts: texts.slice(from, to),
    vectors: vectors.subarray(from * dimensions, to * dimensions),
  };
}

function startWorker(order: BuildOrder, options: BuildOptions): Builder {
  const worker = startThread(options.workerFile ?? threadFile("build-worker", import.meta.url), {
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
