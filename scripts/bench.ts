/**
 * `npm run bench [-- --articles N] [--json]`: retrieval over synthetic articles (2,500 give about 10,000 chunks) beside
 * LangChain's HNSWLib and MemoryVectorStore and MiniSearch on the same chunks, and the start-up of the program. Each
 * contender has a process of its own, so that memory can be compared. Ratios are what to read: machines are noisy.
 * `npm run bench -- verify [--json]`: what it costs to check a statement of a model.
 * `npm run bench -- facts [--articles N] [--json]`: how fast the running bot answers inline queries over HTTP.
 * `npm run bench -- index [--articles N] [--json]`: what one new article costs, beside vectra, and answering meanwhile.
 * `npm run bench -- bot [--json]`: the bot beside others, over a Bot API of its own.
 * `npm run bench -- soak [--updates N] [--chats N] [--json]`: the bot under faults for a minute.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { benchBot, renderBotBench } from "./bench/bot/bench-bot.js";
import { renderSoak, runSoak } from "./bench/bot/soak.js";
import { withCorpus } from "./bench/corpus.js";
import { measureFacts, renderFacts } from "./bench/facts-part.js";
import { benchIndex, runIndexContender } from "./bench/index-part.js";
import type { Result } from "./bench/measure.js";
import { benchOurs } from "./bench/ours.js";
import { benchPeer, PEERS } from "./bench/peers.js";
import { renderSearch } from "./bench/search-part.js";
import { benchStartUp } from "./bench/start-up.js";
import { benchVerify, renderVerification } from "./bench/verify.js";

const command = new Command("bench")
  .argument(
    "[part]",
    "verify: the checking of statements; facts: inline mode; index: what one new article costs; bot: the bot beside others; soak: it for a minute under faults",
  )
  .option("--articles <count>", "synthetic articles; default 2500, for index 10000")
  .option("--updates <count>", "soak: updates", "10000")
  .option("--chats <count>", "soak: chats they come from", "500")
  .option("--json", "the result as one JSON object")
  .option("--contender <name>", "internal: run one contender in this process and print its result")
  .option("--folder <path>", "internal: where corpus and index are")
  .parse();
const MAIN = fileURLToPath(new URL("../src/main.js", import.meta.url));
const options = command.opts<{
  articles?: string;
  updates: string;
  chats: string;
  json?: boolean;
  contender?: string;
  folder?: string;
}>();
const [part] = command.args;
const articles = Number(options.articles ?? (part === "index" ? 10_000 : 2500));

if (options.contender !== undefined && options.folder !== undefined)
  await runContender(options.contender, options.folder);
else if (part === "verify") printOr(benchVerify(), renderVerification);
else if (part === "facts") printOr(await measureFacts(MAIN, articles), renderFacts);
else if (part === "index") process.stdout.write(`${benchIndex(articles, options.json === true, runApart)}\n`);
else if (part === "soak") printOr(await runSoak(Number(options.updates), Number(options.chats)), renderSoak);
else if (part === "bot") printOr(await benchBot(tell), renderBotBench);
else await runAll();

function tell(step: string): void {
  process.stderr.write(`${step} …\n`);
}

function printOr<Measured>(measured: Measured, render: (measured: Measured) => string): void {
  process.stdout.write(`${options.json ? JSON.stringify(measured) : render(measured)}\n`);
}

async function runContender(name: string, folder: string): Promise<void> {
  const peer = PEERS.find((one) => one === name);
  const result = peer
    ? await benchPeer(peer, join(folder, "data"))
    : await (runIndexContender(name, folder, articles) ?? benchOurs(join(folder, "data"), join(folder, "corpus")));
  process.stdout.write(JSON.stringify(result));
}

function runApart(name: string, folder: string): unknown {
  process.stderr.write(`${name} …\n`);
  const internal = ["--contender", name, "--folder", folder, "--articles", String(articles)];
  const args = ["--expose-gc", fileURLToPath(import.meta.url), ...internal];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }));
}

async function runAll(): Promise<void> {
  await withCorpus(articles, async ({ folder, dataDir, corpusDir }) => {
    const results = ["ours", ...PEERS].map((name) => runApart(name, folder) as Result);
    process.stderr.write("start-up …\n");
    const startUp = await benchStartUp(MAIN, dataDir, corpusDir, "公益项目惠及多少名儿童?");
    process.stdout.write(`${renderSearch(results, startUp, options.json === true)}\n`);
  });
}
