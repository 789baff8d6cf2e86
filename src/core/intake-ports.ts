/**
 * Adding articles from the chat, as interfaces: a file becomes articles that an admin looks at and corrects, and those
 * become files of the corpus folder, so that they go through the same pipeline as all others and can be reviewed there.
 */
import type { ArticleMeta, SentenceKind } from "./types.js";

/** A file as it came: from a chat, pasted, or fetched from `url`. */
export interface HandedIn {
  /** As its sender called it; never used as a path. */
  name: string;
  bytes: Uint8Array;
  url?: string;
  /** Encoding that the server of `url` named. */
  charset?: string;
}

/** An article that was found in a file, as an admin may change it. */
export interface IntakeArticle
  extends Pick<ArticleMeta, "title" | "subtitle" | "author" | "published" | "outlet" | "url" | "programme"> {
  paragraphs: { text: string; kind: SentenceKind }[];
  /** There was no headline: the title is the file's name. */
  isUntitled?: boolean;
}

/** What was lost or guessed when the bytes were read. */
export type IntakeWarning =
  | { code: "cutOff" }
  | { code: "charactersReplaced"; count: number }
  | { code: "encodingMixed"; charset: string; lines: number }
  | { code: "encodingGuessed"; charset: string }
  | { code: "pagesWithoutText"; count: number; of: number };

/** What a file holds. */
export interface IntakeReading {
  articles: IntakeArticle[];
  /** Where broken sentences were put together. */
  joins: { before: string; after: string }[];
  warnings: IntakeWarning[];
}

/** A stored article that a new one may repeat. */
export interface IntakeDuplicate {
  /** Position of the new one, from 0. */
  article: number;
  /** `exact`: the same text. `newVersion`: the same article, changed. `nearText`: nearly the same text by another title. */
  kind: "exact" | "newVersion" | "nearText";
  articleId: string;
  title: string;
  /** Share of the shorter text that is in the longer one: 0 to 1. */
  overlap: number;
}

/** What is to be put into the corpus. */
export interface Publication {
  /** Of the upload: the same one twice writes the same files. */
  id: string;
  /** When it was handed in; names begin with the day. */
  at: number;
  admin: number;
  /** Written as it is, when nobody changed anything. */
  file: HandedIn;
  articles: readonly IntakeArticle[];
  isEdited: boolean;
  /** Ids of stored articles that these take the place of. */
  replaces: readonly string[];
}

/** Adding articles. */
export interface Intake {
  /** @throws AppError of a FILE_ code or FRONT_MATTER_INVALID */
  read(file: HandedIn): Promise<IntakeReading>;
  /** @throws AppError of a URL_ code */
  fetch(url: string): Promise<HandedIn>;
  /** Compares with all that is stored, a piece at a time. */
  duplicatesOf(articles: readonly IntakeArticle[]): Promise<IntakeDuplicate[]>;
  /** Writes files; the index is not touched. @returns their sources. @throws AppError STORE_FAILED */
  publish(publication: Publication): Promise<string[]>;
}

/** What an admin handed in and has not published yet. */
export interface PendingUpload {
  id: string;
  at: number;
  admin: number;
  name: string;
  url?: string;
  bytes: Uint8Array;
  /** JSON of whoever shows it. */
  edits: string;
}

/** Uploads under way. @throws AppError STORE_FAILED */
export interface UploadStore {
  /** The same id again replaces the former. */
  put(upload: PendingUpload): void;
  read(id: string): PendingUpload | undefined;
  saveEdits(id: string, edits: string): void;
  /** @returns whether there was one. */
  remove(id: string): boolean;
  /** Drops what was handed in before. @returns how many. */
  purge(before: number): number;
}
