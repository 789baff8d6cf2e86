/**
 * One file's bytes become the articles in it: loaded, then healed and split (.txt) or parsed (.md). Pure: the same
 * bytes give the same articles, which is why an unchanged file is never read again.
 */
import type { ArticleDraft } from "../core/types.js";
import { SENTENCES_VERSION } from "../text/sentences.js";
import { healPage } from "./heal.js";
import type { Join } from "./join.js";
import { loadText } from "./load.js";
import { readMarkdown } from "./markdown.js";
import { splitPage } from "./split.js";

/** Change the first number whenever the same bytes give other articles: every file is then read anew. */
export const READING_RULES_VERSION = `1.${SENTENCES_VERSION}`;

/** What a file holds, and what was done to get at it. */
export interface FileReading {
  drafts: ArticleDraft[];
  /** Where broken sentences were put together; empty for Markdown. */
  joins: Join[];
  /** What could not be read of an otherwise good file, in English. */
  warnings: string[];
}

/**
 * Reads a corpus file.
 * @param source its path relative to the corpus folder; the ending decides how it is read.
 * @throws AppError FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_TEXT, FRONT_MATTER_INVALID
 */
export function readArticles(bytes: Uint8Array, source: string): FileReading {
  const { text, kind, warnings } = loadText(bytes, source);
  if (kind === "md") return { drafts: [readMarkdown(text, source)], joins: [], warnings };
  const { parts, joins } = healPage(text);
  return { drafts: splitPage(parts, source), joins, warnings };
}
