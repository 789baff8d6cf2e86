/**
 * The product with its bot on an emulated Telegram, over a folder of articles that the test writes: for tests of what
 * admins change. `restart` closes it all and opens it on what is stored.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type App, createApp } from "../../src/app.js";
import { createBot, type TelegramBot } from "../../src/bot/bot.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { type FetchOptions, fetchArticle } from "../../src/ingest/fetch/fetch-article.js";
import { createSandbox, environmentOf } from "../flow/program.js";
import { type FakeTelegram, startFakeTelegram } from "./telegram/fake-telegram.js";
import type { StoredMessage } from "./telegram/model.js";

/** The admin of the configuration. */
export const OWNER = 1;

/** What runs. */
export interface WholeBot {
  telegram: FakeTelegram;
  corpusDir: string;
  /** What was logged, as JSON. */
  logged: string[];
  app(): App;
  /** Writes a file into the corpus; it is not indexed. */
  write(name: string, text: string): void;
  restart(): Promise<void>;
  /** Somebody writes; waits for the reply that says `part`. Default: the owner. */
  tell(text: string, part: string | RegExp, userId?: number): Promise<StoredMessage>;
  /** Presses a button of a message; waits until that message says `part`. */
  press(message: StoredMessage, button: string | { data: string }, part: string | RegExp): Promise<StoredMessage>;
  close(): Promise<void>;
}

/** How to start. */
export interface WholeBotOptions {
  /** How addresses are fetched, for a test with a web site of its own. Default: as the product does. */
  fetching?: FetchOptions;
}

/** Starts it with these files indexed. */
export async function startWholeBot(files: Record<string, string>, options: WholeBotOptions = {}): Promise<WholeBot> {
  const { fetching } = options;
  const sandbox = createSandbox(false);
  const { corpusDir } = sandbox;
  const telegram = await startFakeTelegram();
  const logged: string[] = [];
  const note = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  const log: Log = { debug: note, info: note, warn: note, error: note };
  let app: App;
  let bot: TelegramBot;
  let running: Promise<void>;

  async function start() {
    app = await createApp(readConfig(environmentOf(sandbox)), log);
    await app.ensureIndex();
    bot = createBot(
      {
        ...app,
        ...(fetching && { intake: { ...app.intake, fetch: (url) => fetchArticle(url, fetching) } }),
        followCorpus: () => async () => {},
        log,
      },
      { token: telegram.token, apiRoot: telegram.apiRoot, adminIds: [OWNER], stopWithinMs: 1000 },
    );
    running = bot.run();
  }
  async function stop() {
    await bot.stop();
    await running;
    await app.close();
  }
  function write(name: string, text: string) {
    const path = join(corpusDir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const says = ({ text }: StoredMessage, part: string | RegExp) =>
    typeof part === "string" ? text.includes(part) : part.test(text);

  for (const [name, text] of Object.entries(files)) write(name, text);
  await start();
  return {
    telegram,
    corpusDir,
    logged,
    app: () => app,
    write,
    async restart() {
      await stop();
      await start();
    },
    tell(text, part, userId = OWNER) {
      const { message } = telegram.say(text, { userId });
      return telegram.waitForMessage(userId, (reply) => reply.message_id > message.message_id && says(reply, part));
    },
    press(message, button, part) {
      telegram.press(message, button);
      return telegram.waitForMessage(
        message.chatId,
        (shown) => shown.message_id === message.message_id && says(shown, part),
      );
    },
    async close() {
      await stop();
      await telegram.close();
      sandbox.remove();
    },
  };
}
