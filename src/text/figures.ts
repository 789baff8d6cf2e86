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
/** Words that are figures by themselves. */
const HALF = /一半|半数|(?:翻了?一番|翻番|翻倍|翻了一倍|翻一倍)/gu;

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
  for (const { 0: word, index } of text.matchAll(HALF)) {
    const isHalf = word.endsWith("半") || word.startsWith("半");
    if (figures.some(({ start, end }) => index < end && start < index + word.length && end - start >= word.length))
      continue;
    const kept = figures.filter(({ start, end }) => index >= end || start >= index + word.length);
    figures.splice(0, figures.length, ...kept, {
      value: isHalf ? 50 : 1,
      high: isHalf ? 50 : 1,
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
  const unitMatch = first.unit === undefined ? UNIT_BEHIND.exec(text.slice(end, end + 8)) : null;
  const written = first.unit ?? unitMatch?.groups?.unit ?? "";
  const isMore = first.isMore || /[多余]/u.test(unitMatch?.[0] ?? "");
  end += unitMatch?.[0].length ?? 0;
  if (first.isHan && isOrdinaryWord(match[0], written, value)) return undefined;
  const { unit, factor } = canonicalUnit(written);
  const start = match.index;
  const qualifier = first.isSeveral ? "several" : qualifierAround(text, start, end, isMore);
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

/** 一种, 进一步, 万: characters of numerals that count nothing. */
function isOrdinaryWord(han: string, unit: string, value: number): boolean {
  if (Array.from(han).length > 1)
    return parseNumeral(han) === undefined && !/[分数几点]/u.test(han) && !/[多余]/u.test(han);
  const isCountOfOne = value === 1 && !/^(?:年|月|日|号|倍|成|元|天|周|小时|半|期|届)$/u.test(unit);
  return unit === "" || isCountOfOne || /[千百万]/u.test(han);
}
