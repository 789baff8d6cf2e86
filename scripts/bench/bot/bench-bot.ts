/** `npm run bench -- bot`: this project's bot beside grammY's own polling, @grammyjs/runner and telegraf, and the goals. */
import { renderTable, round } from "../measure.js";
import type { Model } from "./exchange.js";
import { type Burst, measureBurst, measureSteady, type Steady } from "./measures.js";
import { CONTENDERS, type ContenderName } from "./start-contender.js";

const MODEL: Model = { firstMs: 300, wholeMs: 300 };
const NO_MODEL: Model = { firstMs: 0, wholeMs: 0 };
/** The first sentence comes as soon, the whole answer later. */
const STREAMING: Model = { firstMs: 300, wholeMs: 900 };

const BURST = 5000;
/** grammY's own polling handles one update after another: thirty tell its rate. */
const SEQUENTIAL_BURST = 30;
const SECONDS = 20;
const FLOOD = 1500;

/** All that was measured of one bot. */
export interface BotResult {
  name: ContenderName;
  burst: Burst;
  /** With a model that takes no time: the cost of the bot itself. */
  bare: Burst;
  steady: Steady;
  flooded: Steady;
}

/** The whole comparison; takes about four minutes. */
export async function benchBot(tell: (step: string) => void): Promise<{ results: BotResult[]; streaming: Steady }> {
  const results: BotResult[] = [];
  for (const name of CONTENDERS) {
    tell(name);
    results.push({
      name,
      burst: await measureBurst(name, name === "grammy" ? SEQUENTIAL_BURST : BURST, MODEL),
      bare: await measureBurst(name, BURST, NO_MODEL),
      steady: await measureSteady(name, MODEL, { seconds: SECONDS, flood: 0 }),
      flooded: await measureSteady(name, MODEL, { seconds: SECONDS, flood: FLOOD }),
    });
  }
  tell("ours, streaming");
  return { results, streaming: await measureSteady("ours", STREAMING, { seconds: SECONDS, flood: 0 }) };
}

const NAMES: Record<ContenderName, string> = {
  ours: "this project",
  grammy: "grammY `bot.start()`",
  runner: "@grammyjs/runner",
  telegraf: "telegraf",
};

/** The tables, and how far each goal is met. */
export function renderBotBench({ results, streaming }: { results: readonly BotResult[]; streaming: Steady }): string {
  const [ours] = results;
  if (!ours) return "";
  const head = [
    "",
    "burst updates/s",
    "without a model/s",
    "CPU ms an update",
    "first text p50 ms",
    "p95 ms",
    "floor ms",
    "p95 beside a flood ms",
    "RSS MB after burst",
    "RSS MB beside a flood",
  ];
  const times = ({ visible: { p95 }, unanswered }: Steady) =>
    unanswered > 0 ? `${p95} (${unanswered} none)` : `${p95}`;
  const rows = results.map(({ name, burst, bare, steady, flooded }) =>
    [
      NAMES[name],
      burst.perSecond,
      bare.perSecond,
      round(bare.cpuMs / bare.updates),
      steady.visible.p50,
      times(steady),
      steady.floorMs,
      times(flooded),
      burst.rssMb,
      flooded.rssMb,
    ].map(String),
  );
  const faster = (name: ContenderName) =>
    round(ours.burst.perSecond / (results.find((one) => one.name === name)?.burst.perSecond ?? Number.NaN));
  return [
    renderTable(head, rows),
    "",
    `burst beside bot.start(): ${faster("grammy")} × (goal 100), beside runner: ${faster("runner")} ×, beside telegraf: ${faster("telegraf")} × (goal 2)`,
    `first text at 20 questions a second, p95: ${round(ours.steady.visible.p95 / ours.steady.floorMs)} × the floor (goal 1.1)`,
    `the same while the answer is streamed over 900 ms: ${round(streaming.visible.p95 / streaming.floorMs)} × the floor`,
    `p95 beside a flood of ${FLOOD}: ${round(ours.flooded.visible.p95 / ours.steady.visible.p95)} × without it (goal 2)`,
  ].join("\n");
}
