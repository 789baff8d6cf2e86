/**
 * What an admin has made of an upload so far: its articles, and how they may be changed. Kept as JSON beside the bytes, so
 * that everything works after a restart. Every change counts `version` up; a button that was made for another version
 * changes nothing, so that the same tap twice is the same as once. Pure.
 */
import type { IntakeArticle, IntakeWarning } from "../core/intake-ports.js";
import type { CardView } from "./views/evidence-view.js";

/** An upload as it stands. */
export interface UploadState {
  v: 1;
  version: number;
  /** The version in which articles were last cut, joined or read anew: since then each has its number. */
  cut: number;
  articles: IntakeArticle[];
  /** The first few places where broken sentences were put together, and how many there were. */
  joins: { before: string; after: string }[];
  joined: number;
  warnings: IntakeWarning[];
  isEdited: boolean;
  /** It is in the corpus folder, in place of these stored articles; it cannot be changed any more. */
  stored?: { replaces: string[] };
  /** And it is in the index. */
  isPublished?: boolean;
  /** What was said of that: a second tap, faster than the message could change, says the same. */
  said?: CardView;
}

/** What can be changed of an article, by its letter in a button. */
export const FIELDS = { t: "title", a: "author", d: "published", s: "outlet", p: "programme" } as const;
export type FieldLetter = keyof typeof FIELDS;
export type EditedField = (typeof FIELDS)[FieldLetter];

/** How long an upload waits. */
export const UPLOAD_DAYS = 7;

const MAX_FIELD_CHARS = 200;
/** Takes a value away. */
const NOTHING = /^(?:-|\u2014|[\u65E0\u7121]|none)$/iu;

/** Reads what is stored; undefined for another version of this program's. */
export function readState(edits: string): UploadState | undefined {
  const read = JSON.parse(edits) as Partial<UploadState>;
  // One of before `cut` was kept.
  return read.v === 1 ? ({ ...read, cut: read.cut ?? read.version } as UploadState) : undefined;
}

/** @returns undefined when the value cannot be: no day, too long, or no title at all. */
export function withField(state: UploadState, n: number, field: EditedField, said: string): UploadState | undefined {
  const article = state.articles[n];
  const words = said.replace(/\s+/gu, " ").trim();
  if (!article || words === "" || Array.from(words).length > MAX_FIELD_CHARS) return undefined;
  const { [field]: _, isUntitled: __, ...rest } = article;
  const untitled = field !== "title" && article.isUntitled === true ? { isUntitled: true } : {};
  if (NOTHING.test(words)) {
    return field === "title" ? undefined : changed(state, n, 1, [{ title: article.title, ...rest, ...untitled }]);
  }
  const value = field === "published" ? dayIn(words) : words;
  return value === undefined
    ? undefined
    : changed(state, n, 1, [{ title: article.title, ...rest, ...untitled, [field]: value }]);
}

/** Cuts article `n` in two: the second begins with paragraph `p`, which is its title. */
export function splitAt(state: UploadState, n: number, p: number): UploadState | undefined {
  const article = state.articles[n];
  const first = article?.paragraphs[p];
  if (!article || !first || p === 0) return undefined;
  const { published, outlet, url, programme, paragraphs } = article;
  const shared = {
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
    ...(programme !== undefined && { programme }),
  };
  const rest = paragraphs.slice(p + 1);
  const title = Array.from(first.text).slice(0, MAX_FIELD_CHARS).join("");
  // A long paragraph is no headline: then it stays text as well.
  const isHeadline = rest.length > 0 && title === first.text;
  const second: IntakeArticle = { title, ...shared, paragraphs: isHeadline ? rest : [first, ...rest] };
  return cutAnew(state, n, 1, [{ ...article, paragraphs: paragraphs.slice(0, p) }, second]);
}

/** Makes article `n` the end of the one before; its title stays in the text. */
export function joinWithPrevious(state: UploadState, n: number): UploadState | undefined {
  const [before, article] = [state.articles[n - 1], state.articles[n]];
  if (!before || !article) return undefined;
  const title = { text: article.title, kind: "caption" } as const;
  const paragraphs = [...before.paragraphs, ...(article.isUntitled ? [] : [title]), ...article.paragraphs];
  return cutAnew(state, n - 1, 2, [{ ...before, paragraphs }]);
}

function cutAnew(state: UploadState, at: number, howMany: number, articles: IntakeArticle[]): UploadState {
  return { ...changed(state, at, howMany, articles), cut: state.version + 1 };
}

function changed(state: UploadState, at: number, howMany: number, articles: IntakeArticle[]): UploadState {
  return {
    ...state,
    version: state.version + 1,
    isEdited: true,
    articles: state.articles.toSpliced(at, howMany, ...articles),
  };
}

/** A day as YYYY-MM-DD, from the ways in which people write one; undefined when there is no such day. */
function dayIn(words: string): string | undefined {
  const [, year, month = "", day = ""] =
    /^(\d{4})\s*[-./\u5E74]\s*(\d{1,2})\s*[-./\u6708]\s*(\d{1,2})\s*[\u65E5\u53F7\u865F]?$/u.exec(words) ?? [];
  if (year === undefined) return undefined;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== written ? undefined : written;
}
