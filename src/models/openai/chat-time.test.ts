import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ModelServer, startModelServer } from "../../../test/support/model-server.js";
import {
  chunkEvent,
  hang,
  sendEvents,
  sendHalf,
  sendStatus,
  sendText,
} from "../../../test/support/model-server-replies.js";
import { createOpenAiChatModel, type OpenAiChatOptions } from "./chat.js";

let server: ModelServer;

beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.close());

const MESSAGES = [{ role: "user", content: "多少名?" }] as const;
const create = (options: Partial<OpenAiChatOptions> = {}) =>
  createOpenAiChatModel({ apiKey: "k", baseUrl: server.baseUrl, model: "m", backoffMs: 5, ...options });

/** Reads a stream to its end or its error. */
async function read(stream: AsyncIterable<string>) {
  let text = "";
  try {
    for await (const piece of stream) text += piece;
  } catch (error) {
    return { text, error };
  }
  return { text };
}

const connectionIsClosed = () => vi.waitFor(() => expect(server.requests[0]?.aborted).toBe(true), { timeout: 5_000 });

describe("a slow model", () => {
  it.each([
    ["never answers", hang(), ""],
    ["sends headers and nothing else", sendHalf("text/event-stream", ": hello\n\n"), ""],
    ["sends half of a JSON reply", sendHalf("application/json", '{"choices":['), ""],
    ["stalls in the middle", sendText(["青龙县", "有"], { ending: "hang" }), "青龙县有"],
    [
      "only keeps the connection alive",
      sendEvents(
        Array.from({ length: 100 }, () => ": wait\n\n"),
        { delayMs: 50 },
      ),
      "",
    ],
    [
      "only thinks",
      sendEvents(
        Array.from({ length: 100 }, () => chunkEvent({ reasoning_content: "嗯" })),
        { delayMs: 50 },
      ),
      "",
    ],
  ])("that %s is MODEL_TIMEOUT, and its connection is closed", async (_, reply, text) => {
    server.reply("chat", reply);
    // Where something must come first, a slow machine gets the time for it.
    const timeoutMs = text === "" ? 300 : 1_500;
    const outcome = await read(create({ timeoutMs }).stream(MESSAGES));
    expect(outcome.text).toBe(text);
    const message = expect.stringMatching(/^CHAT_MODEL m at 127\.0\.0\.1:\d+ failed: no text for \d+ ms$/u);
    expect(outcome.error).toMatchObject({ code: "MODEL_TIMEOUT", message, retryable: true });
    await connectionIsClosed();
  });

  it("that drips for ever is MODEL_TIMEOUT after the total", async () => {
    server.reply(
      "chat",
      sendText(
        Array.from({ length: 200 }, () => "滴"),
        { delayMs: 50 },
      ),
    );
    const outcome = await read(create({ timeoutMs: 5_000, totalTimeoutMs: 1_000 }).stream(MESSAGES));
    expect(outcome.text).toMatch(/^滴+$/u);
    expect(outcome.error).toMatchObject({ code: "MODEL_TIMEOUT", message: expect.stringContaining("after 1000 ms") });
    await connectionIsClosed();
  });

  it("is not what a slow reader makes of a quick one", async () => {
    server.reply("chat", sendText(["一", "二", "三", "四"]));
    let text = "";
    for await (const piece of create({ timeoutMs: 1_500, totalTimeoutMs: 1_500 }).stream(MESSAGES)) {
      text += piece;
      await sleep(500);
    }
    expect(text).toBe("一二三四");
  });

  it("that is overloaded is not waited for past half of its time", async () => {
    server.reply("chat", sendStatus(503, { headers: { "retry-after": "1" } }));
    const { error } = await read(create({ timeoutMs: 1_500 }).stream(MESSAGES));
    expect(error).toMatchObject({ code: "MODEL_FAILED" });
    expect(server.requests).toHaveLength(1);
  });
});

describe("a caller that aborts", () => {
  it("before the call asks nothing", async () => {
    const { error } = await read(create().stream(MESSAGES, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "AbortError" });
    expect(server.requests).toEqual([]);
  });

  it("before the first piece gets its own reason back, and the connection is closed", async () => {
    const controller = new AbortController();
    const reason = new Error("stopped by the user");
    server.reply("chat", hang());
    const reading = read(create().stream(MESSAGES, { signal: controller.signal }));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), { timeout: 5_000 });
    controller.abort(reason);
    expect((await reading).error).toBe(reason);
    await connectionIsClosed();
  });

  it("while waiting for a retry does not wait on", async () => {
    const controller = new AbortController();
    server.reply("chat", sendStatus(429, { headers: { "retry-after": "30" } }));
    const reading = read(create({ timeoutMs: 120_000 }).stream(MESSAGES, { signal: controller.signal }));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), { timeout: 5_000 });
    controller.abort();
    expect((await reading).error).toMatchObject({ name: "AbortError" });
  });

  it("between two pieces gets no further one, although it has come already", async () => {
    const controller = new AbortController();
    server.reply("chat", sendText(["一", "二", "三"]));
    const pieces: string[] = [];
    const reading = (async () => {
      for await (const piece of create().stream(MESSAGES, { signal: controller.signal })) {
        pieces.push(piece);
        controller.abort();
      }
    })();
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect(pieces).toEqual(["一"]);
  });

  it("by leaving the loop closes the connection", async () => {
    server.reply("chat", sendText(["一", "二"], { ending: "hang" }));
    for await (const piece of create().stream(MESSAGES)) {
      expect(piece).toBe("一");
      break;
    }
    await connectionIsClosed();
  });

  it("after the end changes nothing, and leaves no listener behind", async () => {
    const controller = new AbortController();
    const added = vi.spyOn(controller.signal, "addEventListener");
    const removed = vi.spyOn(controller.signal, "removeEventListener");
    server.reply("chat", sendText(["一"]));
    expect(await read(create().stream(MESSAGES, { signal: controller.signal }))).toEqual({ text: "一" });
    controller.abort();
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });
});
