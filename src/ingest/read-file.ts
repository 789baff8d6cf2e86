/**
 * One file's bytes become the articles in it, whatever kind of file it is: loaded, healed and split, or parsed (.md).
 * Pure: the same bytes give the same articles, which is why an unchanged file is never read again. It takes as long as
 * the file makes it take; `read-bounded` sets the limits and is what everybody else calls.
 */
import type { ArticleDraft } from "../core/types.js";
import { SENTENCES_VERSION } from "../text/sentences.js";
import { warningsOf } from "./charset.js";
import type { Join } from "./join.js";
import { type FileKind, readingKindOf } from "./kind.js";
import { loadText, refuseLarge } from "./load.js";
import { readMarkdown } from "./markdown.js";
import { type LoadedPage, type Origin, readPage, toPage } from "./page.js";
import type { ReadingWarning } from "./warnings.js";

/** Change the first number whenever the same bytes give other articles: every file is then read anew. */
export const READING_RULES_VERSION = `4.${SENTENCES_VERSION}`;

/** What a file holds, and what was done to get at it. */
export interface FileReading {
  kind: FileKind;
  drafts: ArticleDraft[];
  /** Where broken sentences were put together; empty for Markdown. */
  joins: Join[];
  /** What could not be read of an otherwise good file. */
  warnings: ReadingWarning[];
}

/**
 * Reads a text file (.txt or .md).
 * @param source its path relative to the corpus folder; the ending decides how it is read.
 * @throws AppError FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_TEXT, FRONT_MATTER_INVALID
 */
export function readArticles(bytes: Uint8Array, source: string, { url, charset }: Origin = {}): FileReading {
  const kind = /\.md$/i.test(source) ? "md" : "txt";
  const loaded = loadText(bytes, source, charset);
  const { text } = loaded;
  const warnings = warningsOf(loaded);
  if (kind === "md") {
    const draft = readMarkdown(text, source);
    return { kind, drafts: [{ ...(url !== undefined && { url }), ...draft }], joins: [], warnings };
  }
  const page = toPage(text, warnings);
  return { kind, ...readPage(url === undefined ? page : { ...page, head: { url } }, source), warnings };
}

/**
 * Reads a file of any kind. The packages for HTML, DOCX and PDF are loaded when the first such file comes.
 * @throws AppError as `readArticles`, and FILE_DAMAGED, FILE_ENCRYPTED, FILE_SCANNED, FILE_TOO_COMPLEX
 */
export async function readAnyFile(bytes: Uint8Array, source: string, origin: Origin = {}): Promise<FileReading> {
  refuseLarge(bytes.length, source);
  const kind = readingKindOf(bytes, source);
  if (kind === "txt" || kind === "md") return readArticles(bytes, source, origin);
  const load = await loaderOf(kind);
  const page = await load(bytes, source, origin);
  const head = origin.url === undefined ? page.head : { ...page.head, url: page.head.url ?? origin.url };
  return { kind, ...readPage({ ...page, head }, source), warnings: page.warnings };
}

/** Loads the package that reads such a file, so that its loading does not count as reading. */
export async function prepareFor(bytes: Uint8Array, source: string): Promise<void> {
  const kind = readingKindOf(bytes, source);
  if (kind !== "txt" && kind !== "md") await loaderOf(kind);
}

/** How a file of this kind becomes a page. */
async function loaderOf(
  kind: "html" | "docx" | "pdf",
): Promise<(bytes: Uint8Array, source: string, origin: Origin) => LoadedPage | Promise<LoadedPage>> {
  if (kind === "html") return (await import("./documents/html-page.js")).loadHtmlPage;
  if (kind === "docx") return (await import("./documents/docx-page.js")).loadDocxPage;
  return (await import("./documents/pdf-page.js")).loadPdfPage;
}
