/** Runs work on the database as a whole or not at all, and says in our own words when it cannot. */
import { AppError, reasonOf } from "../../core/errors.js";
import type { Durability } from "../../core/ports.js";
import type { Connection } from "./open-file.js";

/** Runs `work` in a transaction. */
type Runner = { immediate<Result>(work: () => Result): Result };

/** Made once for each connection: making one takes longer than a small write. */
const runners = new WeakMap<Connection, Runner>();

/**
 * Runs `work` in one immediate transaction; an exception in it undoes everything. Inside another transaction it is part
 * of that one: what it throws must reach the outer one.
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
  try {
    if (connection.inTransaction) return work();
    return durability === "lazy" ? runLazily(connection, work) : runnerOf(connection).immediate(work);
  } catch (cause) {
    const reason = reasonOf(cause);
    throw new AppError("STORE_FAILED", {
      message: `${what} could not be written: ${reason}; nothing was changed`,
      retryable: true,
      cause,
    });
  }
}

/** The log of changes is one file: when a later write waits for the disk, everything before it gets there as well. */
function runLazily<Result>(connection: Connection, work: () => Result): Result {
  connection.exec("PRAGMA synchronous = NORMAL");
  try {
    return runnerOf(connection).immediate(work);
  } finally {
    connection.exec("PRAGMA synchronous = FULL");
  }
}

function runnerOf(connection: Connection): Runner {
  const known = runners.get(connection);
  if (known) return known;
  const made = connection.transaction((work: () => unknown) => work()) as unknown as Runner;
  runners.set(connection, made);
  return made;
}
