/**
 * The sentence right before the best one, when that names what the best one leaves open: the day (2月23日,…研讨会在京举办。某研究院
 * 发布…报告) or who the organisers are (由甲、乙主办…。会上,主办方发布手册). Without it a quote is true and no answer.
 */
import { findOrganisations } from "../text/organisations.js";
import { findQuantities } from "../text/quantities.js";
import { askedDeed } from "./asked-doer.js";
import { isYear } from "./conditions.js";
import type { Question } from "./question.js";
import type { RankedSentence } from "./rank-sentences.js";

const ORGANISERS = /(?:主办|承办|举办|发起|合作|捐赠|资助)(?:方|单位|机构)/u;

/** @param ranked all sentences, also those that may not be the best. */
export function namedBefore(
  question: Question,
  best: RankedSentence,
  ranked: readonly RankedSentence[],
): RankedSentence | undefined {
  const before = ranked.find(
    ({ passage, sentence }) =>
      passage.articleId === best.passage.articleId &&
      sentence.ordinal === best.sentence.ordinal - 1 &&
      sentence.paragraph === best.sentence.paragraph,
  );
  if (!before) return undefined;
  const told = question.read(best.sentence.text);
  const toldBefore = question.read(before.sentence.text);
  if (question.kind === "date") return !namesTime(told) && namesTime(toldBefore) ? before : undefined;
  const isLeftOpen = askedDeed(question.folded) && ORGANISERS.test(told) && findOrganisations(told).length === 0;
  return isLeftOpen && findOrganisations(toldBefore).length > 0 ? before : undefined;
}

/** A day or a calendar year; 17年来 is none. */
function namesTime(text: string): boolean {
  const isTime = /[今去前]年|昨[日天]|近日|日前/u.test(text);
  return isTime || findQuantities(text).some((one) => isYear(one) || /^[月日号]$/u.test(one.unit));
}
