/**
 * The least of the Bot API that a bot needs to answer inline queries, on 127.0.0.1, with a clock in it. It hands out one
 * update at a time and takes the time from the moment it is sent to the moment the answer has come in whole.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A running one. */
export interface BotApi {
  root: string;
  token: string;
  /** Sends an inline query of a new person; resolves with the milliseconds to its answer and the number of results. */
  ask(query: string): Promise<{ ms: number; results: number }>;
  close(): void;
}

interface Asked {
  query: string;
  sentAt: number;
  resolve: (answer: { ms: number; results: number }) => void;
}

const ME = { id: 7_000_000_001, is_bot: true, first_name: "Bench", username: "bench_bot" };

/** Starts it on a free port. */
export async function startBotApi(): Promise<BotApi> {
  const token = `${ME.id}:AAF-token-of-the-benchmark-0123456789`;
  const waiting: number[] = [];
  const asked = new Map<number, Asked>();
  let poll: ServerResponse | undefined;
  let lastId = 0;

  const server = createServer((request, response) => {
    void handle(request, response);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.url?.split("/").at(-1) ?? "";
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const arrivedAt = performance.now();
    if (method === "getUpdates") {
      poll = response;
      handOut();
      return;
    }
    if (method === "answerInlineQuery") take(Buffer.concat(chunks).toString("utf8"), arrivedAt);
    reply(response, method === "getMe" ? ME : true);
  }

  function handOut(): void {
    const id = poll && waiting.shift();
    const one = id === undefined ? undefined : asked.get(id);
    if (!poll || id === undefined || !one) return;
    const from = { id: 1000 + id, is_bot: false, first_name: "Bench", language_code: "zh-hans" };
    const inline_query = { id: String(id), from, query: one.query, offset: "", chat_type: "sender" };
    one.sentAt = performance.now();
    reply(poll, [{ update_id: id, inline_query }]);
    poll = undefined;
  }

  function take(body: string, arrivedAt: number): void {
    const { inline_query_id: id, results } = JSON.parse(body) as { inline_query_id: string; results: unknown[] };
    const one = asked.get(Number(id));
    asked.delete(Number(id));
    one?.resolve({ ms: arrivedAt - one.sentAt, results: results.length });
  }

  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    ask: (query) =>
      new Promise((resolve) => {
        asked.set(++lastId, { query, sentAt: 0, resolve });
        waiting.push(lastId);
        handOut();
      }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function reply(response: ServerResponse, result: unknown): void {
  const body = JSON.stringify({ ok: true, result });
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.end(body);
}
