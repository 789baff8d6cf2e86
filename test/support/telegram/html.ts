/**
 * Telegram's HTML style, read as strictly as its documentation words it. Stricter than the servers in three points, so
 * that a bot which passes here passes there: a lone `&` or `>`, an attribute that a tag does not have, and formatting
 * inside `code` or `pre` are refused. Error texts are the servers' where they have one; offsets count UTF-8 bytes.
 */
import { badRequest } from "./api-error.js";
import type { Entity } from "./model.js";

/** Text without its tags, and what the tags meant. */
export interface FormattedText {
  text: string;
  entities: Entity[];
}

interface OpenTag {
  name: string;
  attributes: Map<string, string>;
  offset: number;
}

const ENTITY_TYPES: Record<string, string> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  code: "code",
  pre: "pre",
  a: "text_link",
  span: "spoiler",
  "tg-spoiler": "spoiler",
  "tg-emoji": "custom_emoji",
  blockquote: "blockquote",
};

const ATTRIBUTES: Record<string, string[]> = {
  a: ["href"],
  code: ["class"],
  span: ["class"],
  "tg-emoji": ["emoji-id"],
  blockquote: ["expandable"],
};

const CHARACTER = /&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-f]{1,6}));/iy;
const TAG_NAME = /[^\s>]*/y;
const ATTRIBUTE = /\s+([^\s=>/"']*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]*)))?/y;
const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/**
 * Parses text in Telegram's HTML style.
 * @throws ApiError 400 "can't parse entities: …".
 * @example parseHtml("<b>339</b>名") // { text: "339名", entities: [{ type: "bold", offset: 0, length: 3 }] }
 */
export function parseHtml(html: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = "";
  let at = 0;
  const fail = (reason: string, place = at) =>
    badRequest(`can't parse entities: ${reason} at byte offset ${Buffer.byteLength(html.slice(0, place))}`);

  while (at < html.length) {
    const character = html[at];
    if (character === "&") {
      const decoded = decodeCharacter(html, at);
      if (decoded === undefined) throw fail("Unescaped character '&'");
      text += decoded.character;
      at = decoded.end;
    } else if (character === ">") {
      throw fail("Unescaped character '>'");
    } else if (character !== "<") {
      text += character;
      at++;
    } else if (html[at + 1] === "/") {
      at = closeTag(html, at, open, entities, text, fail);
    } else {
      at = openTag(html, at, open, text.length, fail);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  return { text, entities: entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length) };
}

type Fail = (reason: string, place?: number) => Error;

function decodeCharacter(html: string, at: number): { character: string; end: number } | undefined {
  CHARACTER.lastIndex = at;
  const match = CHARACTER.exec(html);
  if (!match) return undefined;
  const [whole, name, decimal, hexadecimal] = match;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  const character = name === undefined ? fromCode(code) : NAMED[name.toLowerCase()];
  return character === undefined ? undefined : { character, end: at + whole.length };
}

function fromCode(code: number): string | undefined {
  const isScalar = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isScalar ? String.fromCodePoint(code) : undefined;
}

function openTag(html: string, begin: number, open: OpenTag[], offset: number, fail: Fail): number {
  TAG_NAME.lastIndex = begin + 1;
  const name = (TAG_NAME.exec(html)?.[0] ?? "").toLowerCase();
  if (begin + 1 + name.length >= html.length) throw fail("Unclosed start tag");
  if (ENTITY_TYPES[name] === undefined) throw fail(`Unsupported start tag "${name}"`);
  const attributes = new Map<string, string>();
  let at = begin + 1 + name.length;
  ATTRIBUTE.lastIndex = at;
  for (let match = ATTRIBUTE.exec(html); match; match = ATTRIBUTE.exec(html)) {
    at = ATTRIBUTE.lastIndex;
    const [, attribute = "", double, single, bare] = match;
    if (attribute === "" && html[at] === ">") break;
    if (attribute === "") throw fail(`Empty attribute name in the tag "${name}"`);
    if (!ATTRIBUTES[name]?.includes(attribute)) throw fail(`Unsupported attribute "${attribute}" in the tag "${name}"`);
    attributes.set(attribute, unescapeAttribute(double ?? single ?? bare ?? ""));
  }
  if (html[at] !== ">") throw fail(`Unclosed start tag "${name}"`);
  checkNesting(name, attributes, open, fail);
  open.push({ name, attributes, offset });
  return at + 1;
}

function checkNesting(name: string, attributes: Map<string, string>, open: readonly OpenTag[], fail: Fail): void {
  if (name === "span" && attributes.get("class") !== "tg-spoiler") {
    throw fail('Tag "span" must have class "tg-spoiler"');
  }
  if (name === "tg-emoji" && !/^\d+$/.test(attributes.get("emoji-id") ?? "")) {
    throw fail("Invalid custom emoji identifier specified");
  }
  const parent = open.at(-1)?.name;
  const isCodeInPre = name === "code" && parent === "pre";
  if (open.some((tag) => tag.name === "code" || tag.name === "pre") && !isCodeInPre) {
    throw fail(`Tag "${name}" can't be nested in "${parent}"`);
  }
  const isSecond = open.some((tag) => tag.name === name);
  if (isSecond && (name === "blockquote" || name === "a")) throw fail(`Tag "${name}" can't be nested in itself`);
}

function closeTag(html: string, begin: number, open: OpenTag[], entities: Entity[], text: string, fail: Fail): number {
  const tag = open.pop();
  if (!tag) throw fail("Unexpected end tag");
  TAG_NAME.lastIndex = begin + 2;
  const name = (TAG_NAME.exec(html)?.[0] ?? "").toLowerCase();
  let at = begin + 2 + name.length;
  while (/\s/.test(html[at] ?? "")) at++;
  if (html[at] !== ">") throw fail("Unclosed end tag");
  if (name !== tag.name) throw fail(`Unmatched end tag`, begin);
  const entity = toEntity(tag, text.length, open.at(-1));
  if (entity) entities.push(entity);
  return at + 1;
}

/** What a closed tag stands for; nothing when it is empty or only tells the language of the `pre` around it. */
function toEntity(tag: OpenTag, end: number, parent: OpenTag | undefined): Entity | undefined {
  const language = tag.attributes.get("class");
  if (tag.name === "code" && parent?.name === "pre") {
    if (language?.startsWith("language-")) parent.attributes.set("language", language.slice(9));
    return undefined;
  }
  const length = end - tag.offset;
  if (length === 0) return undefined;
  const entity: Entity = { type: ENTITY_TYPES[tag.name] ?? "", offset: tag.offset, length };
  const url = tag.attributes.get("href");
  const emoji = tag.attributes.get("emoji-id");
  const codeLanguage = tag.attributes.get("language");
  if (tag.name === "a" && !url) return undefined;
  if (url !== undefined) entity.url = url;
  if (emoji !== undefined) entity.custom_emoji_id = emoji;
  if (tag.name === "pre" && codeLanguage !== undefined) entity.language = codeLanguage;
  if (tag.attributes.has("expandable")) entity.type = "expandable_blockquote";
  return entity;
}

function unescapeAttribute(value: string): string {
  let out = "";
  let at = 0;
  while (at < value.length) {
    const decoded = value[at] === "&" ? decodeCharacter(value, at) : undefined;
    out += decoded?.character ?? value[at];
    at = decoded?.end ?? at + 1;
  }
  return out;
}
