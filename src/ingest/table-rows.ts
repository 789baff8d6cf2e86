/**
 * Rows of a table as sentences: what stands in a cell means nothing without the head of its column, and a row is quoted alone.
 * | 省份 | 图书（万册） | with | 甘肃 | 31.2 | becomes 甘肃：图书31.2万册。
 */

import { MEASURE_WORDS } from "../text/measure-words.js";

/** A cell of the head is a few words, of the body not more than one line. */
const MAX_HEAD = 16;
const MAX_CELL = 60;
const NUMBER = /^[约近超逾+＋-]?[\d０-９][\d０-９.,，．]*(?:[%％多余+＋]|[万亿])?$/u;
/** The unit that a head gives: 图书（万册）, 资金/万元. */
const WITH_UNIT = /^(?<what>.+?)(?:[（(](?:单位[:：])?(?<unit>[^（）()]{1,8})[）)]|\/(?<per>[^/]{1,4}))$/u;
/** A head that is nothing but a unit: 户, 万元. */
const UNIT = new RegExp(`^[百千万亿]?(?:${MEASURE_WORDS})$`, "u");
const ORDINAL = /^(?:序号|编号|No\.?|№|#)$/iu;
const EMPTY = /^[-—–/\s]*$/u;

/**
 * One line for each row. A table without a head (all rows alike, a layout, cells that are paragraphs) is left as it is: its
 * cells side by side, parted by ` | `.
 */
export function tellRows(rows: readonly (readonly string[])[]): string[] {
  const [head, ...body] = rows;
  if (!head || body.length === 0 || !isHead(head) || !body.every((row) => fits(row, head)))
    return rows.map((row) => row.filter((cell) => cell !== "").join(" | "));
  return body.map((row) => tellRow(head, row));
}

function isHead(head: readonly string[]): boolean {
  const isWord = (cell: string) => cell.length <= MAX_HEAD && !NUMBER.test(cell) && !/[。！？；，,:：]/u.test(cell);
  return head.length > 1 && head.slice(1).every((cell) => cell !== "" && isWord(cell)) && isWord(head[0] ?? "");
}

function fits(row: readonly string[], head: readonly string[]): boolean {
  return row.length === head.length && row.every((cell) => cell.length <= MAX_CELL && !/[。！？]/u.test(cell));
}

function tellRow(head: readonly string[], row: readonly string[]): string {
  const first = ORDINAL.test(head[0] ?? "") && head.length > 2 ? 1 : 0;
  const told = head
    .map((name, i) => ({ name, cell: row[i] ?? "" }))
    .slice(first + 1)
    .filter(({ cell }) => !EMPTY.test(cell))
    .map(({ name, cell }) => tellCell(name, cell));
  const name = row[first] ?? "";
  return told.length === 0 ? row.join(" | ") : `${name === "" ? "" : `${name}：`}${told.join("，")}。`;
}

function tellCell(name: string, cell: string): string {
  const { what = name, unit, per } = WITH_UNIT.exec(name)?.groups ?? {};
  if (NUMBER.test(cell) && UNIT.test(name)) return `${cell}${name}`;
  if (NUMBER.test(cell)) return `${what}${cell}${unit ?? per ?? ""}`;
  return /^[\d０-９]/u.test(cell) ? `${what}${cell}` : `${what}为${cell}`;
}
