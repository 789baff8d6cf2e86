/** `npm run bench -- facts`: indexes made-up articles, starts the program on them, and prints how fast inline mode is. */
import { createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { createLog } from "../../src/log.js";
import { withCorpus } from "./corpus.js";
import { benchFacts, type FactTimes } from "./facts.js";
import { renderTable } from "./measure.js";

/** Runs it. @param mainFile the compiled program. */
export function measureFacts(mainFile: string, articles: number): Promise<FactTimes> {
  return withCorpus(articles, async ({ dataDir, corpusDir }) => {
    const app = await createApp({ ...readConfig({}), dataDir, corpusDir }, createLog("error"));
    await app.ingest();
    await app.close();
    return benchFacts(mainFile, dataDir, corpusDir);
  });
}

/** As text. */
export function renderFacts({ chunks, queries, all, kinds }: FactTimes): string {
  const rows = Object.entries(kinds).map(([kind, { p50, p95, known }]) => [kind, `${p50}`, `${p95}`, `${known}`]);
  return [
    `${queries} inline queries over ${chunks} chunks: p50 ${all.p50} ms, p95 ${all.p95} ms from the update to the answer`,
    "",
    renderTable(["", "p50 ms", "p95 ms", "with results"], rows),
  ].join("\n");
}
