/**
 * Every organisation, place, quoted name and person of a clause stands in the sentence, or is what the sentence goes on
 * about: named before it in the same article, while the sentence names no other of the kind itself.
 */

import { findOrganisations, isShortFor } from "../../text/organisations.js";
import type { PersonMention } from "../../text/persons.js";
import { namesPlace } from "../../text/places.js";
import { findTitles, isSameTitle } from "../../text/titles.js";
import { hasOwnPlace, type Proof, type ProofBook } from "../proof.js";
import { type ReadClause, type Reading, readText } from "../reading.js";
import type { ShownSentence } from "../shown-sentences.js";
import type { ClauseCheck } from "./check.js";

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
    scopes: Array.from(text.matchAll(/全(?:省|县|市|区|乡|镇|村|国|球|世界|校)/gu), ([scope]) => scope),
    quoted: claim.quoted.filter((name) => text.includes(name) || bare.includes(name)),
  };
}

/** Whether all these names are proven. */
export function namesAreProven(names: ClauseNames, { proof, sameAs }: ClauseCheck): boolean {
  const said = (name: string) => [name, ...sameAs(name)];
  return (
    Array.from(names.scopes).every((scope) => proof.text.includes(scope)) &&
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
  // 基金会 alone is the foundation named last before; else a sentence that names one speaks of that one.
  const kind = ORGANISATION_KIND.exec(name)?.[0];
  const isContinued =
    kind !== undefined && new RegExp(`(?:^|[^\\p{Script=Han}]|[该由和与,说示露绍])${kind}`, "u").test(proof.text);
  if (proof.organisations.length > 0 && !isContinued) return false;
  const nearest = proof.before.find(({ organisations }) =>
    isContinued ? organisations.some((other) => other.endsWith(kind)) : organisations.length > 0,
  );
  return nearest?.organisations.some((other) => isShortFor(name, other)) ?? false;
}

const ORGANISATION_KIND = /(?:基金会|公司|集团|大学|学院|研究院|研究所|中心|协会|学会|委员会|医院|银行|学校|合作社)$/u;

/** 基金会理事长: the role does not say which foundation. */
const BARE_KIND = new RegExp(`^(?:该|本)?${ORGANISATION_KIND.source.slice(0, -1)}`, "mu");

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
    const goesOn = new RegExp(`${name}(?:介绍|表示|说|指出|透露|通报|称|提醒)[,:]`, "u").test(previous.text);
    if (speaker?.name === name && others.length === 0 && goesOn) return true;
  }
  if (!/[他她]|“|据介绍|其(?!他|中|它|次|实)/u.test(proof.text)) return false;
  const nearest = proof.before.find(({ persons }) => persons.length > 0);
  return nearest?.persons.length === 1 && nearest.persons[0]?.name === name;
}

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
        (BARE_KIND.test(roles) && holdsOrganisation(proof, organisation)),
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

/** 局长洪亮 is not 副局长洪亮, even where nothing else tells that 洪亮 is a name. */
export function titlesAgree({ clause, proof }: ClauseCheck): boolean {
  const behind = (text: string, end: number) => /^\p{Script=Han}{2}/u.exec(text.slice(end))?.[0];
  const stated = findTitles(proof.text);
  return findTitles(clause.text).every((title) => {
    const name = behind(clause.text, title.end);
    const same = stated.filter(({ end }) => name !== undefined && behind(proof.text, end) === name);
    return same.length === 0 || same.some((one) => isSameTitle(title, one));
  });
}

const SPEECH =
  /(?:表示|介绍|指出|认为|说|称|提出|强调|透露|坦言|谈到|提到|提醒|通报|宣布|建议|呼吁|希望|看来|补充|回忆)/u;

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
