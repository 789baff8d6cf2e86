/** The files of the corpus folder as a backup holds them: all but hidden ones, links as what they lead to. */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

/**
 * Paths of the files below a folder, relative and `/`-separated, ascending; none when there is no such folder.
 * @param without a folder that is left out, wherever it lies.
 */
export function listFiles(folder: string, without?: string): string[] {
  const seen = new Set([realPathOf(without)]);
  const paths: string[] = [];

  function visit(below: string): void {
    const path = join(folder, below);
    const real = realPathOf(path);
    if (real === undefined || seen.has(real)) return;
    seen.add(real);
    for (const name of readdirSync(path)) {
      if (name.startsWith(".")) continue;
      const source = below === "" ? name : `${below}/${name}`;
      const found = statSync(join(folder, source), { throwIfNoEntry: false });
      if (found?.isDirectory()) visit(source);
      else if (found?.isFile()) paths.push(source);
    }
  }

  visit("");
  return paths.toSorted();
}

/** Reads them one by one; one that somebody removed since it was listed is left out. */
export function* readFiles(folder: string, paths: readonly string[]): Generator<{ path: string; bytes: Uint8Array }> {
  for (const path of paths) {
    try {
      yield { path, bytes: readFileSync(join(folder, path)) };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
}

/**
 * Whether a path out of a backup is one that this program may have written: it stays below the folder that it is put in,
 * whatever this system takes for a separator, and nothing of it is hidden.
 */
export function isSafePath(folder: string, path: string): boolean {
  if (path.includes("\0") || path.split("/").some((part) => part.startsWith("."))) return false;
  return relative(folder, resolve(folder, path)).split(sep).join("/") === path && path !== "";
}

function realPathOf(path: string | undefined): string | undefined {
  try {
    return path === undefined ? undefined : realpathSync(path);
  } catch {
    return undefined;
  }
}
