/**
 * Chinese numerals to numbers: 三百三十九, 两千零五, 一万二, 二〇二二, 廿. Own code, since the libraries tried read
 * 两千零五, 二〇二六 or 廿 wrongly. Expects folded text (`text/normalize`).
 */

const DIGITS = new Map(Array.from("零一二三四五六七八九", (character, value) => [character, value]));
for (const [character, value] of [
  ["〇", 0],
  ["○", 0],
  ["两", 2],
  ["壹", 1],
  ["贰", 2],
  ["叁", 3],
  ["肆", 4],
  ["伍", 5],
  ["陆", 6],
  ["柒", 7],
  ["捌", 8],
  ["玖", 9],
] as const) {
  DIGITS.set(character, value);
}

const PLACES = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);

/** 万 and 亿: what stands before them is multiplied as a whole. */
export const MAGNITUDES = new Map([
  ["万", 1e4],
  ["亿", 1e8],
]);

/** Characters a Chinese numeral may consist of, for use inside a character class. */
export const NUMERAL_CHARACTERS = "零一二三四五六七八九〇○两壹贰叁肆伍陆柒捌玖十拾百佰千仟廿卅";

/**
 * Value of a Chinese numeral, or undefined when the characters are none (万百, 十十).
 * A run of digits alone is read digit by digit (二〇二二 = 2022); a last digit without a place belongs to the place
 * below the one before it (一万二 = 12,000, 三百五 = 350).
 * @example parseNumeral("两千零五") // 2005
 */
export function parseNumeral(text: string): number | undefined {
  const expanded = text.replaceAll("廿", "二十").replaceAll("卅", "三十");
  if (expanded === "") return undefined;
  if (Array.from(expanded).every((character) => DIGITS.has(character))) return parseDigits(expanded);

  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastPlace = 1;
  let zeroBefore = false;
  for (const character of expanded) {
    const value = DIGITS.get(character);
    const place = PLACES.get(character);
    const magnitude = MAGNITUDES.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      zeroBefore = value === 0;
      digit = value;
      continue;
    }
    if (place !== undefined) {
      if (digit === undefined && place !== 10 && section === 0) section += place;
      else section += (digit ?? 1) * place;
      lastPlace = place;
    } else if (magnitude !== undefined) {
      const before = section + (digit ?? 0);
      if (before === 0 && total === 0) return undefined;
      // 两万万: the second one multiplies all before it.
      if (before === 0) total *= magnitude;
      else total = magnitude > 1e4 ? (total + before) * magnitude : total + before * magnitude;
      section = 0;
      lastPlace = magnitude;
    } else {
      return undefined;
    }
    digit = undefined;
    zeroBefore = false;
  }
  if (digit !== undefined && digit > 0 && lastPlace >= 100 && !zeroBefore && !/零.$|〇.$/u.test(expanded)) {
    section += digit * (lastPlace / 10);
  } else {
    section += digit ?? 0;
  }
  return total + section;
}

function parseDigits(text: string): number {
  return Array.from(text).reduce((value, character) => value * 10 + (DIGITS.get(character) ?? 0), 0);
}
