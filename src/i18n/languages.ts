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
  if (typeof value === "function") return (...given: unknown[]) => convertAround((value as Speak)(...given), given);
  if (Array.isArray(value)) return value.map(convert);
  return typeof value === "object" && value !== null ? traditionalOf(value) : value;
}

type Speak = (...given: unknown[]) => unknown;

/** What was said, in Traditional characters but where it says what was given. */
function convertAround(said: unknown, given: readonly unknown[]): unknown {
  if (Array.isArray(said)) return said.map((one) => convertAround(one, given));
  if (typeof said !== "string") return said;
  const kept = textsIn(given).toSorted((one, other) => other.length - one.length);
  if (kept.length === 0) return toTraditional(said);
  const places = new RegExp(`(${kept.map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|")})`, "u");
  return said
    .split(places)
    .map((part, i) => (i % 2 === 0 ? toTraditional(part) : part))
    .join("");
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
