/**
 * `npm run bench [-- --articles N] [--json]`: retrieval over synthetic articles (2,500 give about 10,000 chunks) beside
 * LangChain's HNSWLib and MemoryVectorStore and MiniSearch on the same chunks, and the start-up of the program. Each
 * contender has a process of its own, so that memory can be compared. Ratios are what to read: machines are noisy.
 * `npm run bench -- verify [--json]`: what it costs to check a statement of a model.
 * `npm run bench -- index [--articles N] [--json]`: what one new article costs, beside vectra, and answering meanwhile.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { writeCorpus } from "./bench/corpus.js";
import { benchIndex, runIndexContender } from "./bench/index-part.js";
import { type Result, renderTable, round } from "./bench/measure.js";
import { benchOurs } from "./bench/ours.js";
import { benchPeer, PEERS } from "./bench/peers.js";
import { benchStartUp } from "./bench/start-up.js";
import { benchVerify } from "./bench/verify.js";

const command = new Command("bench")
  .argument("[part]", "verify: the checking of statements; index: what one new article costs")
  .option("--articles <count>", "synthetic articles; default 2500, for index 10000")
  .option("--json", "the result as one JSON object")
  .option("--contender <name>", "internal: run one contender in this process and print its result")
  .option("--folder <path>", "internal: where corpus and index are")
  .parse();
const options = command.opts<{ articles?: string; json?: boolean; contender?: string; folder?: string }>();

if (command.args[0] === "verify") printVerification();
else if (options.contender !== undefined && options.folder !== undefined)
  await runContender(options.contender, options.folder);
else if (command.args[0] === "index") runIndex(Number(options.articles ?? 10_000));
else await runAll(Number(options.articles ?? 2500));

function runIndex(articles: number): void {
  const runApart = (name: string, folder: string) => runContenderApart(name, folder, articles);
  process.stdout.write(`${benchIndex(articles, options.json === true, runApart)}\n`);
}

function printVerification(): void {
  const result = benchVerify();
  const { sentences, statements, cited, rebound, first, longCited, longUncited } = result;
  const text = [
    `${statements} statements against ${sentences} shown sentences`,
    `proven where they point: p50 ${cited.p50} ms, p95 ${cited.p95} ms a statement`,
    `looked for everywhere:   p50 ${rebound.p50} ms, p95 ${rebound.p95} ms a statement`,
    `first statement of an answer, the sentences read for it: ${first} ms`,
    `a reply of 20,000 characters: ${longCited} ms when it cites, ${longUncited} ms when it cites nothing`,
  ].join("\n");
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${text}\n`);
}

async function runContender(name: string, folder: string): Promise<void> {
  const peer = PEERS.find((one) => one === name);
  const result = peer
    ? await benchPeer(peer, join(folder, "data"))
    : await (runIndexContender(name, folder, Number(options.articles)) ??
        benchOurs(join(folder, "data"), join(folder, "corpus")));
  process.stdout.write(JSON.stringify(result));
}

function runContenderApart(name: string, folder: string, articles: number): unknown {
  process.stderr.write(`${name} …\n`);
  const internal = ["--contender", name, "--folder", folder, "--articles", String(articles)];
  const args = ["--expose-gc", fileURLToPath(import.meta.url), ...internal];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
}

async function runAll(articles: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const corpusDir = join(folder, "corpus");
    mkdirSync(corpusDir);
    writeCorpus(corpusDir, articles, 1);
    const results = ["ours", ...PEERS].map((name) => runContenderApart(name, folder, articles) as Result);
    process.stderr.write("start-up …\n");
    const mainFile = fileURLToPath(new URL("../src/main.js", import.meta.url));
    const startUp = await benchStartUp(mainFile, join(folder, "data"), corpusDir, "公益项目惠及多少名儿童?");
    print(results, startUp);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(results: readonly Result[], startUp: { p50: number; p95: number }): void {
  const [ours] = results;
  if (!ours) return;
  const ratio = (peer: number | null, own: number | null) =>
    peer === null || own === null || own === 0 ? null : round(peer / own);
  const ratios = results.slice(1).map((peer) => ({
    name: peer.name,
    indexMs: ratio(peer.indexMs, ours.indexMs),
    loadMs: ratio(peer.loadMs, ours.loadMs),
    p50: ratio(peer.search.p50, ours.search.p50),
    p95: ratio(peer.search.p95, ours.search.p95),
    rssMb: ratio(peer.rssMb, ours.rssMb),
  }));
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ results, ratios, startUp })}\n`);
    return;
  }
  const show = (value: number | null, unit = "") => (value === null ? "–" : `${value}${unit}`);
  const head = ["", "index ms", "load ms", "search p50 ms", "p95 ms", "found in 10", "vector recall@10", "RSS MB"];
  const rows = results.map((r) => [
    r.name,
    show(Math.round(r.indexMs)),
    show(r.loadMs),
    show(r.search.p50),
    show(r.search.p95),
    show(r.found),
    show(r.vectorRecall),
    show(r.rssMb),
  ]);
  const ratioRows = ratios.map((r) => [
    `${r.name} ÷ ours`,
    show(r.indexMs, "×"),
    show(r.loadMs, "×"),
    show(r.p50, "×"),
    show(r.p95, "×"),
    "",
    "",
    show(r.rssMb, "×"),
  ]);
  process.stdout.write(`${renderTable(head, [...rows, ...ratioRows])}\n\n`);
  process.stdout.write(`start of the program to the first answer: p50 ${startUp.p50} ms, p95 ${startUp.p95} ms\n`);
}
