/**
 * A lock between processes: an open transaction on a file of its own, so the operating system lets go of it when the
 * process dies, however it dies. There is no stale lock to clean up.
 */
import { dirname } from "node:path";
import { AppError, reasonOf } from "../../core/errors.js";
import { makeFolder } from "./make-folder.js";
import { type Connection, openFile } from "./open-file.js";

/**
 * Takes the lock `path`, making the file when absent. Waits `waitMs` for another holder before it gives up.
 * @returns the function that lets go; undefined when somebody else holds it.
 * @throws AppError STORE_FAILED when the file cannot be made.
 */
export function holdFile(path: string, waitMs: number): (() => void) | undefined {
  let file: Connection | undefined;
  try {
    makeFolder(dirname(path));
    file = openFile(path, waitMs);
    file.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    file?.close();
    if (cause instanceof Error && "code" in cause && cause.code === "SQLITE_BUSY") return undefined;
    const reason = reasonOf(cause);
    throw new AppError("STORE_FAILED", {
      message: `the lock ${path} cannot be used: ${reason}; check its rights`,
      cause,
    });
  }
  const held = file;
  return () => {
    held.close();
  };
}
