/**
 * What the buttons of an upload carry, and the link of a message that asks for a value, written and read in one place.
 * What changes something carries the version that it was made for; what asks for a value, the one that its articles were
 * last cut or joined by: other values do not matter to it.
 *
 *   u:v:<id>:<page>              the preview
 *   u:a:<id>:<n>                 one article
 *   u:e:<id>:<cut>:<n>:<letter>  ask for a value
 *   u:l:<id>:<n>:<page>          paragraphs to split at
 *   u:s:<id>:<version>:<n>:<p>   split article n at paragraph p
 *   u:j:<id>:<version>:<n>       join article n with the one before
 *   u:p:<id>:<version>           publish, beside what it repeats
 *   u:r:<id>:<version>           publish, in place of what it repeats
 *   u:c:<id>:0                   drop it
 *   t.me/<bot>?start=edit-<id>-<cut>-<n>-<letter>
 */
import { type ActionButton, actionButton, numberField, type Pressed } from "./callback-data.js";
import { FIELDS, type FieldLetter } from "./upload-state.js";

const PARTS = {
  preview: "v",
  article: "a",
  ask: "e",
  paragraphs: "l",
  split: "s",
  join: "j",
  publish: "p",
  replace: "r",
  drop: "c",
} as const;

/** What was pressed; which numbers there are depends on `part`, see above. */
export type UploadTap =
  | { part: "preview"; id: string; page: number }
  | { part: "article"; id: string; n: number }
  | { part: "ask"; id: string; cut: number; n: number; letter: FieldLetter }
  | { part: "paragraphs"; id: string; n: number; page: number }
  | { part: "split"; id: string; version: number; n: number; p: number }
  | { part: "join"; id: string; version: number; n: number }
  | { part: "publish"; id: string; version: number }
  | { part: "replace"; id: string; version: number }
  | { part: "drop"; id: string };

/** A value of an article that a message asks for. */
export interface AskedField {
  id: string;
  /** See `UploadState`. */
  cut: number;
  n: number;
  letter: FieldLetter;
}

const ID = /^[\da-z]{1,12}$/;
/** Links of before say nothing about how articles were cut. */
const LINK = /[?&]start=edit-([\da-z]{1,12})-(?:(\d{1,6})-)?(\d{1,4})-([a-z])$/;
const NEVER = -1;

/** A button of an upload. */
export function uploadButton(text: string, tap: UploadTap): ActionButton {
  const fields: (string | number)[] = [];
  if ("cut" in tap) fields.push(tap.cut);
  if ("version" in tap) fields.push(tap.version);
  if ("n" in tap) fields.push(tap.n);
  if ("page" in tap) fields.push(tap.page);
  if ("p" in tap) fields.push(tap.p);
  if ("letter" in tap) fields.push(tap.letter);
  if (tap.part === "drop") fields.push(0);
  return actionButton(text, "upload", PARTS[tap.part], tap.id, ...fields);
}

/** Undefined when it is another button, or forged. */
export function readUploadTap({ kind, fields }: Pressed): UploadTap | undefined {
  const [sign, id = "", ...rest] = fields;
  const part = (Object.keys(PARTS) as UploadTap["part"][]).find((name) => PARTS[name] === sign);
  if (kind !== "upload" || part === undefined || !ID.test(id)) return undefined;
  const [a, b, c] = rest.map(numberField);
  if (a === undefined) return undefined;
  if (part === "drop") return { part, id };
  if (part === "preview") return { part, id, page: a };
  if (part === "article") return { part, id, n: a };
  if (part === "publish" || part === "replace") return { part, id, version: a };
  if (b === undefined) return undefined;
  if (part === "ask") {
    const letter = readLetter(rest[2]);
    return letter && { part, id, cut: a, n: b, letter };
  }
  if (part === "paragraphs") return { part, id, n: a, page: b };
  if (part === "join") return { part, id, version: a, n: b };
  return c === undefined ? undefined : { part, id, version: a, n: b, p: c };
}

/** The link in a message that asks for a value. @param bot the bot's username. */
export function askLink({ id, cut, n, letter }: AskedField, bot: string): string {
  return `https://t.me/${bot}?start=edit-${id}-${cut}-${n}-${letter}`;
}

/** The value that such a link is about; undefined for any other link. */
export function readAskLink(url: string): AskedField | undefined {
  const [, id, cut = NEVER, n, sign] = LINK.exec(url) ?? [];
  const letter = readLetter(sign);
  return id === undefined || letter === undefined ? undefined : { id, cut: Number(cut), n: Number(n), letter };
}

function readLetter(sign: string | undefined): FieldLetter | undefined {
  return (Object.keys(FIELDS) as FieldLetter[]).find((letter) => letter === sign);
}
