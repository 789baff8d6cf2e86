/** Runs the compiled program and its commands as a user would: a process, an environment, standard streams. */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What a finished process left behind. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A folder for one test, with a copy of the shipped corpus in `corpus`. */
export interface Sandbox {
  dataDir: string;
  corpusDir: string;
  remove(): void;
}

/** @param withCorpus whether the shipped corpus is copied in. Default true. */
export function createSandbox(withCorpus = true): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "flow-"));
  const corpusDir = join(folder, "corpus");
  if (withCorpus) cpSync("corpus", corpusDir, { recursive: true });
  return {
    dataDir: join(folder, "data"),
    corpusDir,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The environment of a sandbox: nothing of the developer's own reaches the program. */
export function environmentOf(sandbox: Sandbox, changes: Record<string, string> = {}): Record<string, string> {
  const path = process.env.PATH ?? "";
  return {
    PATH: path,
    BOT_TOKEN: "",
    OPENAI_API_KEY: "",
    DATA_DIR: sandbox.dataDir,
    CORPUS_DIR: sandbox.corpusDir,
    LANG: "zh_CN.UTF-8",
    ...changes,
  };
}

/** Runs `dist/<file>` to its end. */
export function runProgram(
  file: string,
  args: readonly string[],
  environment: Record<string, string>,
  input = "",
): Promise<Finished> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [resolve("dist", file), ...args], { env: environment });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.once("error", reject);
    child.once("close", (code) => done({ code, stdout, stderr }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
