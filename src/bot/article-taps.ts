/**
 * What the buttons of /articles carry, written and read in one place. `list` says where one came from and goes back to:
 * a page, and the filter if there is one.
 *
 *   m:l:<list>            a page of the list
 *   m:c:<id>:<list>       card of an article
 *   m:t:<id>:<k>:<list>   page k of its text
 *   m:r:<id>:<list>       whether to remove it
 *   m:x:<id>  m:u:<id>    remove it, restore it
 *   m:d:<page>            removed articles
 *   list = <page>[:<filter>]
 */
import { type ArticleFilter, readFilter, writeFilter } from "./article-filter.js";
import { type ActionButton, actionButton, numberField, type Pressed } from "./callback-data.js";

/** A page of a list, from 0. */
export interface ListPlace {
  page: number;
  filter: ArticleFilter;
}

/** What was pressed. */
export type ArticleTap =
  | { part: "list"; list: ListPlace }
  | { part: "card" | "confirm"; id: string; list: ListPlace }
  | { part: "text"; id: string; page: number; list: ListPlace }
  | { part: "remove"; id: string }
  | { part: "restore"; id: string }
  | { part: "removed"; page: number };

const PARTS = { list: "l", card: "c", text: "t", confirm: "r", remove: "x", restore: "u", removed: "d" } as const;
const ID = /^[\da-f]{16}(?:-\d{1,3})?$/;

/** A button of /articles. */
export function articleButton(text: string, tap: ArticleTap): ActionButton {
  const id = "id" in tap ? [tap.id] : [];
  const page = "page" in tap ? [tap.page] : [];
  return actionButton(text, "manage", PARTS[tap.part], ...id, ...page, ...("list" in tap ? listFields(tap.list) : []));
}

/** Undefined when it is another button, or forged. */
export function readArticleTap({ kind, fields }: Pressed): ArticleTap | undefined {
  if (kind !== "manage") return undefined;
  const [letter, ...rest] = fields;
  const part = (Object.keys(PARTS) as ArticleTap["part"][]).find((name) => PARTS[name] === letter);
  if (part === "list") return withList(rest, (list) => ({ part, list }));
  if (part === "removed") return withPage(rest, (page) => ({ part, page }));
  const [id = "", ...more] = rest;
  if (part === undefined || !ID.test(id)) return undefined;
  if (part === "remove" || part === "restore") return { part, id };
  if (part !== "text") return withList(more, (list) => ({ part, id, list }));
  return withPage(more, (page) => withList(more.slice(1), (list) => ({ part, id, page, list })));
}

function listFields({ page, filter }: ListPlace): (string | number)[] {
  return filter.kind === "all" ? [page] : [page, writeFilter(filter)];
}

function withPage([field]: readonly string[], read: (page: number) => ArticleTap | undefined): ArticleTap | undefined {
  const page = numberField(field);
  return page === undefined ? undefined : read(page);
}

function withList(
  [field, ...filter]: readonly string[],
  read: (list: ListPlace) => ArticleTap,
): ArticleTap | undefined {
  return withPage([field ?? ""], (page) => read({ page, filter: readFilter(filter.join(":")) }));
}
