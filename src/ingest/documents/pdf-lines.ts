/**
 * The pieces of text of one PDF page as lines. A PDF knows places, not lines: pieces on one baseline belong together,
 * and what the places say (a line set in, a wider gap, another size of type) is written the way a text file shows it:
 * as blanks at the beginning and as empty lines. Joining lines to paragraphs is left to `heal`.
 */
import { restoreCharacters } from "../../text/normalize.js";

/** A piece of text as it stands on the page. Points; `y` counts from the bottom. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Size of its type. */
  size: number;
}

/** A line of a page. */
export interface PdfLine {
  text: string;
  x: number;
  y: number;
  end: number;
  size: number;
}

/** Of the size of type. */
const SAME_BASELINE = 0.4;
const WORD_GAP = 0.2;
const FIELD_GAP = 1.5;
const INDENT = 1.3;
const OTHER_SIZE = 0.15;
/** How much wider than the commonest distance of lines the distance of paragraphs is. */
const PARAGRAPH_GAP = 1.35;
const LATIN = /[\p{Script=Latin}\d.,;:!?)'"%]$/u;
const LATIN_START = /^[\p{Script=Latin}\d('"]/u;

/** Puts pieces together to lines, in the order in which the page draws them. */
export function toLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const piece of pieces) {
    const text = restoreCharacters(piece.text);
    if (text.trim() === "") {
      const line = lines.at(-1);
      if (line && text !== "" && isOnLine(piece, line)) line.text += LATIN.test(line.text) ? " " : "";
      continue;
    }
    const line = lines.at(-1);
    if (line && isOnLine(piece, line)) {
      line.text += between(line, piece, text) + text;
      line.end = Math.max(line.end, piece.x + piece.width);
      line.size = Math.max(line.size, piece.size);
    } else {
      lines.push({ text, x: piece.x, y: piece.y, end: piece.x + piece.width, size: piece.size });
    }
  }
  return lines;
}

/** Lines as text: a first line set in gets blanks, a paragraph set apart gets an empty line above it. */
export function layOut(lines: readonly PdfLine[]): string {
  const usual = commonestDistance(lines);
  return lines
    .map((line, i) => {
      const above = lines[i - 1];
      const gap = above && isApart(above, line, usual) ? "\n" : "";
      return gap + (isSetIn(lines, i) ? "\u3000\u3000" : "") + line.text.trim();
    })
    .join("\n");
}

function isOnLine(piece: PdfPiece, line: PdfLine): boolean {
  const isLevel = Math.abs(piece.y - line.y) <= SAME_BASELINE * Math.min(piece.size, line.size);
  return isLevel && piece.x >= line.end - line.size;
}

function between(line: PdfLine, piece: PdfPiece, text: string): string {
  const gap = piece.x - line.end;
  if (gap > FIELD_GAP * line.size) return "  ";
  const isLatin = LATIN.test(line.text) && LATIN_START.test(text);
  return isLatin && gap > WORD_GAP * line.size ? " " : "";
}

/** Of lines that follow each other downwards; as a multiple of the size of type. */
function commonestDistance(lines: readonly PdfLine[]): number {
  const distances = lines
    .slice(1)
    .map((line, i) => ((lines[i]?.y ?? 0) - line.y) / line.size)
    .filter((distance) => distance > 0.8 && distance < 4)
    .toSorted((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 1.5;
}

function isApart(above: PdfLine, line: PdfLine, usual: number): boolean {
  const isOtherSize = Math.abs(above.size - line.size) > OTHER_SIZE * Math.max(above.size, line.size);
  const distance = (above.y - line.y) / Math.max(above.size, line.size);
  return isOtherSize || distance > usual * PARAGRAPH_GAP;
}

/** Whether a line begins further in than those around it in its column. */
function isSetIn(lines: readonly PdfLine[], at: number): boolean {
  const line = lines[at];
  if (!line) return false;
  const column = [lines[at - 1], lines[at + 1]].filter(
    (other) => other !== undefined && Math.abs(other.x - line.x) < 5 * line.size && other.size === line.size,
  );
  return column.some((other) => other !== undefined && line.x - other.x >= INDENT * line.size);
}
