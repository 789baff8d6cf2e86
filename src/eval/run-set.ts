/** Asks all questions of a set and counts: what `npm run eval` prints and the gate in the tests asserts. */
import type { Answerer, ConversationStore } from "../core/ports.js";
import type { AnswerKind, Language } from "../core/types.js";
import { askGolden, type Fault, type GoldenQuestion, judgeAnswer, mustBeRefused } from "./golden.js";

/** One question and what came of it. */
export interface SetResult extends GoldenQuestion {
  fault: Fault | null;
  answerKind: AnswerKind;
  text: string;
  ms: number;
}

/** Counts of one set. */
export interface SetSummary {
  answerable: number;
  right: number;
  refusable: number;
  refused: number;
  medianMs: number;
  /** Right of all, by kind of question. */
  kinds: Record<string, { right: number; of: number }>;
}

/** What is asked. */
export interface SetDeps {
  answerer: Answerer;
  conversations: Pick<ConversationStore, "clearTurns">;
}

/** Asks one question after another. */
export async function runSet(
  { answerer, conversations }: SetDeps,
  questions: readonly GoldenQuestion[],
  language?: Language,
): Promise<SetResult[]> {
  const results: SetResult[] = [];
  for (const question of questions) {
    const answer = await askGolden(answerer, conversations, question, language);
    const fault = judgeAnswer(question, answer) ?? null;
    results.push({ ...question, fault, answerKind: answer.kind, text: answer.text, ms: answer.timings.totalMs });
  }
  return results;
}

/** Counts what is right. */
export function summariseSet(results: readonly SetResult[]): SetSummary {
  const refusable = results.filter((result) => mustBeRefused(result));
  const answerable = results.filter((result) => !mustBeRefused(result));
  const isRight = ({ fault }: SetResult) => fault === null;
  const kinds: SetSummary["kinds"] = {};
  for (const result of results) {
    const counts = (kinds[result.kind] ??= { right: 0, of: 0 });
    counts.of++;
    if (isRight(result)) counts.right++;
  }
  const times = results.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return {
    answerable: answerable.length,
    right: answerable.filter(isRight).length,
    refusable: refusable.length,
    refused: refusable.filter(isRight).length,
    medianMs: Math.round((times[Math.floor(times.length / 2)] ?? 0) * 100) / 100,
    kinds,
  };
}
