/**
 * The parts of a DOCX that hold text, out of its archive and into a new one. What reads the document afterwards sees
 * only what was checked here: sizes before anything is unpacked, and no document type that could name other files or
 * blow entities up. Pictures and everything embedded stay behind.
 */
import { unzipSync, zipSync } from "fflate";
import { isAppError } from "../../core/errors.js";
import { refuse } from "../load.js";

/** XML of a long report has about 2 MB; more than this in all is a bomb. */
const MAX_UNPACKED = 32 * 1024 * 1024;
const MOST_ENTRIES = 5_000;
const PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/[\w-]+\.xml\.rels|[\w-]+\.xml))$/u;
const DOCUMENT = "word/document.xml";

/** What is read of a document. */
export interface DocxParts {
  /** A small archive of nothing but the text parts. */
  archive: Uint8Array;
  /** The document's properties as XML; absent when it has none. */
  properties?: string;
}

/** @throws AppError FILE_DAMAGED, FILE_NOT_TEXT, FILE_TOO_COMPLEX */
export function takeDocxParts(bytes: Uint8Array, source: string): DocxParts {
  const parts = unpack(bytes, source);
  if (!parts[DOCUMENT]) throw refuse("FILE_NOT_TEXT", source, "it is an archive, and no Word document is in it");
  for (const part of Object.values(parts)) {
    const xml = new TextDecoder("latin1").decode(part).replaceAll("\0", "");
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml))
      throw refuse("FILE_DAMAGED", source, "a part of it declares a document type");
  }
  const core = parts["docProps/core.xml"];
  const archive = zipSync(parts, { level: 0 });
  return { archive, ...(core && { properties: new TextDecoder().decode(core) }) };
}

function unpack(bytes: Uint8Array, source: string): Record<string, Uint8Array> {
  let entries = 0;
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (++entries > MOST_ENTRIES) throw refuse("FILE_TOO_COMPLEX", source, `it has over ${MOST_ENTRIES} parts`);
        if (!PART.test(name)) return false;
        size += originalSize;
        if (size > MAX_UNPACKED) throw refuse("FILE_TOO_COMPLEX", source, `it unpacks to over ${MAX_UNPACKED} bytes`);
        return true;
      },
    });
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw refuse("FILE_DAMAGED", source, "its archive cannot be unpacked", cause);
  }
}
