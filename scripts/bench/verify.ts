/** What checking costs: every clause of synthetic articles as a statement, once cited rightly and once with no number. */
import { type ShownSentence, showSentences } from "../../src/answer/shown-sentences.js";
import { createStatementParser, type DraftStatement } from "../../src/answer/statements.js";
import { verifyStatement } from "../../src/answer/verify.js";
import type { Passage } from "../../src/core/types.js";
import { createSyntheticArticles } from "../../src/eval/synthetic.js";
import { foldText } from "../../src/text/normalize.js";
import { splitSentences } from "../../src/text/sentences.js";
import { cutWords } from "../../src/text/tokens.js";
import { percentiles, round, type Times } from "./measure.js";

/** Times in milliseconds. */
export interface VerifyTimes {
  sentences: number;
  statements: number;
  /** The statement cites the sentence it comes from. */
  cited: Times;
  /** It cites nothing and is looked for in all that was shown. */
  rebound: Times;
  /** The first statement of an answer, and all sentences it needs read; the dictionary is loaded, as retrieval does. */
  first: number;
  /** A whole reply of 20,000 characters, streamed in small pieces: cited well, and not at all. */
  longCited: number;
  longUncited: number;
}

/** As many as a model is shown for one question. */
const SHOWN = 64;

/** Runs the check on one thread, without a model. */
export function benchVerify(): VerifyTimes {
  const shown = showSome();
  cutWords("加载词典");
  foldText("加载");
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
    longCited: round(timeOf(() => checkReply(true))),
    longUncited: round(timeOf(() => checkReply(false))),
  };
}

const LONG_REPLY = 20_000;
const PIECE = 5;

/** Reads and checks a reply with a fresh set of sentences; every statement is another one, and none is left out. */
function checkReply(cites: boolean): void {
  const shown = showSome();
  const all = Array.from(
    shown.values(),
    ({ number, sentence }) => `据报道,${sentence.text}${cites ? `[${number}]` : ""}`,
  );
  const reply = Array.from({ length: LONG_REPLY }, (_, i) => all[i % all.length])
    .join("")
    .slice(0, LONG_REPLY);
  const parser = createStatementParser();
  const check = (drafts: readonly DraftStatement[]) => {
    for (const draft of drafts) verifyStatement(draft, shown, "zh");
  };
  for (let i = 0; i < reply.length; i += PIECE) check(parser.push(reply.slice(i, i + PIECE)));
  check(parser.end());
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

/** As text. */
export function renderVerification(result: VerifyTimes): string {
  const { sentences, statements, cited, rebound, first, longCited, longUncited } = result;
  return [
    `${statements} statements against ${sentences} shown sentences`,
    `proven where they point: p50 ${cited.p50} ms, p95 ${cited.p95} ms a statement`,
    `looked for everywhere:   p50 ${rebound.p50} ms, p95 ${rebound.p95} ms a statement`,
    `first statement of an answer, the sentences read for it: ${first} ms`,
    `a reply of 20,000 characters: ${longCited} ms when it cites, ${longUncited} ms when it cites nothing`,
  ].join("\n");
}
