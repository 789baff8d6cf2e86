/**
 * The only reader of `process.env`. Every bad variable is named, with its reason, in one error, before anything starts.
 * `.env.example` explains each of them to whoever sets them.
 */
import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { AppError } from "./core/errors.js";
import type { Language } from "./core/types.js";

/** `EMBEDDING_MODEL` of this value: vectors are computed here although a key is set. */
const EMBEDDED = "embedded";

/** Unset and empty are the same: `.env.example` leaves variables empty. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === "string" && value.trim() === "" ? undefined : value), schema.optional());

const url = z
  .string()
  .trim()
  .regex(
    /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/u,
    "must be http:// or https:// with a host and a path, no user, no query",
  );

const key = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]+$/u, "must not hold blanks or characters outside ASCII");

const MILLISECONDS = "must be a whole number from 1000 to 600000";

const COUNT = "must be a whole number from 0 to 1000000000; 0 is no limit";
const count = z.coerce.number(COUNT).int(COUNT).min(0, COUNT).max(1_000_000_000, COUNT);
const PRICE = "must be a number from 0 to 1000000";
const DAYS = "must be a whole number of days from 1 to 3650";

const Environment = z.object({
  BOT_TOKEN: optional(
    z
      .string()
      .trim()
      .regex(/^\d+:[\w-]+$/u, "must look like 123456:ABC-DEF, as @BotFather gives it"),
  ),
  ADMIN_IDS: optional(z.string().regex(/^\s*\d+(?:[\s,]+\d+)*\s*$/u, "must be Telegram user ids, separated by commas")),
  ALLOWED_CHATS: optional(
    z
      .string()
      .regex(
        /^\s*-?\d+(?:[\s,]+-?\d+)*\s*$/u,
        "must be ids of chats and people like -1001234567890, separated by commas",
      ),
  ),
  LIMIT_PER_MINUTE: optional(count),
  LIMIT_PER_DAY: optional(count),
  TELEGRAM_API_ROOT: optional(url),
  OPENAI_API_KEY: optional(key),
  OPENAI_BASE_URL: optional(url),
  CHAT_MODEL: optional(z.string().trim()),
  EMBEDDING_MODEL: optional(z.string().trim()),
  MODEL_TIMEOUT_MS: optional(
    z.coerce.number(MILLISECONDS).int(MILLISECONDS).min(1000, MILLISECONDS).max(600_000, MILLISECONDS),
  ),
  MODEL_TOKENS_PER_DAY: optional(count),
  MODEL_PRICE_PER_MILLION: optional(z.coerce.number(PRICE).min(0, PRICE).max(1_000_000, PRICE)),
  RETENTION_DAYS: optional(z.coerce.number(DAYS).int(DAYS).min(1, DAYS).max(3650, DAYS)),
  DATA_DIR: optional(z.string()),
  CORPUS_DIR: optional(z.string()),
  WATCH_CORPUS: optional(z.enum(["on", "off"], "must be on or off")),
  LOG_LEVEL: optional(
    z.enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be fatal, error, warn, info, debug, trace or silent",
    ),
  ),
  LANG: optional(z.string()),
});

/** An OpenAI-compatible endpoint and what is used of it. */
export interface ModelEndpoint {
  apiKey: string;
  baseUrl: string;
  chatModel: string;
  /** Absent: vectors are computed here. */
  embeddingModel?: string;
  /** Longest silence; a whole answer may take twice this. */
  timeoutMs: number;
}

/** Everything that can be set. */
export interface Config {
  telegram?: { token: string; apiRoot?: string };
  /** Telegram user ids that may change the index from the chat. */
  adminIds: readonly number[];
  /** Ids of chats and people that are answered. Absent: everybody. */
  allowedChats?: readonly number[];
  /** Questions of one person; 0 is no limit. */
  limits: { perMinute: number; perDay: number };
  /** Tokens of the chat model in one day (UTC), then quotes are given instead; 0 is no limit. */
  modelTokensPerDay: number;
  /** What a million tokens of the chat model cost, in whatever currency. Absent: only tokens are told. */
  pricePerMillion?: number;
  /** Absent: embedded mode, no network. */
  endpoint?: ModelEndpoint;
  /** What people wrote is forgotten after so many days. */
  retentionDays: number;
  /** Absolute paths. */
  dataDir: string;
  corpusDir: string;
  /** Whether the index follows the files of the corpus while the program runs. */
  watchesCorpus: boolean;
  /** Absent: the program decides by what it does. */
  logLevel?: string;
  /** Of the program's own words in the terminal. */
  language: Language;
}

/** Puts the variables of `.env` in the working folder into the environment; those already set stay. */
export function loadEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/**
 * Reads the configuration.
 * @throws AppError CONFIG_INVALID naming every bad variable.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    // The value is not repeated: it may be a secret.
    const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
    throw new AppError("CONFIG_INVALID", {
      message: `these variables cannot be used; see .env.example:\n${problems.join("\n")}`,
    });
  }
  const env = parsed.data;
  const [dataDir, corpusDir] = [resolve(env.DATA_DIR ?? "data"), resolve(env.CORPUS_DIR ?? "corpus")];
  if (realPathOf(dataDir) === realPathOf(corpusDir)) {
    // A backup leaves the one out of the other, and the index's own files are no articles.
    throw new AppError("CONFIG_INVALID", {
      message: "DATA_DIR and CORPUS_DIR are the same folder: give the program's own data one of its own",
    });
  }
  return {
    ...(env.BOT_TOKEN !== undefined && {
      telegram: {
        token: env.BOT_TOKEN,
        ...(env.TELEGRAM_API_ROOT !== undefined && { apiRoot: env.TELEGRAM_API_ROOT }),
      },
    }),
    adminIds: readIds(env.ADMIN_IDS ?? ""),
    ...(env.ALLOWED_CHATS !== undefined && { allowedChats: readIds(env.ALLOWED_CHATS) }),
    limits: { perMinute: env.LIMIT_PER_MINUTE ?? 6, perDay: env.LIMIT_PER_DAY ?? 100 },
    modelTokensPerDay: env.MODEL_TOKENS_PER_DAY ?? 0,
    ...(env.MODEL_PRICE_PER_MILLION !== undefined && { pricePerMillion: env.MODEL_PRICE_PER_MILLION }),
    ...(env.OPENAI_API_KEY !== undefined && {
      endpoint: {
        apiKey: env.OPENAI_API_KEY,
        baseUrl: env.OPENAI_BASE_URL ?? "https://api.openai.com/v1",
        chatModel: env.CHAT_MODEL ?? "gpt-4o-mini",
        ...(env.EMBEDDING_MODEL !== EMBEDDED && { embeddingModel: env.EMBEDDING_MODEL ?? "text-embedding-3-small" }),
        timeoutMs: env.MODEL_TIMEOUT_MS ?? 30_000,
      },
    }),
    retentionDays: env.RETENTION_DAYS ?? 30,
    dataDir,
    corpusDir,
    watchesCorpus: env.WATCH_CORPUS !== "off",
    ...(env.LOG_LEVEL !== undefined && { logLevel: env.LOG_LEVEL }),
    language: env.LANG?.startsWith("zh") ? "zh" : "en",
  };
}

/** Where a path leads to; itself when there is nothing yet. */
function realPathOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function readIds(list: string): number[] {
  return list
    .split(/[\s,]+/u)
    .filter(Boolean)
    .map(Number);
}
