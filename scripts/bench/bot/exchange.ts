/**
 * What is asked and answered in a benchmark of bots: every question bears a number and its answer repeats it, so that
 * whatever a bot shows can be tied to what it was asked. Shared by the measuring side and the bots.
 */
import { setTimeout as pause } from "node:timers/promises";

/** A stand-in for a model: a timer. Whoever is asked waits so long, then says it all. */
export interface Model {
  /** Until the first sentence. Milliseconds. */
  firstMs: number;
  /** Until the whole answer. Milliseconds. */
  wholeMs: number;
}

/** The text of question `number`. */
export function questionOf(number: number): string {
  return `#${number} 青龙县累计孵化了多少名电商从业者?`;
}

/** The number in a question or in what a bot shows; undefined in texts of another kind. */
export function numberIn(text: string): number | undefined {
  const digits = /#(\d+)/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Answers after as long as the model takes; `onPartial` hears the first sentence before. */
export async function answerSlowly(
  question: string,
  { firstMs, wholeMs }: Model,
  onPartial?: (text: string) => void,
): Promise<string> {
  const first = `#${numberIn(question) ?? 0} 累计孵化339名电商从业者。[1]`;
  if (firstMs > 0) await pause(firstMs);
  onPartial?.(first);
  if (wholeMs > firstMs) await pause(wholeMs - firstMs);
  return `${first}销售额超500万元,带动全县百姓做直播。[1]`;
}
