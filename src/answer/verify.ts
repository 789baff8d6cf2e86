/**
 * The tie between a statement and its proof, checked by code: it cites sentences that were shown, and each of its clauses
 * is proven by one of them: figures, times, names, roles, sense and words. What its own sentences do not prove is tied
 * to others that do, else it is not shown. The check does not ask whether the article is right.
 */
import type { Language } from "../core/types.js";
import { type Aliases, NO_ALIASES } from "../text/aliases.js";
import { foldText } from "../text/normalize.js";
import { inOneWording } from "../text/one-wording.js";
import { readClaim } from "./claim.js";
import { checkEnglish } from "./english-claim.js";
import { isOrder } from "./orders.js";
import { type Proof, prepareProofs } from "./proof.js";
import { type Fault, proveClaim, saysSomething } from "./prove.js";
import { rebindClaim } from "./rebind.js";
import type { ShownSentence } from "./shown-sentences.js";
import type { DraftStatement } from "./statements.js";

/** Why a statement is not shown. */
export type Rejection = "uncited" | "unknownCitation" | "tooLong" | Fault;

/** A statement's outcome; `cited` holds only sentences that exist. `rebound`: they are not those the model cited. */
export type Verdict = { passed: true; cited: ShownSentence[]; rebound: boolean } | { passed: false; reason: Rejection };

/** What a check may know besides the sentences. */
export interface VerifyOptions {
  /** Other names of the same thing; default none. */
  aliases?: Aliases;
}

/** A statement longer than this says too much at once to be checked. UTF-16 units. */
const MAX_LENGTH = 300;
/** Sentences that one statement may rest on. */
const MAX_CITED = 8;

/**
 * Checks one statement against the sentences that were shown, by number. `shown` is prepared once and must not change.
 * @param language that the answer was asked for in.
 */
export function verifyStatement(
  statement: DraftStatement,
  shown: ReadonlyMap<number, ShownSentence>,
  language: Language,
  { aliases = NO_ALIASES }: VerifyOptions = {},
): Verdict {
  const text = inOneWording(foldText(statement.text).trim());
  const quoted = statement.cited.slice(0, MAX_CITED).flatMap((number) => shown.get(number) ?? []);
  // Word for word is its own proof, however long; unless it is an order, which proves nothing.
  const quote = quoted.find(({ sentence }) => sentence.text === statement.text.trim() && !isOrder(sentence.text));
  if (quote) return { passed: true, cited: [quote], rebound: false };
  if (text.length > MAX_LENGTH) return { passed: false, reason: "tooLong" };
  const book = prepareProofs(shown);
  const cited = statement.cited.slice(0, MAX_CITED).flatMap((number) => book.get(number) ?? []);
  if (isEnglish(statement.text)) {
    if (language !== "en") return { passed: false, reason: "wording" };
    return verifyEnglish(statement, cited);
  }
  const told = tellLike(text, quoted, shown, aliases);
  const claim = readClaim(told, book.names(told));
  const { sameAs } = aliases;
  if (!saysSomething(claim.clauses)) return { passed: false, reason: "wording" };
  if (/[{}<>|\\]/u.test(text) || isOrder(text)) return { passed: false, reason: "wording" };
  const outcome = cited.length > 0 ? proveClaim(claim, cited, book, sameAs) : undefined;
  if (outcome?.proven) return { passed: true, cited: outcome.used.map(({ shown }) => shown), rebound: false };
  const rebound = rebindClaim(claim, cited, book, sameAs);
  if (rebound) return { passed: true, cited: rebound.map(({ shown }) => shown), rebound: true };
  if (outcome) return { passed: false, reason: outcome.fault };
  return { passed: false, reason: statement.cited.length === 0 ? "uncited" : "unknownCitation" };
}

/**
 * Whether a claim is told in English. By its words, since 发起方为UNICEF和WHO has more Latin letters than Han characters: names
 * are capitalised, what joins them into a sentence is not.
 */
function isEnglish(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const joining = text.match(/(?<![\p{L}\d])\p{Ll}{2,}(?![\p{L}\d])/gu)?.length ?? 0;
  return latin > han && (han === 0 || joining > 1);
}

/** A claim with the names that its sentences use, else those of any sentence that was shown. Folded. */
function tellLike(
  text: string,
  cited: readonly ShownSentence[],
  shown: ReadonlyMap<number, ShownSentence>,
  aliases: Aliases,
): string {
  if (aliases.find(text).length === 0) return text;
  const namesIn = (sentences: readonly ShownSentence[]) =>
    aliases.find(foldText(sentences.map(({ sentence }) => sentence.text).join("\n")));
  const own = namesIn(cited);
  const toldByCited = aliases.inWordsOf(own, text);
  if (aliases.find(toldByCited).every((name) => own.includes(name))) return toldByCited;
  return aliases.inWordsOf(namesIn(Array.from(shown.values())), toldByCited);
}

/** A claim in another language shares no words with its sentence: it is never tied anew, only checked where it points. */
function verifyEnglish(statement: DraftStatement, cited: readonly Proof[]): Verdict {
  if (cited.length === 0)
    return { passed: false, reason: statement.cited.length === 0 ? "uncited" : "unknownCitation" };
  const proof = cited.find((one) => checkEnglish(statement.text, one) === undefined);
  if (proof) return { passed: true, cited: [proof.shown], rebound: false };
  const [first] = cited;
  return { passed: false, reason: (first && checkEnglish(statement.text, first)) ?? "wording" };
}
