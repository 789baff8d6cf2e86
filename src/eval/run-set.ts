/** Asks all questions of a set and counts: what `npm run eval` prints and the gate in the tests asserts. */
import { setImmediate } from "node:timers/promises";
import type { Answerer, ConversationStore } from "../core/ports.js";
import type { Fault } from "../core/regression-ports.js";
import type { AnswerKind, Language } from "../core/types.js";
import { askGolden, type GoldenQuestion, judgeAnswer, missingFacts, mustBeRefused } from "./golden.js";

/** One question and what came of it. */
export interface SetResult extends GoldenQuestion {
  fault: Fault | null;
  /** Groups of facts that were not there. */
  missing: string[][];
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

/** How a set is asked. */
export interface SetOptions {
  /** Called after each question. */
  onResult?: (done: number) => void;
  /** Aborting it ends the run, which throws its reason. */
  signal?: AbortSignal;
}

/** Asks one question after another, and lets others have their turn in between. */
export async function runSet(
  { answerer, conversations }: SetDeps,
  questions: readonly GoldenQuestion[],
  language?: Language,
  { onResult, signal }: SetOptions = {},
): Promise<SetResult[]> {
  const results: SetResult[] = [];
  for (const question of questions) {
    await setImmediate();
    signal?.throwIfAborted();
    const answer = await askGolden(answerer, conversations, question, language);
    const fault = judgeAnswer(question, answer) ?? null;
    const missing = missingFacts(question, answer);
    const { kind: answerKind, text, timings } = answer;
    results.push({ ...question, fault, missing, answerKind, text, ms: timings.totalMs });
    onResult?.(results.length);
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
