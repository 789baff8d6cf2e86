/**
 * From paragraphs to the text of an article: joined by line feeds, cut into sentences whose places are counted in the
 * whole text. Both kinds of files end here, so that what is stored is made in one place only.
 */
import type { ArticleDraft, ArticleMeta, Sentence, SentenceKind } from "../core/types.js";
import { hasHan } from "../text/normalize.js";
import { splitSentences } from "../text/sentences.js";
import { findEventDates } from "./event-dates.js";

/** A paragraph without line feeds. */
export interface Paragraph {
  text: string;
  kind: SentenceKind;
}

/** What is known about a text before its paragraphs are put together. */
export interface DraftHead extends Omit<ArticleMeta, "eventDates" | "language" | "aliases"> {
  source: string;
  ordinal: number;
  language?: string | undefined;
  aliases?: string[] | undefined;
}

/**
 * An article of these paragraphs. The language is Chinese as soon as there is a Han character, unless it is given.
 *
 *   text       第一段。第二句。\n图片说明
 *   sentences  [0..4)[4..8)     [9..13) caption
 */
export function createDraft(head: DraftHead, paragraphs: readonly Paragraph[]): ArticleDraft {
  const sentences: Sentence[] = [];
  let text = "";
  for (const [paragraph, { text: words, kind }] of paragraphs.entries()) {
    const offset = text.length + (paragraph > 0 ? 1 : 0);
    for (const span of splitSentences(words, offset))
      sentences.push({ ordinal: sentences.length, ...span, kind, paragraph });
    text += (paragraph > 0 ? "\n" : "") + words;
  }
  const { language, aliases, ...rest } = head;
  return {
    ...rest,
    language: language ?? (hasHan(head.title + text) ? "zh" : "en"),
    aliases: aliases ?? [],
    eventDates: findEventDates(text),
    text,
    sentences,
  };
}
