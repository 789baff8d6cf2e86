/**
 * The files of the corpus folder that ingest reads, however deep, in a fixed order. It only looks; what a file holds
 * is read later, one at a time.
 */
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError, reasonOf } from "../core/errors.js";
import { fileKindOf } from "./kind.js";

/** A file that ingest reads. */
export interface CorpusFile {
  /** Where it is, for reading. */
  path: string;
  /** Its name in the corpus: relative, `/`-separated, Unicode NFC, so that it is the same on every system. */
  source: string;
}

/** What a look at the corpus folder gives. */
export interface CorpusListing {
  /** Ascending by `source`. */
  files: CorpusFile[];
  /** Folders that could not be looked into, as sources; nothing may be concluded about what is in them. */
  unreadable: { source: string; reason: string }[];
}

/**
 * Lists the files below a folder that are read (see `kind`). Hidden files and folders, the locks of open Word files, `README.md`, and folders that were met
 * before through a link are left out.
 * @throws AppError CORPUS_UNREADABLE when the folder itself cannot be listed.
 */
export async function listCorpusFiles(corpusDir: string): Promise<CorpusListing> {
  const listing: CorpusListing = { files: [], unreadable: [] };
  const seen = new Set<string>();

  async function visit(folder: string, prefix: string): Promise<void> {
    const real = await realpath(folder);
    if (seen.has(real)) return;
    seen.add(real);
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      // `~$`: the lock file of an office program.
      if (/^(?:\.|~\$)/.test(entry.name) || /^readme\.md$/i.test(entry.name)) continue;
      const path = join(folder, entry.name);
      const source = `${prefix}${entry.name}`.normalize("NFC");
      // Tens of thousands of plain files: nothing is waited for.
      const kind = entry.isFile() ? "file" : await kindOf(entry, path);
      if (kind === "folder") {
        await visit(path, `${source}/`).catch((cause: unknown) => {
          listing.unreadable.push({ source: `${source}/`, reason: reasonOf(cause) });
        });
      } else if (kind === "file" && fileKindOf(entry.name)) {
        listing.files.push({ path, source });
      }
    }
  }

  try {
    await visit(corpusDir, "");
  } catch (cause) {
    throw new AppError("CORPUS_UNREADABLE", {
      message: `CORPUS_DIR (${corpusDir}) cannot be read: ${reasonOf(cause)}; set it to the folder with your articles`,
      cause,
    });
  }
  listing.files.sort((a, b) => (a.source < b.source ? -1 : 1));
  return listing;
}

/** A link counts as what it leads to; one that leads nowhere counts as a file, so that its loss is reported. */
async function kindOf(entry: Dirent, path: string): Promise<"file" | "folder" | "other"> {
  const target = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
  if (!target) return "file";
  if (target.isDirectory()) return "folder";
  return target.isFile() ? "file" : "other";
}

/** What is known of a corpus, and these files of it that are there; nothing else is looked at. */
export async function nameFiles(
  corpusDir: string,
  known: readonly { source: string }[],
  named: ReadonlySet<string>,
): Promise<CorpusListing> {
  const files = known.filter(({ source }) => !named.has(source)).map(({ source }) => ({ path: "", source }));
  for (const source of named) {
    const path = join(corpusDir, source);
    const isThere = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isThere && fileKindOf(source)) files.push({ path, source });
  }
  return { files: files.toSorted((a, b) => (a.source < b.source ? -1 : 1)), unreadable: [] };
}
