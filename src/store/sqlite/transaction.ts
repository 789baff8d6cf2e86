/** Runs work on the database as a whole or not at all, and says in our own words when it cannot. */
import { AppError } from "../../core/errors.js";
import type { Durability } from "../../core/ports.js";
import type { Connection } from "./database.js";

/**
 * Runs `work` in one immediate transaction; an exception in it undoes everything.
 * @param what named in the error, e.g. "a change of the corpus".
 * @param durability default `full`; inside another transaction, that one's counts.
 * @throws AppError STORE_FAILED
 */
export function inTransaction<Result>(
  connection: Connection,
  what: string,
  work: () => Result,
  durability: Durability = "full",
): Result {
  const isLazy = durability === "lazy" && !connection.inTransaction;
  try {
    // The log is one file: whenever a later write waits for the disk, everything before it is there as well.
    if (isLazy) connection.exec("PRAGMA synchronous = NORMAL");
    return connection.transaction(work).immediate();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("STORE_FAILED", {
      message: `${what} could not be written: ${reason}; nothing was changed`,
      retryable: true,
      cause,
    });
  } finally {
    if (isLazy) connection.exec("PRAGMA synchronous = FULL");
  }
}
