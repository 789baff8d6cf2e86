/** What checking costs: every clause of synthetic articles as a statement, once cited rightly and once with no number. */
import { type ShownSentence, showSentences } from "../../src/answer/shown-sentences.js";
import { verifyStatement } from "../../src/answer/verify.js";
import type { Passage } from "../../src/core/types.js";
import { createSyntheticArticles } from "../../src/eval/synthetic.js";
import { splitSentences } from "../../src/text/sentences.js";
import { percentiles, round, type Times } from "./measure.js";

/** Times in milliseconds. */
export interface VerifyTimes {
  sentences: number;
  statements: number;
  /** The statement cites the sentence it comes from. */
  cited: Times;
  /** It cites nothing and is looked for in all that was shown. */
  rebound: Times;
  first: number;
}

/** As many as a model is shown for one question. */
const SHOWN = 64;

/** Runs the check on one thread, without a model. */
export function benchVerify(): VerifyTimes {
  const shown = showSome();
  const first = timeOf(() => verifyStatement({ text: "项目惠及儿童。", cited: [1] }, shown, "zh"));
  const statements = Array.from(shown.values()).flatMap(({ number, sentence }) =>
    sentence.text
      // Without its full stop it is no quote word for word, which would be passed unread.
      .replace(/。$/u, "")
      .split(/[，；]/u)
      .map((text) => ({ text, cited: [number] })),
  );
  const run = (cites: boolean) =>
    percentiles(
      statements.map(({ text, cited }) =>
        timeOf(() => verifyStatement({ text, cited: cites ? cited : [] }, shown, "zh")),
      ),
    );
  return {
    sentences: shown.size,
    statements: statements.length,
    cited: run(true),
    rebound: run(false),
    first: round(first),
  };
}

function timeOf(call: () => unknown): number {
  const started = performance.now();
  call();
  return performance.now() - started;
}

function showSome(): Map<number, ShownSentence> {
  const passages = createSyntheticArticles(40, 1).map(({ title, text }, i): Passage => {
    const sentences = splitSentences(text).map(({ start, end }, ordinal) => ({
      ordinal,
      start,
      end,
      kind: "body" as const,
      paragraph: 0,
      text: text.slice(start, end),
    }));
    const article = { articleId: `a${i}`, revision: 1, source: "bench", title, names: title, eventDates: [], text };
    return { chunkId: i + 1, ...article, sentences, score: 1 };
  });
  return new Map(
    showSentences(passages)
      .slice(0, SHOWN)
      .map((one) => [one.number, one]),
  );
}
