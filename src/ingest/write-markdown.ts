/**
 * An article as a Markdown file with front matter: the reverse of `markdown`, so that what an admin has looked at is read
 * back word for word. Pure.
 */
import { stringify } from "yaml";
import type { IntakeArticle } from "../core/intake-ports.js";

/** What Markdown takes for markup anywhere; what it does at the beginning of a line, or in an address, is seen to below. */
const MARKUP = /[\\`*_[\]<>&~|#!{}$^:@]/gu;

/** The text of the file. */
export function writeMarkdown(article: Omit<IntakeArticle, "isUntitled">): string {
  const { title, subtitle, author, published, outlet, url, programme, paragraphs } = article;
  const meta = { title, subtitle, author, published, source: outlet, url, programme };
  const given = Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== undefined));
  const blocks = paragraphs.map(({ text, kind }) => (kind === "caption" ? `## ${escape(text)}` : escape(text)));
  return `---\n${stringify(given, { lineWidth: 0 })}---\n\n${blocks.join("\n\n")}\n`;
}

function escape(text: string): string {
  const line = text.replace(/[\t\n\v\f\r]+/gu, " ").trim();
  return line
    .replace(MARKUP, String.raw`\$&`)
    .replace(/www\./giu, (start) => start.replace(".", String.raw`\.`))
    .replace(/^[-+=]/u, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`);
}
