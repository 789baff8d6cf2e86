/**
 * What form a file has. The name says whether ingest reads it at all; the first bytes say how, since a PDF that is
 * named .txt is still a PDF. It does not check that the rest of the file keeps what its beginning promises.
 */

/** The form of an article file. */
export type FileKind = "txt" | "md" | "html" | "docx" | "pdf";

const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ["txt", "txt"],
  ["md", "md"],
  ["html", "html"],
  ["htm", "html"],
  ["docx", "docx"],
  ["pdf", "pdf"],
]);

/** The kind of a file by its name; undefined for one that ingest does not read. */
export function fileKindOf(name: string): FileKind | undefined {
  return KINDS.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "");
}

/** How far from its beginning a PDF may say that it is one. */
const PDF_WITHIN = 1024;
const HTML_START = /<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/iuy;
/** What may stand before it, one after another: only one way to read each, or a row of comments would take for ever. */
const BEFORE_HTML = /\s+|<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->/iuy;

/** The kind of a file by its bytes; undefined when they show none, as those of .txt and .md. */
export function kindOfBytes(bytes: Uint8Array): Exclude<FileKind, "txt" | "md"> | undefined {
  // NUL bytes go, so that a page in UTF-16 is known too.
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, PDF_WITHIN)).replaceAll("\0", "");
  if (head.startsWith("PK\u0003\u0004")) return "docx";
  if (/^\s*%PDF-\d/u.test(head) || (!/^[\s\S]{0,16}[<{]/u.test(head) && /(?:^|[\r\n])%PDF-\d\.\d[\r\n]/u.test(head)))
    return "pdf";
  return isHtml(head.replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/u, "")) ? "html" : undefined;
}

function isHtml(head: string): boolean {
  let at = 0;
  const isNext = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.test(head);
  };
  while (isNext(BEFORE_HTML)) at = BEFORE_HTML.lastIndex;
  return isNext(HTML_START);
}

/** How a file is read: what its bytes are, else what its name says, else as plain text. */
export function readingKindOf(bytes: Uint8Array, name: string): FileKind {
  return kindOfBytes(bytes) ?? fileKindOf(name) ?? "txt";
}
