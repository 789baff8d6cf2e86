/**
 * Formatted text as a flat list of spans, and spans as Telegram's HTML. Views build spans and never write a tag
 * themselves, so nothing that an article, a model or a user wrote can become one.
 */
import { stripInvisible } from "../../text/normalize.js";

/**
 * `quote` is an expandable block quotation: it stands on lines of its own. `mark` is the sentence that all is about,
 * bold and underlined. Nobody hears a style: what a mark means is also said in words.
 */
export type Style = "plain" | "bold" | "italic" | "underline" | "mark" | "quote";

/** A stretch of text in one style; the text is what the reader sees, not escaped. */
export interface Span {
  text: string;
  style: Style;
}

const TAGS: Record<Style, readonly [open: string, close: string]> = {
  plain: ["", ""],
  bold: ["<b>", "</b>"],
  italic: ["<i>", "</i>"],
  underline: ["<u>", "</u>"],
  mark: ["<b><u>", "</u></b>"],
  quote: ["<blockquote expandable>", "</blockquote>"],
};

/**
 * A span; control characters and direction marks are taken out, carriage returns become line feeds, half a surrogate
 * pair (which Telegram refuses) becomes a replacement character.
 * @example span("<b>339名</b>", "quote") // shown as written, tags and all
 */
export function span(text: string, style: Style = "plain"): Span {
  return { text: stripInvisible(text.replace(/\r\n?/g, "\n").replace(/\p{Cs}/gu, "\uFFFD")), style };
}

/** Spans as HTML for `parse_mode: "HTML"`. */
export function renderHtml(spans: readonly Span[]): string {
  return spans
    .filter(({ text }) => text !== "")
    .map(({ text, style }) => `${TAGS[style][0]}${escapeHtml(text)}${TAGS[style][1]}`)
    .join("");
}

/** The characters that Telegram's HTML reserves. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
