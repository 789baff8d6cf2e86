/**
 * A catalogue holds Simplified Chinese and English, so that a missing word does not compile. Traditional Chinese is the
 * Simplified words in Traditional characters; what is put into them (a title, a question) stays as it is.
 */
import type { Language } from "../core/types.js";
import { toTraditional } from "../text/traditional.js";

/** The words of one language. */
export function pickWords<Words extends object>(catalogue: { zh: Words; en: Words }, language: Language): Words {
  if (language === "en") return catalogue.en;
  return language === "zh" ? catalogue.zh : traditionalOf(catalogue.zh);
}

const converted = new WeakMap<object, unknown>();

function traditionalOf<Words extends object>(words: Words): Words {
  const known = converted.get(words) as Words | undefined;
  if (known) return known;
  const entries = Object.entries(words).map(([key, value]: [string, unknown]) => [key, convert(value)]);
  const made = Object.fromEntries(entries) as Words;
  converted.set(words, made);
  return made;
}

function convert(value: unknown): unknown {
  if (typeof value === "string") return toTraditional(value);
  if (typeof value === "function") return (...given: unknown[]) => convertAround(value as Speak, given);
  if (Array.isArray(value)) return value.map(convert);
  return typeof value === "object" && value !== null ? traditionalOf(value) : value;
}

type Speak = (...given: unknown[]) => unknown;

/** Private characters that stand for what was given while the words around it are converted. */
const FIRST_STAND_IN = 0xe000;

function convertAround(speak: Speak, given: readonly unknown[]): unknown {
  const texts: string[] = [];
  const hide = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== "string" || value === "") return value;
    texts.push(value);
    return String.fromCharCode(FIRST_STAND_IN + texts.length - 1);
  };
  const said = convert(speak(...given.map(hide)));
  if (typeof said !== "string") return said;
  return said.replace(/[\uE000-\uF8FF]/g, (mark) => texts[mark.charCodeAt(0) - FIRST_STAND_IN] ?? mark);
}
