/**
 * The tie between a statement and its proof, checked by code: it cites sentences that were shown, and every figure,
 * every person named by title or speech and every 《title》 in it stands in those sentences, which also share most of
 * its words; every place stands in their article. What fails is not shown. The check does not ask whether the article is right.
 */

import { findNameBeginnings } from "../text/names.js";
import { foldText } from "../text/normalize.js";
import { findPlaces, namesPlace } from "../text/places.js";
import { findQuantities, isSameQuantity } from "../text/quantities.js";
import type { ShownSentence } from "./shown-sentences.js";
import type { DraftStatement } from "./statements.js";

/** Why a statement is not shown. */
export type Rejection = "uncited" | "unknownCitation" | "figure" | "name" | "place" | "wording";

/** A statement's outcome; `cited` holds only sentences that exist. */
export type Verdict = { passed: true; cited: ShownSentence[] } | { passed: false; reason: Rejection };

/** Share of a statement's Han characters that its sentences must hold, 0 to 1. */
const MIN_SHARED_CHARACTERS = 0.6;

/** Checks one statement against the sentences that were shown, by number. */
export function verifyStatement(statement: DraftStatement, shown: ReadonlyMap<number, ShownSentence>): Verdict {
  if (statement.cited.length === 0) return { passed: false, reason: "uncited" };
  const cited = statement.cited.flatMap((number) => shown.get(number) ?? []);
  if (cited.length === 0) return { passed: false, reason: "unknownCitation" };

  const proof = foldText(cited.map(({ sentence }) => sentence.text).join("\n"));
  const claim = foldText(statement.text);
  if (!everyFigureStandsIn(claim, proof)) return { passed: false, reason: "figure" };
  if (!everyNameStandsIn(claim, proof)) return { passed: false, reason: "name" };
  if (!everyPlaceIsNamed(claim, cited, shown)) return { passed: false, reason: "place" };
  if (!sharesItsWords(claim, proof)) return { passed: false, reason: "wording" };
  return { passed: true, cited };
}

function everyFigureStandsIn(claim: string, proof: string): boolean {
  const proven = findQuantities(proof);
  return findQuantities(claim).every((figure) => proven.some((other) => isSameQuantity(figure, other)));
}

function everyNameStandsIn(claim: string, proof: string): boolean {
  const titles = Array.from(claim.matchAll(/《([^》]+)》/gu), ([, title = ""]) => title);
  return [...titles, ...findNameBeginnings(claim)].every((name) => proof.includes(name));
}

/**
 * News names its place once and says 全县 afterwards, so a place may stand anywhere in what was shown of the cited
 * articles; but a figure of one place is never shown as one of another.
 */
function everyPlaceIsNamed(
  claim: string,
  cited: readonly ShownSentence[],
  shown: ReadonlyMap<number, ShownSentence>,
): boolean {
  const places = findPlaces(claim);
  if (places.length === 0) return true;
  const articles = new Set(cited.map(({ passage }) => passage.articleId));
  const texts = Array.from(shown.values())
    .filter(({ passage }) => articles.has(passage.articleId))
    .flatMap(({ passage, sentence }) => [passage.names, sentence.text]);
  const article = foldText(texts.join("\n"));
  return places.every((place) => namesPlace(article, place));
}

/**
 * A claim in Chinese (by most of its letters) must consist mostly of characters of its proof, and its Latin words must all stand there. A claim
 * in another language shares neither with a Chinese sentence: there the figures and names are what can be checked.
 */
function sharesItsWords(claim: string, proof: string): boolean {
  const latin = claim.match(/[a-z]/gu)?.length ?? 0;
  if (latin > (claim.match(/\p{Script=Han}/gu)?.length ?? 0)) return true;
  // Figures have been compared as figures: 三百三十九 need not be spelled as the proof spells it.
  const words = findQuantities(claim).reduce((rest, figure) => rest.replace(figure.text, ""), claim);
  const characters = Array.from(words.matchAll(/\p{Script=Han}/gu), ([character]) => character);
  const held = new Set(proof);
  const shared = characters.filter((character) => held.has(character)).length;
  if (shared < characters.length * MIN_SHARED_CHARACTERS) return false;
  return Array.from(claim.matchAll(/[a-z]{2,}/gu)).every(([word]) => proof.includes(word));
}
