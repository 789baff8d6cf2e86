/**
 * `npm run -s eval:facts -- --passages P.jsonl[.gz] --queries Q.jsonl [--json]`: how often the sentence chosen for a
 * question holds the answer, and how often an answer is given at all: with the passages that answer, and without them.
 */
import { extractAnswer } from "../src/answer/extractive.js";
import { analyseQuestion } from "../src/answer/question.js";
import type { App } from "../src/app.js";
import type { Generation } from "../src/core/index-ports.js";
import { readQueries, type SetQuery } from "../src/eval/passages.js";
import { share } from "../src/eval/ranks.js";
import type { HybridRetriever } from "../src/retrieve/hybrid-retriever.js";
import { foldText } from "../src/text/normalize.js";
import { percentiles } from "./bench/measure.js";
import { openPassageApp } from "./eval/passage-corpus.js";
import { printReport, readSetOptions } from "./eval/set-options.js";
import { mapSources, retrieverWithout, type SourceOf } from "./eval/without-passages.js";
import { runToEnd } from "./run-script.js";

/** What one question came to. */
interface Outcome {
  /** Place of the first sentence that holds an answer, from 1; undefined: not among the first three. */
  place: number | undefined;
  /** UTF-16 units of the sentence in first place. */
  chars: number;
  ms: number;
  answered: boolean;
  /** Whether what was quoted holds an answer. */
  right: boolean;
  answeredWithout: boolean;
}

await runToEnd(async () => {
  const options = readSetOptions("eval:facts", "how often the chosen sentence holds the answer");
  const queries = await readQueries(options.queries);
  const { app, close } = await openPassageApp(options.passages, options.keep);
  try {
    const generation = await app.generations.current();
    if (!generation) throw new Error("the set has no passages");
    const sourceOf = mapSources(app);
    const outcomes: Outcome[] = [];
    for (const query of queries) outcomes.push(await measure(query, app, generation, sourceOf));
    const { p50, p95 } = percentiles(outcomes.map(({ ms }) => ms));
    const answered = outcomes.filter((outcome) => outcome.answered);
    printReport(
      {
        n: outcomes.length,
        "hit@1": share(outcomes, ({ place }) => place === 1),
        "hit@3": share(outcomes, ({ place }) => place !== undefined),
        chars: Math.round(outcomes.reduce((sum, { chars }) => sum + chars, 0) / Math.max(1, outcomes.length)),
        answered: share(outcomes, (outcome) => outcome.answered),
        rightOfAnswered: share(answered, ({ right }) => right),
        answeredWithoutPassages: share(outcomes, ({ answeredWithout }) => answeredWithout),
        p50Ms: p50,
        p95Ms: p95,
      },
      options.json,
    );
  } finally {
    await close();
  }
});

async function measure(query: SetQuery, app: App, generation: Generation, sourceOf: SourceOf): Promise<Outcome> {
  const started = performance.now();
  const facts = await app.lookup.findFacts(query.text, 3);
  const ms = performance.now() - started;
  const place = facts.findIndex(({ quote }) => holdsAnswer(quote, query)) + 1;
  const question = analyseQuestion(query.text);
  const answerFrom = async (retriever: HybridRetriever) =>
    extractAnswer(question, await retriever.findPassages(question.searched), generation.lexical);
  const answer = await answerFrom(app.retriever);
  const without = retrieverWithout(app, generation, (chunkId) => isPositive(sourceOf(chunkId), query));
  return {
    place: place === 0 ? undefined : place,
    chars: facts[0]?.quote.length ?? 0,
    ms,
    answered: answer !== undefined,
    right: answer?.citations.some(({ quote }) => holdsAnswer(quote, query)) ?? false,
    answeredWithout: (await answerFrom(without)) !== undefined,
  };
}

function holdsAnswer(quote: string, { answers }: SetQuery): boolean {
  const bare = (text: string) => foldText(text).replaceAll(/\s/gu, "");
  const folded = bare(quote);
  return answers.some((answer) => folded.includes(bare(answer)));
}

/** The source of an indexed passage is its id, which begins with its document's where the set names documents. */
function isPositive(source: string, { positives, pos_docs: documents }: SetQuery): boolean {
  return positives.includes(source) || (documents ?? []).some((document) => source.startsWith(`${document}#`));
}
