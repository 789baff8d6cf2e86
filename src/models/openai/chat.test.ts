import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ModelServer, startModelServer } from "../../../test/support/model-server.js";
import {
  chunkEvent,
  dropConnection,
  sendBody,
  sendEvents,
  sendJson,
  sendStatus,
  sendText,
} from "../../../test/support/model-server-replies.js";
import { createOpenAiChatModel, type OpenAiChatOptions } from "./chat.js";

const KEY = "sk-secret-0123456789";
const TEXT = "刘琳的电话是多少";
let server: ModelServer;

beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.close());

function create(options: Partial<OpenAiChatOptions> = {}) {
  return createOpenAiChatModel({ apiKey: KEY, baseUrl: server.baseUrl, model: "m", backoffMs: 5, ...options });
}

/** What came, and what it ended with; an error must not hold a secret, nor what it was caused by. */
async function read(options: Partial<OpenAiChatOptions> = {}, signal?: AbortSignal) {
  const pieces: string[] = [];
  const outcome: { pieces: string[]; text: string; error?: unknown } = { pieces, text: "" };
  try {
    const stream = create(options).stream([{ role: "user", content: TEXT }], signal && { signal });
    for await (const piece of stream) pieces.push(piece);
  } catch (error) {
    outcome.error = error;
    for (let seen: unknown = error; seen instanceof Error; seen = seen.cause) {
      for (const secret of [KEY, "secret", TEXT, "刘琳"]) expect(`${seen.message}${seen.stack}`).not.toContain(secret);
    }
  }
  outcome.text = pieces.join("");
  return outcome;
}

const failure = (code: string, part = "") => ({ code, message: expect.stringContaining(part) });

describe("a stream that goes well", () => {
  it("gives the pieces as they come", async () => {
    server.script("chat", sendText(["339", "名。", "[1]"], { delayMs: 20 }));
    expect(await read()).toEqual({ pieces: ["339", "名。", "[1]"], text: "339名。[1]" });
    expect(server.requests).toMatchObject([
      {
        headers: { authorization: `Bearer ${KEY}` },
        body: { model: "m", stream: true, temperature: 0, messages: [{ role: "user", content: TEXT }] },
      },
    ]);
  });

  it("is over with the finish reason, even if the server keeps the connection open", async () => {
    const events = [chunkEvent({ content: "好。" }), chunkEvent({}, "stop")];
    server.script("chat", sendEvents(events, { ending: "hang" }));
    expect(await read()).toEqual({ pieces: ["好。"], text: "好。" });
    await vi.waitFor(() => expect(server.requests[0]?.aborted).toBe(true), { timeout: 5_000 });
  });

  it("passes over what is no text", async () => {
    server.script(
      "chat",
      sendEvents([
        ": keep-alive\n\n",
        "event: ping\ndata: {}\n\n",
        chunkEvent({ content: null, reasoning_content: "三百?" }),
        chunkEvent({ tool_calls: [{ index: 0, function: { name: "search" } }] }),
        chunkEvent({ content: 7 }),
        'data: {"choices":[]}\n\n',
        'data: {"choices":[{}]}\n\n',
        "data: null\n\n",
        chunkEvent({ content: "<think>三百" }),
        chunkEvent({ content: "</think>\n" }),
        chunkEvent({ content: "339" }, ""),
        chunkEvent({ content: "名。" }, "stop"),
        'data: {"choices":[],"usage":{"total_tokens":9}}\n\n',
      ]),
    );
    expect(await read()).toEqual({ pieces: ["339", "名。"], text: "339名。" });
  });

  it("takes a whole reply in JSON for a stream of one piece", async () => {
    server.script("chat", sendJson({ choices: [{ message: { content: "339名。" }, finish_reason: "stop" }] }));
    expect(await read()).toEqual({ pieces: ["339名。"], text: "339名。" });
  });

  it("joins a character that comes in two halves, and replaces half a character", async () => {
    const halves = ["\uD842", "\uDFB7野", "\uD83D", "家", "\uDE00"];
    server.script("chat", sendText(halves));
    expect((await read()).text).toBe("𠮷野\uFFFD家\uFFFD");
  });

  it("survives bytes that are no UTF-8, and characters cut between two packets", async () => {
    const event = Buffer.from(chunkEvent({ content: "公益" }));
    const cut = event.indexOf(Buffer.from("益")) + 1;
    const wrong = Buffer.from(chunkEvent({ content: "X" }).replace("X", "\u00ff"), "latin1");
    server.script(
      "chat",
      sendEvents([event.subarray(0, cut), event.subarray(cut), wrong, chunkEvent({}, "stop")], { delayMs: 20 }),
    );
    expect((await read()).text).toBe("公益\uFFFD");
  });

  it("goes without temperature from then on when the model takes none", async () => {
    server.script("chat", sendStatus(400, { body: '{"error":{"param":"temperature","code":"unsupported_value"}}' }));
    server.reply("chat", sendText(["好。"]));
    const model = create();
    for (let i = 0; i < 2; i++) for await (const piece of model.stream([])) expect(piece).toBe("好。");
    expect(server.requests.map(({ body }) => body.temperature)).toEqual([0, undefined, undefined]);
  });
});

describe("a stream that is cut off", () => {
  it.each([
    ["the connection breaks", sendText(["青龙县", "有"], { ending: "cut" }), "in the middle"],
    ["it ends without a finish reason", sendText(["青龙县", "有"], { ending: "end" }), "before the model had finished"],
    ["it ends with [DONE] alone", sendText(["青龙县", "有"], { finishReason: null }), "before the model had finished"],
    ["the limit of tokens is reached", sendText(["青龙县", "有"], { finishReason: "length" }), "limit of tokens"],
    ["an event is no JSON", sendEvents([chunkEvent({ content: "青龙县有" }), `data: {"${KEY}\n\n`]), "not valid JSON"],
    [
      "the server reports an error",
      sendEvents([chunkEvent({ content: "青龙县有" }), `data: {"error":{"message":"${TEXT} ${KEY}"}}\n\n`]),
      "reported an error",
    ],
  ])("because %s gives what came, then MODEL_CUT_OFF", async (_, reply, why) => {
    server.script("chat", reply);
    const { text, error } = await read();
    expect(text).toBe("青龙县有");
    expect(error).toMatchObject({ ...failure("MODEL_CUT_OFF", why), retryable: true });
    expect(server.requests).toHaveLength(1);
  });

  it("because it has no end gives as much as an answer may have", async () => {
    const endless = Array.from({ length: 400 }, () => "公".repeat(1_000));
    server.script("chat", sendText(endless, { ending: "hang" }));
    const { text, error } = await read();
    expect(text).toBe("公".repeat(32_000));
    expect(error).toMatchObject(failure("MODEL_CUT_OFF", "longer than 32000"));
    await vi.waitFor(() => expect(server.requests[0]?.aborted).toBe(true), { timeout: 5_000 });
  });

  it("because it floods the line without an event is not read to its end", async () => {
    const megabyte = Buffer.alloc(1024 * 1024, "x");
    server.script(
      "chat",
      sendEvents([chunkEvent({ content: "青龙县有" }), ...Array.from({ length: 10 }, () => megabyte)]),
    );
    const { text, error } = await read();
    expect(text).toBe("青龙县有");
    expect(error).toMatchObject(failure("MODEL_CUT_OFF", "longer than 4194304 bytes"));
  });
});

describe("a model that fails", () => {
  it.each([
    ["401", sendStatus(401, { body: `{"error":{"message":"Incorrect API key: ${KEY}"}}` }), "OPENAI_API_KEY", false],
    ["404", sendStatus(404, { body: '{"error":{"code":"model_not_found"}}' }), "CHAT_MODEL and OPENAI_BASE_URL", false],
    ["400", sendStatus(400, { body: `{"error":{"message":"${TEXT}"}}` }), "(400)", false],
    ["a spent quota", sendStatus(429, { body: '{"error":{"code":"insufficient_quota"}}' }), "quota", false],
    ["429 with a long wait", sendStatus(429, { headers: { "retry-after": "25" } }), "(429)", true],
    ["a redirect in a circle", sendStatus(302, { headers: { location: "/v1/chat/completions" } }), "redirects", false],
    ["a web page", sendBody("text/html; charset=utf-8", "<html>Sign in</html>"), "/v1", false],
    ["JSON of another kind", sendJson({ error: { message: KEY } }), "not that of a chat endpoint", false],
    ["JSON cut in two", sendBody("application/json", '{"choices":[{"mess'), "not valid JSON", false],
    ["a reply without text", sendText([]), "no text", false],
    [
      "an empty message",
      sendJson({ choices: [{ message: { content: "" }, finish_reason: "stop" }] }),
      "no text",
      false,
    ],
    ["a tool call", sendText([], { finishReason: "tool_calls" }), "tool", false],
    [
      "an error as the first event",
      sendEvents(['data: {"error":{"code":"server_overloaded"}}\n\n']),
      "server_overloaded",
      true,
    ],
    ["the content filter", sendText(["青"], { finishReason: "content_filter" }), "content filter", false],
  ])("by %s is MODEL_FAILED at once, and the message says where to look", async (_, reply, hint, retryable) => {
    server.reply("chat", reply);
    const { error } = await read();
    expect(error).toMatchObject({ ...failure("MODEL_FAILED", hint), retryable });
    expect(server.requests).toHaveLength(1);
  });

  it("before its first word is asked twice more", async () => {
    server.script("chat", sendStatus(500, { body: "<h1>Oops</h1>" }), dropConnection(), sendText(["好。"]));
    expect((await read()).text).toBe("好。");
    server.reply("chat", sendStatus(503));
    expect((await read()).error).toMatchObject({ ...failure("MODEL_FAILED", "503"), retryable: true });
    expect(server.requests).toHaveLength(6);
  });

  it("with Retry-After is asked again when that time has come", async () => {
    server.script("chat", sendStatus(429, { headers: { "retry-after": "1" } }), sendText(["好。"]));
    expect((await read()).text).toBe("好。");
    const [first, second] = server.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
  });

  it("because nobody listens says so", async () => {
    await server.close();
    expect((await read()).error).toMatchObject(failure("MODEL_FAILED", "ECONNREFUSED"));
    server = await startModelServer();
  });
});
