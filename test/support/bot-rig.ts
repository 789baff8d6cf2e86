/**
 * A bot on an emulated Telegram with a read path that follows a script: for tests of the bot alone. The inbox is real
 * SQLite on disk; `crash` lets go of a bot as a killed process would, `start` begins another one on what it left.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lookup } from "../../src/answer/lookup.js";
import { type BotDeps, type BotOptions, createBot, type TelegramBot } from "../../src/bot/bot.js";
import type { AnswerRequest, InboxStore, Log } from "../../src/core/ports.js";
import type { Reindexer } from "../../src/core/reindex-ports.js";
import type { Answer, Article } from "../../src/core/types.js";
import { createSqliteAnswers } from "../../src/store/sqlite/answers.js";
import { createSqliteArticleUses } from "../../src/store/sqlite/article-uses.js";
import { type Connection, openDatabase } from "../../src/store/sqlite/database.js";
import { createSqliteFeedback } from "../../src/store/sqlite/feedback.js";
import { createSqliteGaps, createSqliteWishes } from "../../src/store/sqlite/gaps.js";
import { createSqliteAudit, createSqliteGrants } from "../../src/store/sqlite/grants.js";
import { createSqliteInbox } from "../../src/store/sqlite/inbox.js";
import { createSqlitePreferences } from "../../src/store/sqlite/preferences.js";
import { createSqlitePrivacy } from "../../src/store/sqlite/privacy.js";
import { createSqliteRemovals } from "../../src/store/sqlite/removals.js";
import { createSqliteRequests } from "../../src/store/sqlite/requests.js";
import { createSqliteStatistics } from "../../src/store/sqlite/statistics.js";
import { createSqliteUploads } from "../../src/store/sqlite/uploads.js";
import { type FakeTelegram, type FakeTelegramOptions, startFakeTelegram } from "./telegram/fake-telegram.js";

/** What the read path does with a question. */
export type Script = (request: AnswerRequest) => Promise<Answer> | Answer;

/** What the bot wrote into its log. */
export interface LogLine {
  level: keyof Log;
  fields: object;
  message: string;
}

/** What a rig starts with. */
export interface RigOptions {
  script?: Script;
  telegram?: FakeTelegramOptions;
  bot?: Partial<BotOptions>;
  articles?: Article[];
  /** What looking up finds. Default nothing. */
  facts?: Lookup["findKnownFacts"];
  examples?: string[];
  reindexer?: Partial<Reindexer>;
  followCorpus?: BotDeps["followCorpus"];
  regression?: BotDeps["regression"];
  /** What serves; looked at anew each time. */
  index?: { generation?: string; articles: number; chunks: number };
}

/** A Telegram, and one bot after the other on it. */
export interface BotRig {
  telegram: FakeTelegram;
  /** Questions in the order in which they reached the read path, over all bots of this rig. */
  asked: AnswerRequest[];
  /** Conversations that were forgotten. */
  cleared: string[];
  logged: LogLine[];
  /** The inbox of the running bot. */
  inbox(): InboxStore;
  /** The database of the running bot. */
  database(): Connection;
  /** Starts a bot and waits until Telegram has accepted it. @returns it and the promise of its `run`. */
  start(changes?: Partial<BotOptions> & { script?: Script }): Promise<{ bot: TelegramBot; running: Promise<void> }>;
  /** Ends the running bot as a kill would: nothing more reaches the database or Telegram. */
  crash(): void;
  /** Stops the running bot in an orderly way. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** How the rig knows people: to be read in tests. */
export function keyOf(telegramId: number): string {
  return `asker-${telegramId}`;
}

/** An answer with one source; `text` is shown. */
export function answerWith(text: string, changes: Partial<Answer> = {}): Answer {
  const citation = { n: 1, articleId: "a1", revision: 1, title: "商业向善", author: "皮磊", source: "a.txt" };
  return {
    question: "",
    standalone: "",
    kind: "grounded",
    language: "zh",
    text,
    statements: [],
    citations: [{ ...citation, quote: `${text}的原句。`, start: 0, end: 9 }],
    suggestions: [],
    timings: { retrieveMs: 0, totalMs: 0 },
    ...changes,
  };
}

/** An article as far as the bot reads it. */
export function articleWith(id: string, title: string): Article {
  return {
    id,
    revision: 1,
    contentHash: id,
    source: `${id}.txt`,
    ordinal: 0,
    title,
    author: "皮磊",
    language: "zh",
    aliases: [],
    eventDates: ["2月22日"],
    text: "",
    sentences: [],
  };
}

const refuse = () => Promise.reject(new Error("nobody may re-index here"));
const noReindexing: Reindexer = {
  plan: refuse,
  run: refuse,
  accept: refuse,
  discard: refuse,
  rollBack: refuse,
  close: () => Promise.resolve(),
};

/** Starts a Telegram; `start` starts a bot on it. Close it at the end of the test. */
export async function startRig(options: RigOptions = {}): Promise<BotRig> {
  const dataDir = mkdtempSync(join(tmpdir(), "bot-"));
  const telegram = await startFakeTelegram(options.telegram);
  const articles = options.articles ?? [articleWith("a1", "商业向善")];
  const asked: AnswerRequest[] = [];
  const cleared: string[] = [];
  const logged: LogLine[] = [];
  const dying: Promise<void>[] = [];
  let current:
    | { bot: TelegramBot; running: Promise<void>; kill: () => void; inbox: InboxStore; connection: Connection }
    | undefined;

  const note = (level: keyof Log) => (fields: object, message: string) => void logged.push({ level, fields, message });
  const log: Log = { debug: note("debug"), info: note("info"), warn: note("warn"), error: note("error") };
  const store: BotDeps["articles"] = {
    countArticles: () => articles.length,
    listNewest: (limit) => articles.slice(0, limit),
    listHeads: () => articles,
    listRevisions: () => [],
    listChunksOf: () => [],
    getRevision: (id) => articles.find((article) => article.id === id),
    currentRevision: (id) => articles.find((article) => article.id === id)?.revision,
  };

  async function start({ script, ...changes }: Partial<BotOptions> & { script?: Script } = {}) {
    const connection = openDatabase(dataDir);
    const inbox = createSqliteInbox(connection);
    const answer =
      script ?? options.script ?? (({ question }) => answerWith(`答:${question}`, { question, standalone: question }));
    let isDead = false;
    // A dead process answers nobody: its questions never come to an end.
    const never = new Promise<never>(() => undefined);
    let ready = () => undefined as void;
    const isReady = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const bot = createBot(
      {
        answerer: {
          async answer(request) {
            asked.push(request);
            const result = await answer(request);
            return isDead ? never : result;
          },
        },
        quoting: { answer: async (request) => answer(request) },
        inbox,
        lookup: { findKnownFacts: options.facts ?? (() => Promise.resolve([])) },
        articles: store,
        conversations: { clearTurns: (key) => cleared.push(key) },
        answers: createSqliteAnswers(connection),
        preferences: createSqlitePreferences(connection),
        grants: createSqliteGrants(connection),
        audit: createSqliteAudit(connection),
        removals: createSqliteRemovals(connection),
        articleUses: createSqliteArticleUses(connection),
        intake: {
          read: () => Promise.reject(new Error("nothing is read here")),
          fetch: () => Promise.reject(new Error("nothing is fetched here")),
          duplicatesOf: async () => [],
          publish: () => Promise.reject(new Error("nothing is published here")),
        },
        uploads: createSqliteUploads(connection),
        aliases: { current: () => ({ groups: [] }), save: () => undefined },
        feedback: createSqliteFeedback(connection),
        gaps: createSqliteGaps(connection),
        wishes: createSqliteWishes(connection),
        regression: options.regression ?? {
          keep: () => ({ kind: "impossible" }),
          run: () => Promise.reject(new Error("there is no question set here")),
        },
        statistics: createSqliteStatistics(connection),
        indexStatistics: async () => options.index ?? { generation: "g1", articles: articles.length, chunks: 1 },
        requests: createSqliteRequests(connection),
        privacy: createSqlitePrivacy(connection),
        keyOf,
        reindexer: { ...noReindexing, ...options.reindexer },
        ...(options.followCorpus && { followCorpus: options.followCorpus }),
        examples: () => options.examples ?? ["青龙县累计孵化了多少名电商从业者?"],
        log,
      },
      {
        token: telegram.token,
        apiRoot: telegram.apiRoot,
        onReady: ready,
        stopWithinMs: 1000,
        ...options.bot,
        ...changes,
      },
    );
    const running = bot.run();
    const kill = () => {
      isDead = true;
      connection.close();
      // The closed database takes no more writes, and what is under way finds no end.
      dying.push(bot.stop());
    };
    current = { bot, running, kill, inbox, connection };
    await Promise.race([isReady, running]);
    return { bot, running };
  }

  async function stop() {
    const stopped = current;
    current = undefined;
    await stopped?.bot.stop();
    await stopped?.running;
  }

  return {
    telegram,
    asked,
    cleared,
    logged,
    inbox() {
      if (!current) throw new Error("no bot is running");
      return current.inbox;
    },
    database() {
      if (!current) throw new Error("no bot is running");
      return current.connection;
    },
    start,
    crash() {
      current?.kill();
      current = undefined;
    },
    stop,
    async close() {
      await stop();
      await Promise.all(dying);
      await telegram.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
