/**
 * A safe name in the corpus folder for a file that came from outside: from a chat, or from an address. Whatever the
 * name says, the file lies directly in the folder, can be stored on any system, and is read by ingest.
 */
import { type FileKind, fileKindOf } from "./kind.js";

/** Bytes of UTF-8, ending included; systems allow 255, and a copy may need a few for itself. */
const LONGEST = 180;
/** What Windows takes for a device, whatever its ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)$/iu;
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}"*:<>?\\/|\uFFFD]/gu;

/**
 * @param name as it came; folders in it are dropped.
 * @param kind what the file is; it decides the ending.
 * @example corpusFileName("../../新闻 1.PDF", "pdf") // "新闻 1.pdf"
 */
export function corpusFileName(name: string, kind: FileKind): string {
  const last = name.split(/[\\/]/u).findLast((part) => part.replace(UNSAFE, "").replace(/[.\s]+/gu, "") !== "") ?? "";
  const written = last.normalize("NFC").replace(UNSAFE, "").replace(/\s+/gu, " ").trim();
  const bare = fileKindOf(written) ? written.slice(0, written.lastIndexOf(".")) : written;
  const stem = bare.replace(/^[.~$\s]+|[.\s]+$/gu, "");
  const isTaken = stem === "" || DEVICE.test(stem.split(".")[0] ?? "") || /^readme$/iu.test(stem);
  return `${shorten(isTaken ? `article-${stem}`.replace(/-$/u, "") : stem)}.${kind}`;
}

function shorten(stem: string): string {
  let short = "";
  let bytes = 0;
  for (const character of stem) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST - 5) break;
    short += character;
  }
  return short.trimEnd();
}
