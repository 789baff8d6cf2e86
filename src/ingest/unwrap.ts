/**
 * Hard-wrapped pages: lines of nearly equal length, cut wherever the column ended. The lines of a paragraph are put
 * together before anything else is judged, since a cut line looks like a headline, a caption or verse. Whether a page
 * is wrapped is decided by proof: many full lines that do not end a sentence, and words that lie across the line ends.
 */
import { type Block, createBlock, hasInnerStop, isClosed } from "./blocks.js";
import { fitsTogether, isNoItem, opennessOf } from "./evidence.js";
import { type Join, joinAt, joinTexts, LONGEST_PARAGRAPH } from "./join.js";

/** A column as wide as its full lines, and what its tool took as width: what is seen, or the number of characters. */
interface Column {
  width: number;
  measure: (block: Block) => number;
}

const MEASURES: readonly Column["measure"][] = [
  (block) => block.width + block.indent,
  (block) => block.text.length + block.indent,
];
/** A line is full when at most this much narrower than the widest; punctuation may not begin a line, so it varies. */
const SLACK = 2.5;
const NARROWEST = 8;
const WIDEST = 80;
const LEAST_LINES = 3;
/** When at least this share of the lines has an empty one above it, that is how the page is set. */
const SPACED_SHARE = 0.8;
/** Share of the full lines that must be open, and of the open ones that must show proof. */
const OPEN_SHARE = 0.6;
const PROOF_SHARE = 0.2;

/**
 * Puts the lines of wrapped paragraphs together; blocks of a page that is not wrapped come back as they are.
 * @returns the blocks, and the joins made.
 */
export function unwrapLines(blocks: readonly Block[]): { blocks: Block[]; joins: Join[] } {
  const pageColumn = findColumn(blocks);
  const isIndenting = blocks.some((block) => block.indent >= 1) && blocks.some((block) => block.indent < 1);
  const joins: Join[] = [];
  const result: Block[] = [];
  const isSpaced = blocks.filter((block, i) => i > 0 && block.gap > 0).length >= (blocks.length - 1) * SPACED_SHARE;
  for (const stretch of toStretches(blocks, isSpaced ? 1 : 0)) {
    const column = (stretch.length > LEAST_LINES ? findColumn(stretch) : undefined) ?? pageColumn;
    let pieces: Block[] = [];
    let length = 0;
    for (const [i, line] of stretch.entries()) {
      const last = stretch[i - 1];
      if (last && column && length < LONGEST_PARAGRAPH && goesOn(last, line, column, isIndenting)) {
        joins.push(joinAt(last.text, line.text));
      } else {
        result.push(...asOneBlock(pieces));
        pieces = [];
        length = 0;
      }
      pieces.push(line);
      length += line.text.length;
    }
    result.push(...asOneBlock(pieces));
  }
  return { blocks: result, joins };
}

/** The column these lines fill, when they are hard-wrapped; else undefined. */
export function findColumn(lines: readonly Block[]): Column | undefined {
  const columns = MEASURES.map((measure) => ({ measure, ...commonestWidth(lines.map(measure)) }));
  const best = columns.reduce((a, b) => (b.lines > a.lines ? b : a));
  const wider = lines.filter((line) => best.measure(line) > best.width + 1).length;
  if (best.lines < LEAST_LINES || best.lines < lines.length / 3 || wider > lines.length / 10) return undefined;
  let full = 0;
  let open = 0;
  let proofs = 0;
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (!next || !isFullLine(line, next, best) || line.form === "row") continue;
    full++;
    if (isClosed(line.text) || next.form !== "plain") continue;
    open++;
    if (isProof(line.text, next.text)) proofs++;
  }
  return open >= 2 && open >= full * OPEN_SHARE && proofs >= Math.max(1, open * PROOF_SHARE) ? best : undefined;
}

/** What lines of prose show, and lines of verse or a list hardly ever: something that was cut, or a full stop inside. */
function isProof(line: string, next: string): boolean {
  if (fitsTogether(line, next) || hasInnerStop(line)) return true;
  return opennessOf(line) === "sure" && !/[，,、；;]$/u.test(line);
}

/** The width that most lines have, give or take the slack; the wider of two equals. */
function commonestWidth(widths: readonly number[]): { width: number; lines: number } {
  const sorted = widths.filter((width) => width >= NARROWEST && width <= WIDEST).toSorted((a, b) => a - b);
  let best = { width: 0, lines: 0 };
  let from = 0;
  for (const [i, width] of sorted.entries()) {
    while (!isFull(sorted[from] ?? width, width)) from++;
    if (i - from + 1 >= best.lines) best = { width, lines: i - from + 1 };
  }
  return best;
}

function isFull(width: number, column: number): boolean {
  return width <= column && width >= column - SLACK;
}

/** Whether nothing more of the next line would have fitted: a number or a Latin word is never cut. */
function isFullLine(line: Block, next: Block, column: Column): boolean {
  const width = column.measure(line);
  const word = /^[\p{Script=Latin}\d.,%'-]*/u.exec(next.text)?.[0] ?? "";
  const wordWidth = column.measure({ ...next, text: word, width: word.length / 2, indent: 0 });
  return width <= column.width + 1 && width + wordWidth >= column.width - SLACK;
}

function goesOn(line: Block, next: Block, column: Column, isIndenting: boolean): boolean {
  if (!isFullLine(line, next, column)) return false;
  const isNew = next.form !== "plain" && next.form !== "folio" && !isNoItem(line.text, next.text);
  if (isNew || ["row", "folio", "byline"].includes(line.form)) return false;
  if (line.form === "caption" && /[摄攝图圖][)）]?$/u.test(line.text)) return false;
  if (isIndenting && next.indent >= 1) return false;
  if (!isClosed(line.text) || /[;；:：]$/u.test(line.text)) {
    // A headline may happen to be as wide as the column, with an empty line below it.
    return next.gap === 0 || opennessOf(line.text) !== "none" || fitsTogether(line.text, next.text);
  }
  return next.gap === 0 && isIndenting && (isClosed(next.text) || isFull(column.measure(next), column.width));
}

function asOneBlock(lines: readonly Block[]): Block[] {
  const [first, ...rest] = lines;
  if (!first) return [];
  if (rest.length === 0) return [first];
  const text = rest.reduce((whole, line) => joinTexts(whole, line.text), first.text);
  return [{ ...createBlock(text, first.gap), indent: first.indent }];
}

/** Cuts a page where more than `gap` empty lines stand between two lines; what is left of a gap counts as none. */
function toStretches(blocks: readonly Block[], gap: number): Block[][] {
  const stretches: Block[][] = [];
  for (const block of blocks) {
    const line = { ...block, gap: Math.max(0, block.gap - gap) };
    const open = stretches.at(-1);
    if (open && line.gap === 0) open.push(line);
    else stretches.push([line]);
  }
  return stretches;
}
