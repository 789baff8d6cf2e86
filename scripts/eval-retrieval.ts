/**
 * `npm run -s eval:retrieval -- --passages P.jsonl[.gz] --queries Q.jsonl [--json]`: how often a question finds its
 * passage, with the product's own code and default settings, in a temporary data folder.
 */
import { readQueries } from "../src/eval/passages.js";
import { reportRanks } from "../src/eval/ranks.js";
import { measureRss, percentiles } from "./bench/measure.js";
import { openPassageApp } from "./eval/passage-corpus.js";
import { printReport, readSetOptions } from "./eval/set-options.js";
import { runToEnd } from "./run-script.js";

/** Chunks asked for: a passage may have been cut into several, and ten passages are looked at. */
const TOP_K = 24;
/** The first questions also pay for what is loaded once; they are asked once more at the end. */
const WARM_UP = 20;

await runToEnd(async () => {
  const options = readSetOptions("eval:retrieval", "how often a question finds its passage");
  const queries = await readQueries(options.queries);
  const { app, indexMs, chunks, close } = await openPassageApp(options.passages, options.keep);
  try {
    for (const { text } of queries.slice(0, WARM_UP)) await app.retriever.findPassages(text, TOP_K);
    const times: number[] = [];
    const ranks: (number | undefined)[] = [];
    for (const { text, positives } of queries) {
      const started = performance.now();
      const found = await app.retriever.findPassages(text, TOP_K);
      times.push(performance.now() - started);
      const place = Array.from(new Set(found.map(({ source }) => source))).findIndex((id) => positives.includes(id));
      ranks.push(place < 0 ? undefined : place + 1);
    }
    const { p50, p95 } = percentiles(times);
    printReport({ ...reportRanks(ranks), p50Ms: p50, p95Ms: p95, indexMs, rssMb: measureRss(), chunks }, options.json);
  } finally {
    await close();
  }
});
