/**
 * Figures as a checker must compare them: `quantities` says which number stands where, this says what the number claims,
 * with the words around it that limit or turn it (超, 近, 多, 第, 增长, 至), ranges, fractions and doublings.
 * Money is compared in 元, shares in %. Dates are no figures here; see `time-expressions`.
 */
import { type Change, changeAround } from "./changes.js";
import { FIGURE_PATTERN, readNumber } from "./figure-pattern.js";
import { MEASURE_WORDS } from "./measure-words.js";
import { parseNumeral } from "./numerals.js";
import { type Qualifier, qualifierAround } from "./qualifiers.js";
import { canonicalUnit } from "./units.js";

/** One figure of a folded text. */
export interface Figure {
  /** In ones of `unit`; the lower end of a range. */
  value: number;
  /** The upper end of a range, else equal to `value`. */
  high: number;
  /** Canonical (`canonicalUnit`): 人 for 名, 位 and 人; empty when none stands behind it. */
  unit: string;
  qualifier: Qualifier;
  /** 第三年 is no 三年. */
  isOrdinal: boolean;
  change: Change | undefined;
  /** 前 or 后 behind it (三岁前); empty when neither stands there. */
  side: string;
  /** As written, with its unit, without its qualifier. */
  text: string;
  start: number;
  end: number;
}

const UNIT_BEHIND = new RegExp(`^[多余来几]?(?<unit>周岁|${MEASURE_WORDS})(?:多?钱)?`, "u");
const RANGE = /^(?:-|–|—|~|～|至|到)(?=[\d零一二三四五六七八九十百千两])/u;
const SIDE = /^(?:[之以])?(?<side>[前后内外])(?![来期续景])/u;
const HALF_BETWEEN = /^个半(?<unit>小时|钟头|月|星期|学期|世纪|百分点)/u;
/** 半 of its own, and not of 半价 or 半年. */
const HALF_BEHIND = /^半(?=$|[^\p{L}\p{N}]|[的后前内来以间里多就才左上下了可]|时|等|\p{Script=Han}[园地田])/u;
const HALVED = /^(?:年|天|日|周|小时|岁|周岁|倍|亩|公里|里|公斤|斤|吨|米)$/u;
/** Words that are figures by themselves. */
const FIGURE_WORDS = /一半|半数|翻了?(?<times>[一两二三四])番|翻番|翻倍|翻了一倍|翻一倍/gu;

/**
 * Finds the figures of a text, in order.
 * @param text folded.
 * @example findFigures("销售额超500万元") // [{ value: 5000000, unit: "元", qualifier: "over", … }]
 */
export function findFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  let from = 0;
  for (const match of text.matchAll(FIGURE_PATTERN)) {
    if (match.index < from) continue;
    const figure = figureAt(text, match);
    if (!figure) continue;
    from = figure.end;
    const whole = figures.at(-1);
    // 十二元五角: one amount.
    if (whole?.unit === "元" && whole.end === figure.start && /[角毛分]$/u.test(figure.text)) {
      const part = figure.unit === "分" ? figure.value / 100 : figure.value;
      const value = whole.value + part;
      figures[figures.length - 1] = { ...whole, value, high: value, text: whole.text + figure.text, end: figure.end };
    } else figures.push(figure);
  }
  for (const { 0: word, index, groups: { times = "一" } = {} } of text.matchAll(FIGURE_WORDS)) {
    const isHalf = word.endsWith("半") || word.startsWith("半");
    // 翻两番: doubled twice, so three times as much again.
    const value = isHalf ? 50 : 2 ** ("一两三四".indexOf(times.replace("二", "两")) + 1) - 1;
    if (figures.some(({ start, end }) => index < end && start < index + word.length && end - start >= word.length))
      continue;
    const kept = figures.filter(({ start, end }) => index >= end || start >= index + word.length);
    figures.splice(0, figures.length, ...kept, {
      value,
      high: value,
      unit: isHalf ? "%" : "倍",
      qualifier: qualifierAround(text, index, index + word.length, false),
      isOrdinal: false,
      change: isHalf ? undefined : "by",
      side: "",
      text: word,
      start: index,
      end: index + word.length,
    });
  }
  return figures.toSorted((a, b) => a.start - b.start);
}

function figureAt(text: string, match: RegExpExecArray): Figure | undefined {
  const first = readNumber(match);
  if (!first) return undefined;
  let end = match.index + match[0].length;
  let { value } = first;
  let high = first.high ?? value;
  const range = RANGE.exec(text.slice(end, end + 2));
  if (range && !first.isMore) {
    FIGURE_PATTERN.lastIndex = 0;
    const rest = text.slice(end + range[0].length);
    const second = new RegExp(FIGURE_PATTERN.source, "u").exec(rest);
    const read = second?.index === 0 ? readNumber(second) : undefined;
    if (second && read && read.value * read.scale >= value) {
      // 3-5万: the magnitude belongs to both ends.
      value = first.scale === 1 && read.scale > 1 && value * read.scale < read.value ? value * read.scale : value;
      high = read.value;
      end += range[0].length + second[0].length;
    }
  }
  const between = HALF_BETWEEN.exec(text.slice(end, end + 6));
  if (between) return halfMore(text, match.index, end + between[0].length, first.value, between.groups?.unit ?? "");
  const unitMatch = first.unit === undefined ? UNIT_BEHIND.exec(text.slice(end, end + 8)) : null;
  const written = first.unit ?? unitMatch?.groups?.unit ?? "";
  const isMore = first.isMore || /[多余]/u.test(unitMatch?.[0] ?? "");
  end += unitMatch?.[0].length ?? 0;
  if (HALF_BEHIND.test(text.slice(end, end + 3)) && HALVED.test(written) && value < 100)
    return halfMore(text, match.index, end + 1, value, written);
  const to = UNIT_RANGE.test(written) && high === value ? rangeBehind(text, match.index, end, written) : undefined;
  if (to && to.value > value) {
    high = to.value;
    end = to.end;
  }
  if (first.isHan && isOrdinaryWord(match[0], written, value, first.high !== undefined)) return undefined;
  const { unit, factor } = canonicalUnit(written);
  const start = match.index;
  const isSome = unitMatch?.[0].startsWith("来") ?? false;
  const qualifier = first.isSeveral ? "several" : isSome ? "about" : qualifierAround(text, start, end, isMore);
  return {
    value: value * factor,
    high: high * factor,
    unit,
    qualifier,
    isOrdinal: text[start - 1] === "第",
    change: changeAround(text, start, end),
    side: SIDE.exec(text.slice(end))?.groups?.side ?? "",
    text: text.slice(start, end),
    start,
    end,
  };
}

/** Units at both ends of a range; of dates the ends are times. */
const UNIT_RANGE = /^(?!年$|月$|日$|号$|个$|期$|届$|批$)./u;

/** 500万元到600万元: the second number with the same unit. 从500万元到600万元 tells a change. */
function rangeBehind(
  text: string,
  start: number,
  end: number,
  unit: string,
): { value: number; end: number } | undefined {
  const range = RANGE.exec(text.slice(end, end + 2));
  if (!range || /[从由自]$/u.test(text.slice(0, start))) return undefined;
  const rest = text.slice(end + range[0].length);
  const second = new RegExp(FIGURE_PATTERN.source, "u").exec(rest);
  const read = second?.index === 0 ? readNumber(second) : undefined;
  if (!second || !read) return undefined;
  const own = read.unit ?? UNIT_BEHIND.exec(rest.slice(second[0].length))?.[0] ?? "";
  if (own !== unit) return undefined;
  const length = read.unit === undefined ? second[0].length + own.length : second[0].length;
  return { value: read.value, end: end + range[0].length + length };
}

/** 两年半, 一个半小时: half a unit more than the number. */
function halfMore(text: string, start: number, end: number, number: number, written: string): Figure {
  const { unit, factor } = canonicalUnit(
    written.replace(/^月$/u, "个月").replace("钟头", "小时").replace("星期", "周"),
  );
  const value = (number + 0.5) * factor;
  return {
    value,
    high: value,
    unit,
    qualifier: qualifierAround(text, start, end, false),
    isOrdinal: text[start - 1] === "第",
    change: changeAround(text, start, end),
    side: SIDE.exec(text.slice(end))?.groups?.side ?? "",
    text: text.slice(start, end),
    start,
    end,
  };
}

/** 一种, 进一步, 万: characters of numerals that count nothing. */
function isOrdinaryWord(han: string, unit: string, value: number, isRange: boolean): boolean {
  // 三五成群, but 三五百人 and 两三万.
  if (isRange) return unit === "" && !/[十百千万亿]/u.test(han);
  if (Array.from(han).length > 1)
    return parseNumeral(han) === undefined && !/[分数几点]/u.test(han) && !/[多余]/u.test(han);
  const isCountOfOne = value === 1 && !/^(?:年|月|日|号|倍|成|元|天|周|小时|半|期|届|亩|公里|公斤|斤|吨)$/u.test(unit);
  return unit === "" || isCountOfOne || /[千百万]/u.test(han);
}
