/**
 * Folding: two spellings of the same words become one string, for matching only. What is shown or quoted is never
 * folded. Full width and half width, Traditional and Simplified, upper and lower case, Kangxi radicals and invisible
 * characters make no difference afterwards. Words are not changed: 軟體 becomes 软体, not 软件.
 */
import { Converter } from "opencc-js/t2cn";

/** Controls, format characters (zero-width, direction marks, soft hyphen, byte order mark) and variation selectors. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/** As `INVISIBLE`, but the line structure (tab, line feed) is kept. */
const INVISIBLE_INLINE =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g; // eslint-disable-line no-control-regex

/**
 * Radicals that PDF fonts put in place of characters and NFKC leaves alone (it maps U+2F00–2FD5 only).
 * Source: Unicode EquivalentUnifiedIdeograph.txt, the entries that are characters of their own.
 */
const RADICALS = new Map(
  Array.from(
    "⺁厂⺇几⺈刀⺊卜⺍小⺎兀⺒巳⺓幺⺝月⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺼月⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜",
  ).reduce<[string, string][]>((pairs, character, i, all) => {
    if (i % 2 === 0) pairs.push([character, all[i + 1] ?? character]);
    return pairs;
  }, []),
);

let simplified: Map<string, string> | undefined;

/** One character to one character, so that folding keeps the place of every character. Built once, about 40 ms. */
function simplifiedCharacters(): Map<string, string> {
  if (simplified) return simplified;
  const convert = Converter({ from: "t", to: "cn" });
  simplified = new Map();
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const from = String.fromCharCode(code);
    const to = convert(from);
    if (to !== from && to.length === 1) simplified.set(from, to);
  }
  // 薴 becomes 苧, which is the Traditional form of 苎.
  for (const [from, to] of simplified) simplified.set(from, simplified.get(to) ?? to);
  for (const [radical, character] of RADICALS) simplified.set(radical, simplified.get(character) ?? character);
  return simplified;
}

/**
 * Folds text for matching. Idempotent.
 * @example foldText("青龍縣３３９名") // "青龙县339名"
 */
export function foldText(text: string): string {
  const compatible = text.normalize("NFKC").replace(INVISIBLE, (match) => (/[\t-\r\u0085]/.test(match) ? " " : ""));
  return toSimplified(compatible).toLowerCase().normalize("NFKC");
}

/** By a table of code units: every answer folds thousands of characters, and nearly all of them stay as they are. */
function toSimplified(text: string): string {
  const units = (simplifiedUnits ??= tabulate(simplifiedCharacters()));
  let simple = "";
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const to = units[unit] ?? 0;
    if (to === 0) continue;
    simple += text.slice(copied, i) + String.fromCharCode(to);
    copied = i + 1;
  }
  return copied === 0 ? text : simple + text.slice(copied);
}

let simplifiedUnits: Uint16Array | undefined;

/** What each code unit becomes; 0: it stays. All characters of the table are single units. */
function tabulate(characters: ReadonlyMap<string, string>): Uint16Array {
  const units = new Uint16Array(0x1_0000);
  for (const [from, to] of characters) units[from.charCodeAt(0)] = to.charCodeAt(0);
  return units;
}

/**
 * Puts back the characters that PDF fonts show by radicals and ligatures: they look alike and are other code points.
 * @example restoreCharacters("⼈⺠ ﬁrst") // "人民 first"
 */
export function restoreCharacters(text: string): string {
  return text
    .replace(/[\u2F00-\u2FD5\uFB00-\uFB06]/gu, (character) => character.normalize("NFKC"))
    .replace(/[\u2E80-\u2EFF]/gu, (radical) => RADICALS.get(radical) ?? radical);
}

/**
 * Removes what cannot be seen but can do harm where text is shown: control sequences of a terminal, direction marks.
 * Tabs and line feeds stay. Use it in views, never on stored text.
 */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE_INLINE, "");
}

/** Whether text holds a Han character. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
