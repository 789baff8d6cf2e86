/**
 * Every organisation, place, quoted name and person of a clause stands in the sentence, or is what the sentence goes on
 * about: named before it in the same article, while the sentence names no other of the kind itself.
 */
import { isShortFor } from "../../text/organisations.js";
import { namesPlace } from "../../text/places.js";
import type { PersonMention } from "../../text/persons.js";
import { findTitles, isSameTitle } from "../../text/titles.js";
import { findOrganisations } from "../../text/organisations.js";
import { hasOwnPlace, type Proof } from "../proof.js";
import type { ReadClause, Reading } from "../reading.js";
import type { ClauseCheck } from "./check.js";

/** The names of one clause. */
export interface ClauseNames {
  persons: string[];
  organisations: string[];
  places: string[];
  quoted: string[];
}

/** The names that stand within a clause of a claim; `knownPersons` are found without a title as well. */
export function namesOf(clause: ReadClause, claim: Reading, knownPersons: ReadonlySet<string>): ClauseNames {
  const { text } = clause;
  const known = Array.from(knownPersons).filter((name) => text.includes(name));
  const persons = claim.persons.filter(({ start }) => start >= clause.start && start < clause.end);
  const bare = text.replaceAll(/[“”"《》「」]/gu, "");
  return {
    persons: Array.from(
      new Set([...known, ...persons.map(({ name }) => name).filter((name) => !known.some((other) => other.startsWith(name) || name.startsWith(other)))]),
    ),
    organisations: findOrganisations(text),
    places: claim.places.filter((place) => text.includes(place)),
    quoted: claim.quoted.filter((name) => text.includes(name) || bare.includes(name)),
  };
}

/** Whether all these names are proven. */
export function namesAreProven(names: ClauseNames, { proof, sameAs }: ClauseCheck): boolean {
  const said = (name: string) => [name, ...sameAs(name)];
  return (
    names.quoted.every((name) => said(name).some((one) => holdsQuoted(proof, one))) &&
    names.organisations.every((name) => said(name).some((one) => holdsOrganisation(proof, one))) &&
    names.places.every((name) => said(name).some((one) => holdsPlace(proof, one))) &&
    names.persons.every((name) => holdsPerson(proof, name))
  );
}

function holdsQuoted(proof: Proof, name: string): boolean {
  if (bareOf(proof.text).includes(bareOf(name))) return true;
  if (!bareOf(proof.context).includes(bareOf(name))) return false;
  return proof.quoted.length === 0 || bareOf(proof.names).includes(bareOf(name));
}

function bareOf(text: string): string {
  return text.replaceAll(/[“”"《》「」'‘’\s]/gu, "");
}

function holdsOrganisation(proof: Proof, name: string): boolean {
  if (proof.text.includes(name) || proof.organisations.some((other) => isShortFor(name, other))) return true;
  if (proof.names.includes(name)) return true;
  // The words of this very sentence are its own; a name before it only continues where it names none.
  if (proof.organisations.length > 0) return false;
  const nearest = proof.before.find(({ organisations }) => organisations.length > 0);
  return nearest?.organisations.some((other) => isShortFor(name, other)) ?? false;
}

function holdsPlace(proof: Proof, place: string): boolean {
  if (namesPlace(proof.text, place)) return true;
  return namesPlace(proof.context, place) && !hasOwnPlace(proof);
}

/** 他 and a quotation that goes on are of the person named last before. */
function holdsPerson(proof: Proof, name: string): boolean {
  if (proof.text.includes(name)) return true;
  if (proof.persons.length > 0) return false;
  if (!/[他她]|“|据介绍|其(?!他|中|它|次|实)/u.test(proof.text)) return false;
  const nearest = proof.before.find(({ persons }) => persons.length > 0);
  return nearest?.persons.at(-1)?.name.startsWith(name.slice(0, 2)) === true && nearest.persons.length === 1;
}

/** Whether the role that the claim gives a person is the one that the article gives: title by title, organisation too. */
export function rolesAreProven(persons: readonly PersonMention[], { proof, book }: ClauseCheck): boolean {
  return persons.every(({ name, role }) => {
    if (role === "") return true;
    const told = [proof, ...book.all().filter(({ shown }) => shown.passage.articleId === proof.shown.passage.articleId)]
      .flatMap((one) => one.persons)
      .filter((other) => other.name.startsWith(name) || name.startsWith(other.name))
      .map((other) => other.role);
    const titles = findTitles(role);
    const roles = told.join("\n");
    const provenTitles = findTitles(roles);
    if (!titles.every((title) => provenTitles.some((other) => isSameTitle(title, other)))) return false;
    return findOrganisations(role).every(
      (organisation) => roles.includes(organisation) || told.some((one) => isShortFor(organisation, one)),
    );
  });
}
