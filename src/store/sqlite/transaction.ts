/** Runs work on the database as a whole or not at all, and says in our own words when it cannot. */
import { AppError } from "../../core/errors.js";
import type { Connection } from "./database.js";

/**
 * Runs `work` in one immediate transaction; an exception in it undoes everything.
 * @param what named in the error, e.g. "a change of the corpus".
 * @throws AppError STORE_FAILED
 */
export function inTransaction<Result>(connection: Connection, what: string, work: () => Result): Result {
  try {
    return connection.transaction(work).immediate();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("STORE_FAILED", {
      message: `${what} could not be written: ${reason}; nothing was changed`,
      retryable: true,
      cause,
    });
  }
}
