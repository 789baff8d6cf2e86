/**
 * What inline mode offers while somebody types `@bot words` in any chat: facts, the newest articles, or one line that
 * says that nothing is known. Each can be sent as a message with its source and a button to its evidence. Pure.
 */
import type { InlineQueryResultArticle } from "grammy/types";
import type { Fact } from "../../answer/lookup.js";
import type { Language } from "../../core/types.js";
import { botWords } from "../../i18n/bot-words.js";
import { factWords } from "../../i18n/fact-words.js";
import type { ArticleDates } from "./answer-view.js";
import { clipAround, factMessage, sourceLine } from "./fact-view.js";
import { escapeHtml, span } from "./html.js";

/** A fact with what was stored and looked up for it. */
export interface OfferedFact {
  /** Of its answer record. */
  id: string;
  fact: Pick<Fact, "quote" | "marks" | "title" | "author">;
  dates: ArticleDates | undefined;
}

/** How it is said, and which bot the buttons lead to. */
export interface InlineSetting {
  language: Language;
  /** Without @. */
  username: string;
}

/** Telegram shows about two lines of a title and of a description. UTF-16 units. */
const MAX_TITLE = 64;
const MAX_DESCRIPTION = 120;
const MAX_QUERY = 60;

/** The sentence in short with its figure in view; below it the article. */
export function renderFactResults(facts: readonly OfferedFact[], setting: InlineSetting): InlineQueryResultArticle[] {
  const words = botWords(setting.language);
  return facts.map((one) =>
    resultOf(one, setting, {
      title: clipAround(one.fact.quote, one.fact.marks[0], MAX_TITLE),
      description: sourceLine(one.fact, one.dates, words),
    }),
  );
}

/** The article's title; below it who wrote it when, and how it begins. @param facts the first sentence of each. */
export function renderNewestResults(facts: readonly OfferedFact[], setting: InlineSetting): InlineQueryResultArticle[] {
  const words = botWords(setting.language);
  return facts.map((one) => {
    const { title, author, quote } = one.fact;
    const about = sourceLine({ title: "", ...(author === undefined ? {} : { author }) }, one.dates, words)
      .replace("《》", "")
      .trim();
    return resultOf(one, setting, {
      title: clipAround(title, undefined, MAX_TITLE),
      description: [about, quote].filter((part) => part !== "").join("\n"),
    });
  });
}

/** One result that says that nothing is known of `query`; sent, it says the same and nothing more. */
export function renderUnknownResult(query: string, { language }: InlineSetting): InlineQueryResultArticle[] {
  const words = factWords(language);
  const shown = clipAround(span(query).text, undefined, MAX_QUERY);
  return [plainResult("unknown", words.unknownTitle, words.unknownHint, words.unknown(shown))];
}

/** One result that says that there is no article yet. */
export function renderNoArticlesResult({ language }: InlineSetting): InlineQueryResultArticle[] {
  const { noArticles } = factWords(language);
  return [plainResult("empty", noArticles, "", noArticles)];
}

const NO_PREVIEW = { link_preview_options: { is_disabled: true } };

function resultOf(
  { id, fact, dates }: OfferedFact,
  { language, username }: InlineSetting,
  { title, description }: { title: string; description: string },
): InlineQueryResultArticle {
  const url = `https://t.me/${username}?start=e_${id}`;
  return {
    type: "article",
    id,
    title: span(title).text,
    description: span(clipAround(description, undefined, MAX_DESCRIPTION)).text,
    input_message_content: {
      message_text: factMessage(fact, dates, botWords(language)),
      parse_mode: "HTML",
      ...NO_PREVIEW,
    },
    reply_markup: { inline_keyboard: [[{ text: factWords(language).seeEvidence, url }]] },
  };
}

function plainResult(id: string, title: string, description: string, text: string): InlineQueryResultArticle {
  return {
    type: "article",
    id,
    title,
    ...(description === "" ? {} : { description }),
    input_message_content: { message_text: escapeHtml(text), parse_mode: "HTML", ...NO_PREVIEW },
  };
}
