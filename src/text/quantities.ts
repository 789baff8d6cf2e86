/**
 * Figures in a text, each with its unit: what a reader would quote, and what a checker must compare. 339名, 三百三十九名
 * and ３３９名 are the same quantity; 339家 is another one, and so are 5.8万 and 5.8亿.
 */
import { MEASURE_WORDS } from "./measure-words.js";
import { foldText } from "./normalize.js";
import { MAGNITUDES, NUMERAL_CHARACTERS, parseNumeral } from "./numerals.js";

/** One figure. */
export interface Quantity {
  /** In ones: 5.8万 is 58000, 百分之五 is 5 with the unit `%`. */
  value: number;
  /** The measure word behind it, `%`, or empty when none is known. */
  unit: string;
  /** 数 or 几 stood in place of the first digit (数十亿): `value` is only the magnitude. */
  vague: boolean;
  /** As written, folded. */
  text: string;
  /** Place in the folded text. */
  start: number;
  end: number;
}

const HAN_NUMBER = `[${NUMERAL_CHARACTERS}](?:[${NUMERAL_CHARACTERS}万亿]*[${NUMERAL_CHARACTERS}万亿])?`;
const ARABIC = "\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";

const PATTERN = new RegExp(
  [
    `(?<percentHan>百分之)(?<percentValue>${HAN_NUMBER}(?:点[${NUMERAL_CHARACTERS}]+)?|${ARABIC})`,
    `(?<arabic>${ARABIC})(?<arabicMore>[多余几]?)(?<magnitude>[十百千]?[万亿]{0,2}|[百千])(?<percent>[%‰]?)`,
    `(?<han>${HAN_NUMBER}(?:点[${NUMERAL_CHARACTERS}]+)?)`,
    `(?<vague>[数几](?:[十百千万亿]+))`,
  ].join("|"),
  "gu",
);
const FOLLOWING_UNIT = new RegExp(`^[多余来几]?(${MEASURE_WORDS})`, "u");

/**
 * Finds every figure, in order. A bare 一 (进一步, 一种, 一直 …) is a word, not a figure, and is left out; so is a
 * Chinese numeral without a unit that is a single character.
 * @example findQuantities("惠及5.8万个家庭") // [{ value: 58000, unit: "个", … }]
 */
export function findQuantities(text: string): Quantity[] {
  const folded = foldText(text);
  const quantities: Quantity[] = [];
  for (const match of folded.matchAll(PATTERN)) {
    const end = match.index + match[0].length;
    const value = valueOf(match.groups ?? {});
    if (value === undefined) continue;
    const percent = match.groups?.percentHan !== undefined || match.groups?.percent === "%";
    const unitMatch = percent ? undefined : FOLLOWING_UNIT.exec(folded.slice(end, end + 8));
    const unit = percent ? "%" : (unitMatch?.[1] ?? "");
    if (match.groups?.han !== undefined && isOrdinaryWord(match.groups.han, unit, value)) continue;
    quantities.push({
      value,
      unit,
      vague: match.groups?.vague !== undefined,
      text: match[0] + (unitMatch?.[0] ?? ""),
      start: match.index,
      end: end + (unitMatch?.[0].length ?? 0),
    });
  }
  return quantities;
}

/**
 * The measure word that `text` begins with, if any.
 * @example unitAt("名电商从业者") // "名"
 */
export function unitAt(text: string): string | undefined {
  return FOLLOWING_UNIT.exec(text)?.[1];
}

/** Whether two figures say the same: equal value, and equal unit unless one of them has none. */
export function isSameQuantity(a: Quantity, b: Quantity): boolean {
  if (a.vague !== b.vague) return false;
  const tolerance = Math.max(Math.abs(a.value), Math.abs(b.value)) * 1e-9;
  return Math.abs(a.value - b.value) <= tolerance && (a.unit === b.unit || a.unit === "" || b.unit === "");
}

function valueOf(groups: Record<string, string | undefined>): number | undefined {
  if (groups.percentValue !== undefined) return numberOf(groups.percentValue);
  if (groups.arabic !== undefined) {
    const scale = magnitudeOf(groups.magnitude ?? "");
    return Number(groups.arabic.replaceAll(",", "")) * scale;
  }
  if (groups.han !== undefined) return numberOf(groups.han);
  if (groups.vague !== undefined) return magnitudeOf(groups.vague.slice(1));
  return undefined;
}

function numberOf(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text.replaceAll(",", ""));
  const [whole = "", decimals] = text.split("点");
  const value = parseNumeral(whole);
  if (value === undefined || decimals === undefined) return value;
  const fraction = parseNumeral(decimals.replace(/[十百千万亿]/gu, ""));
  return fraction === undefined ? undefined : value + fraction / 10 ** decimals.length;
}

function magnitudeOf(text: string): number {
  const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
  return Array.from(text).reduce((scale, c) => scale * (places[c] ?? MAGNITUDES.get(c) ?? 1), 1);
}

function isOrdinaryWord(han: string, unit: string, value: number): boolean {
  if (Array.from(han).length > 1) return false;
  const isCountOfOne = value === 1 && !/^(?:年|月|日|号|倍|成|元|天|周|小时)$/u.test(unit);
  return unit === "" || isCountOfOne || /[千百万]/u.test(han);
}
