/**
 * Whether a statement takes what it is about from the one before it (该项目…, 覆盖36个社区, It covers …): read behind a
 * statement about another article it would be taken for one about that.
 */
import { foldText } from "../text/normalize.js";
import { GENERIC, leadOf } from "./checks/leads.js";
import { readClaim } from "./claim.js";
import type { Reading } from "./reading.js";

const REFERENCE =
  /该|此(?![外前后次])|其(?![他余实它次])|这[个些一项里家名位]|那[个些里]|当地|本地|上述|前者|后者|(?<!其)他们?|她|(?<!其)它/u;

const PRONOUN = /\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|this|these|those|there|the same)\b/iu;

/** 项目 of a statement that names none is the one that was spoken of. */
const BARE_KIND =
  /^(?:in total,?\s+|so far,?\s+|currently,?\s+|now,?\s+)?the\s+(?:[a-z-]+\s)?(?:project|programme|program|initiative|campaign|plan|county|city|province|village|town|school|foundation|company|organi[sz]ation|association|centre|center|report|event|fund)s?\b/iu;

const NOBODY = { persons: new Set<string>(), quoted: new Set<string>() };

/** @param statement as the model wrote it. */
export function leansOnBefore(statement: string): boolean {
  const text = foldText(statement).trim();
  const han = text.search(/\p{Script=Han}{2}/u);
  const isLatin = (text.match(/[a-z]/gu)?.length ?? 0) > (text.match(/\p{Script=Han}/gu)?.length ?? 0);
  if (isLatin) {
    const pronoun = text.search(PRONOUN);
    return (pronoun >= 0 && (han < 0 || pronoun < han)) || (han < 0 && BARE_KIND.test(text));
  }
  const claim = readClaim(text, NOBODY);
  const first = claim.clauses[0];
  if (!first) return false;
  const name = firstName(claim);
  const reference = claim.text.search(REFERENCE);
  if (reference >= 0 && reference < name) return true;
  return name >= first.end && leadOf(first).every(({ word }) => GENERIC.test(word));
}

/** Where the first name stands; behind everything when there is none. */
function firstName({ text, persons, organisations, places, quoted }: Reading): number {
  const starts = [...organisations, ...places, ...quoted].map((one) => text.indexOf(one));
  return Math.min(Number.POSITIVE_INFINITY, ...starts, ...persons.map(({ start }) => start));
}
