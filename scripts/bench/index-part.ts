/** `npm run bench -- index`: its three measurements, each in a process of its own, and how they are printed. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Additions, benchOwnAdditions, benchVectraAdditions } from "./additions.js";
import { writeCorpus } from "./corpus.js";
import { renderTable, round } from "./measure.js";
import { benchWhileIndexing } from "./while-indexing.js";

type Answering = Awaited<ReturnType<typeof benchWhileIndexing>>;

/** Runs one measurement in this process; undefined for a name that is none of them. */
export function runIndexContender(name: string, folder: string, articles: number): Promise<unknown> | undefined {
  const [dataDir, corpusDir] = [join(folder, "data"), join(folder, "corpus")];
  if (name === "own-additions") return benchOwnAdditions(dataDir, corpusDir);
  if (name === "vectra-additions") return benchVectraAdditions(dataDir);
  if (name === "while-indexing") return benchWhileIndexing(dataDir, corpusDir, articles);
  return undefined;
}

/** Runs all of them. @param runApart runs a contender over a folder in another process and gives its result. */
export function benchIndex(
  articles: number,
  isJson: boolean,
  runApart: (name: string, folder: string) => unknown,
): string {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    mkdirSync(join(folder, "corpus"));
    writeCorpus(join(folder, "corpus"), articles, 1);
    const own = runApart("own-additions", folder) as Additions;
    const vectra = runApart("vectra-additions", folder) as Additions;
    const answering = runApart("while-indexing", folder) as Answering;
    return isJson ? JSON.stringify({ own, vectra, answering }) : render(own, vectra, answering);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function render(own: Additions, vectra: Additions, { idle, indexing, indexMs }: Answering): string {
  const share = (one: number, all: number) => `${round((100 * one) / all)} %`;
  const named = { ...own, name: `${own.name}, its file named` };
  const found = own.found ? [{ ...own, name: `${own.name}, found among all files`, one: own.found }] : [];
  const additions = [named, ...found, vectra].map(({ name, articles, chunks, allMs, one, embedded }) => [
    name,
    `${articles} (${chunks} chunks)`,
    `${allMs}`,
    `${one.p50}`,
    `${one.p95}`,
    share(one.p50, allMs),
    embedded ? share(embedded.one, embedded.all) : "–",
  ]);
  const head = ["", "articles", "all ms", "one more p50 ms", "p95 ms", "time of all", "embeddings of all"];
  const ratio = `one article more, vectra ÷ ours: p50 ${round(vectra.one.p50 / own.one.p50)}×, p95 ${round(vectra.one.p95 / own.one.p95)}×`;
  const rows = Object.entries({ idle, indexing }).map(([name, { answers, answer, delay }]) => [
    name === "idle" ? "idle" : `while all is indexed anew (${Math.round(indexMs)} ms)`,
    ...[answers, answer.p50, answer.p95, delay.p50, delay.p99, delay.max].map(String),
  ]);
  const columns = ["", "answers", "p50 ms", "p95 ms", "loop delay p50 ms", "p99 ms", "max ms"];
  const slower = `answers while indexing ÷ idle: p50 ${round(indexing.answer.p50 / idle.answer.p50)}×, p95 ${round(indexing.answer.p95 / idle.answer.p95)}×`;
  return [renderTable(head, additions), ratio, renderTable(columns, rows), slower].join("\n\n");
}
