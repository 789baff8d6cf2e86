/**
 * Whether some sentences prove a claim: each clause of it must be proven by one of them alone, never by the bag of all,
 * and a clause that names no subject is about the subject of the clause before it.
 */
import { agentsAgree } from "./checks/agents.js";
import { proveCalculation } from "./checks/calculation.js";
import { subjectHandedOn } from "./checks/carried-subject.js";
import { causesAgree } from "./checks/causes.js";
import type { ClauseCheck, SameAs } from "./checks/check.js";
import { directionsAgree } from "./checks/directions.js";
import { partsAgree } from "./checks/exchanged-parts.js";
import { figuresAreProven } from "./checks/figures.js";
import { type ClauseNames, namesAreProven, namesOf } from "./checks/names.js";
import { ownersAgree } from "./checks/owners.js";
import { polarityAgrees } from "./checks/polarity.js";
import { relationsAgree } from "./checks/relations.js";
import { restrictionsAgree } from "./checks/restrictions.js";
import { rolesAreProven, speakersOnlySpeak, titlesAgree } from "./checks/roles.js";
import { agreesInSense } from "./checks/sense.js";
import { isWordReplaced } from "./checks/slots.js";
import { subjectsAgree } from "./checks/subjects.js";
import { timesAreProven } from "./checks/times.js";
import { coverageBy, missingWords, unknownRareWords } from "./checks/wording.js";
import type { Proof, ProofBook } from "./proof.js";
import type { PlacedWord, ReadClause, Reading } from "./reading.js";

/** Why a claim is not proven; in the order in which the checks are made. */
export type Fault = "figure" | "date" | "name" | "role" | "sense" | "wording";

/** `coverage`: the lowest of the clauses', 0 to 1. `used`: the sentences that prove something of it. */
export type Proven = { proven: true; coverage: number; used: Proof[] } | { proven: false; fault: Fault };

/**
 * Least share of a clause that its sentence must hold by itself, and together with what stands before it. A sweep on the
 * adversarial set from 0.3/0.6 to 0.6/0.85 let the same lies through and dropped more truths from 0.6 on; since then a
 * missing content word fails by itself, and the share of the sentence alone only has to keep a clause from being proven by
 * what stands before it.
 */
const MIN_OWN_COVERAGE = 0.35;
const MIN_COVERAGE = 0.75;

/** A clause is tried on many sentences. */
const namesIn = new WeakMap<ReadClause, ClauseNames>();

const FAULTS: readonly Fault[] = ["figure", "date", "name", "role", "sense", "wording"];

/** Checks a claim against sentences that may each prove a part of it. */
export function proveClaim(claim: Reading, proofs: readonly Proof[], book: ProofBook, sameAs: SameAs): Proven {
  const used: Proof[] = [];
  let coverage = 1;
  let carried: ClauseNames | undefined;
  let lead: readonly PlacedWord[] = [];
  const { persons } = book.names(claim.text);
  let previous: Proof | undefined;
  for (const clause of claim.clauses) {
    const names = namesIn.get(clause) ?? namesOf(clause, claim, persons);
    namesIn.set(clause, names);
    const subject = hasNames(names) ? undefined : carried;
    const ordered = previous ? [previous, ...proofs.filter((proof) => proof !== previous)] : proofs;
    const calculated = proveCalculation({ clause, claim, book, sameAs, carried: lead }, proofs);
    if (calculated) {
      if (calculated.length === 0) return { proven: false, fault: "figure" };
      used.push(...calculated.filter((proof) => !used.includes(proof)));
      continue;
    }
    let best: { proof: Proof; coverage: number } | undefined;
    let fault: Fault = "figure";
    for (const proof of ordered) {
      const check = { clause, claim, proof, book, sameAs, carried: lead };
      const outcome = checkClause(check, names, proof === previous ? undefined : subject);
      if (typeof outcome === "number") {
        if (!best || outcome > best.coverage + 0.01) best = { proof, coverage: outcome };
      } else if (FAULTS.indexOf(outcome) > FAULTS.indexOf(fault)) fault = outcome;
    }
    if (!best) return { proven: false, fault };
    coverage = Math.min(coverage, best.coverage);
    if (!used.includes(best.proof)) used.push(best.proof);
    previous = best.proof;
    if (hasNames(names)) carried = names;
    lead = subjectHandedOn(clause, lead, [...names.persons, ...names.organisations, ...names.places]);
  }
  if (used.length === 0) return { proven: false, fault: "wording" };
  // Two articles in one statement: a join that neither of them makes.
  if (new Set(used.map(({ shown }) => shown.passage.articleId)).size > 1) return { proven: false, fault: "name" };
  return { proven: true, coverage, used };
}

/** The coverage of a clause that is proven, else what is wrong with it. */
function checkClause(check: ClauseCheck, names: ClauseNames, subject?: ClauseNames): number | Fault {
  const { clause, claim, proof } = check;
  if (!figuresAreProven(check)) return "figure";
  if (!timesAreProven(check)) return "date";
  if (!namesAreProven(names, check) || (subject && !namesAreProven(subject, check))) return "name";
  const { text, context, wordSet } = proof;
  const around = `${text}\n${context}`;
  const unnamed = withoutNames(clause, [names, ...(subject ? [subject] : [])], text);
  if (unknownRareWords(unnamed, around, wordSet).length > 0) return "name";
  if (missingWords(unnamed, proof).length > 0) return "wording";
  const persons = claim.persons.filter(({ start }) => start >= clause.start && start < clause.end);
  if (
    !rolesAreProven(persons, check) ||
    !titlesAgree(check) ||
    !speakersOnlySpeak(names, check) ||
    !agentsAgree(check) ||
    !subjectsAgree(check) ||
    !ownersAgree(check) ||
    !partsAgree(check) ||
    !directionsAgree(check) ||
    !relationsAgree(check)
  )
    return "role";
  if (isWordReplaced(clause, proof) || !restrictionsAgree(check)) return "wording";
  if (!agreesInSense(check) || !polarityAgrees(check) || !causesAgree(check)) return "sense";
  const own = coverageBy(unnamed, text, wordSet);
  const whole = coverageBy(unnamed, around, wordSet);
  return own >= MIN_OWN_COVERAGE && whole >= MIN_COVERAGE ? own : "wording";
}

/** Names that the sentence does not spell have been proven as names, and are no wording. */
function withoutNames(clause: ReadClause, all: readonly ClauseNames[], text: string): ReadClause {
  const names = all.flatMap(({ persons, organisations, places, quoted }) => [
    ...persons,
    ...organisations,
    ...places,
    ...quoted,
  ]);
  const isNamed = (word: string) => names.some((name) => name.includes(word)) && !text.includes(word);
  return { ...clause, words: clause.words.filter(({ word }) => !isNamed(word)) };
}

function hasNames({ persons, organisations, places, quoted }: ClauseNames): boolean {
  return persons.length + organisations.length + places.length + quoted.length > 0;
}

/** Whether a clause holds anything that could be wrong. */
export function saysSomething(clauses: readonly ReadClause[]): boolean {
  return clauses.some(
    ({ words, figures, times }) => words.some(({ weight }) => weight > 0) || figures.length + times.length > 0,
  );
}
