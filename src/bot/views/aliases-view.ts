/**
 * The groups of aliases as a list, one group with what can be deleted, and the question before deleting. What buttons carry
 * is written and read here. Pure.
 *
 *   n:l:<page>                 a page of the list
 *   n:g:<key>                  a group
 *   n:d:<key>[:<i>]            whether to delete it, or its name i
 *   n:x:<key>[:<i>]            delete it
 */
import type { Language } from "../../core/types.js";
import { aliasWords } from "../../i18n/alias-words.js";
import { type Group, keyOf } from "../alias-edits.js";
import { type ActionButton, actionButton, numberField, type Pressed } from "../callback-data.js";
import type { CardView } from "./evidence-view.js";
import { escapeHtml } from "./html.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { clip, pageOf, rowsOf } from "./paging.js";

/** What was pressed; `name` is a position in the group, absent for the whole group. */
export type AliasTap =
  | { part: "list"; page: number }
  | { part: "group"; key: string }
  | { part: "confirm"; key: string; name?: number }
  | { part: "delete"; key: string; name?: number };

const PAGE_SIZE = 10;
const NUMBERS_IN_ROW = 5;
/** Of a group's line in the list, so that ten of them fit into a message. */
const MAX_LINE_CHARS = 300;
const MAX_FACE_CHARS = 30;
/** Of one group; one that was written into the file by hand may be of any length. */
export const MAX_GROUP_CHARS = 1500;
const MAX_FACES = 40;
const PARTS = { list: "l", group: "g", confirm: "d", delete: "x" } as const;

/** One page of the list. @param said above it, what has just been done. */
export function renderAliases(groups: readonly Group[], wanted: number, language: Language, said?: string): CardView {
  const words = aliasWords(language);
  const { items, page, pages, first } = pageOf(groups, wanted, PAGE_SIZE);
  const lines = items.map((group, i) => `${first + i}. ${clip(words.group(group), MAX_LINE_CHARS)}`);
  const parts = [
    ...(said === undefined ? [] : [said]),
    groups.length === 0 ? words.none : `${words.heading(groups.length)}\n${lines.join("\n")}`,
    ...(pages > 1 ? [words.page(page + 1, pages)] : []),
    words.hint,
  ];
  const numbers = items.map((group, i) => button(String(first + i), { part: "group", key: keyOf(group) }));
  const turning = [
    ...(page > 0 ? [button(words.buttons.previous, { part: "list", page: page - 1 })] : []),
    ...(page < pages - 1 ? [button(words.buttons.next, { part: "list", page: page + 1 })] : []),
  ];
  return view(parts.join("\n\n"), keyboardOf(...rowsOf(numbers, NUMBERS_IN_ROW), turning));
}

/** One group; a name can be deleted for as long as two are left. @param said above it, what has just been done. */
export function renderGroup(group: Group, language: Language, said?: string): CardView {
  const words = aliasWords(language);
  const { buttons } = words;
  const key = keyOf(group);
  const names =
    group.length < 3
      ? []
      : group.slice(0, MAX_FACES).map((name, i) => {
          return button(buttons.removeName(clip(name, MAX_FACE_CHARS)), { part: "confirm", key, name: i });
        });
  const keyboard = keyboardOf(...rowsOf(names, 2), [
    button(buttons.removeGroup, { part: "confirm", key }),
    button(buttons.list, { part: "list", page: 0 }),
  ]);
  return view(said ?? `${words.groupHeading}\n${clip(words.group(group), MAX_GROUP_CHARS)}`, keyboard);
}

/** Asks once more. @param name position of the name to delete; absent: the whole group. */
export function renderDeletion(group: Group, name: number | undefined, language: Language): CardView {
  const words = aliasWords(language);
  const key = keyOf(group);
  const shown = clip(words.group(group), MAX_GROUP_CHARS);
  const text = name === undefined ? words.confirmGroup(shown) : words.confirmName(group[name] ?? "", shown);
  const row = [
    button(words.buttons.confirm, { part: "delete", key, ...(name !== undefined && { name }) }),
    button(words.buttons.keep, { part: "group", key }),
  ];
  return view(text, keyboardOf(row));
}

/** Undefined when it is another button, or forged. */
export function readAliasTap({ kind, fields }: Pressed): AliasTap | undefined {
  if (kind !== "aliases") return undefined;
  const [letter, field = "", position] = fields;
  const part = (Object.keys(PARTS) as AliasTap["part"][]).find((name) => PARTS[name] === letter);
  if (part === "list") {
    const page = numberField(field);
    return page === undefined ? undefined : { part, page };
  }
  if (part === undefined || !/^[\da-f]{12}$/.test(field)) return undefined;
  if (part === "group" || position === undefined) return { part, key: field };
  const name = numberField(position);
  return name === undefined ? undefined : { part, key: field, name };
}

function button(text: string, tap: AliasTap): ActionButton {
  if (tap.part === "list") return actionButton(text, "aliases", PARTS.list, tap.page);
  const name = "name" in tap && tap.name !== undefined ? [tap.name] : [];
  return actionButton(text, "aliases", PARTS[tap.part], tap.key, ...name);
}

function view(text: string, keyboard: Keyboard | undefined): CardView {
  return { html: escapeHtml(text), ...(keyboard && { keyboard }) };
}
