/** A lookup that follows a script, and a bot on it: for the tests of /fact and of inline mode. */
import type { Fact } from "../../src/answer/lookup.js";
import type { RigOptions } from "../support/bot-rig.js";
import { startBot } from "./starting.js";

/** What all of them say. */
export const QUOTE = "累计孵化339名电商从业者。";
/** The `n`th fact of the script. */
export const fact = (n: number): Fact => {
  const place = { articleId: "a1", revision: 1, start: n * 20, end: n * 20 + QUOTE.length };
  return {
    n,
    ...place,
    title: "商业向善",
    author: "皮磊",
    source: "a.txt",
    quote: QUOTE,
    score: 1,
    marks: [{ start: 4, end: 8 }],
  };
};
/** Knows ten facts of everything but 未知. */
export const findKnownFacts: NonNullable<RigOptions["facts"]> = (query, topK = 10) =>
  Promise.resolve(query.includes("未知") ? [] : Array.from({ length: Math.min(10, topK) }, (_, i) => fact(i + 1)));
/** A bot that knows them. */
export const start = (options: RigOptions = {}) => startBot({ facts: findKnownFacts, ...options });
