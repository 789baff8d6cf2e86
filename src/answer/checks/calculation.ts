/**
 * A calculation that the claim shows (520所−48所=472所): both numbers stand in the cited sentences and the result is what
 * code gets from them. A result without its calculation is not supported.
 */
import type { Figure } from "../../text/figures.js";
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { namesAreProven, namesOf } from "./names.js";
import { isSameFigure } from "./same-figure.js";
import { timesAreProven } from "./times.js";
import { coverageBy, unknownRareWords } from "./wording.js";

const OPERATORS: readonly (readonly [RegExp, (a: number, b: number) => number])[] = [
  [/^\s*(?:\+|加上?)\s*$/u, (a, b) => a + b],
  [/^\s*(?:[-−–—]|减去?)\s*$/u, (a, b) => a - b],
  [/^\s*(?:[×*x]|乘以?)\s*$/u, (a, b) => a * b],
  [/^\s*(?:[÷/]|除以)\s*$/u, (a, b) => a / b],
];
const EQUALS = /^\s*(?:=|等于|得)\s*$/u;
const MIN_COVERAGE = 0.5;

/** The three figures of a calculation in a clause, or undefined when it shows none. */
function calculationIn({ figures, text, start }: ReadClause): { figures: Figure[]; isRight: boolean } | undefined {
  const between = (a: Figure, b: Figure) => text.slice(a.end - start, b.start - start);
  for (const [i, a] of figures.entries()) {
    const [b, c] = [figures[i + 1], figures[i + 2]];
    if (!b || !c || !EQUALS.test(between(b, c))) continue;
    const operator = OPERATORS.find(([sign]) => sign.test(between(a, b)))?.[1];
    if (!operator) continue;
    const result = operator(a.value, b.value);
    const isExact = [a, b, c].every(({ value, high }) => value === high) && c.qualifier === "exact";
    const hasOneUnit = a.unit === b.unit && b.unit === c.unit;
    const isRight = isExact && hasOneUnit && Math.abs(result - c.value) <= Math.abs(c.value) * 1e-9;
    return { figures: [a, b, c], isRight };
  }
  return undefined;
}

/**
 * The sentences that prove a clause with a calculation; empty when they do not; undefined when the clause shows none, and
 * is to be checked as any other.
 */
export function proveCalculation(
  check: Omit<ClauseCheck, "proof">,
  proofs: readonly Proof[],
): readonly Proof[] | undefined {
  const { clause, claim, book } = check;
  const calculation = calculationIn(clause);
  if (!calculation) return undefined;
  const [a, b, result] = calculation.figures;
  if (!calculation.isRight || !a || !b) return [];
  const others = clause.figures.filter((figure) => figure !== result);
  const holds = (figure: Figure) => (proof: Proof) =>
    proof.clauses.some(({ figures }) =>
      figures.some((stated) =>
        isSameFigure(
          {
            ...figure,
            change: undefined,
            qualifier: stated.qualifier === "exact" || figure === a || figure === b ? "exact" : figure.qualifier,
          },
          { ...stated, change: undefined },
          proof.text,
        ),
      ),
    );
  const used = others.map((figure) => proofs.find(holds(figure)));
  const found = Array.from(new Set(used.filter((proof) => proof !== undefined)));
  if (used.includes(undefined) || found.length === 0) return [];
  const text = found.map((proof) => `${proof.text}\n${proof.context}`).join("\n");
  const words = new Set(found.flatMap((proof) => Array.from(proof.wordSet)));
  const names = namesOf(clause, claim, book.names(claim.text).persons);
  const isTimed = found.some((proof) => timesAreProven({ ...check, proof }));
  const isNamed = isTimed && found.some((proof) => namesAreProven(names, { ...check, proof }));
  const isWorded =
    unknownRareWords(clause, text, words).length === 0 && coverageBy(clause, text, words) >= MIN_COVERAGE;
  return isNamed && isWorded ? found : [];
}
