import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeTelegram, startFakeTelegram } from "./fake-telegram.js";

let telegram: FakeTelegram;

beforeEach(async () => {
  telegram = await startFakeTelegram({ firstUpdateId: 100 });
});
afterEach(() => telegram.close());

interface Reply {
  ok: boolean;
  error_code?: number;
  description?: string;
  result: { update_id: number }[];
}

async function call(method: string, params: object = {}, signal?: AbortSignal): Promise<Reply> {
  const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params),
    ...(signal ? { signal } : {}),
  });
  return (await response.json()) as Reply;
}

const ids = (reply: Reply) => reply.result.map(({ update_id }) => update_id);

describe("getUpdates", () => {
  it("gives updates again until a higher offset confirms them", async () => {
    for (const text of ["a", "b", "c"]) telegram.say(text);
    expect(ids(await call("getUpdates"))).toEqual([100, 101, 102]);
    expect(ids(await call("getUpdates", { limit: 2 }))).toEqual([100, 101]);
    expect(ids(await call("getUpdates", { offset: 102 }))).toEqual([102]);
    expect(ids(await call("getUpdates", { offset: 0 }))).toEqual([102]);
    expect(telegram.pendingUpdates()).toEqual([102]);
    expect(ids(await call("getUpdates", { offset: 103 }))).toEqual([]);
  });

  it("forgets all but the last ones at a negative offset", async () => {
    for (const text of ["a", "b", "c"]) telegram.say(text);
    expect(ids(await call("getUpdates", { offset: -1 }))).toEqual([102]);
    expect(telegram.pendingUpdates()).toEqual([102]);
  });

  it("waits for the first update, and for no more than its timeout", async () => {
    const waiting = call("getUpdates", { timeout: 30 });
    await telegram.waitFor("getUpdates", () => false, 50).catch(() => undefined);
    telegram.say("a");
    expect(ids(await waiting)).toEqual([100]);
    expect(ids(await call("getUpdates", { offset: 101, timeout: 1 }))).toEqual([]);
  });

  it("loses nothing when the poller hangs up", async () => {
    const hangUp = new AbortController();
    const waiting = call("getUpdates", { timeout: 30 }, hangUp.signal).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 50));
    hangUp.abort();
    await waiting;
    telegram.say("a");
    expect(ids(await call("getUpdates"))).toEqual([100]);
  });

  it("sends the former poller away when another one comes", async () => {
    const former = call("getUpdates", { timeout: 30 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const latter = call("getUpdates", { timeout: 30 });
    expect(await former).toMatchObject({
      ok: false,
      error_code: 409,
      description: expect.stringContaining("terminated by other getUpdates") as string,
    });
    telegram.say("a");
    expect(ids(await latter)).toEqual([100]);
  });

  it("is refused while a webhook is set", async () => {
    expect(await call("setWebhook", { url: "http://x" })).toMatchObject({ ok: false, error_code: 400 });
    const waiting = call("getUpdates", { timeout: 30 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await call("setWebhook", { url: "https://bot.example/hook" });
    expect(await waiting).toMatchObject({ error_code: 409 });
    expect(await call("getUpdates")).toMatchObject({
      error_code: 409,
      description: expect.stringContaining("webhook is active") as string,
    });
    telegram.say("a");
    await call("deleteWebhook", { drop_pending_updates: false });
    expect(ids(await call("getUpdates"))).toEqual([100]);
    telegram.say("b");
    await call("deleteWebhook", { drop_pending_updates: true });
    expect(ids(await call("getUpdates"))).toEqual([]);
  });

  it("drops kinds that were not allowed when they came, and remembers the choice", async () => {
    await call("getUpdates", { allowed_updates: ["message"] });
    const { message } = telegram.say("a");
    telegram.press(message, { data: "x" });
    telegram.say("b");
    expect(ids(await call("getUpdates"))).toEqual([100, 102]);
    await call("getUpdates", { offset: 103, allowed_updates: [] });
    telegram.press(message, { data: "x" });
    expect(ids(await call("getUpdates"))).toEqual([103]);
  });

  it("delivers a raw update whatever its id, once and twice", async () => {
    telegram.say("a");
    await call("getUpdates", { offset: 101 });
    telegram.raw({ update_id: 100, message: {} });
    telegram.raw({ update_id: 100, message: {} });
    telegram.raw({ update_id: 90, message: {} });
    expect(ids(await call("getUpdates", { offset: 101 }))).toEqual([100, 100, 90]);
    expect(ids(await call("getUpdates", { offset: 101 }))).toEqual([]);
  });
});
