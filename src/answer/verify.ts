/**
 * The tie between a statement and its proof, checked by code: it cites sentences that were shown, and every figure,
 * every person named by title or speech and every 《title》 in it stands in those sentences, which also share most of
 * its words; every place stands in their article. What fails is not shown. The check does not ask whether the article is right.
 */

import type { Language } from "../core/types.js";
import { findNameBeginnings } from "../text/names.js";
import { foldText } from "../text/normalize.js";
import { findPlaces, namesPlace } from "../text/places.js";
import { findQuantities, isSameQuantity } from "../text/quantities.js";
import { contentWords, wordRarity } from "../text/word-rarity.js";
import type { ShownSentence } from "./shown-sentences.js";
import type { DraftStatement } from "./statements.js";

/** Why a statement is not shown. */
export type Rejection = "uncited" | "unknownCitation" | "figure" | "name" | "place" | "sense" | "wording";

/** A statement's outcome; `cited` holds only sentences that exist. */
export type Verdict = { passed: true; cited: ShownSentence[] } | { passed: false; reason: Rejection };

/** Share of a statement's Han characters that its sentences must hold, 0 to 1. */
const MIN_SHARED_CHARACTERS = 0.6;

/**
 * Checks one statement against the sentences that were shown, by number.
 * @param language that the answer was asked for in.
 */
export function verifyStatement(
  statement: DraftStatement,
  shown: ReadonlyMap<number, ShownSentence>,
  language: Language,
): Verdict {
  if (statement.cited.length === 0) return { passed: false, reason: "uncited" };
  const cited = statement.cited.flatMap((number) => shown.get(number) ?? []);
  if (cited.length === 0) return { passed: false, reason: "unknownCitation" };

  const proof = foldText(cited.map(({ sentence }) => sentence.text).join("\n"));
  const claim = foldText(statement.text);
  if (!everyFigureStandsIn(claim, proof)) return { passed: false, reason: "figure" };
  if (!everyNameStandsIn(claim, proof)) return { passed: false, reason: "name" };
  const article = articleOf(cited, shown);
  if (!findPlaces(claim).every((place) => namesPlace(article, place))) return { passed: false, reason: "place" };
  if (!agreesInSense(claim, proof)) return { passed: false, reason: "sense" };
  if (!sharesItsWords(claim, proof, language)) return { passed: false, reason: "wording" };
  if (!everyRareWordIsKnown(claim, article)) return { passed: false, reason: "name" };
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
 * All that was shown of the cited articles, folded. News names its place and its organisations once and says 全县 or 该公司
 * afterwards, so these may stand anywhere in it; but a figure of one place is never shown as one of another.
 */
function articleOf(cited: readonly ShownSentence[], shown: ReadonlyMap<number, ShownSentence>): string {
  const articles = new Set(cited.map(({ passage }) => passage.articleId));
  const texts = Array.from(shown.values())
    .filter(({ passage }) => articles.has(passage.articleId))
    .flatMap(({ passage, sentence }) => [passage.names, sentence.text]);
  return foldText(texts.join("\n"));
}

/** A word as rare as this is mostly a name (腾讯), and no other word stands for it; 0 to 1. */
const RARE = 0.7;

/** A rare word none of whose characters, or fewer than half, stand in the article has come from elsewhere. */
function everyRareWordIsKnown(claim: string, article: string): boolean {
  return contentWords(withoutFigures(claim))
    .filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && wordRarity(word) >= RARE)
    .every((word) => {
      const characters = Array.from(word);
      return characters.filter((character) => article.includes(character)).length * 2 >= characters.length;
    });
}

/** Figures are compared as figures: 三百三十九 need not be spelled as the proof spells it. */
function withoutFigures(claim: string): string {
  return findQuantities(claim).reduce((rest, figure) => rest.replace(figure.text, " "), claim);
}

/** Words that turn a statement round or limit a figure, with what means the same. One in a claim must be in its proof. */
const SENSE: readonly RegExp[] = [
  /没有|没|未|无|并非|不是|拒绝/u,
  /不足|不到|低于|少于|以下/u,
  /超|逾|多于|高于|以上|余|多/u,
  /近(?=\d|[一二三四五六七八九十百千万两数])|将近|接近/u,
  /约|左右|大概|大约/u,
  /下降|减少|降低|下滑|缩减/u,
  /翻番|翻了?一番|翻倍/u,
  /一半|半数/u,
  /全部|所有|均为/u,
  /首次|第一次|唯一/u,
];

function agreesInSense(claim: string, proof: string): boolean {
  return SENSE.every((words) => !words.test(claim) || words.test(proof));
}

/** An address that no article gives. */
const ADDRESS = /https?:|www\.|[a-z0-9-]+\.(?:com|cn|net|org|io)\b/u;

/**
 * A claim in Chinese must consist mostly of characters of its proof, and its Latin words must all stand there. One in
 * another language shares neither with a Chinese sentence: there the figures and names are what can be checked, so such
 * a claim is only accepted where it was asked for.
 */
function sharesItsWords(claim: string, proof: string, language: Language): boolean {
  if (ADDRESS.test(claim) && !ADDRESS.test(proof)) return false;
  const latin = claim.match(/[a-z]/gu)?.length ?? 0;
  if (language !== "zh" && latin > (claim.match(/\p{Script=Han}/gu)?.length ?? 0)) return true;
  const characters = Array.from(withoutFigures(claim).matchAll(/\p{Script=Han}/gu), ([character]) => character);
  const held = new Set(proof);
  const shared = characters.filter((character) => held.has(character)).length;
  if (characters.length === 0 || shared < characters.length * MIN_SHARED_CHARACTERS) return false;
  return Array.from(claim.matchAll(/[a-z]{2,}/gu)).every(([word]) => proof.includes(word));
}
