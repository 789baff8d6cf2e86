/** Starts one bot in a process of its own, so that bots neither share memory nor hold each other up. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BotApi } from "./bot-api.js";
import type { Model } from "./exchange.js";

/** Bots that are measured, ours first. `grammy`: its own polling; `runner`: @grammyjs/runner, one at a time per chat. */
export const CONTENDERS = ["ours", "grammy", "runner", "telegraf"] as const;

/** One of them. */
export type ContenderName = (typeof CONTENDERS)[number];

/** What a contender's process is told. */
export interface ContenderTask {
  name: ContenderName;
  token: string;
  apiRoot: string;
  model: Model;
  /** An empty folder of its own. */
  folder: string;
}

/** How a contender's process is. */
export interface ContenderReport {
  /** After a collection. */
  rssMb: number;
  /** 99th percentile of how late timers were since the last report. */
  loopP99Ms: number;
  /** Time of all its threads on a core since then, that of the start left out. */
  cpuMs: number;
}

/** A running one. */
export interface Contender {
  report(): Promise<ContenderReport>;
  end(): Promise<void>;
}

/** Starts it; it fetches updates as soon as it can. */
export function startContender(name: ContenderName, api: BotApi, model: Model): Contender {
  const folder = mkdtempSync(join(tmpdir(), "bench-bot-"));
  const task: ContenderTask = { name, token: api.token, apiRoot: api.root, model, folder };
  const file = fileURLToPath(new URL("./contender.js", import.meta.url));
  const child: ChildProcess = fork(file, [JSON.stringify(task)], { execArgv: ["--expose-gc"] });
  return {
    async report() {
      child.send("report");
      const [report] = (await once(child, "message")) as [ContenderReport];
      return report;
    },
    async end() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
