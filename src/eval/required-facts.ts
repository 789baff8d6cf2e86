/**
 * What an answer must say to be right again: the figures, times and names of what it said, or of a correction. Taken from
 * folded text, as the judgement compares it. Pure.
 */
import { findFigures } from "../text/figures.js";
import { foldText } from "../text/normalize.js";
import { findOrganisations } from "../text/organisations.js";
import { findPersonNames } from "../text/person-names.js";
import { findTimes } from "../text/time-expressions.js";

/** More of them would fail for a harmless change of the answer. */
const MAX_FACTS = 3;
/** A correction as short as this is a fact as it stands. UTF-16 units. */
const MAX_PLAIN = 12;
const LEAD = /^(?:正确(?:的)?答案|答案|应该|应当|应)?\s*(?:是|为|:)\s*|^(?:应该|应当)\s*/u;

/**
 * The facts of the first statement that has some, without those that the question names itself. Where it asks for a number of
 * something (多少亩), what is counted so, if anything is.
 * @param statements without the marks of their sources.
 */
export function factsOf(question: string, statements: readonly string[]): string[] {
  const asked = foldText(question);
  for (const statement of statements) {
    const facts = findFacts(foldText(statement)).filter((fact) => !asked.includes(fact));
    const counted = facts.filter((fact) => countsWhatIsAsked(asked, fact));
    if (facts.length > 0) return (counted.length > 0 ? counted : facts).slice(0, MAX_FACTS);
  }
  return [];
}

/**
 * The facts of a correction. `;` parts what must all be said, `|` what may be said instead of one another.
 * @example readCorrection("应该是 339名|339人；李弘") // [["339名", "339人"], ["李弘"]]
 */
export function readCorrection(text: string): string[][] {
  const pieces = foldText(text).split(/[;\n]/u);
  return pieces.flatMap((piece) => {
    const others = piece.split("|").map((other) =>
      other
        .trim()
        .replace(LEAD, "")
        .replace(/[。.!]+$/u, "")
        .trim(),
    );
    const given = others.filter((other) => other !== "");
    const [only = ""] = given;
    const facts = given.length === 1 && only.length > MAX_PLAIN ? findFacts(only).slice(0, MAX_FACTS) : [];
    if (facts.length > 0) return facts.map((fact) => [fact]);
    return given.length === 0 ? [] : [given];
  });
}

function countsWhatIsAsked(asked: string, fact: string): boolean {
  const units = Array.from(asked.matchAll(/(?:多少|几)(\p{Script=Han})/gu), ([, unit = ""]) => unit);
  return /^\P{Script=Han}/u.test(fact) && units.some((unit) => fact.endsWith(unit));
}

/** In the order of the text, each once; what stands inside another fact is left out. @param text folded. */
function findFacts(text: string): string[] {
  const spans = [
    ...findTimes(text).map(({ start, end }) => text.slice(start, end)),
    ...findFigures(text).map((figure) => figure.text),
    ...findPersonNames(text),
    ...findOrganisations(text),
  ].map((fact) => fact.trim());
  const facts = Array.from(new Set(spans)).filter((fact) => fact.length > 1 && text.includes(fact));
  const whole = facts.filter((fact) => !facts.some((other) => other !== fact && other.includes(fact)));
  return whole.toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
}
