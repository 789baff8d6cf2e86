/** Whether two figures are the same number of the same unit, limited and turned alike. */
import type { Figure } from "../../text/figures.js";
import { unitsAgree } from "../../text/units.js";
import { isCountedByAnything } from "./measured.js";

/** Whether two figures are the same number of the same unit, limited and turned alike. */
export function isSameFigure(a: Figure, b: Figure, proofText: string): boolean {
  if (!isSameNumber(a, b) || a.qualifier !== b.qualifier || a.isOrdinal !== b.isOrdinal) return false;
  if (a.side !== "" && a.side !== b.side) return false;
  if (a.change !== undefined && b.change !== undefined && a.change !== b.change) return false;
  if (a.unit === "倍" && (a.change === "by") !== (b.change === "by")) return false;
  // 13省 for 13个省: what is counted served as the measure word.
  const isCounted = a.unit !== "" && b.unit === "个" && proofText.slice(b.end, b.end + 8).includes(a.unit);
  // 三个县 for 三县.
  const isMeasured = a.unit === "个" && b.unit !== "" && SCALES.test(b.unit);
  // 1200个孩子 for 1200名孩子: what is counted is compared with the measure word where the figures are bound.
  const isByAnything = a.unit === "个" && isCountedByAnything(b.unit);
  return isCounted || isMeasured || isByAnything || isMoney(a, b) || unitsAgree(a.unit, b.unit);
}

const SCALES = /^[省市县区镇乡村]$/u;

/** 5.3分 and 0.053元; whether 分 is money is not known from it alone. */
function isMoney(a: Figure, b: Figure): boolean {
  return (a.unit === "分" && b.unit === "元") || (a.unit === "元" && b.unit === "分");
}

function isSameNumber(a: Figure, b: Figure): boolean {
  const factor = isMoney(a, b) ? (a.unit === "分" ? 0.01 : 100) : 1;
  const near = (x: number, y: number) => Math.abs(x - y) <= Math.max(Math.abs(x), Math.abs(y)) * 1e-9;
  return near(a.value * factor, b.value) && near(a.high * factor, b.high);
}
