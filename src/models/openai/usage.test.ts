import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ModelServer, startModelServer } from "../../../test/support/model-server.js";
import { chunkEvent, sendEvents, sendJson, sendStatus, sendText } from "../../../test/support/model-server-replies.js";
import { createOpenAiChatModel } from "./chat.js";

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.close());

const good = chunkEvent({ content: "好。" });
const stop = chunkEvent({}, "stop");
const report = (tokens: unknown) => `data: ${JSON.stringify({ choices: [], usage: { total_tokens: tokens } })}\n\n`;
const create = () => createOpenAiChatModel({ apiKey: "k", baseUrl: server.baseUrl, model: "m", backoffMs: 5 });

/** Reads one reply: its text, the tokens that were reported, and how long it took. */
async function read(model = create()) {
  const reported: number[] = [];
  const started = performance.now();
  let text = "";
  for await (const piece of model.stream([], { onUsage: (tokens) => reported.push(tokens) })) text += piece;
  return { text, reported, ms: performance.now() - started };
}

describe("the tokens of a reply", () => {
  it.each([
    ["behind its last event", sendEvents([good, stop, report(42), "data: [DONE]\n\n"]), [42]],
    ["behind it, and the connection stays open", sendEvents([good, stop, report(42)], { ending: "hang" }), [42]],
    ["with its last event", sendEvents([good, stop.replace("{", '{"usage":{"total_tokens":42},')]), [42]],
    [
      "in a whole reply",
      sendJson({ choices: [{ message: { content: "好。" }, finish_reason: "stop" }], usage: { total_tokens: 42 } }),
      [42],
    ],
    ["never", sendText(["好。"]), []],
    ["as nonsense", sendEvents([good, stop, report("many"), report(-1), "data: [DONE]\n\n"]), []],
    ["behind a cut connection", sendEvents([good, stop], { ending: "cut" }), []],
  ])("may be reported %s", async (_, reply, tokens) => {
    server.script("chat", reply);
    expect(await read()).toMatchObject({ text: "好。", reported: tokens });
    expect(server.requests[0]?.body).toMatchObject({ stream_options: { include_usage: true } });
  });

  it("are not waited for long when the connection stays open without them", async () => {
    server.script("chat", sendEvents([good, stop], { ending: "hang" }));
    const { text, reported, ms } = await read();
    expect([text, reported]).toEqual(["好。", []]);
    expect(ms).toBeLessThan(2000);
    await vi.waitFor(() => expect(server.requests[0]?.aborted).toBe(true), { timeout: 5000 });
  });

  it("are not waited for when the reader leaves before the end", async () => {
    server.script("chat", sendEvents([good, good], { ending: "hang" }));
    const started = performance.now();
    for await (const piece of create().stream([], { onUsage: () => undefined })) {
      expect(piece).toBe("好。");
      break;
    }
    expect(performance.now() - started).toBeLessThan(450);
  });

  it("are asked for only when somebody wants to know", async () => {
    for await (const piece of create().stream([])) expect(piece).toBe("OK");
    expect(server.requests[0]?.body).not.toHaveProperty("stream_options");
  });
});

describe("a server that does not know the option", () => {
  it.each([400, 422])("and refuses it with %d is asked without, from then on", async (status) => {
    server.script("chat", sendStatus(status, { body: '{"detail":"extra inputs are not permitted"}' }));
    const model = create();
    for (let i = 0; i < 2; i++) expect(await read(model)).toMatchObject({ text: "OK", reported: [] });
    const asked = server.requests.map(({ body }) => "stream_options" in body);
    expect(asked).toEqual([true, false, false]);
  });

  it("and takes no temperature either is asked without both", async () => {
    server.script(
      "chat",
      sendStatus(400, { body: '{"error":{"param":"temperature"}}' }),
      sendStatus(400, { body: '{"error":{"param":"stream_options"}}' }),
    );
    expect((await read()).text).toBe("OK");
    expect(server.requests).toHaveLength(3);
    expect(server.requests[2]?.body).toEqual({ model: "m", messages: [], stream: true });
  });

  it("is not meant when the request is refused anyway", async () => {
    server.reply("chat", sendStatus(400, { body: "{}" }));
    const model = create();
    await expect(read(model)).rejects.toMatchObject({ code: "MODEL_FAILED" });
    server.reply("chat", sendText(["好。"]));
    await read(model);
    expect(server.requests.map(({ body }) => "stream_options" in body)).toEqual([true, false, true]);
  });
});
