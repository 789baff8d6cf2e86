/**
 * What a pronoun of a follow-up stands for: the last person, place or thing that the conversation named, in a question
 * or in the answer to it. Only words of the conversation are ever returned.
 */
import type { Turn } from "../core/types.js";
import { foldText } from "../text/normalize.js";
import { findPersonNames, findSubjectPerson } from "../text/person-names.js";
import { findPlaces } from "../text/places.js";
import { indexTerms } from "../text/tokens.js";
import type { Pronoun } from "./follow-up.js";
import { topicOf } from "./topic.js";

/** Words that a pronoun stands for, and the turn that named them. */
export interface Antecedent {
  text: string;
  turn: Turn;
}

/** Characters before a name that tell who is meant by it. */
const BEFORE_NAME = 16;

/** @param turns oldest first, without small talk. */
export function findAntecedent(pronoun: Pronoun, turns: readonly Turn[]): Antecedent | undefined {
  const readings = {
    person: [personIn],
    place: [placeAskedAbout, placeQuoted],
    thing: [(turn: Turn) => thingIn(turn, pronoun.noun)],
  }[pronoun.of];
  for (const read of readings) {
    for (const turn of turns.toReversed()) {
      const text = read(turn);
      if (text) return { text, turn };
    }
  }
  return undefined;
}

function personIn({ standalone, answer, kind, citations }: Turn): string | undefined {
  const question = foldText(standalone);
  const who = /^who is (?<name>\p{Script=Han}{2,4})/u.exec(question)?.groups?.name;
  const asked = who ?? findSubjectPerson(question) ?? findPersonNames(question)[0];
  if (asked) return asked;
  // An answer may name several; the one whose post the question asks for stands behind the question's words.
  const terms = new Set(indexTerms(question));
  const told = kind === "refused" ? [] : [...citations.map(({ quote }) => quote), answer];
  const quotes = foldText(told.join("\n"));
  const candidates = findPersonNames(quotes).map((name) => {
    const at = quotes.indexOf(name);
    const before = new Set(indexTerms(quotes.slice(Math.max(0, at - BEFORE_NAME), at).replace(/^.*[,。;]/u, "")));
    return { name, shared: Array.from(before).filter((term) => terms.has(term)).length };
  });
  return candidates.toSorted((a, b) => b.shared - a.shared)[0]?.name;
}

function placeAskedAbout({ standalone }: Turn): string | undefined {
  return lastPlaceIn(foldText(standalone));
}

function placeQuoted({ citations }: Turn): string | undefined {
  return citations.map(({ quote }) => lastPlaceIn(foldText(quote))).find(Boolean);
}

/** The nearest kind of place stands last: 河北省青龙县. */
function lastPlaceIn(text: string): string | undefined {
  const place = findPlaces(text).toSorted((a, b) => text.lastIndexOf(b) - text.lastIndexOf(a))[0];
  return place && new RegExp(`${place}(?:[省市县区镇乡村](?![村镇域场民长]))?`, "u").exec(text)?.[0];
}

/** With a noun (这本手册), the words that end in it; without (它), the topic. */
function thingIn({ standalone, citations }: Turn, noun: string): string | undefined {
  const topic = topicOf(foldText(standalone));
  if (noun === "") return topic || undefined;
  if (topic.includes(noun)) return topic.slice(0, topic.lastIndexOf(noun) + noun.length);
  const quotes = citations.map(({ quote }) => foldText(quote)).join("\n");
  return new RegExp(`[《“](?<name>[^《》“”]{2,30}${noun})[》”]`, "u").exec(quotes)?.groups?.name;
}
