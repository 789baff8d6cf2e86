/** Whole numbers as Chinese writes them, for saying the same figure in another way. Knows no decimals. */

const DIGITS = Array.from("零一二三四五六七八九");
const PLACES = ["", "十", "百", "千"];

/**
 * A whole number from 1 to 99,999,999 in Chinese numerals.
 * @example toChinese(2350) // "二千三百五十"
 */
export function toChinese(value: number): string {
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  if (high === 0) return belowTenThousand(low);
  const rest = low === 0 ? "" : `${low < 1000 ? "零" : ""}${belowTenThousand(low).replace(/^十/u, "一十")}`;
  return `${belowTenThousand(high)}万${rest}`;
}

/** Digit by digit, as years are read. @example toChineseDigits("2022") // "二〇二二" */
export function toChineseDigits(digits: string): string {
  return Array.from(digits, (digit) => (digit === "0" ? "〇" : (DIGITS[Number(digit)] ?? digit))).join("");
}

/** @example toFullWidth("339") // "３３９" */
export function toFullWidth(digits: string): string {
  return Array.from(digits, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
}

/** @example groupDigits("58000") // "58,000" */
export function groupDigits(digits: string): string {
  return digits.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
}

function belowTenThousand(value: number): string {
  const digits = Array.from(String(value), Number);
  const spoken = digits.map((digit, i) => (digit === 0 ? "零" : DIGITS[digit] + (PLACES[digits.length - 1 - i] ?? "")));
  return spoken.join("").replaceAll(/零+/gu, "零").replace(/零$/u, "").replace(/^一十/u, "十");
}
