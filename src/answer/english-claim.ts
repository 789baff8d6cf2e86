/**
 * A claim in English against a Chinese sentence. It must hold a figure or a name in Chinese characters, and all of it must
 * agree: figures with what they count and limit, names, cue words, and each other word by the Chinese that it may stand for
 * (`english-wording`). A Latin name that is not in the sentence cannot be checked and does not pass.
 */
import { type EnglishFigure, findEnglishFigures } from "../text/english-figures.js";
import { COUNTED, KEPT, SENSES } from "../text/english-glossary.js";
import { chineseFor } from "../text/english-lexicon.js";
import { ENGLISH_VERBS } from "../text/english-verbs.js";
import type { Figure } from "../text/figures.js";
import { foldText } from "../text/normalize.js";
import { isShortFor } from "../text/organisations.js";
import { isExchanged } from "./english-order.js";
import { titlesAgree } from "./english-titles.js";
import { strangeWord } from "./english-wording.js";
import type { Proof } from "./proof.js";
import type { Fault } from "./prove.js";

/** A figure of the sentence, dates included, with the words behind it. */
interface Stated {
  value: number;
  /** How many times as much it says that something is or became; undefined when it says no such thing. */
  factor: number | undefined;
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
  const strange = strangeWord(claim, proof);
  if (strange === "name") return "name";
  const scope = scopeOf(figures, proof, claim);
  // A verb may be told of the figure in the clauses around it, so the whole sentence is asked.
  if (ENGLISH_VERBS.some(([english, chinese]) => english.test(claim) && !chinese.test(proof.text))) return "sense";
  if (SENSES.some(([english, chinese]) => english.test(claim) && !chinese.test(scope))) return "sense";
  if (KEPT.some(([chinese, english]) => chinese.test(scope) && !english.test(claim))) return "sense";
  if (isExchanged(foldText(claim), names, proof) || !titlesAgree(claim, names, proof)) return "role";
  return figures.length + names.length > 0 ? strange : "wording";
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
    ...figures.map(({ value, unit, change, qualifier, start, end }) => ({
      value,
      factor: factorOf(value, unit, change),
      qualifier,
      // 儿童602名: the thing may stand before its figure.
      around: `${/\p{Script=Han}{0,8}$/u.exec(text.slice(0, start))?.[0] ?? ""}${text.slice(start, end + 12)}`,
    })),
    ...times.flatMap(({ year, month, day, period, start, end }) =>
      [year, month, day, period === undefined ? undefined : Number.parseInt(period, 10)]
        .filter((value) => value !== undefined)
        .map((value) => ({
          value,
          factor: undefined,
          qualifier: "exact" as const,
          around: text.slice(start, end + 4),
        })),
    ),
  ]);
}

/** 增长1倍 is 2 times as much, 达到2倍 as well, and 一半 is 0.5. */
function factorOf(value: number, unit: string, change: Figure["change"]): number | undefined {
  if (unit === "%") return value / 100;
  if (unit === "成") return value / 10;
  return unit === "倍" ? (change === "by" ? value + 1 : value) : undefined;
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
  { value: other, factor, qualifier, around }: Stated,
  claim: string,
): boolean {
  if (kind === "special") return factor === value || (value === 2 && other === 2 && /次/u.test(around));
  if (Math.abs(value - other) > Math.abs(other) * 1e-9 + 1e-12) return false;
  if (kind === "month") return around.includes("月");
  const before = claim.slice(Math.max(0, start - 24), start);
  const behind = claim.slice(end, end + 40);
  // Over six years is all that time long as often as more than it.
  const isDuring = /\bover\s*$/iu.test(before) && /^\s*(?:years?|months?|weeks?|days?)\b/iu.test(behind);
  const limit = LIMITS.find(
    ([, words]) => words.test(before) || (words.source.includes("^") && words.test(behind)),
  )?.[0];
  if (!isDuring && (limit ? !limit.includes(qualifier) : qualifier !== "exact" && qualifier !== "several"))
    return false;
  const counted = COUNTED.find(([english]) => english.test(behind.replace(/^\s*[+]?\s*/u, "")));
  if (counted) return counted[1].test(around);
  // 4 regional hubs: one of the words behind must be what it counts; one that nothing is known about cannot be compared.
  const thing = /^\s*(?<words>[a-z-]{3,}(?:\s[a-z-]{3,}){0,2})/u.exec(behind)?.groups?.words?.split(" ") ?? [];
  if (thing[0] === undefined || UNCOUNTED.test(thing[0])) return true;
  return thing.some((word) => {
    const chinese = chineseFor(word);
    return chinese instanceof RegExp && chinese.test(around);
  });
}

const UNCOUNTED =
  /^(?:and|with|from|over|than|the|for|per|since|during|while|which|who|that|were|was|are|has|have|had|million|billion|thousand|hundred|after|before|through|across|into|until|among|between|have|by|respectively|total|annually|each|more|less|most)$/u;
