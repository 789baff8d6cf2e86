/**
 * The real program as a child process, for tests of what only a process can show: crashes, signals, exit codes, logs.
 * It runs the compiled `dist/src/main.js` (`npm test` builds it first) with an environment of its own.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ModelServer, type ModelServerOptions, startModelServer } from "../support/model-server.js";
import { type FakeTelegram, type FakeTelegramOptions, startFakeTelegram } from "../support/telegram/fake-telegram.js";
import { createWaiting } from "../support/telegram/waiting.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MAIN = fileURLToPath(new URL("../../dist/src/main.js", import.meta.url));

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Program {
  /** Everything written so far. */
  stdout(): string;
  stderr(): string;
  exited: Promise<Exit>;
  isRunning(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Waits for words on stderr or stdout; fails at once when the program ends before it says them. Default 30 s. */
  waitForOutput(words: string | RegExp, timeoutMs?: number): Promise<void>;
}

const running = new Set<ChildProcess>();

/** Starts the program. Of this process's environment it gets only PATH and HOME. */
export function startProgram(environment: Record<string, string>): Program {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run \`npm run build\``);
  const child = spawn(process.execPath, ["--enable-source-maps", MAIN], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: "en_US.UTF-8", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const waiting = createWaiting();
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (piece: string) => {
      output[name] += piece;
      waiting.notify();
    });
  }
  let exit: Exit | undefined;
  const exited = new Promise<Exit>((resolve) => {
    child.once("close", (code, signal) => {
      running.delete(child);
      exit = { code, signal };
      resolve(exit);
      waiting.notify();
    });
  });
  return {
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    exited,
    isRunning: () => exit === undefined,
    kill: (signal) => void child.kill(signal),
    async waitForOutput(words, timeoutMs = 30_000) {
      const probe = () => {
        const all = `${output.stdout}\n${output.stderr}`;
        if (typeof words === "string" ? all.includes(words) : words.test(all)) return true;
        if (exit)
          throw new Error(`the program ended (${exit.code ?? exit.signal}) without ${words}:\n${output.stderr}`);
        return undefined;
      };
      await waiting.until(probe, timeoutMs, () => `${words} in the output:\n${output.stdout}\n${output.stderr}`);
    },
  };
}

/** What the program lives in: an emulated Telegram, a model's server, a folder for DATA_DIR. */
export interface Surroundings {
  telegram: FakeTelegram;
  model: ModelServer;
  dataDir: string;
  /** Starts the bot on them and waits until it runs. By default with the shipped corpus, without the model and without limits. */
  start: (environment?: Record<string, string>) => Promise<Program>;
  /** Environment that makes the program use the model for its answers. */
  withModel: Record<string, string>;
}

const surroundings = new Set<Surroundings>();

/** Opens them; `closeSurroundings` closes them, and ends the programs started on them. */
export async function openSurroundings(
  options: ModelServerOptions = {},
  telegramOptions: FakeTelegramOptions = {},
): Promise<Surroundings> {
  const telegram = await startFakeTelegram(telegramOptions);
  const model = await startModelServer(options);
  const dataDir = mkdtempSync(join(tmpdir(), "program-"));
  const opened: Surroundings = {
    telegram,
    model,
    dataDir,
    async start(environment = {}) {
      const program = startProgram({
        BOT_TOKEN: telegram.token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        DATA_DIR: dataDir,
        CORPUS_DIR: "corpus",
        LIMIT_PER_MINUTE: "0",
        LIMIT_PER_DAY: "0",
        ...environment,
      });
      await program.waitForOutput(`@${telegram.bot.username} is running`);
      return program;
    },
    withModel: { OPENAI_API_KEY: "sk-test-0123456789", OPENAI_BASE_URL: model.baseUrl, EMBEDDING_MODEL: "embedded" },
  };
  surroundings.add(opened);
  return opened;
}

/** For `afterAll`. */
export async function closeSurroundings(): Promise<void> {
  const ends = Array.from(running, (child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of running) child.kill("SIGKILL");
  await Promise.all(ends);
  for (const { telegram, model, dataDir } of surroundings) {
    await telegram.close();
    await model.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  surroundings.clear();
}

/** Waits for something that nobody announces. */
export async function until(isTrue: () => boolean, what: string, timeoutMs = 10_000): Promise<void> {
  const givenUpAt = Date.now() + timeoutMs;
  while (!isTrue()) {
    if (Date.now() > givenUpAt) throw new Error(`not seen within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
