/** An error as one message for the person who started the program: what failed, why, what to do. */
import { isAppError } from "./core/errors.js";

/** The message of our own errors; of others the stack, since only a developer can act on them. */
export function describeError(error: unknown): string {
  if (isAppError(error)) return `${error.code}: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
