/**
 * From the environment to a running bot: read the configuration, put the app together, bring the index up to date,
 * then Telegram, or without BOT_TOKEN a chat in the terminal; at the end everything is closed.
 */
import { type App, createApp } from "./app.js";
import { createBot } from "./bot/bot.js";
import { type Config, loadEnvFile, readConfig } from "./config.js";
import type { Log } from "./core/ports.js";
import type { ReindexOutcome } from "./core/reindex-ports.js";
import { describeError } from "./describe-error.js";
import { reindexWords } from "./i18n/reindex-words.js";
import { terminalWords } from "./i18n/terminal-words.js";
import { createLog } from "./log.js";
import { runTerminalChat } from "./terminal/chat.js";
import { showProgress } from "./terminal/progress.js";

/** Runs until it is told to stop. Returns the exit code: 0, or 1 with the reason on stderr. */
export async function run(): Promise<number> {
  try {
    loadEnvFile();
    const config = readConfig();
    const secrets = [config.telegram?.token, config.endpoint?.apiKey].filter((secret) => secret !== undefined);
    const log = createLog(config.logLevel ?? (config.telegram ? "info" : "warn"), secrets);
    const app = await createApp(config, log);
    try {
      await app.ensureIndex({ onProgress: showProgress(process.stderr, terminalWords(config.language)) });
      if (config.telegram) await runTelegram(app, config, config.telegram, log);
      else await runTerminal(app, config, log);
    } finally {
      await app.close();
    }
    return 0;
  } catch (error) {
    process.stderr.write(`${describeError(error)}\n`);
    return 1;
  }
}

/** Until the input ends. A pipe's output holds answers only, so how to go on to Telegram is said beside it. */
async function runTerminal(app: App, { language, watchesCorpus }: Config, log: Log): Promise<void> {
  const { stdin: input, stdout: output, stderr } = process;
  if (!input.isTTY || !output.isTTY) stderr.write(`${terminalWords(language).telegramHint}\n`);
  const tell = ({ kind }: ReindexOutcome) => {
    const words = reindexWords(language);
    stderr.write(`\n${words.corpusChanged} ${kind === "worse" ? words.worseHere : words.swapped}\n`);
  };
  const endFollowing = watchesCorpus ? app.followCorpus(tell) : async () => {};
  try {
    await runTerminalChat({ ...app, log }, { input, output, language });
  } finally {
    await endFollowing();
  }
}

/** Until SIGTERM or SIGINT; what is under way is finished first. */
async function runTelegram(
  app: App,
  config: Config,
  telegram: NonNullable<Config["telegram"]>,
  log: Log,
): Promise<void> {
  const words = terminalWords(config.language);
  const onReady = (username: string) => process.stderr.write(`${words.running(username)}\n`);
  const { adminIds, allowedChats, limits } = config;
  const { followCorpus, ...deps } = app;
  const bot = createBot(
    { ...deps, log, ...(config.watchesCorpus && { followCorpus }) },
    {
      ...telegram,
      adminIds,
      limits,
      ...(allowedChats && { allowedChats }),
      retentionDays: config.retentionDays,
      ...(config.pricePerMillion !== undefined && { pricePerMillion: config.pricePerMillion }),
      usesModel: config.endpoint !== undefined,
      onReady,
    },
  );
  const stop = () => void bot.stop();
  process.once("SIGTERM", stop).once("SIGINT", stop);
  await bot.run();
  process.stderr.write(`${words.stopped}\n`);
}
