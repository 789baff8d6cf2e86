/**
 * Results of an inline query, checked as strictly as the documentation words them. Only articles with a text are known
 * here. What a person would send by choosing one is kept beside it, parsed.
 */
import { badRequest } from "./api-error.js";
import { checkKeyboard, checkText } from "./checks.js";
import type { Button, Entity } from "./model.js";
import { isRecord, type Params, readObject } from "./params.js";

const MAX_RESULTS = 50;
const MAX_ID_BYTES = 64;

/** A result as the person sees it, and what choosing it sends. */
export interface InlineResult {
  id: string;
  title: string;
  description: string;
  text: string;
  html: string;
  entities: Entity[];
  buttons: Button[];
}

const FIELDS = new Set([
  "type",
  "id",
  "title",
  "input_message_content",
  "reply_markup",
  "url",
  "description",
  "thumbnail_url",
  "thumbnail_width",
  "thumbnail_height",
]);
const CONTENT_FIELDS = new Set(["message_text", "parse_mode", "entities", "link_preview_options"]);

/** The results of a call. @throws ApiError 400 */
export function checkResults(params: Params): InlineResult[] {
  const results = readObject(params, "results", "inline query results");
  if (!Array.isArray(results)) throw badRequest("expected an Array of inline query results");
  if (results.length > MAX_RESULTS) throw badRequest("RESULTS_TOO_MUCH");
  const ids = new Set<string>();
  return results.map((value: unknown) => {
    const result = checkResult(value);
    if (ids.has(result.id)) throw badRequest("RESULT_ID_DUPLICATE");
    ids.add(result.id);
    return result;
  });
}

function checkResult(value: unknown): InlineResult {
  if (!isRecord(value)) throw badRequest("can't parse inline query result: expected an Object");
  const { type, id, title, description = "", input_message_content: content, reply_markup } = value;
  if (typeof id !== "string" || id === "" || Buffer.byteLength(id) > MAX_ID_BYTES)
    throw badRequest("RESULT_ID_INVALID");
  if (type !== "article") throw badRequest("can't parse inline query result: unknown type");
  for (const field of Object.keys(value)) {
    if (!FIELDS.has(field)) throw badRequest(`can't parse inline query result: unknown field "${field}"`);
  }
  if (typeof title !== "string" || title.trim() === "") throw badRequest("ARTICLE_TITLE_EMPTY");
  if (typeof description !== "string") throw badRequest('field "description" must be of type String');
  if (!isRecord(content) || typeof content.message_text !== "string") throw badRequest("MESSAGE_EMPTY");
  for (const field of Object.keys(content)) {
    if (!CONTENT_FIELDS.has(field)) throw badRequest(`can't parse input message content: unknown field "${field}"`);
  }
  const formatted = checkText({ ...content, text: content.message_text });
  const buttons = checkKeyboard({ reply_markup })?.inline_keyboard.flat() ?? [];
  return { id, title, description, ...formatted, buttons };
}
