/**
 * `npm run bench [-- --articles N] [--json]`: retrieval over synthetic articles (2,500 give about 10,000 chunks) beside
 * LangChain's HNSWLib and MemoryVectorStore and MiniSearch on the same chunks, and the start-up of the program. Each
 * contender has a process of its own, so that memory can be compared. Ratios are what to read: machines are noisy.
 * `npm run bench -- verify [--json]`: what it costs to check a statement of a model.
 * `npm run bench -- facts [--articles N] [--json]`: how fast the running bot answers inline queries over HTTP.
 * `npm run bench -- bot [--json]`: the bot beside others, over a Bot API of its own.
 * `npm run bench -- soak [--updates N] [--chats N] [--json]`: the bot under faults for a minute.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { createApp } from "../src/app.js";
import { readConfig } from "../src/config.js";
import { createSyntheticArticles } from "../src/eval/synthetic.js";
import { createLog } from "../src/log.js";
import { benchBot, renderBotBench } from "./bench/bot/bench-bot.js";
import { renderSoak, runSoak } from "./bench/bot/soak.js";
import { benchFacts, type FactTimes } from "./bench/facts.js";
import { type Result, renderTable, round } from "./bench/measure.js";
import { benchOurs } from "./bench/ours.js";
import { benchPeer, PEERS } from "./bench/peers.js";
import { benchStartUp } from "./bench/start-up.js";
import { benchVerify } from "./bench/verify.js";

const command = new Command("bench")
  .argument(
    "[part]",
    "verify: the checking of statements; facts: inline mode; bot: the bot beside others; soak: it for a minute under faults",
  )
  .option("--articles <count>", "synthetic articles", "2500")
  .option("--updates <count>", "soak: updates", "10000")
  .option("--chats <count>", "soak: chats they come from", "500")
  .option("--json", "the result as one JSON object")
  .option("--contender <name>", "internal: run one contender in this process and print its result")
  .option("--folder <path>", "internal: where corpus and index are")
  .parse();
const MAIN = fileURLToPath(new URL("../src/main.js", import.meta.url));
const options = command.opts<{
  articles: string;
  updates: string;
  chats: string;
  json?: boolean;
  contender?: string;
  folder?: string;
}>();

const [part] = command.args;
const tell = (step: string) => process.stderr.write(`${step} …\n`);

if (part === "verify") printVerification();
else if (part === "facts") await runFacts(Number(options.articles));
else if (part === "soak") printOr(await runSoak(Number(options.updates), Number(options.chats)), renderSoak);
else if (part === "bot") printOr(await benchBot(tell), renderBotBench);
else if (options.contender !== undefined && options.folder !== undefined)
  await runContender(options.contender, options.folder);
else await runAll(Number(options.articles));

function printOr<Measured>(measured: Measured, render: (measured: Measured) => string): void {
  process.stdout.write(`${options.json ? JSON.stringify(measured) : render(measured)}\n`);
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
    : await benchOurs(join(folder, "data"), join(folder, "corpus"));
  process.stdout.write(JSON.stringify(result));
}

async function runFacts(articles: number): Promise<void> {
  await withCorpus(articles, async ({ dataDir, corpusDir }) => {
    const app = await createApp({ ...readConfig({}), dataDir, corpusDir }, createLog("error"));
    await app.ingest();
    await app.close();
    const times = await benchFacts(MAIN, dataDir, corpusDir);
    process.stdout.write(options.json ? `${JSON.stringify(times)}\n` : `${renderFacts(times)}\n`);
  });
}

function renderFacts({ chunks, queries, all, kinds }: FactTimes): string {
  const rows = Object.entries(kinds).map(([kind, { p50, p95, known }]) => [kind, `${p50}`, `${p95}`, `${known}`]);
  return [
    `${queries} inline queries over ${chunks} chunks: p50 ${all.p50} ms, p95 ${all.p95} ms from the update to the answer`,
    "",
    renderTable(["", "p50 ms", "p95 ms", "with results"], rows),
  ].join("\n");
}

/** Writes made-up articles into a folder, which is removed afterwards. */
async function withCorpus(
  articles: number,
  run: (folders: { folder: string; dataDir: string; corpusDir: string }) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const corpusDir = join(folder, "corpus");
    mkdirSync(corpusDir);
    for (const [i, { title, text }] of createSyntheticArticles(articles, 1).entries()) {
      writeFileSync(
        join(corpusDir, `${String(i).padStart(6, "0")}.md`),
        `---\ntitle: ${JSON.stringify(title)}\n---\n${text}\n`,
      );
    }
    await run({ folder, dataDir: join(folder, "data"), corpusDir });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runAll(articles: number): Promise<void> {
  await withCorpus(articles, async ({ folder, dataDir, corpusDir }) => {
    const results = ["ours", ...PEERS].map((name) => {
      process.stderr.write(`${name} …\n`);
      const args = ["--expose-gc", fileURLToPath(import.meta.url), "--contender", name, "--folder", folder];
      return JSON.parse(
        execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }),
      ) as Result;
    });
    process.stderr.write("start-up …\n");
    const startUp = await benchStartUp(MAIN, dataDir, corpusDir, "公益项目惠及多少名儿童?");
    print(results, startUp);
  });
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
