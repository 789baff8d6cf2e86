/**
 * The first step of ingest for text: the bytes of a file become text with `\n` line ends. Nothing else of the text is
 * changed; invisible and full-width characters stay as they are, since folding is for matching only (`text/normalize`).
 * It does not look at what the text says: that begins with `heal` for .txt and with `front-matter` for .md.
 */
import { AppError, type ErrorCode } from "../core/errors.js";
import { type DecodedText, decodeText } from "./charset.js";

/** A larger file is refused: a newspaper page has some 10 kB, one as PDF seldom more than 5 MB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** A file with more control characters than this share of its characters is no text. */
const MAX_CONTROL_SHARE = 0.1;

/**
 * Reads the bytes of one text file.
 * @param source its path, for messages.
 * @param declared encoding that came with the bytes, as the header of a page.
 * @throws AppError FILE_EMPTY (nothing but blanks), FILE_TOO_LARGE, FILE_NOT_TEXT (binary, or in no known encoding)
 * @example loadText(new TextEncoder().encode("标题\r\n正文。"), "a.txt").text // "标题\n正文。"
 */
export function loadText(bytes: Uint8Array, source: string, declared?: string): DecodedText {
  refuseLarge(bytes.length, source);
  const decoded = decodeText(bytes, declared);
  if (!decoded) throw refuse("FILE_NOT_TEXT", source, "it is in no known encoding; save it as UTF-8");
  const text = decoded.text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n");
  if (isBlank(text)) throw refuse("FILE_EMPTY", source, "there is nothing in it to read");
  if (isBinary(text)) throw refuse("FILE_NOT_TEXT", source, "it is binary and of no kind that is read here");
  return { ...decoded, text };
}

/** @throws AppError FILE_TOO_LARGE */
export function refuseLarge(size: number, source: string): void {
  if (size <= MAX_FILE_BYTES) return;
  throw refuse("FILE_TOO_LARGE", source, `it has ${size} bytes, ${MAX_FILE_BYTES} are allowed; split it`);
}

/** Whether text shows nothing: blanks and invisible characters at most. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\u2800\u3164]/u.test(text);
}

/** The error for a file that cannot be read. `why` never quotes what the file says. */
export function refuse(code: ErrorCode, source: string, why: string, cause?: unknown): AppError {
  return new AppError(code, { message: `${source} cannot be read: ${why}`, cause });
}

function isBinary(text: string): boolean {
  if (text.includes("\0")) return true;
  const controls = text.match(/[\u0001-\u0008\u000E-\u001F\u007F]/g); // eslint-disable-line no-control-regex
  return (controls?.length ?? 0) > text.length * MAX_CONTROL_SHARE;
}
