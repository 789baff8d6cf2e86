/** What the thread that answers and the one that reads files say to each other: for one file `begun`, then one end. */
import type { ErrorCode } from "../core/errors.js";
import type { Origin } from "./page.js";
import type { FileReading } from "./read-file.js";

/** A file to read. */
export interface ReadingRequest {
  bytes: Uint8Array;
  source: string;
  origin: Origin;
}

/** What came of it. Errors travel as code and message, since a class does not. */
export type ReadingReply =
  | { kind: "begun" }
  | { kind: "read"; reading: FileReading }
  | { kind: "refused"; code: ErrorCode; message: string };
