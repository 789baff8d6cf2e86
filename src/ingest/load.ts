/**
 * The first step of ingest: the bytes of a corpus file become text with `\n` line ends. Nothing else of the text is
 * changed; invisible and full-width characters stay as they are, since folding is for matching only (`text/normalize`).
 * It does not look at what the text says: that begins with `heal` for .txt and with `front-matter` for .md.
 */
import { AppError, type ErrorCode } from "../core/errors.js";
import { type DecodedText, decodeText } from "./charset.js";

/** A larger file is refused: a newspaper page has some 10 kB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** A file with more control characters than this share of its characters is no text. */
const MAX_CONTROL_SHARE = 0.1;

/** The form of a corpus file. */
export type FileKind = "txt" | "md";

/** A corpus file as text. */
export interface LoadedFile extends DecodedText {
  kind: FileKind;
}

/** The kind of a file by its name; undefined for one that ingest does not read. */
export function fileKindOf(name: string): FileKind | undefined {
  const extension = /\.(txt|md)$/i.exec(name)?.[1]?.toLowerCase();
  return extension === "txt" || extension === "md" ? extension : undefined;
}

/** How a page of a browser begins: its marks would be quoted as if they were words. */
const HTML_PAGE = /^\s*<(?:!doctype\s+html|html[\s>])/iu;

/**
 * Reads the bytes of one corpus file.
 * @param source its path, for messages and for its kind; anything that does not end in .md is read as .txt.
 * @throws AppError FILE_EMPTY (nothing but blanks), FILE_TOO_LARGE, FILE_NOT_TEXT (binary, or in no known encoding)
 * @example loadText(new TextEncoder().encode("标题\r\n正文。"), "a.txt").text // "标题\n正文。"
 */
export function loadText(bytes: Uint8Array, source: string): LoadedFile {
  if (bytes.length > MAX_FILE_BYTES) {
    throw refuse("FILE_TOO_LARGE", source, `it has ${bytes.length} bytes, ${MAX_FILE_BYTES} are allowed; split it`);
  }
  const decoded = decodeText(bytes);
  if (!decoded) throw refuse("FILE_NOT_TEXT", source, "it is in no known encoding; save it as UTF-8");
  const text = decoded.text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n");
  if (isBlank(text)) throw refuse("FILE_EMPTY", source, "there is nothing in it to read");
  if (isBinary(text)) throw refuse("FILE_NOT_TEXT", source, "it is binary; only plain text and Markdown are read");
  if (HTML_PAGE.test(text)) throw refuse("FILE_NOT_TEXT", source, "it is an HTML page; save its text as .txt or .md");
  return { ...decoded, text, kind: fileKindOf(source) ?? "txt" };
}

/** Whether text shows nothing: blanks and invisible characters at most. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\u2800\u3164]/u.test(text);
}

function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  const controls = text.match(/[\u0001-\u0008\u000E-\u001F\u007F]/g); // eslint-disable-line no-control-regex
  return (controls?.length ?? 0) > text.length * MAX_CONTROL_SHARE;
}

function refuse(code: ErrorCode, source: string, why: string): AppError {
  return new AppError(code, { message: `${source} cannot be read: ${why}` });
}
