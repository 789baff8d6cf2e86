/** The thread of `reading-thread`: reads the files it is sent, one after another. */
import { parentPort } from "node:worker_threads";
import { isAppError } from "../core/errors.js";
import { prepareFor, readAnyFile } from "./read-file.js";
import type { ReadingReply, ReadingRequest } from "./reading-messages.js";

// Whatever a parser prints is about somebody's file and no concern of the log. It is not sent to the other thread to be
// thrown away there: listening for it would keep the program from ending.
for (const stream of [process.stdout, process.stderr]) stream.write = () => true;

parentPort?.on("message", (request: ReadingRequest) => {
  readNow(request).then(
    (reading) => reply({ kind: "read", reading }),
    (error: unknown) => reply(refusalOf(error, request.source)),
  );
});

async function readNow({ bytes, source, origin }: ReadingRequest) {
  await prepareFor(bytes, source);
  reply({ kind: "begun" });
  return readAnyFile(bytes, source, origin);
}

/** A stack or a string that is too long for the engine says that the file is hostile; all else that it is damaged. */
function refusalOf(error: unknown, source: string): ReadingReply {
  if (isAppError(error)) return { kind: "refused", code: error.code, message: error.message };
  const code = error instanceof RangeError ? "FILE_TOO_COMPLEX" : "FILE_DAMAGED";
  const name = error instanceof Error ? error.name : typeof error;
  return { kind: "refused", code, message: `${source} cannot be read: its parser failed (${name})` };
}

function reply(message: ReadingReply): void {
  parentPort?.postMessage(message, []);
}
