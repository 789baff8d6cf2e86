/**
 * Puts a newspaper page together again: `.txt` as a PDF export leaves it, with sentences cut where a column ended,
 * captions between their halves, and articles that follow each other. Every piece gets its role; what was joined is
 * told. It changes no word. Cutting the page into articles is left to `split`.
 *
 *   …主要产业,产 ¶ 量大但…           one paragraph
 *   …并发布了 ¶ 图片说明 ¶ 全新的…   one paragraph, then the caption
 */
import type { Block } from "./blocks.js";
import { bylineOf, takeByline } from "./byline.js";
import { gatherParagraph, isCaption } from "./continuation.js";
import { findOpening, type Opening, type Place } from "./headline.js";
import type { Join } from "./join.js";
import { unwrapLines } from "./unwrap.js";
import { verseLengthAt } from "./verse.js";

/** A piece of a healed page. */
export type PagePart = { role: "headline" | "body" | "caption"; text: string } | { role: "byline"; names: string[] };

/** A healed page and what was done to it. */
export interface HealedPage {
  /** In reading order. */
  parts: PagePart[];
  /** Hard-wrapped lines first, then the halves of sentences, both in reading order. */
  joins: Join[];
}

/** What begins at one block: its parts, the block behind it, and where on the page that one stands. */
interface Piece extends HealedPage {
  next: number;
  place: Place;
}

/**
 * Heals a page.
 * @example healBlocks(toBlocks("食堂开张\n\n县里的主要产业,产\n\n量大但知名度低。"), "pageStart").parts.length // 2
 * @param begin `inText` when the headline is known already and not among them.
 */
export function healBlocks(page: readonly Block[], begin: Extract<Place, "pageStart" | "inText">): HealedPage {
  const { blocks, joins } = unwrapLines(page);
  const parts: PagePart[] = [];
  let place: Place = begin;
  let at = 0;
  for (let block = blocks[at]; block; block = blocks[at]) {
    const piece = readPiece(blocks, at, block, place);
    parts.push(...piece.parts);
    joins.push(...piece.joins);
    at = piece.next;
    place = piece.place;
  }
  return { parts, joins };
}

function readPiece(blocks: readonly Block[], at: number, block: Block, place: Place): Piece {
  // A page number says nothing about what stands around it.
  if (block.form === "folio") return { parts: [{ role: "caption", text: block.text }], joins: [], next: at + 1, place };
  const opening = findOpening(blocks, at, place);
  if (opening) return readOpening(blocks, at, opening);
  // A line of verse stands for itself and is no caption.
  const lines = verseLengthAt(blocks, at);
  if (lines > 0) return readVerse(blocks, at, lines);
  const { block: whole, captions, joins, next } = gatherParagraph(blocks, at, block);
  const parts = withByline(whole, isCaption(whole) ? "caption" : "body", blocks, next);
  const between = captions.map((caption): PagePart => ({ role: "caption", text: caption.text }));
  const isEnd = parts.at(-1)?.role === "byline";
  return {
    parts: [...parts.slice(0, 1), ...between, ...parts.slice(1)],
    joins,
    next,
    place: isEnd ? "behindByline" : "inText",
  };
}

function readOpening(blocks: readonly Block[], at: number, { headlines, bylines }: Opening): Piece {
  const bodyAt = at + headlines + bylines;
  const titles = blocks.slice(at, at + headlines).map(({ text }): PagePart => ({ role: "headline", text }));
  const names = blocks.slice(at + headlines, bodyAt).flatMap(({ text }) => bylineOf(text) ?? [text]);
  const parts = names.length > 0 ? [...titles, { role: "byline" as const, names }] : titles;
  return { parts, joins: [], next: bodyAt, place: "inText" };
}

function readVerse(blocks: readonly Block[], at: number, length: number): Piece {
  const parts = blocks.slice(at, at + length).flatMap((line, i) => withByline(line, "body", blocks, at + i + 1));
  const isEnd = parts.at(-1)?.role === "byline";
  return { parts, joins: [], next: at + length, place: isEnd ? "behindByline" : "inText" };
}

/** A paragraph, and behind it the byline that stood at its end. */
function withByline(block: Block, role: "body" | "caption", blocks: readonly Block[], next: number): PagePart[] {
  const byline = block.form === "byline" ? { text: "", names: bylineOf(block.text) ?? [] } : takeByline(block.text);
  // “…”(name) with more text behind it says who is quoted, not who wrote the article.
  const isQuotation = byline !== undefined && /^[“「][^“”「」]*[”」]$/u.test(byline.text);
  const isAttribution = isQuotation && blocks[next] !== undefined && !findOpening(blocks, next, "behindByline");
  if (!byline || isAttribution) return [{ role, text: block.text }];
  const end: PagePart = { role: "byline", names: byline.names };
  return byline.text === "" ? [end] : [{ role, text: byline.text }, end];
}
