/** How the bot is set up, besides what it works with: read from the environment by the composition root. */
import type { RequestLimits } from "../core/audience-ports.js";
import type { Pace } from "./stream.js";

/** Who it is and how it behaves. */
export interface BotOptions {
  /** From @BotFather. Never logged. */
  token: string;
  /** Default https://api.telegram.org */
  apiRoot?: string;
  /** Telegram user ids that may re-index, and that no rule applies to. Default none. */
  adminIds?: readonly number[];
  /** Ids of chats and people that are answered. Default everybody. */
  allowedChats?: readonly number[];
  /** How many questions one person may ask. Default no limits. */
  limits?: RequestLimits;
  /** Updates under way at once. Default 500. */
  maxConcurrent?: number;
  /** How long `stop` waits for what is under way. Milliseconds, default 10000. */
  stopWithinMs?: number;
  /** Updates that wait at once before questions are refused. Default 10000. */
  maxWaiting?: number;
  /** How long a question waits before its asker hears of the queue. Milliseconds, default 2000. */
  noticeAfterMs?: number;
  /** How often an answer that is being written is shown; see `Pace`. */
  pace?: Partial<Pace>;
  /** What people wrote is forgotten after so many days. Default 30. */
  retentionDays?: number;
  /** Whether questions are sent to a model's endpoint; /privacy says so. Default false. */
  usesModel?: boolean;
  /** What a million tokens cost; /stats says so. Default: only tokens are told. */
  pricePerMillion?: number;
  /** How often it is looked whether another index serves. Milliseconds, default 5000. */
  lookForIndexMs?: number;
  /** Called once Telegram has accepted the token. */
  onReady?: (username: string) => void;
}
