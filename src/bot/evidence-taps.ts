/**
 * What the buttons around evidence carry, written and read in one place, and the link that opens a card.
 *
 *   e:<id>:<n>            under an answer: open source n
 *   a:<id>:<n>:p[:<k>]    in a card: paragraph k, without k the one with the quote
 *   a:<id>:<n>:t[:<k>]    in a card: page k of the whole article, without k the one with the quote
 *   a:<id>:<n>:b          in a card: back to the answer
 *   a:<id>:<n>:c          in a card: close it
 *   t.me/<bot>?start=e_<id>[_<n>]
 */
import { type ActionButton, actionButton, numberField, type Pressed } from "./callback-data.js";

const PARTS = { paragraph: "p", page: "t", answer: "b", close: "c" } as const;

/** What a card can turn into. */
export type CardPart = keyof typeof PARTS;

/** A source of an answer. */
export interface SourceRef {
  id: string;
  n: number;
}

/** A pressed button of a card; `place` is the position of a paragraph or a page, from 0. */
export interface CardTap extends SourceRef {
  part: CardPart;
  place?: number;
}

/** Ids are 12 characters that may be `_` and `-` themselves: only their number says where one ends. */
const ID = /^[\w-]{12}$/;
const LINK = /^e_([\w-]{12})(?:_(\d{1,3}))?$/;

/** Under an answer. */
export function openButton(text: string, { id, n }: SourceRef): ActionButton {
  return actionButton(text, "evidence", id, n);
}

/** In a card. */
export function cardButton(text: string, { id, n }: SourceRef, part: CardPart, place?: number): ActionButton {
  return actionButton(text, "article", id, n, PARTS[part], ...(place === undefined ? [] : [place]));
}

/** Undefined when it is another button, or forged. */
export function readOpenTap({ kind, fields }: Pressed): SourceRef | undefined {
  return kind === "evidence" && fields.length === 2 ? readSource(fields) : undefined;
}

/** Undefined when it is another button, or forged. */
export function readCardTap({ kind, fields }: Pressed): CardTap | undefined {
  const source = kind === "article" && fields.length <= 4 ? readSource(fields) : undefined;
  const part = (Object.keys(PARTS) as CardPart[]).find((name) => PARTS[name] === fields[2]);
  if (!source || !part) return undefined;
  if (fields.length === 3) return { ...source, part };
  const place = numberField(fields[3]);
  return place === undefined ? undefined : { ...source, part, place };
}

function readSource([id = "", number]: readonly string[]): SourceRef | undefined {
  const n = numberField(number);
  return ID.test(id) && n !== undefined ? { id, n } : undefined;
}

/** Reads what /start was called with; undefined when it names no evidence. */
export function readEvidenceLink(payload: string): { id: string; n?: number } | undefined {
  const [, id, n] = LINK.exec(payload) ?? [];
  if (id === undefined) return undefined;
  return { id, ...(n !== undefined && { n: Number(n) }) };
}
