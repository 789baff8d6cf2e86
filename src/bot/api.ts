/**
 * How we talk to the Bot API. From the network outwards: the delivery's marks, repetition of lost calls, waiting when
 * Telegram says so (auto-retry), and on the outside what is no failure for us. Every call ends within half a minute or is
 * repeated; none outlives `halt`.
 */
import { autoRetry } from "@grammyjs/auto-retry";
import { Api, type ApiClientOptions, type Transformer } from "grammy";
import type { Log } from "../core/ports.js";
import { isNotModified, isUnparsable } from "./api-errors.js";
import { createAgent } from "./connection.js";
import type { Delivery } from "./delivery.js";
import { createNetworkRetry } from "./network-retry.js";
import { type CallSignal, transformer } from "./transformer.js";

/** Seconds until a call is given up. */
const CALL_TIMEOUT_SECONDS = 30;

/** Telegram holds an empty getUpdates for this long; the connection is cut a little later. */
export const LONG_POLL_SECONDS = 30;
const POLL_TIMEOUT_SECONDS = LONG_POLL_SECONDS + 10;

/** A longer wait than this gives the place in the queue free: the update is taken up again later. */
const MAX_WAIT_SECONDS = 300;
const MAX_RETRIES = 5;

/** Who to talk to, and until when. */
export interface ApiOptions {
  token: string;
  /** Default https://api.telegram.org */
  apiRoot?: string;
  /** Aborting it ends all calls under way and refuses new ones. */
  halt: AbortSignal;
  log: Log;
}

/** Ways to call the Bot API, for different kinds of haste. */
export interface TelegramApis {
  /** For grammY's Bot, whose own api is bare: each update's api is equipped by `equip`. */
  client: ApiClientOptions;
  /** Waits and repeats: for what must arrive. Not tied to an update. */
  patient: Api;
  /** One attempt: typing, and texts that the next one will replace. */
  quick: Api;
  /** For getUpdates: as long as Telegram holds it, one attempt, and not ended by `halt`. */
  polling: Api;
  /** Makes an update's own api patient, with its messages accounted for. */
  equip(api: Api, delivery: Delivery): void;
  /** Closes idle connections. */
  close(): void;
}

/** Makes the ways to call; nothing is sent yet. */
export function createApis({ token, apiRoot = "https://api.telegram.org", halt, log }: ApiOptions): TelegramApis {
  const root = apiRoot.replace(/\/+$/, "");
  const agent = createAgent(root);
  const client: ApiClientOptions = {
    apiRoot: root,
    timeoutSeconds: CALL_TIMEOUT_SECONDS,
    baseFetchConfig: { agent, compress: true },
  };
  const networkRetry = createNetworkRetry({ halt, log });
  const refusalRetry = autoRetry({
    maxDelaySeconds: MAX_WAIT_SECONDS,
    maxRetryAttempts: MAX_RETRIES,
    rethrowHttpErrors: true,
  });
  const stop = stopAt(halt);

  const quick = new Api(token, client);
  quick.config.use(acceptUnmodified, stop);
  const patient = new Api(token, client);
  patient.config.use(networkRetry, refusalRetry, fallBackToPlain, acceptUnmodified, stop);
  return {
    client,
    quick,
    patient,
    polling: new Api(token, { ...client, timeoutSeconds: POLL_TIMEOUT_SECONDS }),
    equip(api, delivery) {
      api.config.use(delivery.transformer, networkRetry, refusalRetry, fallBackToPlain, acceptUnmodified, stop);
    },
    close: () => agent.destroy(),
  };
}

/** An edit that changes nothing has succeeded: the text is there. */
const acceptUnmodified: Transformer = transformer(async (call, method, payload, signal) => {
  const response = await call(method, payload, signal);
  return !response.ok && isNotModified(response.description) ? { ok: true, result: true } : response;
});

/** Rather a text without formatting than none. The keyboard stays. */
const fallBackToPlain: Transformer = transformer(async (call, method, payload, signal) => {
  const response = await call(method, payload, signal);
  if (response.ok || payload.parse_mode === undefined || !isUnparsable(response.description)) return response;
  const { parse_mode: _, ...rest } = payload;
  return call(method, { ...rest, text: withoutTags(String(payload.text)) }, signal);
});

function withoutTags(html: string): string {
  const text = html.replace(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Ties every call to `halt`; outermost, so that waiting between attempts ends as well. */
function stopAt(halt: AbortSignal): Transformer {
  return transformer((call, method, payload, signal) => {
    halt.throwIfAborted();
    // grammY brings its own AbortSignal type; the platform's does all that it asks for.
    return call(method, payload, signal ?? (halt as unknown as CallSignal));
  });
}
