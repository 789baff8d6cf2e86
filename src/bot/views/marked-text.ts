/**
 * A stretch of a cited article: the quoted sentence marked, sentences that the same answer quotes besides underlined; and
 * which stretch of a long paragraph to show. Pure.
 */
import type { Evidence, Paragraph } from "../evidence.js";
import { type Span, type Style, span } from "./html.js";

/** A stretch of an article's text, end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** The text from `start` to `end`; a blank line between paragraphs. */
export function markedText({ answer, citation, article }: Evidence, { start, end }: Stretch): Span[] {
  const text = article?.text ?? "";
  const others = answer.citations
    .filter(({ n }) => n !== citation.n)
    .map((other) => ({ ...other, style: "underline" }));
  const marks = [{ ...citation, style: "mark" }, ...others]
    .filter(({ articleId, revision }) => articleId === citation.articleId && revision === citation.revision)
    .toSorted((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let at = start;
  const take = (until: number, style: Style) => {
    const to = Math.min(until, end);
    if (to <= at) return;
    spans.push(span(text.slice(at, to).replaceAll("\n", "\n\n"), style));
    at = to;
  };
  for (const mark of marks) {
    take(mark.start, "plain");
    take(mark.end, mark.style as Style);
  }
  take(end, "plain");
  return spans;
}

/** Numbers of the other sources whose quotes stand in a stretch, ascending. */
export function otherQuotesIn({ answer, citation }: Evidence, { start, end }: Stretch): number[] {
  return answer.citations
    .filter(({ n, articleId, revision }) => {
      return n !== citation.n && articleId === citation.articleId && revision === citation.revision;
    })
    .filter((other) => other.start < end && other.end > start && other.start !== citation.start)
    .map(({ n }) => n)
    .toSorted((a, b) => a - b);
}

/**
 * What to show of a paragraph: all of it, or whole sentences around `focus` for as long as they fit.
 * @param focus within the paragraph; cut at its end when it is longer than `maxChars` itself.
 */
export function excerptAround(paragraph: Paragraph, focus: Stretch, maxChars: number): Stretch {
  if (paragraph.end - paragraph.start <= maxChars) return { start: paragraph.start, end: paragraph.end };
  let { start, end } = focus;
  if (end - start > maxChars) return { start, end: start + maxChars };
  for (;;) {
    const next = paragraph.sentences.find((sentence) => sentence.end > end)?.end;
    const canFollow = next !== undefined && next - start <= maxChars;
    if (canFollow) end = next;
    const before = paragraph.sentences.findLast((sentence) => sentence.start < start)?.start;
    const canPrecede = before !== undefined && end - before <= maxChars;
    if (canPrecede) start = before;
    if (!canFollow && !canPrecede) return { start, end };
  }
}
