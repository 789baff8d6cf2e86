import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ModelServer, startModelServer } from "../../../test/support/model-server.js";
import {
  dropConnection,
  hang,
  sendBody,
  sendHalf,
  sendJson,
  sendStatus,
} from "../../../test/support/model-server-replies.js";
import { createOpenAiEmbeddings, type OpenAiEmbeddingsOptions } from "./embeddings.js";

const KEY = "sk-secret-0123456789";
const TEXT = "刘琳的电话是多少";
let server: ModelServer;

beforeEach(async () => {
  server = await startModelServer({ dimensions: 4 });
});
afterEach(() => server.close());

function create(options: Partial<OpenAiEmbeddingsOptions> = {}) {
  const model = createOpenAiEmbeddings({ apiKey: KEY, baseUrl: server.baseUrl, model: "m", backoffMs: 5, ...options });
  return model.embeddings;
}

/** Fails unless the call fails as EMBEDDING_FAILED, without secrets; returns the error. */
async function failureOf(call: Promise<unknown>): Promise<Error & { retryable?: boolean }> {
  const error: unknown = await call.then(
    () => new Error("it succeeded"),
    (error: unknown) => error,
  );
  expect(error).toMatchObject({ code: "EMBEDDING_FAILED" });
  if (!(error instanceof Error)) throw new Error("not an error");
  for (let seen: unknown = error; seen instanceof Error; seen = seen.cause) {
    for (const secret of [KEY, "secret", TEXT, "刘琳"]) expect(`${seen.message}${seen.stack}`).not.toContain(secret);
  }
  return error;
}

const vector = (index: number, embedding: unknown = [1, 0]) => ({ index, embedding });
const reply = (...data: unknown[]) => sendJson({ data });

describe("createOpenAiEmbeddings", () => {
  it("has a fingerprint of host, path and model, whatever the slashes at the end", () => {
    const of = (baseUrl: string) => createOpenAiEmbeddings({ apiKey: KEY, baseUrl, model: "m" }).fingerprint;
    expect(of("https://api.example.com/v1/")).toBe("openai:api.example.com/v1:m");
    expect(of("http://127.0.0.1:11434/v1")).toBe("openai:127.0.0.1:11434/v1:m");
  });

  it.each([
    [{ baseUrl: "api.example.com" }, "OPENAI_BASE_URL"],
    [{ baseUrl: "ftp://example.com" }, "OPENAI_BASE_URL"],
    [{ baseUrl: "https://user:secret@example.com/v1" }, "OPENAI_BASE_URL"],
    [{ baseUrl: "https://example.com/v1?key=secret" }, "OPENAI_BASE_URL"],
    [{ apiKey: "sk-secret\nsecret" }, "OPENAI_API_KEY"],
    [{ apiKey: "" }, "OPENAI_API_KEY"],
    [{ apiKey: "“secret”" }, "OPENAI_API_KEY"],
  ])("refuses %o when it is built, without repeating it", (options, variable) => {
    expect(() => create(options)).toThrowError(expect.objectContaining({ code: "CONFIG_INVALID" }) as Error);
    expect(() => create(options)).toThrowError(variable);
    expect(() => create(options)).not.toThrowError(/secret/u);
  });
});

describe("embedDocuments", () => {
  it("asks for plain numbers, with the key, and gives the vectors as they are", async () => {
    server.script("embeddings", reply(vector(0, [0.5, -2])));
    expect(await create().embedDocuments(["公益"])).toEqual([[0.5, -2]]);
    expect(server.requests).toMatchObject([
      { headers: { authorization: `Bearer ${KEY}` }, body: { model: "m", input: ["公益"], encoding_format: "float" } },
    ]);
  });

  it("sends batches within both limits, one after another, and joins them in order", async () => {
    const texts = ["一", "二", "三", "四四四四", "五"];
    const vectors = await create({ maxTextsPerRequest: 2, maxCharsPerRequest: 4 }).embedDocuments(texts);
    expect(server.requests.map(({ body }) => body.input)).toEqual([["一", "二"], ["三"], ["四四四四"], ["五"]]);
    const alone = await Promise.all(texts.map((text) => create().embedQuery(text)));
    expect(vectors).toEqual(alone);
  });

  it("puts vectors where their index says", async () => {
    server.script("embeddings", reply(vector(2, [3, 0]), vector(0, [1, 0]), vector(1, [2, 0])));
    expect(await create().embedDocuments(["a", "b", "c"])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
  });

  it("cuts a text that is too long, and sends something for an empty one", async () => {
    await create({ maxCharsPerText: 3 }).embedDocuments(["公𠮷益宝贝", "公益𠮷", ""]);
    expect(server.requests[0]?.body.input).toEqual(["公𠮷", "公益", "。"]);
  });

  it("asks nothing for no texts", async () => {
    expect(await create().embedDocuments([])).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it.each([
    ["fewer vectors than texts", reply(vector(0)), "1 vectors came for 2 texts"],
    ["more vectors than texts", reply(vector(0), vector(1), vector(2)), "3 vectors came for 2 texts"],
    ["one index twice", reply(vector(0), vector(0)), "not numbered from 0 to 1"],
    ["an index out of range", reply(vector(0), vector(2)), "not numbered from 0 to 1"],
    ["vectors of different dimensions", reply(vector(0), vector(1, [1, 0, 0])), "different dimensions came: 2, 3"],
    ["base64", reply(vector(0, "AACAPwAAAAA="), vector(1, "AACAPwAAAAA=")), "base64"],
    ["null in a vector", reply(vector(0), vector(1, [1, null])), "not a finite number"],
    ["words in a vector", reply(vector(0), vector(1, [1, "NaN"])), "not a finite number"],
    [
      "a number beyond all bounds",
      sendBody("application/json", '{"data":[{"index":0,"embedding":[1e999]},{"index":1,"embedding":[1]}]}'),
      "not a finite number",
    ],
    [
      "NaN, which is no JSON",
      sendBody("application/json", '{"data":[{"index":0,"embedding":[NaN]}]}'),
      "not valid JSON",
    ],
    ["zeros only", reply(vector(0), vector(1, [0, 0])), "all zero"],
    ["an empty vector", reply(vector(0, []), vector(1, [])), "missing or empty"],
    ["no vector", reply({ index: 0 }, { index: 1 }), "not that of an embeddings endpoint"],
    ["a web page", sendBody("text/html", "<!doctype html><title>Sign in</title>"), "/v1"],
    ["JSON cut in two", sendBody("application/json", '{"data":[{"index":0,"embe'), "not valid JSON"],
    ["another JSON", sendJson({ error: { message: `bad key ${KEY}` } }), "not that of an embeddings endpoint"],
    ["null", sendJson(null), "not that of an embeddings endpoint"],
    ["nothing at all", sendBody("text/plain", ""), "not that of an embeddings endpoint"],
  ])("refuses %s, and does not ask again", async (_, lie, reason) => {
    server.reply("embeddings", lie);
    const error = await failureOf(create().embedDocuments([TEXT, "b"]));
    expect(error.message).toContain(reason);
    expect(error.message).toContain("EMBEDDING_MODEL m at 127.0.0.1");
    expect(error.retryable).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  it("refuses a batch whose dimension differs from that of the batch before", async () => {
    server.script("embeddings", reply(vector(0)), reply(vector(0, [1, 0, 0])));
    const error = await failureOf(create({ maxTextsPerRequest: 1 }).embedDocuments(["a", "b"]));
    expect(error.message).toContain("different dimensions came: 2, 3");
  });
});

describe("retries", () => {
  it.each([
    ["400", sendStatus(400), "EMBEDDING_MODEL"],
    ["401", sendStatus(401, { body: `{"error":{"message":"Incorrect API key: ${KEY}"}}` }), "OPENAI_API_KEY"],
    ["403", sendStatus(403), "OPENAI_API_KEY"],
    ["404", sendStatus(404, { body: '{"error":{"message":"x","code":"model_not_found"}}' }), "model_not_found"],
    ["413", sendStatus(413, { body: `too large: ${TEXT}` }), "(413)"],
    ["429 for a spent quota", sendStatus(429, { body: '{"error":{"code":"insufficient_quota"}}' }), "quota"],
    ["a redirect", sendStatus(307, { headers: { location: "/v1/embeddings" } }), "redirects"],
  ])("are not made for %s, which names what to look at", async (_, refusal, hint) => {
    server.reply("embeddings", refusal);
    const error = await failureOf(create().embedDocuments([TEXT]));
    expect(error.message).toContain(hint);
    expect(error.retryable).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ["429", sendStatus(429)],
    ["500 with a web page", sendStatus(500, { headers: { "content-type": "text/html" }, body: "<h1>Oops</h1>" })],
    ["503", sendStatus(503)],
    ["a dropped connection", dropConnection()],
  ])("succeed after %s, twice", async (_, fault) => {
    server.script("embeddings", fault, fault);
    expect(await create().embedDocuments(["公益"])).toHaveLength(1);
    expect(server.requests).toHaveLength(3);
  });

  it("end after as many as were asked for, with a failure that may pass", async () => {
    server.reply("embeddings", sendStatus(503));
    const error = await failureOf(create({ maxRetries: 2 }).embedDocuments([TEXT]));
    expect(error).toMatchObject({ retryable: true, message: expect.stringContaining("503") });
    expect(server.requests).toHaveLength(3);
  });

  it.each([
    ["seconds", () => "1"],
    ["an HTTP date", () => new Date(Date.now() + 3_000).toUTCString()],
  ])("wait as long as Retry-After says in %s", async (_, retryAfter) => {
    server.script("embeddings", sendStatus(429, { headers: { "retry-after": retryAfter() } }));
    await create().embedDocuments(["公益"]);
    const [first, second] = server.requests;
    // A date has whole seconds only, and some of its time passes before the request.
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
  });

  it("do not wait for a time beyond the deadline", async () => {
    server.reply("embeddings", sendStatus(429, { headers: { "retry-after": "50" } }));
    const error = await failureOf(create({ batchTimeoutMs: 10_000 }).embedDocuments([TEXT]));
    expect(error).toMatchObject({ retryable: true, message: expect.stringContaining("429") });
    expect(server.requests).toHaveLength(1);
  });

  it("come after a request that hangs, in its headers or in its body", async () => {
    server.script("embeddings", hang(), sendHalf("application/json", '{"data":['));
    expect(await create({ requestTimeoutMs: 500 }).embedDocuments(["公益"])).toHaveLength(1);
    expect(server.requests).toHaveLength(3);
    await vi.waitFor(() => expect(server.requests[1]?.aborted).toBe(true), { timeout: 5_000 });
  });

  it("end with the deadline when the server always hangs", async () => {
    server.reply("embeddings", hang());
    const error = await failureOf(create({ requestTimeoutMs: 150, batchTimeoutMs: 400 }).embedDocuments([TEXT]));
    expect(error).toMatchObject({ retryable: true, message: expect.stringContaining("no reply within") });
    expect(server.requests.length).toBeLessThanOrEqual(3);
  });

  it("do not help when nobody listens", async () => {
    await server.close();
    const error = await failureOf(create({ maxRetries: 1 }).embedDocuments([TEXT]));
    expect(error).toMatchObject({ retryable: true, message: expect.stringContaining("ECONNREFUSED") });
    server = await startModelServer();
  });
});

describe("embedQuery", () => {
  it("gives one vector", async () => {
    server.script("embeddings", reply(vector(0, [0, 1])));
    expect(await create().embedQuery("公益")).toEqual([0, 1]);
    expect(server.requests[0]?.body.input).toEqual(["公益"]);
  });

  it("gives up early on a server that hangs, so that word search can answer", async () => {
    server.reply("embeddings", hang());
    const error = await failureOf(create({ queryTimeoutMs: 150 }).embedQuery(TEXT));
    expect(error).toMatchObject({ retryable: true, message: expect.stringContaining("no reply within") });
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });

  it("tries once more and no oftener", async () => {
    server.reply("embeddings", sendStatus(500));
    await failureOf(create().embedQuery(TEXT));
    expect(server.requests).toHaveLength(2);
  });
});
