/**
 * Times that a text names: days, months and years with what stands around them (截至, 自…起, 全年, 底), and periods that
 * end now (近五年, 17年来). 截至2022年12月 is another time than 2022年12月, and 近五年 is no year.
 */
import { type Change, changeAround } from "./changes.js";
import { NUMERAL_CHARACTERS, parseNumeral } from "./numerals.js";

/** How a time is meant. `in`: at it or during it. */
export type TimeMode = "in" | "until" | "since" | "before" | "after" | "whole" | "recent" | "coming";

/** One time of a folded text. A field that is not named is absent. */
export interface TimeExpression {
  mode: TimeMode;
  year?: number;
  month?: number;
  day?: number;
  /** Whether it is where a change began (由8月28日) or where it got to (改到9月5日). */
  change: Change | undefined;
  /** 初, 底, 上半年 …; empty when none stands behind it. */
  part: string;
  /** A period's length with its unit (`5年`); absent for a date. */
  period?: string;
  start: number;
  end: number;
}

const N = `(?:\\d{1,2}|[${NUMERAL_CHARACTERS}]{1,3})`;
const YEAR = "(?<year>\\d{4}|[零〇○一二三四五六七八九]{4})";
const MONTH = `(?<month>${N})月(?:份)?`;
const DAY = `(?<day>${N})[日号]`;
const DATE = new RegExp(
  [
    `${YEAR}年(?:度)?(?:${MONTH}(?:${DAY})?)?`,
    `(?<month2>${N})月份?(?:(?<day2>${N})[日号])?(?!饼|子)`,
    `(?<![\\d${NUMERAL_CHARACTERS}])(?<day3>${N})[日号](?!子|称|码|楼)`,
    "(?<![\\d.])(?<year4>\\d{4})[-/.](?<month4>\\d{1,2})(?:[-/.](?<day4>\\d{1,2}))?(?![\\d.])",
    "(?<![\\d.])(?<year5>[12]\\d{3})(?=\\s*(?:至|到|-|–|—|~|～)\\s*\\d{4}年)",
    "(?<![\\d.])(?<month6>\\d{1,2})(?=(?:至|到|-|–|—|~|～)\\d{1,2}月)",
  ].join("|"),
  "gu",
);
const PERIOD = new RegExp(
  `(?<recent>近|过去|最近|这|在过去的|未来|今后|接下来)?(?:的)?(?<length>\\d+|[${NUMERAL_CHARACTERS}几数]+)(?<more>[多余])?个?(?<unit>年|月|周|天|日)(?<behind>多?(?:以来|来|间|里|时间|的时间))?`,
  "gu",
);
const LASTS = /(?:为期|历时|耗时|长达|时长|用时|持续|坚持|用|花)[了达为是]?$/u;
const PART = /^(?:上半年|下半年|第?[一二三四]季度|[上中下]旬|年?[初末底中])/u;

/**
 * Finds the times of a text, in order.
 * @param text folded.
 * @example findTimes("截至2022年12月") // [{ mode: "until", year: 2022, month: 12, … }]
 */
export function findTimes(text: string): TimeExpression[] {
  const dates = Array.from(text.matchAll(DATE), (match) => dateOf(text, match)).filter((date) => date !== undefined);
  const periods = Array.from(text.matchAll(PERIOD), (match) => periodOf(text, match)).filter(
    (period) => period !== undefined && !dates.some(({ start, end }) => period.start < end && start < period.end),
  );
  return [...dates, ...periods.filter((period) => period !== undefined)].toSorted((a, b) => a.start - b.start);
}

function dateOf(text: string, { 0: words, index, groups = {} }: RegExpExecArray): TimeExpression | undefined {
  const year = readPart(groups.year ?? groups.year4 ?? groups.year5);
  const month = readPart(groups.month ?? groups.month2 ?? groups.month4 ?? groups.month6);
  const day = readPart(groups.day ?? groups.day2 ?? groups.day3 ?? groups.day4);
  if ((month ?? 1) > 12 || (day ?? 1) > 31 || text[index - 1] === "第" || text[index - 1] === "个") return undefined;
  let end = index + words.length;
  const part = PART.exec(text.slice(end))?.[0] ?? "";
  end += part.length;
  return {
    mode: modeAround(text, index, end),
    change: changeAround(text, index, end),
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    part: part.replace(/^年(?=[初末底中])/u, "").replace("末", "底"),
    start: index,
    end,
  };
}

function readPart(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return /^\d/u.test(digits) ? Number(digits) : parseNumeral(digits);
}

function periodOf(text: string, { 0: words, index, groups = {} }: RegExpExecArray): TimeExpression | undefined {
  const { recent, length = "", more = "", unit = "", behind } = groups;
  // 为期近两年 tells how long, and not of which years.
  if (recent === "近" && behind === undefined && LASTS.test(text.slice(0, index))) return undefined;
  if ((recent === undefined && behind === undefined) || text[index - 1] === "第") return undefined;
  const count = /^[几数]+$/u.test(length) ? "几" : String(readPart(length) ?? "");
  if (count === "") return undefined;
  const isRecent = recent !== undefined && recent !== "这";
  return {
    mode: /^(?:未来|今后|接下来)/u.test(recent ?? "") ? "coming" : isRecent ? "recent" : "in",
    change: undefined,
    part: "",
    period: `${count}${more === "" ? "" : "+"}${unit === "日" ? "天" : unit}`,
    start: index,
    end: index + words.length,
  };
}

function modeAround(text: string, start: number, end: number): TimeMode {
  // 截至今年7月: the year may be told by the day of writing.
  const before = text.slice(Math.max(0, start - 6), start).replace(/(?:今|去|本|前|当)年$/u, "");
  const behind = text.slice(end, end + 6);
  // 直到2021年才首次盈利: it was in that year.
  if (before.endsWith("直到") && behind.startsWith("才")) return "in";
  if (/(?:截至|截止|截止到|截至到|直到|截止至)$/u.test(before)) return "until";
  if (/(?:^|[,。;:“(])(?:到|至)$/u.test(before) || /^(?:为止|止)/u.test(behind)) return "until";
  if (/(?:自|自从)$/u.test(before) || /^(?:以来|至今|起(?!到)|开始)/u.test(behind)) return "since";
  if (/^(?:之前|以前|前(?!后|往|来|者|景|沿|期))/u.test(behind)) return "before";
  if (/^(?:之后|以后|后(?!续|期|来))/u.test(behind)) return "after";
  if (/^(?:全年|整年|一整年|一年|整个年度)/u.test(behind) || /(?:整个|全)$/u.test(before)) return "whole";
  return "in";
}

/**
 * Whether a claim's time is one that the proof names. A coarser date is still true (2月 for 2月22日), as long as it is
 * not an end: 截至2022年 is later than 截至2022年12月1日.
 */
export function isTimeProven(claim: TimeExpression, proof: TimeExpression): boolean {
  if (claim.period !== undefined || proof.period !== undefined) {
    return claim.period === proof.period && (claim.mode === proof.mode || claim.mode === "in");
  }
  if (claim.change !== undefined && proof.change !== undefined && claim.change !== proof.change) return false;
  const fields = ["year", "month", "day"] as const;
  if (claim.part === "底" && claim.day === undefined && isLastOfMonth(proof))
    return isTimeProven({ ...claim, part: proof.part, ...(proof.day !== undefined && { day: proof.day }) }, proof);
  if (!fields.every((field) => claim[field] === undefined || claim[field] === proof[field])) return false;
  if (claim.part !== "" && claim.part !== proof.part) return false;
  // 全年 itself is looked for as a word.
  if (claim.mode === "whole" && proof.mode === "in") return fields.every((field) => claim[field] === proof[field]);
  if (claim.mode === proof.mode) {
    return claim.mode === "in" || fields.every((field) => claim[field] === proof[field] || field === "year");
  }
  return claim.mode === "in" && (proof.mode === "since" || proof.mode === "whole");
}

/** 3月底 for 3月31日. */
function isLastOfMonth({ year = 2023, month, day }: TimeExpression): boolean {
  return month !== undefined && day !== undefined && new Date(Date.UTC(year, month, 0)).getUTCDate() === day;
}

/** A length of time as a figure (三年) in the form of `TimeExpression.period`, so that 三年 may be said for 三年来. */
export function lengthAsPeriod({
  value,
  unit,
  isOrdinal,
}: {
  value: number;
  unit: string;
  isOrdinal: boolean;
}): string {
  if (isOrdinal || !/^(?:年|个月|日|周)$/u.test(unit)) return "";
  return `${value}${unit === "日" ? "天" : unit.replace("个", "")}`;
}
