/**
 * Which sentences of what was found are facts to offer for a query, and whether there is any at all. A question needs what
 * an answer needs (`support`); a few words need sentences that speak of just that (`keywords`), and those that
 * state a figure, a day or a person come first. Nothing is better than something else.
 */
import type { LexicalIndex } from "../core/index-ports.js";
import type { Passage } from "../core/types.js";
import { findNameBeginnings } from "../text/names.js";
import { findOrganisations } from "../text/organisations.js";
import { findPlaces } from "../text/places.js";
import { findQuantities } from "../text/quantities.js";
import { wordRarity } from "../text/word-rarity.js";
import { holdsKeyword, type Keyword, keywordsOf, type Searched } from "./keywords.js";
import type { Question } from "./question.js";
import { type Idf, type RankedSentence, rankSentences } from "./rank-sentences.js";
import { showSentences } from "./shown-sentences.js";
import { supportsAnswer } from "./support.js";
import { asks } from "./topic.js";

/** What it counts that a sentence states a figure, a day or a person, and that it names everything itself. */
const BONUS = { fact: 0.5, named: 0.4 };
/** Another sentence is offered besides the one that answers a question when it is about as much of it; 0 to 1. */
const AS_NEAR = 0.7;

/** Whether a query asks something, rather than naming it. */
function isAsking({ kind, folded }: Pick<Question, "kind" | "folded">): boolean {
  return kind !== "other" || asks(folded) || folded.endsWith("?");
}

/**
 * The facts, best first; empty when the articles say nothing of it.
 * @param passages best first.
 */
export function selectFacts(
  question: Question,
  passages: readonly Passage[],
  lexical: Pick<LexicalIndex, "idf" | "size">,
): RankedSentence[] {
  const idf: Idf = (term) => lexical.idf(term);
  const rank = (some: readonly Passage[]) => rankSentences(question, showSentences(some), idf);
  const answers = () => answersTo(question, rank(passages), lexical);
  if (isAsking(question)) return answers();
  // Ranking costs most by far: only what may be left afterwards is ranked.
  const mentions = (words: readonly Keyword[]) =>
    mentionsOf(words, rank(passages.filter((passage) => mayMention(words, passage, question.read))), question.read);
  const keywords = keywordsOf(question);
  const facts = mentions(keywords);
  if (facts.length > 0 || keywords.length < MANY_WORDS) return facts;
  // Nobody writes just as many words in just that way: what is a name must be there, the rest may be said otherwise.
  const names = keywords.filter(({ word }) => wordRarity(word) >= RARE);
  return names.length > 0 && mentions(names).length > 0 ? answers() : [];
}

function mayMention(
  keywords: readonly Keyword[],
  { names, published, text }: Passage,
  fold: Question["read"],
): boolean {
  const all: Searched = { text: fold(`${names}\n${published?.slice(0, 4) ?? ""}\n${text}`) };
  return keywords.length > 0 && keywords.every((word) => holdsKeyword(word, all));
}

const MANY_WORDS = 3;
/** A word as rare as this is mostly a name; 0 to 1, see `wordRarity`. */
const RARE = 0.65;

function answersTo(
  question: Question,
  ranked: readonly RankedSentence[],
  lexical: Pick<LexicalIndex, "idf" | "size">,
): RankedSentence[] {
  const [best, ...others] = ranked;
  if (!best || !supportsAnswer(question, ranked, (term) => lexical.idf(term), lexical.size)) return [];
  const near = best.contextCoverage * AS_NEAR;
  return [best, ...others.filter((one) => one.holdsAsked && one.coverage > 0 && one.contextCoverage >= near)];
}

function mentionsOf(
  keywords: readonly Keyword[],
  ranked: readonly RankedSentence[],
  fold: Question["read"],
): RankedSentence[] {
  const read = createReading(fold);
  return ranked
    .filter(({ sentence }) => sentence.kind === "body")
    .flatMap((one) => {
      const own = read(one.sentence.text);
      const missing = keywords.filter((word) => !holdsKeyword(word, own));
      const isFact = statesFact(own.text);
      if (missing.length === 0) return [{ ...one, score: one.score + BONUS.named + (isFact ? BONUS.fact : 0) }];
      const isWorthIt = isFact || /^(?:她|他|它|该|其(?![次中他]))/u.test(own.text);
      return isWorthIt && isSpokenOf(missing, one, read) ? [{ ...one, score: one.score + BONUS.fact }] : [];
    })
    .toSorted((a, b) => b.score - a.score || a.number - b.number);
}

type Read = (text: string) => Searched;

/** Folds and cuts each text once, however many sentences look back at it. @param fold in the words of the query. */
function createReading(fold: Question["read"]): Read {
  const texts = new Map<string, Searched>();
  return (text) => {
    const known = texts.get(text) ?? { text: fold(text) };
    texts.set(text, known);
    return known;
  };
}

/**
 * The sentence goes on about what the article's names or the sentences before it name: it names no other place, or
 * nobody else. Figures of a year are those of the sentence that names it.
 * @param missing what it does not name itself.
 */
function isSpokenOf(missing: readonly Keyword[], { passage, sentence }: RankedSentence, read: Read): boolean {
  const place = passage.sentences.findIndex(({ ordinal }) => ordinal === sentence.ordinal);
  const before = passage.sentences.slice(Math.max(0, place - CONTEXT_SENTENCES), place).map(({ text }) => read(text));
  const about = [read(passage.names), read(passage.published?.slice(0, 4) ?? "")];
  const isThere = (one: Keyword) => holdsKeyword(one, ...about, ...(YEAR.test(one.word) ? [] : before));
  if (!missing.every(isThere)) return false;
  const own = read(sentence.text).text;
  const isPlace = ({ word }: Keyword) => findPlaces(word).length > 0;
  if (missing.some(isPlace) && findPlaces(own).length > 0) return false;
  const isOther = missing.some((one) => !isPlace(one) && !YEAR.test(one.word));
  return !isOther || (findNameBeginnings(own).length === 0 && findOrganisations(own).length === 0);
}

/** Sentences before that may name what is spoken of. */
const CONTEXT_SENTENCES = 3;

const YEAR = /^(?:19|20)\d{2}$/;

/** @param sentence folded. */
function statesFact(sentence: string): boolean {
  return /\d/.test(sentence) || findQuantities(sentence).length > 0 || findNameBeginnings(sentence).length > 0;
}
