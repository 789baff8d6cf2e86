/**
 * The worker thread that builds a segment: takes batches of chunks, writes both index files. The one file of this
 * folder that runs when it is loaded. Whatever goes wrong in here, the thread that answers only sees a failed build.
 */
import { parentPort, workerData } from "node:worker_threads";
import { reasonOf } from "../core/errors.js";
import type { BuildOrder, BuildReply, BuildRequest } from "./build-messages.js";
import { createSegmentWriter } from "./segment-writer.js";

const writer = createSegmentWriter(workerData as BuildOrder);

parentPort?.on("message", (request: BuildRequest) => {
  handle(request)
    .then((reply) => parentPort?.postMessage(reply, []))
    .catch((error: unknown) => {
      const message = reasonOf(error);
      parentPort?.postMessage({ kind: "failed", message } satisfies BuildReply, []);
    });
});

async function handle(request: BuildRequest): Promise<BuildReply> {
  if (request.kind === "finish") return { kind: "finished", segment: await writer.finish() };
  writer.add(request);
  return { kind: "indexed" };
}
