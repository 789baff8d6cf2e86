/** Runs with an embedding endpoint that fails or hangs, and files that take long: what is given up ends at once. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { followCorpus } from "../../src/reindex/follow-corpus.js";
import { createSandbox, environmentOf, type Sandbox } from "../flow/program.js";
import { type ModelServer, startModelServer } from "../support/model-server.js";
import { hang, sendStatus } from "../support/model-server-replies.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const QUICK = { restMs: 10, againMs: 100, lookEveryMs: 50 };

let sandbox: Sandbox;
let server: ModelServer;
let app: App;
beforeEach(async () => {
  sandbox = createSandbox();
  server = await startModelServer();
  const endpoint = { OPENAI_API_KEY: "test-key", OPENAI_BASE_URL: server.baseUrl };
  app = await createApp(readConfig(environmentOf(sandbox, endpoint)), silent);
});
afterEach(async () => {
  await app.close();
  await server.close();
  sandbox.remove();
});

const fingerprint = async () => (await app.generations.current())?.fingerprint;

it("ends at once while the endpoint hangs, and hangs up on it", async () => {
  server.reply("embeddings", hang());
  const ending = new AbortController();
  const running = app.reindexer.run({ signal: ending.signal });
  running.catch(() => {});
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
  const began = performance.now();
  ending.abort(new Error("enough"));
  await expect(running).rejects.toThrow("enough");
  expect(performance.now() - began).toBeLessThan(1000);
  await vi.waitFor(() => expect(server.requests[0]?.aborted).toBe(true));
  expect(await app.generations.current()).toBeUndefined();
});

it("ends at once while a file is read", async () => {
  writeFileSync(join(sandbox.corpusDir, "slow.md"), "_*".repeat(500_000));
  const ending = new AbortController();
  const running = app.reindexer.run({ signal: ending.signal });
  running.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const began = performance.now();
  ending.abort(new Error("enough"));
  await expect(running).rejects.toThrow("enough");
  expect(performance.now() - began).toBeLessThan(1000);
});

it("is tried again by itself when the endpoint failed, and when that stood in for it", async () => {
  server.reply("embeddings", sendStatus(401));
  const end = followCorpus({ ...app, log: silent }, sandbox.corpusDir, () => {}, QUICK);
  try {
    await vi.waitFor(async () => expect(await fingerprint()).toMatch(/^embedded/), { timeout: 10_000 });
    server.reply("embeddings");
    await vi.waitFor(async () => expect(await fingerprint()).toMatch(/^openai/), { timeout: 10_000 });
    const { length } = server.requests;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server.requests).toHaveLength(length);
  } finally {
    await end();
  }
}, 30_000);

it("is tried again by itself when it failed, though no file changes", async () => {
  const set = join(sandbox.corpusDir, "golden.jsonl");
  await app.reindexer.run();
  writeFileSync(set, "{}");
  writeFileSync(join(sandbox.corpusDir, "茶园.md"), "# 云溪县茶园项目\n\n云溪县茶园项目带动了612户茶农。\n");
  const warned: string[] = [];
  const log = { ...silent, warn: (_: object, message: string) => void warned.push(message) };
  const end = followCorpus({ ...app, log }, sandbox.corpusDir, () => {}, QUICK);
  try {
    await vi.waitFor(() => expect(warned.length).toBeGreaterThan(0), { timeout: 10_000 });
    writeFileSync(set, "");
    await vi.waitFor(() => expect(app.articles.countArticles()).toBe(4), { timeout: 10_000 });
  } finally {
    await end();
  }
}, 30_000);
