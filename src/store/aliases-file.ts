/**
 * The file of aliases: read when it has changed, by whomever, and written whole or not at all. Articles need not be indexed
 * anew: names are exchanged when a question is read, not in the index.
 */
import { readFileSync, statSync } from "node:fs";
import { AppError, isAppError } from "../core/errors.js";
import type { Log } from "../core/ports.js";
import { replaceFileSync } from "../files/durable.js";
import { type Aliases, createAliases, NO_ALIASES } from "../text/aliases.js";
import { renderAliases } from "./aliases-text.js";
import { parseAliases } from "./aliases-yaml.js";

/** The aliases that are in force. */
export interface AliasesFile {
  /** As the file says now. While it cannot be read, those before; without a file, none. */
  current: () => Aliases;
  /**
   * Puts other groups into the file, in force at once. Comments stay, and so do the lines of groups that stay.
   * @throws AppError ALIASES_INVALID for groups that cannot be, and while the file itself cannot be read, so that nobody's
   * half-finished edit is lost (nothing is changed); STORE_FAILED
   */
  save(groups: readonly (readonly string[])[]): void;
}

/** @throws AppError ALIASES_INVALID when the file cannot be used: at a start somebody is there to mend it. */
export function openAliasesFile(path: string, log: Log): AliasesFile {
  let aliases = NO_ALIASES;
  let stamp = "";

  function current(): Aliases {
    const found = stampOf(path);
    if (found === stamp) return aliases;
    stamp = found;
    try {
      aliases = found === "" ? NO_ALIASES : readFile(path);
    } catch (error) {
      if (!isAppError(error)) throw error;
      log.warn({ reason: error.message }, "the aliases cannot be read; those before stay in force");
    }
    return aliases;
  }

  function save(groups: readonly (readonly string[])[]): void {
    const read = (text: string) => parseAliases(text, path);
    const former = stampOf(path) === "" ? "" : readText(path);
    read(former);
    const text = renderAliases(groups, former, read);
    const saved = createAliases(read(text));
    try {
      replaceFileSync(path, text);
    } catch (cause) {
      throw new AppError("STORE_FAILED", { message: `${path} cannot be written: check the folder's rights`, cause });
    }
    aliases = saved;
    stamp = stampOf(path);
  }

  stamp = stampOf(path);
  if (stamp !== "") aliases = readFile(path);
  return { current, save };
}

function readFile(path: string): Aliases {
  return createAliases(parseAliases(readText(path), path));
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new AppError("ALIASES_INVALID", { message: `${path} cannot be read: check its rights`, cause });
  }
}

/** Tells one state of the file from another; empty when there is no file. */
function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : "";
}
