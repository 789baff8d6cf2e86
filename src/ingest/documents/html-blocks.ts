/**
 * The content of an HTML page as blocks, in reading order. What its author marked is kept: headings and captions of
 * pictures never become running text, rows of a table stay apart. Nothing of the page is executed or fetched; whether
 * a paragraph goes on in the next one is decided by `heal`, as for every other file.
 */
import { type Block, createBlock, HEADLINE_WIDTH } from "../blocks.js";
import { tellRows } from "../table-rows.js";
import { type DomElement, type DomNode, isElement, isText, walk } from "./dom.js";

const setOf = (names: string) => new Set(names.split(" "));
const SKIPPED = setOf(
  "SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FRAME FRAMESET NOFRAMES OBJECT EMBED APPLET SVG MATH CANVAS VIDEO AUDIO PICTURE IMG INPUT SELECT TEXTAREA BUTTON HEAD TITLE META LINK NAV RP RT",
);
const INLINE = setOf(
  "A ABBR B BDI BDO BIG CITE CODE DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY RB S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR",
);
const CJK = "[\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’]";
/** A line break of the source between Chinese characters is no blank. */
const SOFT_BREAK = new RegExp(`(?<=${CJK})[ \\t]*\\n[ \\t\\n]*(?=${CJK})`, "gu");

/** Between the cells of a row. */
const CELL = " | ";

type Mark = "heading" | "caption" | "item" | "row" | "verbatim";

/** The blocks below an element. */
export function htmlToBlocks(root: DomElement): Block[] {
  const blocks: Block[] = [];
  const headings = new Set<Block>();
  /** How many elements of a mark are around the place that is read. */
  const open: Record<Mark, number> = { heading: 0, caption: 0, item: 0, row: 0, verbatim: 0 };
  let words = "";
  let gap = 1;
  let cells = 0;

  function endLine(gapBelow: number): void {
    for (const line of open.verbatim > 0 ? words.split("\n") : [collapse(words)]) {
      const { form, ...rest } = createBlock(line, gap);
      if (rest.text === "") continue;
      const block = { ...rest, form: formOf(form, open) };
      if (open.heading > 0) headings.add(block);
      blocks.push(block);
      gap = 0;
    }
    words = "";
    gap = Math.max(gap, gapBelow);
  }

  for (const { node, isEnd } of walk(root, isSkipped)) {
    if (isText(node) && !isEnd) words += node.textContent ?? "";
    if (!isElement(node)) continue;
    const name = node.nodeName.toUpperCase();
    if (name === "BR") {
      if (!isEnd && open.row === 0) endLine(0);
    } else if (open.row > 0 && name !== "TR") {
      if (isEnd || !/^T[DH]$/u.test(name)) continue;
      if (cells > 0) words += CELL;
      cells++;
    } else if (!INLINE.has(name)) {
      endLine(1);
      cells = 0;
      const mark = markOf(name);
      if (mark) open[mark] += isEnd ? -1 : 1;
    }
  }
  endLine(1);
  // A heading is a caption, unless what follows announces an article: then `heal` looks at it as at any line.
  const told = tellTables(blocks);
  return told.map((block, i) => {
    const isAnnounced = ["dateline", "byline"].includes(told[i + 1]?.form ?? "") && block.width <= HEADLINE_WIDTH;
    return headings.has(block) && isAnnounced ? { ...block, form: "plain" } : block;
  });
}

/** The rows of each table as sentences, when it has a head. */
function tellTables(blocks: readonly Block[]): Block[] {
  const told: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block?.form !== "row") {
      if (block) told.push(block);
      continue;
    }
    const end = blocks.findIndex(({ form }, i) => i > at && form !== "row");
    const rows = blocks.slice(at, end < 0 ? blocks.length : end);
    const lines = tellRows(rows.map(({ text }) => text.split(/ ?\| ?/u)));
    told.push(...lines.map((line) => ({ ...createBlock(line, block.gap), form: "row" as const })));
    at += rows.length - 1;
  }
  return told;
}

function markOf(name: string): Mark | undefined {
  if (/^H[1-6]$/u.test(name)) return "heading";
  if (name === "FIGCAPTION" || name === "CAPTION") return "caption";
  if (name === "LI") return "item";
  if (name === "TR") return "row";
  return name === "PRE" ? "verbatim" : undefined;
}

function formOf(form: Block["form"], open: Record<Mark, number>): Block["form"] {
  if (open.heading > 0 || open.caption > 0) return "caption";
  if (open.row > 0) return "row";
  return open.item > 0 && form === "plain" ? "item" : form;
}

function collapse(words: string): string {
  return words
    .replace(/\r\n?/gu, "\n")
    .replace(SOFT_BREAK, "")
    .replace(/[ \t\n\f]+/gu, " ")
    .replace(/^ | $/gu, "");
}

function isSkipped(node: DomNode): boolean {
  if (!isElement(node)) return false;
  const name = node.nodeName.toUpperCase();
  return SKIPPED.has(name) || isHidden(node) || isNoteMark(node, name);
}

function isHidden(element: DomElement): boolean {
  const style = element.getAttribute("style") ?? "";
  return element.getAttribute("hidden") !== null || /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style);
}

/** The number of a footnote, or the arrow that leads back from one. */
function isNoteMark(element: DomElement, name: string): boolean {
  if (name !== "A" && name !== "SUP") return false;
  const words = element.textContent ?? "";
  if (name === "A") return (element.getAttribute("href") ?? "").startsWith("#") && /^[\s↑↩^]*$/u.test(words);
  return (
    name === "SUP" && /^\s*[[［(（]?\s*(?:注?\d{1,3}|[①-⑳]|\*{1,3})\s*[\]］)）]?\s*$/u.test(words) && hasLink(element)
  );
}

function hasLink(element: DomElement): boolean {
  for (const _ of element.querySelectorAll('a[href^="#"]')) return true;
  return false;
}
