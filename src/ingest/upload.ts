/**
 * What a file would become, before anything is changed: for an admin to look at. It is read exactly as the same file in
 * the corpus folder would be; nothing is stored here, and no words for people are made.
 */
import type { ArticleDraft } from "../core/types.js";
import { corpusFileName } from "./file-name.js";
import type { Join } from "./join.js";
import { type FileKind, readingKindOf } from "./kind.js";
import type { Origin } from "./page.js";
import { readFileBounded } from "./read-bounded.js";
import type { ReadingThread } from "./reading-thread.js";
import { fileStem } from "./split.js";
import type { ArticleWarning, ReadingWarning } from "./warnings.js";

/** A file that was handed in, or fetched from `url`. */
export interface Upload extends Origin {
  /** As its sender called it; never used as a path. */
  name: string;
  bytes: Uint8Array;
}

/** One article of a file, as an admin is shown it. */
export interface IntakeArticle {
  title: string;
  subtitle?: string;
  author?: string;
  /** YYYY-MM-DD. */
  published?: string;
  outlet?: string;
  url?: string;
  programme?: string;
  /** Of its text, blanks not counted. */
  characters: number;
  paragraphs: number;
}

/** What a file holds and what to know about it. */
export interface Intake {
  kind: FileKind;
  /** The name under which it may be put into the corpus folder; also `source` of its drafts. */
  source: string;
  /** In the order of `drafts`. */
  articles: IntakeArticle[];
  drafts: ArticleDraft[];
  /** Where broken sentences were put together. */
  joins: Join[];
  warnings: (ReadingWarning | ArticleWarning)[];
}

/** An article with fewer characters is hardly one. */
const VERY_SHORT = 80;

/**
 * Reads a file that was handed in.
 * @param thread see `readFileBounded`.
 * @throws AppError of a FILE_ code or FRONT_MATTER_INVALID
 * @example (await readUpload({ name: "a.txt", bytes })).articles[0]?.title
 */
export async function readUpload(upload: Upload, thread?: ReadingThread): Promise<Intake> {
  const { name, bytes, url, charset } = upload;
  const source = corpusFileName(name, readingKindOf(bytes, name));
  const { kind, drafts, joins, warnings } = await readFileBounded(
    bytes,
    source,
    { ...(url !== undefined && { url }), ...(charset !== undefined && { charset }) },
    thread,
  );
  const articles = drafts.map(toIntakeArticle);
  return { kind, source, articles, drafts, joins, warnings: [...warnings, ...warningsAbout(articles, source)] };
}

function toIntakeArticle(draft: ArticleDraft): IntakeArticle {
  const { title, subtitle, author, published, outlet, url, programme, text } = draft;
  return {
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(author !== undefined && { author }),
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
    ...(programme !== undefined && { programme }),
    characters: Array.from(text.replace(/\s+/gu, "")).length,
    paragraphs: text.split("\n").length,
  };
}

function warningsAbout(articles: readonly IntakeArticle[], source: string): ArticleWarning[] {
  const several: ArticleWarning[] = articles.length > 1 ? [{ code: "severalArticles", count: articles.length }] : [];
  return articles.reduce((warnings, { title, author, characters }, article) => {
    if (title === fileStem(source)) warnings.push({ code: "noHeadline", article });
    if (author === undefined) warnings.push({ code: "noByline", article });
    if (characters < VERY_SHORT) warnings.push({ code: "veryShort", article, characters });
    return warnings;
  }, several);
}
