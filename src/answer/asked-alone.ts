/**
 * 响应时间是多少? names nothing by itself, so it was completed from the talk: 桃江坪县的响应时间是多少? Where that finds nothing that speaks
 * of its own words, it is asked as it stands, of the articles that were talked about.
 */
import type { Turn } from "../core/types.js";
import { stripQuestionWords } from "../text/question-words.js";
import { contentWords } from "../text/word-rarity.js";
import { type Condensed, standingAlone } from "./condense-by-rules.js";
import type { Draft } from "./draft.js";
import { readFollowUp } from "./follow-up.js";
import type { Question } from "./question.js";
import type { SearchedQuestion } from "./quote.js";
import { isOfAnotherPlace, isSpokenOf } from "./spoken-of.js";

/** The question as it was asked, of what was talked about; undefined when it says itself what it leans on. */
export function askedAlone(asked: string, { text }: Condensed, turns: readonly Turn[]): Condensed | undefined {
  if (text === asked || readFollowUp(asked)?.form !== "ellipsis") return undefined;
  const leansOn = turns.filter(({ citations }) => citations.length > 0);
  return leansOn.length === 0 ? undefined : { ...standingAlone(asked), leansOn, leansTacitly: true };
}

const WHEN = /\d|^(?:现在|目前|如今|今年|去年|前年|当时|以前|过去)$/u;

/** Whether nothing of what is quoted speaks of what was asked, or nothing was quoted. */
export function missesQuestion({ kind, citations }: Draft, asked: string): boolean {
  if (kind === "refused") return true;
  const words = contentWords(stripQuestionWords(asked)).filter((word) => word.length > 1 && !WHEN.test(word));
  return (
    kind === "extractive" &&
    words.length > 0 &&
    !words.some((word) => citations.some(({ quote }) => isSpokenOf(word, quote)))
  );
}

/** Whether a draft quotes only articles that were talked about, and no other place than the one that the talk was of. */
export function staysInTalk(
  { citations }: Draft,
  completed: Question,
  { leansOn }: Condensed,
  searched: readonly SearchedQuestion[],
): boolean {
  const talked = new Set(leansOn.flatMap((turn) => turn.citations.map(({ articleId }) => articleId)));
  return citations.every(({ articleId, start }) => {
    if (!talked.has(articleId)) return false;
    const places = searched.flatMap(({ passages }) =>
      passages
        .filter((passage) => passage.articleId === articleId)
        .flatMap((passage) =>
          passage.sentences.filter((sentence) => sentence.start === start).map((sentence) => ({ passage, sentence })),
        ),
    );
    return places.some(({ passage, sentence }) => {
      // What a paragraph says of a place ends with it, where the next one names none.
      const own = passage.sentences.filter(({ paragraph }) => paragraph === sentence.paragraph);
      return !isOfAnotherPlace(completed, { passage: { ...passage, names: "", sentences: own }, sentence });
    });
  });
}
