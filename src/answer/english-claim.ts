/**
 * A claim in English against a Chinese sentence: few words can be compared, so the claim must hold something that can,
 * and all of that must agree: figures with what they count and limit, names in Chinese characters, cue words. A Latin
 * name that is not in the sentence cannot be checked and does not pass.
 */
import { type EnglishFigure, findEnglishFigures } from "../text/english-figures.js";
import { COMMON_CAPITALS, COUNTED, KEPT, SENSES } from "../text/english-glossary.js";
import { ENGLISH_VERBS } from "../text/english-verbs.js";
import type { Figure } from "../text/figures.js";
import { foldText } from "../text/normalize.js";
import { isShortFor } from "../text/organisations.js";
import type { Proof } from "./proof.js";
import type { Fault } from "./prove.js";

/** A figure of the sentence, dates included, with the words behind it. */
interface Stated {
  value: number;
  qualifier: Figure["qualifier"];
  around: string;
}

/** What is wrong with the claim, or undefined when nothing is. */
export function checkEnglish(claim: string, proof: Proof): Fault | undefined {
  const names = Array.from(claim.matchAll(/(?<!\d[万亿]?)\p{Script=Han}{2,}|《[^》]+》/gu), ([name]) =>
    foldText(name),
  ).filter((name) => !/^[万亿千百]*[元人次个名家户笔]+$/u.test(name));
  const figures = findEnglishFigures(claim);
  const stated = statedIn(proof);
  if (!figures.every((figure) => stated.some((one) => isStated(figure, one, claim)))) return "figure";
  if (!names.every((name) => holdsName(name, proof))) return "name";
  if (!latinNames(claim).every((name) => proof.text.includes(name.toLowerCase()))) return "name";
  const scope = scopeOf(figures, proof, claim);
  // A verb may be told of the figure in the clauses around it, so the whole sentence is asked.
  if (ENGLISH_VERBS.some(([english, chinese]) => english.test(claim) && !chinese.test(proof.text))) return "sense";
  if (SENSES.some(([english, chinese]) => english.test(claim) && !chinese.test(scope))) return "sense";
  if (KEPT.some(([chinese, english]) => chinese.test(scope) && !english.test(claim))) return "sense";
  return figures.length + names.length > 0 ? undefined : "wording";
}

/** The clauses that hold the claim's figures, each with the one before it; without figures the whole sentence. */
function scopeOf(figures: readonly EnglishFigure[], proof: Proof, claim: string): string {
  const { clauses, text } = proof;
  if (figures.length === 0) return text;
  const held = clauses.filter((clause) =>
    statedIn({ ...proof, clauses: [clause] }).some((one) => figures.some((figure) => isStated(figure, one, claim))),
  );
  return clauses
    .filter((clause, i) => held.includes(clause) || held.includes(clauses[i + 1] ?? clause))
    .map((one) => one.text)
    .join(",");
}

function holdsName(name: string, { text, names, organisations, context }: Proof): boolean {
  return (
    text.includes(name) ||
    names.includes(name) ||
    (context.includes(name) && organisations.length === 0) ||
    organisations.some((other) => isShortFor(name, other))
  );
}

function statedIn({ clauses, text }: Proof): Stated[] {
  return clauses.flatMap(({ figures, times }) => [
    ...figures.map(({ value, qualifier, start, end }) => ({
      value,
      qualifier,
      // 儿童602名: the thing may stand before its figure.
      around: `${/\p{Script=Han}{0,8}$/u.exec(text.slice(0, start))?.[0] ?? ""}${text.slice(start, end + 12)}`,
    })),
    ...times.flatMap(({ year, month, day, period, start, end }) =>
      [year, month, day, period === undefined ? undefined : Number.parseInt(period, 10)]
        .filter((value) => value !== undefined)
        .map((value) => ({ value, qualifier: "exact" as const, around: text.slice(start, end + 4) })),
    ),
  ]);
}

const LIMITS: readonly (readonly [Figure["qualifier"][], RegExp])[] = [
  [
    ["over", "atLeast"],
    /(?:more than|over|exceed(?:s|ed|ing)?|above|surpass(?:es|ed|ing)?|in excess of|upwards of|at least)\s*(?:rmb|cny|¥|of)?\s*$|^\s*(?:\+|plus\b|or more)/iu,
  ],
  [["near"], /(?:nearly|almost|close to|approaching)\s*(?:rmb|cny|¥)?\s*$/iu],
  [["about"], /(?:about|around|approximately|roughly|some)\s*(?:rmb|cny|¥)?\s*$/iu],
  [["under", "atMost"], /(?:less than|under|fewer than|below|at most|up to)\s*(?:rmb|cny|¥)?\s*$/iu],
];

function isStated(
  { value, kind, start, end }: EnglishFigure,
  { value: other, qualifier, around }: Stated,
  claim: string,
): boolean {
  if (kind === "special") return true;
  if (Math.abs(value - other) > Math.abs(other) * 1e-9 + 1e-12) return false;
  if (kind === "month") return around.includes("月");
  const before = claim.slice(Math.max(0, start - 24), start);
  const behind = claim.slice(end, end + 40);
  const limit = LIMITS.find(
    ([, words]) => words.test(before) || (words.source.includes("^") && words.test(behind)),
  )?.[0];
  if (limit ? !limit.includes(qualifier) : qualifier !== "exact" && qualifier !== "several") return false;
  const counted = COUNTED.find(([english]) => english.test(behind.replace(/^\s*[+]?\s*/u, "")));
  if (counted) return counted[1].test(around);
  // A thing that the glossary does not know cannot be compared.
  const thing = /^\s*(?<word>[a-z]{3,})/u.exec(behind)?.groups?.word;
  return thing === undefined || UNCOUNTED.test(thing);
}

const UNCOUNTED =
  /^(?:and|with|from|over|than|the|for|per|since|during|while|which|who|that|were|was|are|has|have|had|million|billion|thousand|hundred|after|before|through|across|into|until|among|between|have|by|respectively|total|annually|each|more|less|most)$/u;

/** Capitalised words that name somebody or something; sentences begin with a capital, but a name may stand there too. */
function latinNames(claim: string): string[] {
  return Array.from(claim.matchAll(/\b[A-Z][\p{L}'-]*/gu), ([word]) => word).filter(
    (word) => !COMMON_CAPITALS.has(word),
  );
}
