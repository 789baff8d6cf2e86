import { type AddressInfo, createServer, type Server } from "node:net";
import { Api, HttpError } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerWith, type BotRig, startRig } from "../../test/support/bot-rig.js";
import { type FakeTelegram, startFakeTelegram } from "../../test/support/telegram/fake-telegram.js";
import { isAppError } from "../core/errors.js";
import type { Log } from "../core/ports.js";
import { createApis, type TelegramApis } from "./api.js";
import { describeError, networkFaultOf, redact } from "./api-errors.js";
import { createAgent } from "./connection.js";

const quiet = () => undefined;
const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

describe("calls that must arrive", () => {
  let telegram: FakeTelegram;
  let halt: AbortController;
  let apis: TelegramApis;

  beforeEach(async () => {
    telegram = await startFakeTelegram();
    telegram.addChat({ id: 1001 });
    halt = new AbortController();
    apis = createApis({ token: telegram.token, apiRoot: `${telegram.apiRoot}/`, halt: halt.signal, log });
  });
  afterEach(async () => {
    halt.abort();
    apis.close();
    await telegram.close();
  });

  it("are repeated when the connection breaks before Telegram took them", async () => {
    telegram.drop("sendMessage", "before", 2);
    await apis.patient.sendMessage(1001, "一");
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("are repeated a few times only when they are messages: each time may be a second copy", async () => {
    telegram.drop("sendMessage", "before", 99);
    await expect(apis.patient.sendMessage(1001, "一")).rejects.toBeInstanceOf(HttpError);
    expect(telegram.calls("sendMessage")).toHaveLength(3);
  });

  it("are repeated longer when doing it twice is the same as once", async () => {
    const { message_id } = await apis.patient.sendMessage(1001, "一");
    telegram.drop("editMessageText", "after", 3);
    await apis.patient.editMessageText(1001, message_id, "二");
    expect(telegram.botMessagesIn(1001)[0]?.text).toBe("二");
  });

  it("take an error page of a proxy for a broken connection", async () => {
    telegram.html502("sendMessage");
    await apis.patient.sendMessage(1001, "一");
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("are repeated until the network is back when it is not there at all", async () => {
    const port = Number(new URL(telegram.apiRoot).port);
    const { token } = telegram;
    await telegram.close();
    const sent = apis.patient.sendMessage(1001, "一");
    await new Promise((resolve) => setTimeout(resolve, 300));
    telegram = await startFakeTelegram({ token, port });
    telegram.addChat({ id: 1001 });
    await sent;
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("end with the process, also between two attempts", async () => {
    telegram.fail("sendMessage", { status: 429, description: "Too Many Requests: retry after 60", retryAfter: 60 });
    const sent = apis.patient.sendMessage(1001, "一");
    await telegram.waitFor("sendMessage");
    halt.abort();
    await expect(sent).rejects.toThrow();
    await expect(apis.quick.sendChatAction(1001, "typing")).rejects.toThrow();
    expect(telegram.calls("sendChatAction")).toEqual([]);
  });

  it("are made once when the next one replaces them", async () => {
    telegram.drop("sendChatAction", "before", 9);
    await expect(apis.quick.sendChatAction(1001, "typing")).rejects.toThrow();
    expect(telegram.calls("sendChatAction")).toHaveLength(1);
  });
});

describe("a connection that is never made", () => {
  let hole: Server | undefined;
  afterEach(() => hole?.close());

  it("is given up, and known not to have carried anything", async () => {
    // Takes the TCP connection and says nothing: TLS is never made.
    hole = createServer();
    await new Promise<void>((resolve) => void hole?.listen(0, "127.0.0.1", resolve));
    const { port } = hole.address() as AddressInfo;
    const agent = createAgent("https://127.0.0.1", 200);
    const api = new Api("1:x", { apiRoot: `https://127.0.0.1:${port}`, baseFetchConfig: { agent } });
    const error: unknown = await api.getMe().catch((reason: unknown) => reason);
    expect(networkFaultOf(error)).toBe("notSent");
    agent.destroy();
  });
});

describe("what enters a log", () => {
  it("never holds a token or a text", async () => {
    const token = "7000000001:AAF-secret-secret-secret-secret-secret";
    const inner = Object.assign(new Error(`request to http://x/bot${token}/getMe failed`), { code: "ECONNRESET" });
    expect(JSON.stringify(describeError(new HttpError("Network request for 'getMe' failed!", inner)))).not.toContain(
      "AAF",
    );
    expect(JSON.stringify(describeError(new Error(`at bot${token} and ${encodeURIComponent(token)}`)))).not.toContain(
      "AAF",
    );
    expect(redact(`/bot${token}/x`)).toBe("/bot[token]/x");
  });

  it("says what Telegram refused", async () => {
    const rig: BotRig = await startRig({ script: () => answerWith("我的秘密") });
    await rig.start();
    rig.telegram.fail("sendMessage", { status: 400, description: "Bad Request: STRANGE_REASON" });
    rig.telegram.say("问");
    await expect.poll(() => JSON.stringify(rig.logged)).toContain("sendMessage: 400 Bad Request: STRANGE_REASON");
    expect(JSON.stringify(rig.logged)).not.toContain("秘密");
    await rig.close();
  });
});

describe("a start", () => {
  it("goes on until the network is there", async () => {
    const rig = await startRig();
    rig.telegram.drop("getMe", "before");
    rig.telegram.html502("getMe");
    await rig.start();
    rig.telegram.say("问");
    await rig.telegram.waitForMessage(1001);
    await rig.close();
  });

  it("ends with a clear word when the token is not accepted", async () => {
    const rig = await startRig();
    const error: unknown = await rig
      .start({ token: "1234567:wrong-wrong-wrong-wrong" })
      .catch((reason: unknown) => reason);
    expect(isAppError(error, "TELEGRAM_REJECTED")).toBe(true);
    expect(String(error)).toContain("BOT_TOKEN (401 Unauthorized)");
    expect(String(error)).not.toContain("wrong");
    await rig.close().catch(() => undefined);
  });
});
