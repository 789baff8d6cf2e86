/**
 * Who does what: the subject that a clause gives a verb may not be one to which the sentence gives another deed, or to
 * whom the deed is done, while it names somebody else for this one (由省水利厅出资、清源水务公司施工). Told by the order of
 * words and their parts of speech; what is done (版权由…捐赠) may stand in front and is no subject.
 */

import { findOrganisations, isShortFor } from "../../text/organisations.js";
import type { Proof } from "../proof.js";
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { isIn } from "./counted.js";
import { CARRIERS, type Deed, deedsOf } from "./deeds.js";
import { GENERIC } from "./leads.js";

/** Whether no verb of the clause is given to another's subject. */
export function subjectsAgree({ clause, proof, claim }: ClauseCheck): boolean {
  const stated = statedDeeds(proof);
  const named = new Set([...claim.organisations, ...claim.persons.map(({ name }) => name), ...claim.quoted]);
  return deedsOf(clause).every(({ verb, subject, receivers }) => {
    if (CARRIERS.test(verb)) return true;
    const own = subject.filter((word) => !GENERIC.test(word));
    const same = stated.filter((one) => one.verb === verb);
    if (receivers.length > 0 && same.length > 0 && same.every((one) => isForOthers(receivers, one.receivers)))
      return false;
    // 其中县财政4万元: what is done is told of all before.
    if (standsBeforeFigure(own.at(-1) ?? "", clause, proof)) return true;
    if (own.length === 0 || same.length === 0 || same.some((one) => one.subject.length === 0)) return true;
    if (same.some((one) => isSameSubject(own, one.subject) || own.some((word) => one.goesOn.includes(word))))
      return true;
    if (same.some((one) => own.some((word) => one.receivers.includes(word)))) return false;
    if (same.every((one) => one.subject.every((word) => GENERIC.test(word)))) return true;
    const text = own.join("");
    // Somebody the sentence does not know, where it names who did it; places are where it was done.
    const isStranger = own.every((word) => !proof.text.includes(word) && !/[省市县区镇乡村]$/u.test(word));
    if (isStranger && same.every(({ subject: other, goesOn }) => other.length > 0 && goesOn.length === 0)) return false;
    return !(
      Array.from(named).some((name) => name.includes(text) || text.includes(name)) ||
      stated.some((one) => one.verb !== verb && isSameSubject(own, one.subject))
    );
  });
}

function standsBeforeFigure(word: string, { figures }: ReadClause, { clauses }: Proof): boolean {
  return clauses.some((one) =>
    one.figures.some(
      (stated) =>
        word !== "" &&
        figures.some(({ value, unit }) => value === stated.value && unit === stated.unit) &&
        one.text.slice(0, stated.start - one.start).endsWith(word),
    ),
  );
}

/** 为受援人挽回 is not 为农民工挽回. */
function isForOthers(claimed: readonly string[], stated: readonly string[]): boolean {
  if (stated.length === 0) return false;
  const [a, b] = [claimed.join(""), stated.join("")];
  return !claimed.some((word) => isIn(word, b)) && !stated.some((word) => isIn(word, a));
}

function isSameSubject(claimed: readonly string[], stated: readonly string[]): boolean {
  const [a, b] = [claimed.join(""), stated.join("")];
  const [own, other] = [findOrganisations(a), findOrganisations(b)];
  if (own.length > 0 && other.length > 0)
    return own.some((one) => other.some((name) => isShortFor(one, name) || isShortFor(name, one)));
  return (
    claimed.some((word) => isIn(word, b)) ||
    stated.some((word) => !GENERIC.test(word) && word.length > 1 && a.includes(word))
  );
}

/** A clause that names no subject goes on with the one before; one that ends in a person's name is part of a list. */
function statedDeeds({ clauses, persons }: Proof): Deed[] {
  let carried: string[] = [];
  let listed: string[] = [];
  let before: string[] = [];
  return clauses.flatMap((clause) => {
    const deeds = deedsOf(clause).map((deed) => ({
      ...deed,
      subject: deed.subject.length > 0 ? [...listed, ...deed.subject] : carried,
      goesOn: deed.subject.length > 0 ? [] : before,
    }));
    const isListed = persons.some(({ end }) => end === clause.end);
    const words = clause.words.filter(({ weight }) => weight > 0).map(({ word }) => word);
    listed = isListed ? [...listed, ...words] : [];
    carried = topicOf(clause) ?? deeds[0]?.subject ?? carried;
    before = thingsOf(clause);
    return deeds;
  });
}

function thingsOf({ words }: ReadClause): string[] {
  return words.flatMap(({ word, weight, tag, isInName }) =>
    weight > 0 && (isInName || tag.startsWith("n")) ? word : [],
  );
}

/** 项目由A合办,已走进…: it is the 项目 that goes on. Undefined for a clause that is not passive. */
function topicOf({ words }: ReadClause): string[] | undefined {
  const by = words.findIndex(({ word }, i) => /^[由被]$/u.test(word) && !/^[mt]/u.test(words[i + 1]?.tag ?? ""));
  if (by < 0) return undefined;
  return words.slice(0, by).flatMap(({ word, weight, tag }) => (weight > 0 && tag.startsWith("n") ? word : []));
}
