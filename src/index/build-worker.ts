/**
 * The worker thread that builds a generation: takes batches of chunks, writes both index files. The one file of this
 * folder that runs when it is loaded. Whatever goes wrong in here, the thread that answers only sees a failed build.
 */
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { createBm25Builder } from "./bm25-build.js";
import type { BuildOrder, BuildReply, BuildRequest } from "./build-messages.js";
import { sealFile } from "./checked-file.js";
import { syncFile, writeDurably } from "./durable.js";
import { createHnswBuilder } from "./hnsw.js";
import { BM25_FILE, HNSW_FILE } from "./manifest.js";

const order = workerData as BuildOrder;
const words = createBm25Builder();
const vectors = createHnswBuilder(order.dimensions, order.chunks);

parentPort?.on("message", (request: BuildRequest) => {
  handle(request)
    .then((reply) => parentPort?.postMessage(reply, []))
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage({ kind: "failed", message } satisfies BuildReply, []);
    });
});

async function handle(request: BuildRequest): Promise<BuildReply> {
  if (request.kind === "batch") {
    request.chunkIds.forEach((chunkId, i) => {
      words.add(chunkId, request.titles[i] ?? "", request.texts[i] ?? "");
      vectors.add(chunkId, request.vectors.subarray(i * order.dimensions, (i + 1) * order.dimensions));
    });
    return { kind: "indexed" };
  }
  const bm25Path = join(order.folder, BM25_FILE);
  const hnswPath = join(order.folder, HNSW_FILE);
  await writeDurably(bm25Path, words.finish());
  vectors.save(hnswPath);
  await syncFile(hnswPath);
  return { kind: "finished", vectors: vectors.count, bm25: await sealFile(bm25Path), hnsw: await sealFile(hnswPath) };
}
