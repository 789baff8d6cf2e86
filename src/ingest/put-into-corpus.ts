/**
 * Puts what an admin has published into the corpus folder, below `added/`: the file as it came, or, when something was
 * changed or would be lost, one Markdown file for each article. Names are ours: nothing that a sender wrote is a path. What
 * it takes the place of goes: the file when it was added the same way, else the article is noted as removed.
 */
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RemovalStore } from "../core/admin-ports.js";
import { AppError, reasonOf } from "../core/errors.js";
import type { Publication } from "../core/intake-ports.js";
import type { ArticleStore } from "../core/ports.js";
import type { ArticleHead } from "../core/types.js";
import { replaceFile, syncFolder } from "../files/durable.js";
import { fileKindOf } from "./kind.js";
import { writeMarkdown } from "./write-markdown.js";

/** The folder of what came from chats; to be seen in reviews. */
export const ADDED = "added/";

/** What it works with. */
export interface PutDeps {
  corpusDir: string;
  articles: Pick<ArticleStore, "listHeads">;
  removals: Pick<RemovalStore, "add">;
}

interface NewFile {
  source: string;
  content: Uint8Array | string;
}

const MAX_SLUG_CHARS = 30;

/**
 * Writes the files; the same publication twice writes the same.
 * @returns their sources. @throws AppError STORE_FAILED
 */
export async function putIntoCorpus(
  publication: Publication,
  { corpusDir, articles, removals }: PutDeps,
): Promise<string[]> {
  const heads = articles.listHeads();
  const wanted = new Set(publication.replaces);
  const replaced = heads.filter(({ id }) => wanted.has(id));
  const files = filesOf(
    publication,
    replaced.filter((head) => isWhollyReplaced(head, heads, wanted)),
  );
  const written = new Set(files.map(({ source }) => source));
  try {
    for (const { source, content } of files) await put(join(corpusDir, source), content);
    for (const head of replaced) {
      if (written.has(head.source)) continue;
      if (isWhollyReplaced(head, heads, wanted)) await rm(join(corpusDir, head.source), { force: true });
      else removals.add({ articleId: head.id, title: head.title, admin: publication.admin, at: Date.now() });
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const reason = reasonOf(cause);
    throw new AppError("STORE_FAILED", {
      message: `${corpusDir} cannot be written: ${reason}; check its rights`,
      cause,
    });
  }
  return files.map(({ source }) => source);
}

/** A new version of the one article of a file goes to the same place, so that it is a revision of the same article. */
function filesOf({ id, at, file, articles, isEdited }: Publication, former: readonly ArticleHead[]): NewFile[] {
  const kind = fileKindOf(file.name);
  // What the address and its server said is not in the bytes, and a name that stands for a title would be another.
  const isAsItCame =
    kind !== undefined && !isEdited && file.url === undefined && !articles.some((one) => one.isUntitled);
  const [only] = former.length === 1 ? former : [];
  const placeOf = (ending: string, number?: number) => {
    if (number === undefined && only?.source.endsWith(`.${ending}`)) return only.source;
    const day = new Date(at).toISOString().slice(0, 10);
    return `${ADDED}${[day, slugOf(articles[number ?? 0]?.title ?? ""), id, number === undefined ? "" : number + 1]
      .filter((part) => part !== "")
      .join("-")}.${ending}`;
  };
  if (isAsItCame) return [{ source: placeOf(kind), content: file.bytes }];
  const isOne = articles.length === 1;
  return articles.map((article, i) => ({
    source: placeOf("md", isOne ? undefined : i),
    content: writeMarkdown(article),
  }));
}

/** Whether nothing but what is replaced came from its file, and that was added from a chat. */
function isWhollyReplaced(
  { source }: ArticleHead,
  heads: readonly ArticleHead[],
  replaced: ReadonlySet<string>,
): boolean {
  return source.startsWith(ADDED) && heads.every((head) => head.source !== source || replaced.has(head.id));
}

function slugOf(title: string): string {
  const words = title.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-");
  return Array.from(words)
    .slice(0, MAX_SLUG_CHARS)
    .join("")
    .replace(/^-+|-+$/gu, "");
}

/** Whole or not at all; ingest does not read names that begin with a dot. */
async function put(path: string, content: Uint8Array | string): Promise<void> {
  const made = await mkdir(dirname(path), { recursive: true });
  if (made !== undefined) await syncFolder(dirname(made));
  await replaceFile(path, content);
}
