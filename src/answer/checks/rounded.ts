/**
 * A round number for an exact one: 八成以上 and 超过80% for 82%, 近一半 for 46%, 不到一成 for 9%. It says less than the sentence and
 * is true, as long as it is round and the nearest of its kind on that side.
 */
import type { Figure } from "../../text/figures.js";

/** Shares that people round to, beside whole tenths. */
const SHARES = [25, 75, 100 / 3, 200 / 3];
/** How far a share may be from the round one, in percentage points; of other numbers the part of it. */
const STEP = 10;
const PART = 0.1;
/** 约 lies on both sides, so nearer. */
const ABOUT = 0.3;

/** Whether the claim's figure rounds the exact one of the sentence. */
export function isRoundedTo(claimed: Figure, stated: Figure): boolean {
  const { value, high, unit, qualifier } = claimed;
  if (stated.qualifier !== "exact" || qualifier === "exact" || unit !== stated.unit || value !== high) return false;
  if (stated.value !== stated.high || claimed.isOrdinal || !isRounder(value, stated.value, unit)) return false;
  const step = unit === "%" ? STEP : value * PART;
  const above = stated.value - value;
  switch (qualifier) {
    case "over":
    case "atLeast":
      return above > 0 && above < step;
    case "near":
    case "under":
      return above < 0 && -above < step;
    case "about":
      return Math.abs(above) <= step * ABOUT;
    case "atMost":
    case "several":
    case "upwards":
      return false;
  }
}

function isRounder(round: number, exact: number, unit: string): boolean {
  if (unit === "%") return round % 10 === 0 || SHARES.some((share) => Math.abs(share - round) < 0.01);
  return digitsOf(round) <= 2 && digitsOf(round) < digitsOf(exact);
}

/** Significant digits: 2 for 5300. */
function digitsOf(value: number): number {
  return String(value).replace(".", "").replace(/^0+/u, "").replace(/0+$/u, "").length;
}
