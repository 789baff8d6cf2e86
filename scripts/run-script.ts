/** What every command of the product does around its work: configuration, the app, errors, a closed pipe, exit codes. */
import { type App, createApp } from "../src/app.js";
import { type Config, loadEnvFile, readConfig } from "../src/config.js";
import type { Log } from "../src/core/ports.js";
import { describeError } from "../src/describe-error.js";
import { createLog } from "../src/log.js";

/** What the work is given. */
export interface ScriptContext {
  app: App;
  config: Config;
  log: Log;
}

/**
 * Runs `work` with an app and closes it afterwards. Exit code 1 when it throws; the error goes to stderr in words.
 * @param change adjusts the configuration, for a command with options of its own.
 */
export async function runScript(
  work: (context: ScriptContext) => Promise<void>,
  change: (config: Config) => Config = (config) => config,
): Promise<void> {
  await runToEnd(async () => {
    loadEnvFile();
    const config = change(readConfig());
    const log = createLog(
      config.logLevel ?? "warn",
      [config.telegram?.token, config.endpoint?.apiKey].filter(isString),
    );
    const app = await createApp(config, log);
    try {
      await work({ app, config, log });
    } finally {
      await app.close();
    }
  });
}

/** The same for work that needs no app of the user's configuration. */
export async function runToEnd(work: () => Promise<void>): Promise<void> {
  // `| head` closes the pipe early: that is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    process.exitCode = 1;
  }
}

function isString(value: string | undefined): value is string {
  return value !== undefined;
}
