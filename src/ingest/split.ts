/**
 * One healed page becomes its articles: each begins at its headline and ends where the next one begins. The lines of a
 * headline become one title, bylines become the author, everything else stays in the text in reading order.
 */
import type { ArticleDraft } from "../core/types.js";
import { reportersOf } from "./byline.js";
import { createDraft, type Paragraph } from "./draft.js";
import type { PagePart } from "./heal.js";

interface Section {
  headlines: string[];
  authors: string[];
  paragraphs: Paragraph[];
}

/**
 * Cuts a healed page into articles, in order. A section without any text gives its headline as text, so that nothing
 * of the page is lost; text above the first headline is an article of its own, titled with the file's name.
 * @param source path of the file, relative to the corpus folder.
 */
export function splitPage(parts: readonly PagePart[], source: string): ArticleDraft[] {
  const sections: Section[] = [];
  for (const part of parts) {
    let section = sections.at(-1);
    const begins = part.role === "headline" && section !== undefined && !isOnlyHeadline(section);
    if (!section || begins) sections.push((section = { headlines: [], authors: [], paragraphs: [] }));
    if (part.role === "headline") section.headlines.push(part.text);
    else if (part.role === "byline") section.authors.push(...part.names);
    else section.paragraphs.push({ text: part.text, kind: part.role });
  }
  return withoutScraps(sections).map((section, ordinal) => toDraft(section, source, ordinal));
}

/** The title of a text without headline: its file's name, without folders and ending. */
export function fileStem(source: string): string {
  return source.slice(source.lastIndexOf("/") + 1).replace(/\.[^.]+$/u, "");
}

function isOnlyHeadline(section: Section): boolean {
  return section.paragraphs.length === 0 && section.authors.length === 0;
}

/** Mastheads and captions above the first headline belong to the article below them. */
function withoutScraps(sections: Section[]): Section[] {
  const [first, second, ...rest] = sections;
  if (!first || !second || first.headlines.length > 0) return sections;
  if (first.paragraphs.some((paragraph) => paragraph.kind === "body")) return sections;
  return [{ ...second, paragraphs: [...first.paragraphs, ...second.paragraphs] }, ...rest];
}

function toDraft(section: Section, source: string, ordinal: number): ArticleDraft {
  const { headlines, paragraphs } = section;
  const reporters = section.authors.length > 0 ? [] : reportersOf(paragraphs[0]?.text ?? "");
  const author = [...new Set([...section.authors, ...reporters])].join("、");
  const head = { source, ordinal, title: headlines.join(" ") || fileStem(source), ...(author !== "" && { author }) };
  const shown = paragraphs.length > 0 ? paragraphs : headlines.map((text): Paragraph => ({ text, kind: "body" }));
  return createDraft(head, shown);
}
