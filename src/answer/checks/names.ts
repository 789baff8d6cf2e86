/**
 * Every organisation, place, quoted name and person of a clause stands in the sentence, or is what the sentence goes on
 * about: named before it in the same article, while the sentence names no other of the kind itself.
 */

import { findOrganisations, isShortFor, ORGANISATION_KIND } from "../../text/organisations.js";
import { namesPlace } from "../../text/places.js";
import { SAYING } from "../../text/saying.js";

import { hasOwnPlace, type Proof } from "../proof.js";

import { type ReadClause, type Reading } from "../reading.js";

import type { ClauseCheck } from "./check.js";

const SCOPE = /全(?:省|县|市|区|乡|镇|村|国|球|世界|校)/u;

/** The names of one clause. */
export interface ClauseNames {
  persons: string[];
  organisations: string[];
  places: string[];
  quoted: string[];
  /** 全县, 全省: how far something reaches. */
  scopes: string[];
}

/** The names that stand within a clause of a claim; `knownPersons` are found without a title as well. */
export function namesOf(clause: ReadClause, claim: Reading, knownPersons: ReadonlySet<string>): ClauseNames {
  const { text } = clause;
  const known = Array.from(knownPersons).filter((name) => text.includes(name));
  const persons = claim.persons.filter(({ start }) => start >= clause.start && start < clause.end);
  const organisations = findOrganisations(text);
  const bare = text.replaceAll(/[“”"《》「」]/gu, "");
  return {
    persons: Array.from(
      new Set([
        ...known,
        ...persons
          .map(({ name }) => name)
          .filter((name) => !known.some((other) => other.startsWith(name) || name.startsWith(other))),
      ]),
    ),
    organisations,
    places: claim.places.filter((place) =>
      organisations.reduce((rest, one) => rest.replaceAll(one, " "), text).includes(place),
    ),
    scopes: Array.from(text.matchAll(new RegExp(SCOPE, "gu")), ([scope]) => scope),
    quoted: claim.quoted.filter((name) => text.includes(name) || bare.includes(name)),
  };
}

/** Whether all these names are proven. */
export function namesAreProven(names: ClauseNames, { proof, sameAs }: ClauseCheck): boolean {
  const said = (name: string) => [name, ...sameAs(name)];
  return (
    Array.from(names.scopes).every((scope) => holdsScope(proof, scope)) &&
    names.quoted.every((name) => said(name).some((one) => holdsQuoted(proof, one))) &&
    names.organisations.every((name) => said(name).some((one) => holdsOrganisation(proof, one))) &&
    names.places.every((name) => said(name).some((one) => holdsPlace(proof, one))) &&
    names.persons.every((name) => holdsPerson(proof, name))
  );
}

/** 全区 of the sentence before goes on, unless this one says how far it reaches itself. */
function holdsScope({ text, before }: Proof, scope: string): boolean {
  if (text.includes(scope)) return true;
  return !SCOPE.test(text) && (before[0]?.text.includes(scope) ?? false);
}

function holdsQuoted(proof: Proof, name: string): boolean {
  if (bareOf(proof.text).includes(bareOf(name))) return true;
  if (!bareOf(proof.context).includes(bareOf(name))) return false;
  return proof.quoted.length === 0 || bareOf(proof.names).includes(bareOf(name));
}

function bareOf(text: string): string {
  return text.replaceAll(/[“”"《》「」'‘’\s]/gu, "");
}

export function holdsOrganisation(proof: Proof, name: string): boolean {
  if (proof.text.includes(name) || proof.organisations.some((other) => isShortFor(name, other))) return true;
  if (proof.names.includes(name)) return true;
  // 基金会 alone is the foundation named last before; else a sentence that names one speaks of that one.
  const kind = ORGANISATION_KIND.exec(name)?.[0];
  const isContinued =
    kind !== undefined && new RegExp(`(?:^|[^\\p{Script=Han}]|[该由和与,说示露绍])${kind}`, "u").test(proof.text);
  // 管理局 alone is the 丹水流域管理局 of the sentences before.
  const isShortened = proof.organisations.some((other) => other.length < name.length && name.endsWith(other));
  if (isShortened) return proof.before.some(({ organisations }) => organisations.includes(name));
  if (proof.organisations.length > 0 && !isContinued) return false;
  const nearest = proof.before.find(({ organisations }) =>
    isContinued ? organisations.some((other) => other.endsWith(kind)) : organisations.length > 0,
  );
  return nearest?.organisations.some((other) => isShortFor(name, other)) ?? false;
}

/** A place inside an organisation's name (深圳国际公益学院) is not where something happened. */
function holdsPlace(proof: Proof, place: string): boolean {
  const text = withoutOrganisations(proof);
  if (namesPlace(text, place)) return true;
  if (!namesPlace(`${proof.names}\n${proof.before.map(withoutOrganisations).join("\n")}`, place)) return false;
  return !hasOwnPlace({ ...proof, text });
}

function withoutOrganisations({ organisations, text }: Reading): string {
  // 临溪县民政局 is an office of that county: its place stays.
  return organisations
    .filter((one) => !/^\p{Script=Han}{2,4}[省市县区].*(?:局|厅|司)$/u.test(one))
    .reduce((rest, organisation) => rest.replaceAll(organisation, " "), text);
}

/** 他 and a quotation that goes on are of the person named last before; who said a quotation may stand behind it. */
function holdsPerson(proof: Proof, name: string): boolean {
  if (proof.text.includes(name)) return true;
  if (/^“[^“”]*”$/u.test(proof.text) && proof.after()?.persons[0]?.name === name) return true;
  if (proof.persons.length > 0) return false;
  const [previous] = proof.before;
  // 骆文静介绍,… : the next sentence of the paragraph goes on with what she reported.
  if (previous && previous.shown.sentence.paragraph === proof.shown.sentence.paragraph) {
    const [speaker, ...others] = previous.persons;
    // 据家属反映,…: it says itself who speaks.
    if (
      proof.clauses.some(
        ({ text }) => /^据?(?!了解|介绍|悉|统计).*[^据](?:反映|表示|介绍|说)$/u.test(text) && !/^[他她]/u.test(text),
      )
    )
      return false;
    const goesOn = new RegExp(`${name}(?:${SAYING})[,:]`, "u").test(previous.text);
    if (speaker?.name === name && others.length === 0 && goesOn) return true;
  }
  if (!/[他她]|“|据介绍|其(?!他|中|它|次|实)/u.test(proof.text)) return false;
  const nearest = proof.before.find(({ persons, text }) => persons.length > 0 || text.includes(name));
  return nearest !== undefined && nearest.text.includes(name) && nearest.persons.every((one) => one.name === name);
}
