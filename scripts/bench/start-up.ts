/** How long a user waits: from the start of the program to the first answer, with an index at hand. */
import { spawn } from "node:child_process";
import { percentiles, type Times } from "./measure.js";

const RUNS = 7;

/** Starts the compiled program `RUNS` times with a question on its standard input. */
export async function benchStartUp(
  mainFile: string,
  dataDir: string,
  corpusDir: string,
  question: string,
): Promise<Times> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await timeToFirstAnswer(mainFile, dataDir, corpusDir, question));
  return percentiles(times);
}

function timeToFirstAnswer(mainFile: string, dataDir: string, corpusDir: string, question: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [mainFile], {
      env: {
        ...process.env,
        BOT_TOKEN: "",
        OPENAI_API_KEY: "",
        DATA_DIR: dataDir,
        CORPUS_DIR: corpusDir,
        LOG_LEVEL: "error",
      },
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.once("error", reject);
    child.stdout.once("data", () => {
      resolve(performance.now() - started);
      child.stdin.end();
    });
    child.once("exit", (code) => reject(new Error(`the program ended with ${code} before it answered`)));
    child.stdin.write(`${question}\n`);
  });
}
