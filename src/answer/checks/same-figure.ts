/** Whether two figures are the same number of the same unit, limited and turned alike. */
import type { Figure } from "../../text/figures.js";
import { unitsAgree } from "../../text/units.js";
import { isCountedByAnything } from "./measured.js";
import { isRoundedTo } from "./rounded.js";

/** Whether two figures are the same number of the same unit, limited and turned alike. */
export function isSameFigure(a: Figure, b: Figure, proofText: string): boolean {
  if (a.isOrdinal !== b.isOrdinal) return false;
  if ((!isSameNumber(a, b) || a.qualifier !== b.qualifier) && !isRoundedTo(a, b)) return false;
  // 受灾半年后 and 灾后半年.
  const isAfter = a.side === "后" && proofText.slice(0, b.start).endsWith("后");
  if (a.side !== "" && a.side !== b.side && !isAfter) return false;
  if (a.change !== undefined && b.change !== undefined && a.change !== b.change) return false;
  if (a.unit === "倍" && (a.change === "by") !== (b.change === "by")) return false;
  // 13省 for 13个省: what is counted served as the measure word.
  const isCounted = a.unit !== "" && b.unit === "个" && proofText.slice(b.end, b.end + 8).includes(a.unit);
  // 三个县 for 三县.
  const isMeasured = a.unit === "个" && b.unit !== "" && SCALES.test(b.unit);
  // 1200个孩子 for 1200名孩子: what is counted is compared with the measure word where the figures are bound.
  const isByAnything = a.unit === "个" && isCountedByAnything(b.unit);
  // 40户家庭 for 40个家庭: the same, the other way round.
  const isAnything = b.unit === "个" && isCountedByAnything(a.unit);
  const isEvent = EVENTS.test(a.unit) && EVENTS.test(b.unit);
  return (
    isCounted ||
    isMeasured ||
    isByAnything ||
    isAnything ||
    isEvent ||
    lengthFactor(a, b) !== undefined ||
    isMoney(a, b) ||
    unitsAgree(a.unit, b.unit)
  );
}

const SCALES = /^[省市县区镇乡村]$/u;

/** 发生23起 and 发生23次. */
const EVENTS = /^[起次宗]$/u;

/** Of what the bigger of two lengths of time is made. */
const LENGTHS: readonly (readonly [big: string, small: string, factor: number])[] = [
  ["年", "个月", 12],
  ["周", "日", 7],
  ["日", "小时", 24],
  ["小时", "分钟", 60],
];

/** 两年 and 24个月, 三天 and 72小时: what the claim's number is multiplied by. */
function lengthFactor({ unit: a }: Figure, { unit: b }: Figure): number | undefined {
  for (const [big, small, factor] of LENGTHS) {
    if (a === big && b === small) return factor;
    if (a === small && b === big) return 1 / factor;
  }
  return undefined;
}

/** 5.3分 and 0.053元; whether 分 is money is not known from it alone. */
function isMoney(a: Figure, b: Figure): boolean {
  return (a.unit === "分" && b.unit === "元") || (a.unit === "元" && b.unit === "分");
}

function isSameNumber(a: Figure, b: Figure): boolean {
  const factor = lengthFactor(a, b) ?? (isMoney(a, b) ? (a.unit === "分" ? 0.01 : 100) : 1);
  const near = (x: number, y: number) => Math.abs(x - y) <= Math.max(Math.abs(x), Math.abs(y)) * 1e-9;
  return near(a.value * factor, b.value) && near(a.high * factor, b.high);
}
