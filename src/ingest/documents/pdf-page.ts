/**
 * A PDF with text: pdf.js gives the pieces of text of each page, which become lines and then blocks like those of a
 * text file. Fonts and character maps come from the package; nothing is fetched, no script of the file runs, nothing is
 * drawn. A PDF of pictures has no text and is refused.
 */
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import "./browser-stubs.js";
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
// Found by pdf.js when it looks for its own worker: this is one already.
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
import { isBlank, refuse } from "../load.js";
import { type LoadedPage, toPage } from "../page.js";
import type { ReadingWarning } from "../warnings.js";
import { layOut, type PdfLine, type PdfPiece, toLines } from "./pdf-lines.js";
import { dropRunningHeads } from "./running-heads.js";

/** A longer file is a book. */
const MOST_PAGES = 500;
/** Characters; a page with less is a picture with a stamp on it. */
const LEAST_ON_PAGE = 10;

/**
 * Reads a PDF.
 * @throws AppError FILE_SCANNED, FILE_ENCRYPTED, FILE_DAMAGED, FILE_TOO_LARGE
 */
export async function loadPdfPage(bytes: Uint8Array, source: string): Promise<LoadedPage> {
  const pages = await readPages(bytes, source);
  const silent = pages.filter((lines) => lines.reduce((sum, { text }) => sum + text.length, 0) < LEAST_ON_PAGE).length;
  const text = dropRunningHeads(pages).map(layOut).join("\n\n");
  if (isBlank(text)) throw refuse("FILE_SCANNED", source, "its pages are pictures; run text recognition on it first");
  const warnings: ReadingWarning[] = silent > 0 ? [{ code: "pagesWithoutText", count: silent, of: pages.length }] : [];
  return toPage(text, warnings);
}

async function readPages(bytes: Uint8Array, source: string): Promise<PdfLine[][]> {
  const document = await open(bytes, source);
  try {
    if (document.numPages > MOST_PAGES) {
      throw refuse("FILE_TOO_LARGE", source, `it has ${document.numPages} pages, ${MOST_PAGES} are allowed; split it`);
    }
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readLines(document, number));
    return pages;
  } finally {
    await document.loadingTask.destroy();
  }
}

async function open(bytes: Uint8Array, source: string): Promise<PDFDocumentProxy> {
  const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: join(home, "cmaps") + sep,
      cMapPacked: true,
      standardFontDataUrl: join(home, "standard_fonts") + sep,
      isEvalSupported: false,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: VerbosityLevel.ERRORS,
    }).promise;
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === "PasswordException";
    if (isLocked) throw refuse("FILE_ENCRYPTED", source, "it has a password; take it off first", cause);
    throw refuse("FILE_DAMAGED", source, "it is no PDF that can be opened", cause);
  }
}

/** A page that cannot be read counts as one without text: the others are worth having. */
async function readLines(document: PDFDocumentProxy, number: number): Promise<PdfLine[]> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): PdfPiece[] => {
      if (!("str" in item)) return [];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      return [{ text: item.str, x, y, width: item.width, size: Math.hypot(a, b) || item.height || 10 }];
    });
    page.cleanup();
    return toLines(pieces);
  } catch {
    return [];
  }
}
