/**
 * The real program as a child process, for tests of what only a process can show: crashes, signals, exit codes, logs.
 * It runs the compiled `dist/src/main.js` (`npm test` builds it first) with an environment of its own.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
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
  /** Waits for words on stderr or stdout; fails at once when the program ends before it says them. Default 20 s. */
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
    async waitForOutput(words, timeoutMs = 20_000) {
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

/** Ends every program that a test left running; for `afterEach`. */
export async function killPrograms(): Promise<void> {
  const ends = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
  for (const child of running) child.kill("SIGKILL");
  await Promise.all(ends);
}
