/** What stands on every page of a PDF and belongs to none of its texts: running heads, page numbers, footers. */
import { foldText } from "../../text/normalize.js";
import type { PdfLine } from "./pdf-lines.js";

/** So many lines at the top and at the bottom of a page may be such; on a shorter page they are its text. */
const EDGE = 2;
const SHORTEST_PAGE = 2 * EDGE;
const PAGE_NUMBER =
  /^(?:[-—–·\s]*\d{1,4}[-—–·\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|(?:page\s+)?\d{1,4}\s*(?:\/|of)\s*\d{1,4})$/iu;

/** The pages without them. A line goes when it repeats, numbers aside, at the edge of most pages. */
export function dropRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const times = new Map<string, number>();
  for (const lines of pages) {
    const keys = new Set(edgesOf(lines).map((line) => keyOf(line.text)));
    for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.ceil(pages.filter((lines) => lines.length > 0).length / 2));
  return pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line) => {
      if (!edges.has(line)) return true;
      const isNumber = pages.length > 1 && PAGE_NUMBER.test(line.text.trim());
      const isRepeated = lines.length >= SHORTEST_PAGE && (times.get(keyOf(line.text)) ?? 0) >= enough;
      return !isNumber && !isRepeated;
    });
  });
}

/** The lines that stand highest and lowest, wherever in the text they come. */
function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  const downwards = lines.toSorted((a, b) => b.y - a.y);
  return [...new Set([...downwards.slice(0, EDGE), ...downwards.slice(-EDGE)])];
}

function keyOf(text: string): string {
  return foldText(text).replaceAll(/\s+/gu, "").replaceAll(/\d+/gu, "#");
}
