/** One article of an upload with what can be changed, its paragraphs to split at, and the message that asks for a value. Pure. */
import type { IntakeArticle } from "../../core/intake-ports.js";
import type { Language } from "../../core/types.js";
import { uploadEditWords } from "../../i18n/upload-edit-words.js";
import { type UploadWords, uploadWords } from "../../i18n/upload-words.js";
import { FIELDS, type FieldLetter, type UploadState } from "../upload-state.js";
import { type AskedField, askLink, uploadButton } from "../upload-taps.js";
import type { CardView } from "./evidence-view.js";
import { escapeHtml } from "./html.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { clip, pageOf, rowsOf } from "./paging.js";

const PAGE_SIZE = 10;
const MAX_VALUE_CHARS = 200;
const MAX_OPENING_CHARS = 60;

/** What can be changed of article `n`; undefined when there is none. */
export function renderUploadArticle(
  id: string,
  state: UploadState,
  n: number,
  language: Language,
): CardView | undefined {
  const words = uploadWords(language);
  const article = state.articles[n];
  if (!article) return undefined;
  const letters = Object.keys(FIELDS) as FieldLetter[];
  const lines = letters.map((letter) => {
    const name = FIELDS[letter];
    return words.field(words.about[name], clip(article[name] ?? words.notGiven, MAX_VALUE_CHARS));
  });
  const editing = uploadEditWords(language);
  const { version, cut } = state;
  const canSplit = article.paragraphs.length > 1;
  const keyboard = keyboardOf(
    ...rowsOf(
      letters.map((letter) =>
        uploadButton(editing.buttons.change(words.about[FIELDS[letter]]), { part: "ask", id, cut, n, letter }),
      ),
      3,
    ),
    [
      ...(canSplit ? [uploadButton(editing.buttons.split, { part: "paragraphs", id, n, page: 0 })] : []),
      ...(n > 0 ? [uploadButton(editing.buttons.join, { part: "join", id, version, n })] : []),
    ],
    [uploadButton(words.buttons.back, { part: "preview", id, page: 0 })],
  );
  return view([editing.article(n + 1), ...lines, openingOf(article, words)].join("\n"), keyboard);
}

/** A page of the beginnings of paragraphs, from 0; undefined when there is no such article. */
export function renderParagraphs(
  id: string,
  state: UploadState,
  n: number,
  wanted: number,
  language: Language,
): CardView | undefined {
  const words = uploadWords(language);
  const article = state.articles[n];
  if (!article) return undefined;
  const { version } = state;
  // The first paragraph is where the article begins anyway.
  const { items, page, pages, first } = pageOf(article.paragraphs.slice(1), wanted, PAGE_SIZE);
  const lines = items.map(({ text }, i) => `${first + i + 1}. ${clip(text, MAX_OPENING_CHARS)}`);
  const numbers = items.map((_, i) =>
    uploadButton(String(first + i + 1), { part: "split", id, version, n, p: first + i }),
  );
  const { buttons } = words;
  const editing = uploadEditWords(language);
  const keyboard = keyboardOf(
    ...rowsOf(numbers, 5),
    [
      ...(page > 0 ? [uploadButton(buttons.previous, { part: "paragraphs", id, n, page: page - 1 })] : []),
      ...(page < pages - 1 ? [uploadButton(buttons.next, { part: "paragraphs", id, n, page: page + 1 })] : []),
    ],
    [uploadButton(editing.buttons.backToArticle, { part: "article", id, n })],
  );
  const below = pages > 1 ? [`\n${words.page(page + 1, pages)}`] : [];
  return view([editing.chooseParagraph, "", ...lines, ...below].join("\n"), keyboard);
}

/** The message to be replied to, HTML. @param bot the bot's username. */
export function askingText(asked: AskedField, bot: string, language: Language): string {
  const words = uploadEditWords(language);
  const link = words.askFor(uploadWords(language).about[FIELDS[asked.letter]], asked.n + 1);
  return `<a href="${escapeHtml(askLink(asked, bot))}">${escapeHtml(link)}</a>${escapeHtml(words.askForReply)}`;
}

function openingOf({ paragraphs }: IntakeArticle, words: UploadWords): string {
  return words.begins(clip(paragraphs.map(({ text }) => text).join(" "), MAX_OPENING_CHARS));
}

function view(text: string, keyboard: Keyboard | undefined): CardView {
  return { html: escapeHtml(text), ...(keyboard && { keyboard }) };
}
