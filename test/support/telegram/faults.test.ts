import { Bot, GrammyError, HttpError } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeTelegram, startFakeTelegram } from "./fake-telegram.js";
import { createFloodGate } from "./flood.js";

let telegram: FakeTelegram;
let bot: Bot;

beforeEach(async () => {
  telegram = await startFakeTelegram();
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot, timeoutSeconds: 1 } });
  telegram.say("x");
});
afterEach(() => telegram.close());

const send = (text = "a") => bot.api.sendMessage(1001, text);

describe("faults", () => {
  it("answer as ordered, as often as ordered, then no more", async () => {
    telegram.fail("sendMessage", {
      status: 429,
      description: "Too Many Requests: retry after 7",
      retryAfter: 7,
      times: 2,
    });
    expect(telegram.faultsLeft("sendMessage")).toBe(2);
    await expect(send()).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
    await expect(send()).rejects.toBeInstanceOf(GrammyError);
    await send();
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
    expect(telegram.calls("sendMessage").map(({ error }) => error?.code)).toEqual([429, 429, undefined]);
  });

  it("can be a proxy's page, a cut connection or silence", async () => {
    telegram.html502("sendMessage");
    await expect(send()).rejects.toBeInstanceOf(HttpError);
    telegram.drop("sendMessage", "before");
    await expect(send("never")).rejects.toBeInstanceOf(HttpError);
    telegram.drop("sendMessage", "after");
    await expect(send("arrived")).rejects.toBeInstanceOf(HttpError);
    telegram.hang("sendMessage");
    await expect(send("lost")).rejects.toBeInstanceOf(HttpError);
    expect(telegram.botMessagesIn(1001).map(({ text }) => text)).toEqual(["arrived"]);
  });

  it("reach any method but getUpdates by a star", async () => {
    telegram.fail("*", { status: 500 });
    expect(await bot.api.getUpdates()).toHaveLength(1);
    await expect(send()).rejects.toMatchObject({ error_code: 500 });
    telegram.fail("*", { status: 500 });
    telegram.clearFaults();
    await send();
  });

  it("delay an answer", async () => {
    telegram.delay("sendMessage", 80);
    const startedAt = performance.now();
    await send();
    expect(performance.now() - startedAt).toBeGreaterThan(75);
  });
});

describe("flood control", () => {
  it("lets a burst through, then about one a second", () => {
    let now = 0;
    const gate = createFloodGate({ perSecond: 1, burst: 3 }, () => now);
    for (let i = 0; i < 3; i++) gate("sendMessage", 5);
    expect(() => gate("editMessageText", 5)).toThrow("Too Many Requests: retry after 1");
    expect(() => gate("sendChatAction", 5)).not.toThrow();
    expect(() => gate("sendMessage", 6)).not.toThrow();
    now = 1000;
    expect(() => gate("sendMessage", 5)).not.toThrow();
    expect(() => gate("sendMessage", 5)).toThrow("retry after 1");
  });

  it("counts twenty a minute in a group, edits too", () => {
    let now = 0;
    const gate = createFloodGate({ perSecond: 100, burst: 100 }, () => now);
    for (let i = 0; i < 20; i++) gate(i % 2 === 0 ? "sendMessage" : "editMessageText", -5);
    expect(() => gate("editMessageText", -5)).toThrow("Too Many Requests: retry after 3");
    now = 3000;
    expect(() => gate("editMessageText", -5)).not.toThrow();
  });

  it("refuses over HTTP and leaves the chat as it was", async () => {
    await telegram.close();
    telegram = await startFakeTelegram({ flood: { burst: 1 } });
    bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
    telegram.say("x");
    const { message_id } = await send("a");
    await expect(bot.api.editMessageText(1001, message_id, "b")).rejects.toMatchObject({
      error_code: 429,
      parameters: { retry_after: 1 },
    });
    expect(telegram.botMessagesIn(1001).map(({ text }) => text)).toEqual(["a"]);
  });
});
