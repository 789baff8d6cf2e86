/** How a number may be written: 339, 58,000, 5.8万, 1亿3000万, 三百三十九, 百分之五, 三分之一, 数十亿, 近百. */
import { MAGNITUDES, NUMERAL_CHARACTERS, parseNumeral } from "./numerals.js";

const HAN = `[${NUMERAL_CHARACTERS}](?:[${NUMERAL_CHARACTERS}万亿]*[${NUMERAL_CHARACTERS}万亿])?`;
const HAN_DECIMAL = `${HAN}(?:点[零一二三四五六七八九〇]+[万亿]*)?`;
const ARABIC = "\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";

/** Every number of a folded text; read a match with `readNumber`. */
export const FIGURE_PATTERN = new RegExp(
  [
    `百分之(?<percent>${HAN_DECIMAL}|${ARABIC})`,
    `(?<denominator>${HAN}|\\d+)分之(?<numerator>${HAN}|\\d+)`,
    `(?<tenths>[一二三四五六七八九两]|[1-9])成(?<hundredths>[一二三四五六七八九半])?(?<tenthsMore>[多余])?`,
    `(?<several>[数几])(?<severalScale>[十百千万亿]+)`,
    `(?<mixed>(?:${ARABIC}[亿万千百])+(?:${ARABIC}(?<mixedMore>[多余几])?[亿万千百](?!克|米|瓦)|\\d{2,4}(?![\\d.,%‰])))`,
    `(?<arabic>${ARABIC})(?<more>[多余几])?(?<scale>[十百千]?[万亿]{1,2}|[百千](?!克|米|瓦))?(?<moreBehind>[多余](?=[万亿]?\\p{Script=Han}))?(?<sign>[%‰])?`,
    `(?<han>${HAN_DECIMAL})(?:(?<hanMore>[多余几])(?<hanScale>[万亿]{1,2})?)?`,
  ].join("|"),
  "gu",
);

/** A number as read. */
export interface NumberRead {
  value: number;
  /** 一二 or 三四: both ends in one word. */
  high?: number;
  /** What its magnitude (万, 亿) multiplied it by. */
  scale: number;
  /** The unit when the number says it itself. */
  unit?: string;
  /** 多, 余 or 几 stands in or behind it. */
  isMore: boolean;
  /** 数 or 几 stands for its first digit; `value` is only the magnitude. */
  isSeveral: boolean;
  isHan: boolean;
}

/** Reads a match of `FIGURE_PATTERN`; undefined when its characters are no number (万百). */
export function readNumber({ groups = {} }: RegExpExecArray): NumberRead | undefined {
  const plain = { scale: 1, isMore: false, isSeveral: false, isHan: false };
  if (groups.percent !== undefined) return withValue(parseAny(groups.percent), { ...plain, unit: "%" });
  if (groups.denominator !== undefined) {
    const share = (parseAny(groups.numerator ?? "") ?? Number.NaN) / (parseAny(groups.denominator) ?? Number.NaN);
    return Number.isFinite(share) ? { ...plain, value: share * 100, unit: "%" } : undefined;
  }
  if (groups.tenths !== undefined) {
    const hundredths = groups.hundredths === "半" ? 5 : (parseAny(groups.hundredths ?? "零") ?? 0);
    const value = (parseAny(groups.tenths) ?? 0) * 10 + hundredths;
    return { ...plain, value, unit: "%", isMore: groups.tenthsMore !== undefined };
  }
  if (groups.several !== undefined) return { ...plain, value: scaleOf(groups.severalScale ?? ""), isSeveral: true };
  if (groups.mixed !== undefined)
    return withValue(parseMixed(groups.mixed), { ...plain, isMore: groups.mixedMore !== undefined });
  if (groups.arabic !== undefined) {
    const scale = scaleOf(groups.scale ?? "");
    const isMore = (groups.more ?? groups.moreBehind) !== undefined;
    const read = withValue(parseAny(groups.arabic), { ...plain, scale, isMore });
    if (!read) return undefined;
    return { ...read, value: read.value * scale, ...(groups.sign && { unit: groups.sign }) };
  }
  const han = groups.han ?? "";
  const scale = scaleOf(groups.hanScale ?? "");
  const neighbours = /^([一二两三四五六七八])([二三四五六七八九])(?<scale>[十百千万亿]*)$/u.exec(han);
  if (neighbours) {
    const [low = 0, high = 0] = [parseNumeral(neighbours[1] ?? ""), parseNumeral(neighbours[2] ?? "")];
    const times = scaleOf(neighbours.groups?.scale ?? "") * scale;
    // 三五百: the one pair that is said with a gap.
    if (high === low + 1 || (low === 3 && high === 5))
      return { ...plain, value: low * times, high: high * times, scale: times, isHan: true };
  }
  const read = withValue(parseAny(han), { ...plain, scale, isMore: groups.hanMore !== undefined, isHan: true });
  return read && { ...read, value: read.value * scale };
}

function withValue(value: number | undefined, rest: Omit<NumberRead, "value">): NumberRead | undefined {
  return value === undefined ? undefined : { value, ...rest };
}

/** 5万3千, 1亿3000万, 3万5000: each part is less than one of the place before it; undefined when it is not. */
function parseMixed(text: string): number | undefined {
  let value = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const [, digits = "", place = ""] of text.matchAll(new RegExp(`(${ARABIC})[多余几]?([亿万千百]?)`, "gu"))) {
    const part = Number(digits.replaceAll(",", "")) * scaleOf(place);
    if (part >= last) return undefined;
    value += part;
    last = scaleOf(place);
  }
  return value;
}

function parseAny(text: string): number | undefined {
  if (/^\d/u.test(text)) return Number(text.replaceAll(",", ""));
  const [whole = "", decimals] = text.split("点");
  const value = parseNumeral(whole);
  if (value === undefined || decimals === undefined) return value;
  const digits = decimals.replace(/[万亿]+$/u, "");
  const fraction = parseNumeral(digits);
  if (fraction === undefined) return undefined;
  return (value + fraction / 10 ** digits.length) * scaleOf(decimals.slice(digits.length));
}

function scaleOf(text: string): number {
  const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
  return Array.from(text).reduce((scale, c) => scale * (places[c] ?? MAGNITUDES.get(c) ?? 1), 1);
}
