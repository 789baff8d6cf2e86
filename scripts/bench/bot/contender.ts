/**
 * A process of its own for one bot that is measured: starts it, and tells how it is whenever it is asked. Begun by
 * `start-contender`, with what to start as its one argument.
 */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { measureRss, round } from "../measure.js";
import type { ContenderReport, ContenderTask } from "./start-contender.js";

const task = JSON.parse(process.argv[2] ?? "{}") as ContenderTask;
const delay = monitorEventLoopDelay({ resolution: 10 });

let before = process.cpuUsage();

process.on("message", () => {
  // A collection stops everything for a while: what it does to the delay is not the bot's doing.
  const loopP99Ms = round(delay.percentile(99) / 1e6);
  const { user, system } = process.cpuUsage(before);
  const report: ContenderReport = { rssMb: measureRss(), loopP99Ms, cpuMs: round((user + system) / 1000) };
  delay.reset();
  before = process.cpuUsage();
  process.send?.(report);
});

// Only what is measured is loaded: memory is compared.
if (task.name === "ours") await (await import("./ours.js")).startOurs(task);
else if (task.name === "telegraf") await (await import("./telegraf.js")).startTelegraf(task);
else await (await import("./grammy.js")).startGrammy(task);
delay.enable();
before = process.cpuUsage();
