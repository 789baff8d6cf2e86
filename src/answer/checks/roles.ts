/** Whether the role that a claim gives a person is the one that the article gives, and who only speaks does nothing else. */

import { findOrganisations, isShortFor, ORGANISATION_KIND } from "../../text/organisations.js";
import type { PersonMention } from "../../text/persons.js";
import { SAYING } from "../../text/saying.js";
import { findTitles, isSameTitle } from "../../text/titles.js";
import { type Proof, type ProofBook } from "../proof.js";
import { readText } from "../reading.js";
import type { ShownSentence } from "../shown-sentences.js";
import type { ClauseCheck } from "./check.js";
import { type ClauseNames, holdsOrganisation } from "./names.js";

/** 基金会理事长: the role does not say which foundation. */
const BARE_KIND = new RegExp(`^(?:该|本)?${ORGANISATION_KIND.source.slice(0, -1)}`, "mu");

/** Whether the role that the claim gives a person is the one that the article gives: title by title, organisation too. */
export function rolesAreProven(persons: readonly PersonMention[], { proof, book }: ClauseCheck): boolean {
  return persons.every(({ name, role }) => {
    if (role === "") return true;
    if (!roleWordsAreTold(name, role, proof, book)) return false;
    const told = rolesOf(name, proof, book);
    const titles = findTitles(role);
    const roles = told.join("\n");
    const provenTitles = findTitles(roles);
    if (!titles.every((title) => provenTitles.some((other) => isSameTitle(title, other)))) return false;
    return findOrganisations(role).every(
      (organisation) =>
        roles.includes(organisation) ||
        told.some((one) => isShortFor(organisation, one)) ||
        ((BARE_KIND.test(roles) || findOrganisations(roles).some((other) => organisation.endsWith(other))) &&
          holdsOrganisation(proof, organisation)),
    );
  });
}

/** The roles that the sentence's article gives a person. */
function rolesOf(name: string, { shown: { passage } }: Proof, book: ProofBook): string[] {
  const isHere = (text: string, { passage: other }: ShownSentence) =>
    other.articleId === passage.articleId && text.includes(name.slice(0, 2));
  return book
    .find(isHere)
    .flatMap(({ persons }) => persons)
    .filter((other) => other.name.startsWith(name) || name.startsWith(other.name))
    .map(({ role }) => role);
}

/** 江城通信党工委副书记: each word of the role stands in what the article says of this person. */
function roleWordsAreTold(name: string, role: string, proof: Proof, book: ProofBook): boolean {
  const told = rolesOf(name, proof, book);
  // 阳光午餐项目的负责人 says which project it is; 审计负责人 says another post.
  const isKept = modifiersOf(told.join("\n")).every((word) => role.includes(word));
  return modifiersOf(role).every(
    (word) => told.some((one) => one.includes(word)) || (isKept && proof.names.includes(word)),
  );
}

/** What a role says besides its titles and its organisations, which are checked by themselves. */
function modifiersOf(role: string): string[] {
  const bare = findOrganisations(role).reduce((rest, one) => rest.replaceAll(one, "\n"), role);
  return readText(bare).clauses.flatMap(({ words }) =>
    words.flatMap(({ word, tag, weight }) =>
      weight > 0 && /^(?:n|x|j|s|l|v|b)/u.test(tag) && findTitles(word).length === 0 && !BARE_KIND.test(word)
        ? word
        : [],
    ),
  );
}

/** 局长洪亮 is not 副局长洪亮, even where nothing else tells that 洪亮 is a name; nor is 校长 told of who is only 副校长. */
export function titlesAgree({ clause, proof }: ClauseCheck): boolean {
  const behind = (text: string, end: number) => /^\p{Script=Han}{2}/u.exec(text.slice(end))?.[0];
  const stated = findTitles(proof.text);
  return findTitles(clause.text).every((title) => {
    const alike = stated.filter(({ post }) => post === title.post);
    if (alike.length > 0 && !alike.some((one) => isSameTitle(title, one))) return false;
    const name = behind(clause.text, title.end);
    const same = stated.filter(({ end }) => name !== undefined && behind(proof.text, end) === name);
    return same.length === 0 || same.some((one) => isSameTitle(title, one));
  });
}

const SPEECH = new RegExp(`(?:${SAYING}|看来)`, "u");

/** Who only speaks in the sentence does nothing else in the claim: 李弘表示,项目惠及… is not 李弘惠及…. */
export function speakersOnlySpeak(names: ClauseNames, { clause, claim, proof }: ClauseCheck): boolean {
  return names.persons.every((name) => {
    const own = proof.clauses.filter(({ text }) => text.includes(name));
    if (
      own.length === 0 ||
      !own.every(({ text }) => new RegExp(`${name}(?:${SPEECH.source})(?:道|过)?$`, "u").test(text))
    )
      return true;
    const hasRole = claim.persons.some((person) => person.name === name && findTitles(clause.text).length > 0);
    return SPEECH.test(clause.text) || hasRole;
  });
}
