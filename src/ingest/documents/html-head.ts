/**
 * What a web page says about its article in its head: title, author, day, outlet, address. Pages fill these fields
 * carelessly, so each is checked and left out when it cannot be what it should be. What the head does not say, the line
 * below the headline may; nothing else of the text is looked at.
 */
import { foldText } from "../../text/normalize.js";
import { bylineOf, isBareName } from "../byline.js";
import type { PageHead } from "../page.js";
import type { DomDocument } from "./dom.js";
import { findImprint } from "./imprint.js";

/** What readability found. */
export interface FoundHead {
  title?: string | null | undefined;
  byline?: string | null | undefined;
  siteName?: string | null | undefined;
  publishedTime?: string | null | undefined;
}

const PUBLISHED = setOf(
  "article:published_time og:published_time publishdate pubdate publish_date publish-date apub:time weibo:article:create_at dc.date dc.date.issued datepublished _pubtime sailthru.date",
);
const OUTLET = setOf("source mediaid og:article:source contentsource dc.source");
const AUTHOR = setOf("author article:author og:article:author dc.creator");
const LONGEST_TITLE = 200;
const SHORTEST_HEADING = 4;
/** A shorter line may be the name of a section. */
const SHORTEST_LINE = 8;
const LONGEST_NAME = 60;

/** What is known of a page besides its head. */
export interface ShownPage {
  /** All that it shows, line by line. */
  lines: readonly string[];
  /** Where it was fetched, when it was. */
  url?: string | undefined;
}

/** Fields of the head. */
export function readHtmlHead(document: DomDocument, found: FoundHead, { lines, url }: ShownPage): PageHead {
  const metas = metasOf(document);
  const imprint = findImprint(lines);
  const named = first(metas, OUTLET) ?? imprint.outlet ?? found.siteName;
  const outlet = oneLine(named, LONGEST_NAME)?.replace(/^来源[:：]\s*/u, "");
  const title = titleOf(document, oneLine(found.title, LONGEST_TITLE), lines);
  const authors = [first(metas, AUTHOR), found.byline, imprint.author]
    .map((byline) => authorsOf(byline, outlet))
    .find((names) => names);
  const days = [first(metas, PUBLISHED), found.publishedTime, imprint.day];
  const published = days.map(dayOf).find((day) => day !== undefined);
  const address = addressOf(document, metas, url);
  return {
    ...(title !== undefined && { title }),
    ...(authors && { authors }),
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && outlet !== "" && { outlet }),
    ...(address !== undefined && { url: address }),
  };
}

/**
 * The day of a time as a page writes it; as written, whatever the time zone.
 * @example dayOf("2023-02-24T08:00:00+08:00") // "2023-02-24"
 */
export function dayOf(time: string | null | undefined): string | undefined {
  const [, year = "", month = "", day = ""] = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/u.exec(time ?? "") ?? [];
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${written}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
  return isDay && Number(year) >= 1900 ? written : undefined;
}

/**
 * Names of a byline; undefined when it names nobody for sure: an outlet, an editor, an account.
 * @example authorsOf("记者 皮磊") // ["皮磊"]
 */
export function authorsOf(byline: string | null | undefined, outlet: string | undefined): string[] | undefined {
  const words = oneLine(byline, LONGEST_NAME)?.replace(/^(?:作者|撰文|by)[:：\s]+/iu, "");
  if (words === undefined || words === "" || foldText(words) === foldText(outlet ?? "")) return undefined;
  if (isBareName(words)) return [words];
  const names = bylineOf(words) ?? bylineOf(`记者 ${words}`);
  if (names) return names;
  const isLatinName =
    /^\p{Lu}[\p{Script=Latin}.'’-]*(?: (?:\p{Lu}|(?:de|van|von|da|di|el)\b)[\p{Script=Latin}.'’-]*){1,3}$/u;
  return isLatinName.test(words) ? [words] : undefined;
}

/** Pages add their own name behind the title; without it, it is that of the heading, or a line that the page shows. */
function titleOf(document: DomDocument, title: string | undefined, lines: readonly string[]): string | undefined {
  const folded = foldText(title ?? "");
  for (const heading of document.querySelectorAll("h1")) {
    const words = oneLine(heading.textContent, LONGEST_TITLE);
    if (words !== undefined && words.length >= SHORTEST_HEADING && folded.startsWith(foldText(words))) return words;
  }
  const shown = new Set(lines.map(foldText));
  const ends = [...(title ?? "").matchAll(/\s*[-_|｜–—]+\s*/gu)].map(({ index }) => index).toReversed();
  const starts = [title ?? "", ...ends.map((end) => (title ?? "").slice(0, end))];
  return starts.find((start) => start.length >= SHORTEST_LINE && shown.has(foldText(start))) ?? title;
}

function metasOf(document: DomDocument): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const name = (meta.getAttribute("property") ?? meta.getAttribute("name") ?? "").toLowerCase();
    const content = meta.getAttribute("content") ?? "";
    if (name !== "" && content !== "" && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

function first(metas: ReadonlyMap<string, string>, names: ReadonlySet<string>): string | undefined {
  for (const name of names) if (metas.has(name)) return metas.get(name);
  return undefined;
}

/** What the page calls its address. A fetched page may name another one of its own host only. */
function addressOf(document: DomDocument, metas: ReadonlyMap<string, string>, url: string | undefined) {
  let canonical: string | null = null;
  for (const link of document.querySelectorAll('link[rel="canonical"]')) canonical ??= link.getAttribute("href");
  for (const named of [canonical, metas.get("og:url")]) {
    const address = named && URL.canParse(named, url) ? new URL(named, url) : undefined;
    if (!address || !/^https?:$/u.test(address.protocol) || address.username !== "") continue;
    if (url === undefined || address.hostname === new URL(url).hostname) return address.href;
  }
  return url;
}

function oneLine(words: string | null | undefined, longest: number): string | undefined {
  const line = (words ?? "").replace(/\s+/gu, " ").trim();
  return line !== "" && line.length <= longest ? line : undefined;
}

function setOf(names: string): Set<string> {
  return new Set(names.split(" "));
}
