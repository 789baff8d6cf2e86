/**
 * A Bot API to measure against: real HTTP on 127.0.0.1 with long polling, and no more checking than measuring needs. It
 * hands out questions and notes when each one was available, delivered, first answered, and how many messages bore its
 * answer. The strict emulator of test/support keeps everything that was ever said, which is too slow for this.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readCall } from "./call-reader.js";
import { questionOf } from "./exchange.js";
import { createFeed } from "./feed.js";

/** One question and what became of it. Times are of `performance.now()` in this process. */
export interface Asked {
  number: number;
  chatId: number;
  availableAt: number;
  deliveredAt?: number;
  /** When the first draft or message that holds its answer came in. */
  visibleAt?: number;
  /** Messages (no drafts, no edits) that hold its answer. */
  messages: number;
}

/** What happens to a call instead of its handling; nothing of it takes effect. */
export type Fault = "tooMany" | "badGateway" | "dropped";

/** The measuring side. */
export interface BotApi {
  root: string;
  token: string;
  /** By number. */
  asked: ReadonlyMap<number, Asked>;
  /** Numbers in the order in which their first messages came in, by chat. */
  order: ReadonlyMap<number, readonly number[]>;
  /** Makes one question available. */
  ask(chatId: number): Asked;
  /** Resolves with the bot's next getUpdates. */
  nextPoll(): Promise<void>;
  close(): void;
}

/** What goes wrong on purpose. Default nothing. */
export interface BotApiOptions {
  fault?: (method: string) => Fault | undefined;
  /** Whether old updates are to be delivered once more now. */
  repeats?: () => boolean;
}

const TOKEN = "7000000001:AAF-fake-token-for-benchmarks-0123456";
const ME = { id: 7_000_000_001, is_bot: true, first_name: "Bench", username: "bench_bot" };
const BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";

/** Starts listening on a free port. */
export async function startBotApi({ fault, repeats }: BotApiOptions = {}): Promise<BotApi> {
  const asked = new Map<number, Asked>();
  const order = new Map<number, number[]>();
  const feed = createFeed(repeats);
  let messageIds = 0;

  function noteAnswer(method: string, number: number | undefined): void {
    const question = number === undefined ? undefined : asked.get(number);
    if (!question || number === undefined) return;
    question.visibleAt ??= performance.now();
    if (method !== "sendMessage") return;
    question.messages++;
    const numbers = order.get(question.chatId) ?? [];
    if (!numbers.includes(number)) order.set(question.chatId, [...numbers, number]);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, params, number } = await readCall(request);
    const trouble = fault?.(method);
    if (trouble === "dropped") return void request.socket.destroy();
    if (trouble === "badGateway") return send(response, 502, BAD_GATEWAY, "text/html");
    if (trouble === "tooMany") {
      const refusal = { ok: false, error_code: 429, description: "Too Many Requests: retry after 1" };
      return send(response, 429, JSON.stringify({ ...refusal, parameters: { retry_after: 1 } }));
    }
    const succeed = (result: unknown) => send(response, 200, JSON.stringify({ ok: true, result }));
    if (method === "getMe") return succeed(ME);
    if (method === "getUpdates") {
      const updates = await feed.poll(Number(params.offset ?? 0), Number(params.timeout ?? 0));
      for (const { update_id: id } of updates) {
        const question = asked.get(id);
        if (question) question.deliveredAt ??= performance.now();
      }
      return succeed(updates);
    }
    noteAnswer(method, number);
    if (method !== "sendMessage") return succeed(true);
    const chat = { id: params.chat_id, type: "private", first_name: "Someone" };
    return succeed({ message_id: ++messageIds, date: 0, chat, from: ME, text: params.text });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: TOKEN,
    asked,
    order,
    ask(chatId) {
      const number = asked.size + 1;
      const question = { number, chatId, availableAt: performance.now(), messages: 0 };
      asked.set(number, question);
      feed.push(updateOf(number, chatId));
      return question;
    },
    nextPoll: () => feed.nextPoll(),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A text in a private chat; the number of the question is the update's id. */
function updateOf(number: number, chatId: number) {
  const from = { id: chatId, is_bot: false, first_name: "Someone", language_code: "zh-hans" };
  const chat = { id: chatId, type: "private", first_name: "Someone" };
  return { update_id: number, message: { message_id: number, date: 0, chat, from, text: questionOf(number) } };
}

function send(response: ServerResponse, status: number, body: string, type = "application/json"): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
