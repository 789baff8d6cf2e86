import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { answerWith, type BotRig, type Script } from "../support/bot-rig.js";
import { closeBots, pause, prepareBot, startBot } from "./starting.js";

afterAll(closeBots);

const TOO_MANY = { status: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 };
const UNPARSABLE = {
  status: 400,
  description: 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 1',
};

/** Two partial texts, then the whole one. */
const growing: Script = async ({ onPartial }) => {
  onPartial?.("一。");
  await pause(200);
  onPartial?.("一。二。");
  await pause(200);
  return answerWith("一。二。三。");
};

/** The one message that the bot has sent, when nothing more happens. */
async function onlyMessage({ telegram }: BotRig) {
  await telegram.idle(150);
  const messages = telegram.botMessagesIn(1001);
  expect(messages).toHaveLength(1);
  return messages[0];
}

describe.concurrent("a refusal by Telegram", () => {
  it("429 on sending waits as long as it says, and the formatting stays", async () => {
    const rig = await startBot();
    const { telegram } = rig;
    telegram.fail("sendMessage", { ...TOO_MANY, times: 2 });
    telegram.say("问");
    await telegram.waitForMessage(1001);
    const calls = telegram.calls("sendMessage");
    expect(calls.map(({ error }) => error?.code)).toEqual([429, 429, undefined]);
    for (const [i, { at }] of calls.slice(1).entries()) {
      expect(at - (calls[i]?.finishedAt ?? 0)).toBeGreaterThanOrEqual(995);
    }
    expect((await onlyMessage(rig))?.entities.map(({ type }) => type)).toContain("expandable_blockquote");
  });

  it("429 on an edit skips partial texts, and the finished one gets there once", async () => {
    const rig = await startBot({ telegram: { knowsDrafts: false }, script: growing });
    rig.telegram.fail("editMessageText", TOO_MANY);
    rig.telegram.say("问");
    await rig.telegram.waitForMessage(1001, ({ text }) => text.startsWith("一。二。三。"));
    expect(rig.telegram.calls("editMessageText")[0]?.error?.code).toBe(429);
    await onlyMessage(rig);
  });

  it("429 in one chat holds up no other", async () => {
    const { telegram } = await startBot({ bot: { stopWithinMs: 300 } });
    telegram.fail("sendMessage", { ...TOO_MANY, description: "Too Many Requests: retry after 30", retryAfter: 30 });
    telegram.say("问");
    await telegram.waitFor("sendMessage", ({ error }) => error?.code === 429);
    telegram.say("问", { userId: 1002 });
    await telegram.waitForMessage(1002);
    expect(telegram.botMessagesIn(1001)).toEqual([]);
  });

  it("of the formatting is answered once with the same words in plain text", async () => {
    const rig = await startBot({ script: () => answerWith("a < b & c") });
    rig.telegram.fail("sendMessage", UNPARSABLE);
    rig.telegram.say("问");
    await rig.telegram.waitForMessage(1001);
    const message = await onlyMessage(rig);
    expect(message?.text).toMatch(/^a < b & c\n/);
    expect(message?.entities).toEqual([]);
    expect(rig.telegram.calls("sendMessage").map(({ params }) => params.parse_mode)).toEqual(["HTML", undefined]);
  });

  it("of the formatting, and of the plain text too, is not repeated for ever", async () => {
    const { telegram } = await startBot();
    telegram.fail("sendMessage", { ...UNPARSABLE, times: 50 });
    telegram.say("问");
    await telegram.waitFor("sendMessage", ({ params }) => params.parse_mode === undefined);
    await telegram.idle(300);
    // The third is the line that says that something broke.
    expect(telegram.calls("sendMessage").map(({ params }) => params.text)).toEqual([
      expect.stringContaining("答:问"),
      expect.stringContaining("答:问"),
      botWords("zh").broke,
    ]);
  });

  it("'message is not modified' is no error", async () => {
    const rig = await startBot({
      telegram: { knowsDrafts: false },
      async script({ onPartial }) {
        onPartial?.("没有找到。");
        await pause(150);
        return answerWith("没有找到答案。", { kind: "refused", citations: [] });
      },
    });
    rig.telegram.fail("editMessageText", { ...UNPARSABLE, description: "Bad Request: message is not modified" });
    rig.telegram.say("问");
    await rig.telegram.waitFor("editMessageText", ({ error }) => error?.description.includes("not modified") === true);
    await onlyMessage(rig);
    expect(rig.logged.filter(({ level }) => level === "warn" || level === "error")).toEqual([]);
  });

  it("403 of a person who blocked the bot ends that update for good, and nothing else", async () => {
    const rig = await startBot();
    const { telegram } = rig;
    telegram.say("x", { userId: 1002 });
    await telegram.waitForMessage(1002);
    telegram.block(1002);
    telegram.say("问", { userId: 1002 });
    await telegram.waitFor("sendMessage", ({ error }) => error?.code === 403);
    telegram.say("问");
    await telegram.waitForMessage(1001);
    await rig.stop();
    telegram.block(1002, false);
    const before = rig.asked.length;
    await rig.start();
    await telegram.idle(150);
    expect(rig.asked).toHaveLength(before);
    expect(telegram.calls("sendMessage").filter(({ error }) => error)).toHaveLength(1);
  });

  it("403 while an answer grows ends quietly", async () => {
    const { telegram } = await startBot({ telegram: { knowsDrafts: false }, script: growing });
    telegram.say("问");
    await telegram.waitForMessage(1001);
    telegram.block(1001);
    await telegram.waitFor("editMessageText", ({ error }) => error?.code === 403);
    await telegram.idle(600);
    expect(telegram.calls("editMessageText").length).toBeLessThanOrEqual(3);
  });

  it("of a group that has become a supergroup ends that update, and nothing else", async () => {
    const { telegram } = await startBot();
    telegram.fail("sendMessage", {
      status: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      times: 2,
    });
    telegram.say("/ask 一?", { chatId: -7 });
    await telegram.waitFor(
      "sendMessage",
      ({ error, params }) => error?.code === 400 && params.text === botWords("zh").broke,
    );
    telegram.say("a");
    await telegram.waitForMessage(1001);
    await telegram.idle(100);
    expect(telegram.calls("sendMessage")).toHaveLength(3);
  });

  it("of the command menu leaves a bot that answers", async () => {
    const rig = await prepareBot();
    rig.telegram.fail("setMyCommands", { status: 400, description: "Bad Request: BOT_COMMAND_INVALID" });
    await rig.start();
    rig.telegram.say("a");
    await rig.telegram.waitForMessage(1001);
  });

  it("of the token ends the bot with a clear error, at the start or later", async () => {
    const unauthorized = { status: 401, description: "Unauthorized" };
    const rig = await prepareBot();
    rig.telegram.fail("getMe", unauthorized);
    await expect(rig.start()).rejects.toMatchObject({ code: "TELEGRAM_REJECTED" });
    rig.crash();
    const { running } = await rig.start();
    const ended = expect(running).rejects.toMatchObject({ code: "TELEGRAM_REJECTED" });
    rig.telegram.fail("getUpdates", unauthorized);
    rig.telegram.say("问");
    await ended;
    rig.crash();
  });
});
