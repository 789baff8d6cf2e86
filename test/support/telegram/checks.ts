/**
 * What Telegram refuses in texts, keyboards and command lists, with its own words. Pure: a value in, a checked value or
 * an `ApiError` out. Lengths are UTF-16 units after entities were parsed, callback data is counted in bytes.
 */
import { badRequest } from "./api-error.js";
import { type FormattedText, parseHtml } from "./html.js";
import type { Button, Entity, Keyboard } from "./model.js";
import { isRecord, type Params, readObject, readText } from "./params.js";

const MAX_TEXT = 4096;
/** Formatting beyond this many stretches is silently lost. */
const MAX_ENTITIES = 100;
const MAX_CALLBACK_BYTES = 64;
const MAX_BUTTONS = 100;
const MAX_COPIED_CHARS = 256;

/** The text of a message to be sent or edited, parsed, trimmed and measured. */
export function checkText(params: Params, isEmptyAllowed = false): FormattedText & { html: string } {
  const html = readText(params, "text");
  const formatted = trim(parseText(html, params));
  if (formatted.text === "" && !isEmptyAllowed) {
    throw badRequest(html === "" ? "message text is empty" : "text must be non-empty");
  }
  if (formatted.text.length > MAX_TEXT) throw badRequest("message is too long");
  return { html, text: formatted.text, entities: formatted.entities.slice(0, MAX_ENTITIES) };
}

function parseText(html: string, params: Params): FormattedText {
  const mode = readText(params, "parse_mode").toLowerCase();
  const clean = cleanText(html);
  if (mode === "html") return parseHtml(clean);
  if (mode !== "") throw badRequest("unsupported parse_mode");
  const entities = readObject(params, "entities", "entities") ?? [];
  if (!Array.isArray(entities)) throw badRequest("can't parse entities: expected an Array");
  return { text: clean, entities: entities.map((entity) => checkEntity(entity, clean)) };
}

function checkEntity(value: unknown, text: string): Entity {
  if (!isRecord(value) || typeof value.type !== "string") throw badRequest("can't parse MessageEntity: invalid type");
  const { offset, length } = value;
  if (typeof offset !== "number" || typeof length !== "number" || offset < 0 || length < 1) {
    throw badRequest("can't parse MessageEntity: invalid offset or length");
  }
  if (offset + length > text.length)
    throw badRequest(`entity beginning at UTF-16 offset ${offset} ends after the end of the text`);
  return { ...value, type: value.type, offset, length };
}

/** Carriage returns vanish and other control characters become blanks, as on the servers. */
function cleanText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\r/g, "").replace(/[\u0000-\u0009\u000B-\u001F]/g, " ");
}

function trim({ text, entities }: FormattedText): FormattedText {
  const trimmed = text.trim();
  const lead = text.length - text.trimStart().length;
  const kept = entities.flatMap((entity) => {
    const start = Math.max(entity.offset - lead, 0);
    const end = Math.min(entity.offset + entity.length - lead, trimmed.length);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: trimmed, entities: kept };
}

/** Reply markups that are no inline keyboard: a message that was sent with one can never be edited. */
const OTHER_MARKUPS = ["keyboard", "remove_keyboard", "force_reply"];

/** Whether a call brings a reply markup that is no inline keyboard. */
export function hasOtherMarkup(params: Params): boolean {
  const markup = readObject(params, "reply_markup", "reply keyboard markup");
  return isRecord(markup) && OTHER_MARKUPS.some((kind) => markup[kind] !== undefined);
}

/** The inline keyboard of an edit. @throws ApiError 400 for any other reply markup. */
export function checkInlineKeyboard(params: Params): Keyboard | undefined {
  if (hasOtherMarkup(params)) throw badRequest("inline keyboard expected");
  return checkKeyboard(params);
}

/** The inline keyboard of a call; undefined when there is none or it has no buttons. */
export function checkKeyboard(params: Params): Keyboard | undefined {
  const markup = readObject(params, "reply_markup", "reply keyboard markup");
  if (markup === undefined) return undefined;
  if (!isRecord(markup)) throw badRequest("object expected as reply markup");
  const rows = markup.inline_keyboard;
  if (rows === undefined) return undefined;
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array');
  const keyboard = rows.map((row: unknown) => {
    if (!Array.isArray(row))
      throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
    return row.map(checkButton);
  });
  const filled = keyboard.filter((row) => row.length > 0);
  if (filled.flat().length > MAX_BUTTONS) throw badRequest("REPLY_MARKUP_TOO_LONG");
  return filled.length === 0 ? undefined : { inline_keyboard: filled };
}

const BUTTON_KINDS = [
  "callback_data",
  "url",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "web_app",
  "login_url",
  "copy_text",
  "callback_game",
  "pay",
];

function checkButton(value: unknown): Button {
  if (!isRecord(value)) throw badRequest("can't parse inline keyboard button: InlineKeyboardButton must be an Object");
  const { text, callback_data: data, url, copy_text: copied } = value;
  if (typeof text !== "string") {
    throw badRequest(`can't parse inline keyboard button: Can't find field "text"`);
  }
  if (text.trim() === "") throw badRequest("BUTTON_TEXT_INVALID");
  if (BUTTON_KINDS.filter((kind) => value[kind] !== undefined).length !== 1) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (data !== undefined) {
    const bytes = typeof data === "string" ? Buffer.byteLength(data) : 0;
    if (bytes < 1 || bytes > MAX_CALLBACK_BYTES) throw badRequest("BUTTON_DATA_INVALID");
  }
  if (url !== undefined && !isLink(url)) {
    throw badRequest(`inline keyboard button URL '${typeof url === "string" ? url : ""}' is invalid: Wrong HTTP URL`);
  }
  if (copied !== undefined && !isCopied(copied)) throw badRequest("BUTTON_COPY_TEXT_INVALID");
  return { ...value, text };
}

/** A host without a dot is none to Telegram. */
function isLink(url: unknown): boolean {
  if (typeof url !== "string" || /\s/.test(url) || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "tg:" || (/^https?:$/.test(protocol) && hostname.includes("."));
}

function isCopied(value: unknown): boolean {
  const text = isRecord(value) ? value.text : undefined;
  return typeof text === "string" && text.length >= 1 && text.length <= MAX_COPIED_CHARS;
}

/** One entry of the bot's command menu. */
export interface Command {
  command: string;
  description: string;
}

/** The list for setMyCommands. */
export function checkCommands(params: Params): Command[] {
  const list = readObject(params, "commands", "commands");
  if (!Array.isArray(list)) throw badRequest("expected an Array of BotCommand");
  if (list.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  return list.map((value: unknown) => {
    if (!isRecord(value)) throw badRequest("expected an Object as BotCommand");
    const command = typeof value.command === "string" ? value.command.replace(/^\//, "") : "";
    const description = typeof value.description === "string" ? value.description.trim() : "";
    if (command === "") throw badRequest("command must be non-empty");
    if (command.length > 32) throw badRequest("command length must not exceed 32");
    if (description === "") throw badRequest("command description must be non-empty");
    if (description.length > 256) throw badRequest("command description length must not exceed 256");
    if (!/^[a-z0-9_]+$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    return { command, description };
  });
}

/** A two-letter language code, or "" for all languages. */
export function checkLanguageCode(params: Params): string {
  const code = readText(params, "language_code");
  if (code !== "" && !/^[a-z]{2}$/.test(code)) throw badRequest("invalid language code specified");
  return code;
}
