/**
 * Whether a sentence speaks of what a question names, where it does not name it itself. What a paragraph before was
 * about is not what a sentence is about that names somebody else, another place of the same kind, or is somebody's words.
 * Expects folded text.
 */
import { isHomophone } from "../text/homophones.js";
import { findNameBeginnings } from "../text/names.js";
import { findOrganisations, isShortFor } from "../text/organisations.js";
import { findPlaces } from "../text/places.js";
import { relatedWords } from "../text/related-words.js";
import { tagWords } from "../text/tokens.js";
import { wordRarity } from "../text/word-rarity.js";
import type { Question } from "./question.js";
import type { ShownSentence } from "./shown-sentences.js";

/** A word as rare as this is mostly a name; 0 to 1, see `wordRarity`. */
export const RARE = 0.65;

/** A name that is as common as this still names one thing (北京大学); 0 to 1. */
const COMMON_NAME = 0.5;

/** Of which kind a place is stands behind its name. */
const KINDS_OF_PLACE = "[省市县区镇乡村]";

/**
 * Whether a sentence is about another place of the kind that the question names: the last of that kind that is named in
 * it or before it in its passage is another one. 午餐每份8元 behind 云溪镇 is not what lunch costs in 柳河镇.
 */
export function isOfAnotherPlace(
  { content, read }: Pick<Question, "content" | "read">,
  { passage, sentence }: Pick<ShownSentence, "passage" | "sentence">,
): boolean {
  const asked = placesWithKind(content);
  if (asked.length === 0) return false;
  const place = passage.sentences.findIndex(({ ordinal }) => ordinal === sentence.ordinal);
  const told = passage.sentences.slice(0, place + 1).map(({ text }) => read(text));
  told.unshift(read(passage.names));
  return asked.some(({ name, kind }) => {
    const nearest = told.findLast(
      (text) => text.includes(name) || placesWithKind(text).some((other) => other.kind === kind),
    );
    return nearest !== undefined && !nearest.includes(name);
  });
}

function placesWithKind(text: string): { name: string; kind: string }[] {
  return findPlaces(text).flatMap((name) => {
    const kind = new RegExp(`(?<=${name})${KINDS_OF_PLACE}`, "u").exec(text)?.[0];
    return kind === undefined ? [] : [{ name, kind }];
  });
}

/** Whether a text names every organisation that a question names, in full or in short. */
export function namesOrganisations(question: string, text: string): boolean {
  const told = findOrganisations(text);
  return findOrganisations(question).every(
    (asked) => text.includes(asked) || told.some((name) => isShortFor(asked, name) || isShortFor(name, asked)),
  );
}

/**
 * Whether a sentence may go on about names that stand in another paragraph before it: it names nobody itself and is
 * not what somebody says.
 */
export function goesOn(sentence: string): boolean {
  return !isSpeech(sentence) && findNameBeginnings(sentence).length === 0 && findOrganisations(sentence).length === 0;
}

/** Begins with clauses in quotation marks, not just a name, or has marks that are not closed in it. */
function isSpeech(sentence: string): boolean {
  const straight = sentence.split('"').length - 1;
  return /^[“"][^”"]*[,。;!?]|“[^”]*$/u.test(sentence) || straight % 2 === 1;
}

/** 京东在…建了多少: whoever did it is named by the article, under this name or a longer one. */
export function namesAgent(question: string, article: string): boolean {
  const [agent, next] = tagWords(question);
  if (!agent || agent.word.length < 2 || !/^(?:n|x)/u.test(agent.tag) || wordRarity(agent.word) < RARE) return true;
  return !/^(?:在|给|为|向|对|从)$/u.test(next?.word ?? "") || isSpokenOf(agent.word, article);
}

/** Rare nouns of a question, mostly names. @example rareNouns("十月结晶捐了多少钱") // ["十月", "结晶"] */
export function rareNouns(content: string): string[] {
  return tagWords(content)
    .filter(({ word, tag }) => word.length > 1 && !/^[vdapucrm]/u.test(tag) && wordRarity(word) >= RARE)
    .map(({ word }) => word);
}

/**
 * Names that the dictionary knows as such, and what programmes are called.
 * @example properNouns("腾讯的星火计划") // ["腾讯", "星火"]
 */
export function properNouns(content: string): string[] {
  const words = tagWords(content);
  return words.flatMap(({ word, tag }, i) => {
    if (word.length > 1 && /^n[rtz]/u.test(tag)) return wordRarity(word) >= COMMON_NAME ? [word] : [];
    const name = PROGRAMME.test(words[i + 1]?.word ?? "") ? word : (PROGRAMME.exec(word)?.groups?.name ?? "");
    return name.length > 1 && /^[ni]/u.test(tag) && wordRarity(name) >= RARE ? [name] : [];
  });
}

const PROGRAMME = /^(?<name>.*)(?:计划|项目|行动|工程)$/u;

/** A word itself, the same by sound, or a related one. */
export function isNamed(word: string, text: string): boolean {
  const related = relatedWords(word).get(word) ?? [];
  return (
    text.includes(word) || isHomophone(word, text) || related.some((other) => other.length > 1 && text.includes(other))
  );
}

/** A word itself, a related one, or half of its characters (修建 ~ 兴建). */
export function isMentioned(word: string, sentence: string): boolean {
  if (sentence.includes(word)) return true;
  const related = relatedWords(word).get(word) ?? [];
  if (related.some((other) => other.length > 1 && sentence.includes(other))) return true;
  const characters = Array.from(word);
  return characters.filter((character) => sentence.includes(character)).length * 2 >= characters.length;
}

/** Of two characters one alone is mostly another word: 产量 is not spoken of by 农产品. */
export function isSpokenOf(word: string, text: string): boolean {
  return word.length > 2 ? isMentioned(word, text) : isNamed(word, text);
}
