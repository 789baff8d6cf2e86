/** What stands on every page of a PDF and belongs to none of its texts: running heads, page numbers, footers. */
import { foldText } from "../../text/normalize.js";
import type { PdfLine } from "./pdf-lines.js";

/** So many lines at the top and at the bottom of a page may be such. */
const EDGE = 2;
const PAGE_NUMBER =
  /^(?:[-—–·\s]*\d{1,4}[-—–·\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|(?:page\s+)?\d{1,4}\s*(?:\/|of)\s*\d{1,4})$/iu;

type Pages = readonly (readonly PdfLine[])[];

/**
 * The pages without them. A line goes when it repeats, numbers aside, at the edge of most pages; where that would leave
 * most pages empty, it is what the pages say.
 */
export function dropRunningHeads(pages: Pages): Pages {
  if (pages.length < 2) return pages;
  const numbered = pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line) => !edges.has(line) || !PAGE_NUMBER.test(line.text.trim()));
  });
  const filled = numbered.filter((lines) => lines.length > 0);
  const repeated = repeatedAtEdges(numbered, Math.max(2, Math.ceil(filled.length / 2)));
  const rest = numbered.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line) => !edges.has(line) || !repeated.has(keyOf(line.text)));
  });
  const left = rest.filter((lines) => lines.length > 0).length;
  return left * 2 < filled.length ? numbered : rest;
}

function repeatedAtEdges(pages: Pages, enough: number): Set<string> {
  const times = new Map<string, number>();
  for (const lines of pages) {
    const keys = new Set(edgesOf(lines).map((line) => keyOf(line.text)));
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return new Set([...times].filter(([, count]) => count >= enough).map(([key]) => key));
}

/** The lines that stand highest and lowest, wherever in the text they come. */
function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  const downwards = lines.toSorted((a, b) => b.y - a.y);
  return [...downwards.slice(0, EDGE), ...downwards.slice(-EDGE)];
}

function keyOf(text: string): string {
  return foldText(text).replaceAll(/\s+/gu, "").replaceAll(/\d+/gu, "#");
}
