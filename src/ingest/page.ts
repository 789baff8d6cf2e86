/**
 * The end of every way of reading a page, whatever file it came in: blocks are healed, split into articles, and given
 * what the file says about itself (title, author, day, outlet, address). Only its head is specific to a kind of file.
 */

import type { ArticleDraft } from "../core/types.js";
import { foldText } from "../text/normalize.js";
import { type Block, toBlocks } from "./blocks.js";
import { healBlocks, type PagePart } from "./heal.js";
import type { Join } from "./join.js";
import { splitPage } from "./split.js";
import type { ReadingWarning } from "./warnings.js";

/** What a file says about its text besides the text. Absent means not given. */
export interface PageHead {
  /** Of the first article; with one, no headline is looked for at the top of the text. */
  title?: string;
  /** Of the first article; what its own text says goes before. */
  authors?: string[];
  /** YYYY-MM-DD. */
  published?: string;
  outlet?: string;
  /** http(s). */
  url?: string;
}

/** What came along with the bytes of a page from the web. */
export interface Origin {
  /** Where it was fetched, after redirects: the address of its articles unless the page names a better one. */
  url?: string;
  /** Encoding that the server named. */
  charset?: string;
}

/** A file as ingest goes on with it. */
export interface LoadedPage {
  blocks: Block[];
  head: PageHead;
  warnings: ReadingWarning[];
}

/** A page of plain text has no head. */
export function toPage(text: string, warnings: ReadingWarning[]): LoadedPage {
  return { blocks: toBlocks(text), head: {}, warnings };
}

/**
 * The articles of a page.
 * @param source path of the file, relative to the corpus folder.
 */
export function readPage({ blocks, head }: LoadedPage, source: string): { drafts: ArticleDraft[]; joins: Join[] } {
  const { parts, joins } = healBlocks(blocks, head.title === undefined ? "pageStart" : "inText");
  const titled: PagePart[] =
    head.title === undefined ? parts : [{ role: "headline", text: head.title }, ...withoutRepeat(parts, head.title)];
  const drafts = splitPage(titled, source).map((draft, i) => withHead(draft, head, i === 0));
  return { drafts, joins };
}

/** Many pages show their title once more above the text. */
function withoutRepeat(parts: readonly PagePart[], title: string): readonly PagePart[] {
  const [first] = parts;
  const isRepeat = first && first.role !== "byline" && foldText(first.text) === foldText(title);
  return isRepeat && parts.length > 1 ? parts.slice(1) : parts;
}

function withHead(draft: ArticleDraft, head: PageHead, isFirst: boolean): ArticleDraft {
  const author = draft.author ?? (isFirst && head.authors?.length ? head.authors.join("、") : undefined);
  const { published, outlet, url } = head;
  return {
    ...draft,
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
  };
}
