/**
 * What follows from what: A导致B does not say B导致A, nor C导致B. Cause and effect are told apart by the words that join them,
 * on both sides, and compared word by word.
 */
import { SAYING } from "../../text/saying.js";
import { synonymsOf } from "../../text/synonyms.js";
import type { Proof } from "../proof.js";
import type { PlacedWord, ReadClause, Reading } from "../reading.js";
import type { ClauseCheck } from "./check.js";

/** Places of cause and effect in a text. */
interface Because {
  cause: string;
  effect: string;
  /** Both, one behind the other, when where the cause ends is not told. */
  stretch: string;
}

const PART = "[^;。]*?";
/** Tried in this order; the first that fits a text is taken. */
const FORMS: readonly RegExp[] = [
  /(?<effect>[^;。]*?)的?(?:主要|重要|根本|直接)?原因(?:主要)?(?:是|为|在于)(?<cause>[^;。,]*)/u,
  /(?<effect>[^;。,]*?)(?:主要|完全)?(?:是由?|由)(?<cause>[^;。,]*?)(?:所)?(?:导致|造成|引起|引发)的?(?=$|[,;。])/u,
  /(?<effect>[^;。]*?)(?:得益于|归功于|源于|源自|归因于)(?<cause>[^;。,]*)/u,
  /(?<cause>[^;。]*?)[,]?(?:导致|造成|致使|引发|使得|引起)了?(?<effect>[^;。]*)/u,
  /(?<cause>[^;。]*?),?(?:因此|所以|因而|从而)(?<effect>[^;。]*)/u,
  new RegExp(`^(?<before>${PART})(?:因为|由于|受|因)(?<cause>[^;。,]*?)(?:的?影响)?(?:,|而)(?<effect>[^;。]*)`, "u"),
];
/** B,因A and 因A改到B: where the cause ends is not told. */
const UNENDED = /^(?<effect>[^;。]*?)(?:因为|由于|因)(?<cause>[^;。,]+)。?$/u;

const SPEAKER = new RegExp(`^[^,。;]*(?:${SAYING}),`, "u");

/** Whether each cause and effect of the claim are those of the sentence. */
export function causesAgree({ clause, claim, proof }: ClauseCheck): boolean {
  if (!clause.cues.has("cause")) return true;
  const told = proof.text.split(";").flatMap((part) => becauseOf(part) ?? []);
  const own = becauseOf(claim.text);
  if (!own || told.length === 0) return true;
  if (isOneOfSeveral(own.cause, clause, proof)) return false;
  const words = wordsOf(claim).filter(({ word }) => holds(proof.text, word));
  const causes = words.filter(({ word }) => own.cause.includes(word));
  const effects = words.filter(({ word }) => own.effect.includes(word) && !own.cause.includes(word));
  return told.some(
    ({ cause, effect, stretch }) =>
      share(causes, cause) >= 0.5 &&
      (effects.length === 0 || share(effects, effect) >= 0.5) &&
      firstOf(causes, stretch) <= firstOf(effects, stretch),
  );
}

/** 23人退出,原因是甲和乙: how many did for 甲 alone is not told. */
function isOneOfSeveral(cause: string, { figures, text }: ReadClause, { text: told }: Proof): boolean {
  if (figures.length === 0 || /之一|等原因|其中|包括|[部多]分/u.test(text)) return false;
  const joined = told.split(";").flatMap((part) => becauseOf(part)?.cause.split(/[和及与或、]/u) ?? []);
  const named = joined.filter((one) => one.length > 1 && cause.includes(one.slice(0, 2)));
  return joined.length > 1 && named.length > 0 && named.length < joined.length;
}

function becauseOf(said: string): Because | undefined {
  const text = said.replace(SPEAKER, "");
  for (const form of FORMS) {
    const { cause = "", effect = "", before = "" } = form.exec(text)?.groups ?? {};
    if (cause.trim() !== "" && (effect + before).trim() !== "")
      return { cause, effect: `${before},${effect}`, stretch: "" };
  }
  const { cause = "", effect = "" } = UNENDED.exec(text)?.groups ?? {};
  return cause === "" ? undefined : { cause, effect: `${effect},${cause}`, stretch: cause };
}

/** Where the first of these words stands; behind all when none does. */
function firstOf(words: readonly PlacedWord[], text: string): number {
  return Math.min(text.length, ...words.map(({ word }) => text.indexOf(word)).filter((at) => at >= 0));
}

function wordsOf({ clauses }: Reading): PlacedWord[] {
  return clauses.flatMap((one) => one.words).filter(({ weight, word }) => weight > 0.1 && word.length > 1);
}

function share(words: readonly PlacedWord[], text: string): number {
  return words.length === 0 ? 0 : words.filter(({ word }) => holds(text, word)).length / words.length;
}

function holds(text: string, word: string): boolean {
  return text.includes(word) || Array.from(synonymsOf(word)).some((other) => other.length > 1 && text.includes(other));
}
