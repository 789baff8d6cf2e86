/**
 * Which sentences are passed over so that the next best one may answer: those about another place, those that do not say
 * who did it or what was done, and those that give the age of others for somebody's. The other conditions refuse (see
 * `conditions.ts`): where the best sentence fails them, the next one is seldom better.
 */
import { foldText } from "../text/normalize.js";
import { asksForContents, statesContents } from "./asked-contents.js";
import { speaksOfAskedDeed, speaksOfCountedDeed } from "./asked-deed.js";
import { statesAskedDoer } from "./asked-doer.js";
import { speaksOfMeasure } from "./asked-measure.js";
import { mayBeOfPerson } from "./asked-of-person.js";
import { mayBeSaidBy } from "./asked-view.js";
import type { Question } from "./question.js";
import type { RankedSentence } from "./rank-sentences.js";
import { isOfAnotherPlace } from "./spoken-of.js";
import { isOfWiderPlaces } from "./wider-places.js";

/** Whether a sentence may be chosen at all. */
export function mayAnswer(question: Question, one: RankedSentence): boolean {
  const sentence = question.read(one.sentence.text);
  const { passage } = one;
  const before = question.read(
    passage.sentences.find(({ ordinal }) => ordinal === one.sentence.ordinal - 1)?.text ?? "",
  );
  return (
    statesAskedDoer(foldText(question.searched), sentence) &&
    (!asksForContents(question.folded) || statesContents(sentence)) &&
    mayBeSaidBy(question.folded, sentence, before) &&
    mayBeOfPerson(question.folded, sentence) &&
    speaksOfCountedDeed(question, sentence) &&
    speaksOfAskedDeed(question, sentence) &&
    (!question.folded.includes("从多少") || speaksOfMeasure(question, sentence)) &&
    !isOfAnotherPlace(question, one) &&
    !isOfWiderPlaces(question, sentence)
  );
}
