import { afterEach, describe, expect, it } from "vitest";
import { answerWith, type BotRig, startRig } from "../../test/support/bot-rig.js";
import { botWords } from "../i18n/bot-words.js";

const zh = botWords("zh");

let rig: BotRig;
afterEach(() => rig.close());

const never = () => new Promise<never>(() => undefined);
const texts = (chatId = 1001) => rig.telegram.botMessagesIn(chatId).map(({ text }) => text.split("\n")[0]);
const allHandled = () => expect.poll(() => rig.inbox().listUnfinished(), { timeout: 8000 }).toEqual([]);

describe("after a crash", () => {
  it("answers what was being worked on, once", async () => {
    rig = await startRig();
    await rig.start({ script: never });
    rig.telegram.say("一");
    rig.telegram.say("二");
    await expect.poll(() => rig.asked.length).toBe(1);
    await rig.telegram.allConfirmed();
    rig.crash();
    await rig.start();
    await allHandled();
    expect(texts()).toEqual(["答:一", "答:二"]);
  });

  it("finishes the message that had begun to grow", async () => {
    rig = await startRig({ telegram: { knowsDrafts: false }, bot: { pace: { firstMs: 0 } } });
    await rig.start({
      script: ({ onPartial }) => {
        onPartial?.("答的开头");
        return never();
      },
    });
    rig.telegram.say("一");
    const begun = await rig.telegram.waitForMessage(1001);
    await expect.poll(() => rig.inbox().read(500_000_001)?.progress).toContain(String(begun.message_id));
    rig.crash();
    await rig.start();
    await allHandled();
    const messages = rig.telegram.botMessagesIn(1001);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toContain("答:一");
  });

  it("sends the rest of a long answer, and no part twice", async () => {
    const long = `${"一".repeat(99)}。`.repeat(100);
    const script = () => answerWith(long, { citations: [] });
    rig = await startRig({ script });
    await rig.start();
    // The first part arrives; the second waits for Telegram when the process dies.
    rig.telegram.delay("sendMessage", 0);
    rig.telegram.fail("sendMessage", { status: 429, description: "Too Many Requests: retry after 9", retryAfter: 9 });
    rig.telegram.say("一");
    await rig.telegram.waitFor("sendMessage", ({ error }) => error?.code === 429);
    await expect.poll(() => rig.inbox().read(500_000_001)?.progress).toContain('"isSending":false');
    rig.crash();
    await rig.start();
    await allHandled();
    const messages = rig.telegram.botMessagesIn(1001);
    expect(messages.map(({ text }) => text).join("")).toBe(long);
    expect(messages).toHaveLength(3);
  });

  it.each(["before", "after"] as const)(
    "does not answer again when the crash came %s an answer arrived, but says so once",
    async (when) => {
      rig = await startRig();
      await rig.start();
      rig.telegram.hang("sendMessage", { when });
      rig.telegram.say("一");
      await expect.poll(() => rig.inbox().read(500_000_001)?.progress).toContain('"isSending":true');
      await rig.telegram.waitFor("sendMessage");
      rig.crash();
      await rig.start();
      await allHandled();
      expect(texts()).toEqual([...(when === "after" ? ["答:一"] : []), zh.interrupted]);
      expect(rig.asked).toHaveLength(1);
    },
  );

  it("gives up a question that kills the process each time, says so once, and answers the others", async () => {
    rig = await startRig();
    const script = ({ question }: { question: string }) => (question === "毒" ? never() : answerWith(`答:${question}`));
    rig.telegram.say("毒");
    for (let crash = 0; crash < 3; crash++) {
      const before = rig.asked.length;
      await rig.start({ script });
      await expect.poll(() => rig.asked.length).toBe(before + 1);
      rig.crash();
    }
    rig.telegram.say("还在吗");
    await rig.start({ script });
    await allHandled();
    expect(texts()).toEqual([zh.gaveUp, "答:还在吗"]);
  });

  it("apologises in the language that was chosen, and to nobody who is not answered", async () => {
    rig = await startRig();
    await rig.start();
    const inbox = rig.inbox();
    for (const [updateId, id] of [
      [8, 1001],
      [9, 666],
    ] as const) {
      rig.telegram.addChat({ id });
      const person = { id, is_bot: false, first_name: "A", language_code: "zh-hans" };
      const message = { message_id: 1, date: 1, chat: { id, type: "private" }, from: person, text: "问" };
      inbox.add([{ updateId, lane: String(id), payload: JSON.stringify({ update_id: updateId, message }) }]);
      for (let i = 0; i < 3; i++) inbox.beginAttempt(updateId);
    }
    rig.database().exec("INSERT INTO preferences (asker, language) VALUES ('asker-1001', 'en')");
    await rig.stop();
    await rig.start({ allowedChats: [1001] });
    await allHandled();
    expect([texts(), texts(666)]).toEqual([[botWords("en").gaveUp], []]);
  });

  it("says nothing to a group about a message that was none of its business", async () => {
    rig = await startRig();
    await rig.start();
    const inbox = rig.inbox();
    const message = { message_id: 1, date: 1, chat: { id: -100, type: "group", title: "G" }, text: "大家好" };
    inbox.add([{ updateId: 9, lane: "-100", payload: JSON.stringify({ update_id: 9, message }) }]);
    for (let i = 0; i < 3; i++) inbox.beginAttempt(9);
    await rig.stop();
    await rig.start();
    await allHandled();
    expect(rig.telegram.calls("sendMessage")).toEqual([]);
  });
});

describe("an orderly stop", () => {
  it("lets an answer under way arrive, and leaves the rest for the next start", async () => {
    rig = await startRig();
    let end: (() => void) | undefined;
    const { bot, running } = await rig.start({
      stopWithinMs: 5000,
      script: ({ question }) =>
        new Promise((resolve) => {
          end = () => resolve(answerWith(`答:${question}`));
        }),
    });
    rig.telegram.say("一");
    rig.telegram.say("二");
    await expect.poll(() => rig.asked.length).toBe(1);
    const stopped = bot.stop();
    end?.();
    await stopped;
    await running;
    expect(texts()).toEqual(["答:一"]);
    await rig.start();
    await allHandled();
    expect(texts()).toEqual(["答:一", "答:二"]);
  });

  it("asks the model to come to an end, and sends what there is", async () => {
    rig = await startRig();
    const { bot, running } = await rig.start({
      stopWithinMs: 400,
      script: ({ signal }) =>
        new Promise((resolve) => {
          signal?.addEventListener("abort", () => resolve(answerWith("到此为止")));
        }),
    });
    rig.telegram.say("一");
    await expect.poll(() => rig.asked.length).toBe(1);
    await bot.stop();
    await running;
    expect(texts()).toEqual(["到此为止"]);
  });

  it("ends in time whatever hangs, and takes that up at the next start without holding it against it", async () => {
    rig = await startRig();
    for (let i = 0; i < 4; i++) {
      const before = rig.asked.length;
      const { bot, running } = await rig.start({ stopWithinMs: 300, script: never });
      if (i === 0) rig.telegram.say("一");
      await expect.poll(() => rig.asked.length).toBe(before + 1);
      await bot.stop();
      await running;
    }
    await rig.start();
    await allHandled();
    expect(texts()).toEqual(["答:一"]);
  });

  it("may come before the start has come to anything", async () => {
    rig = await startRig();
    rig.telegram.fail("getMe", { status: 500, times: 99 });
    const { bot, running } = await Promise.race([
      rig.start(),
      new Promise<never>((_, reject) => setTimeout(reject, 1, new Error("still starting"))),
    ]).catch(() => ({ bot: undefined, running: undefined }));
    expect(bot).toBeUndefined();
    await rig.stop();
    await running;
  });
});

describe("while the bot was down", () => {
  it("keeps questions waiting at Telegram, and answers each once", async () => {
    rig = await startRig();
    for (let i = 1; i <= 250; i++) rig.telegram.say(`问${i}`, { chatId: 1000 + (i % 50) });
    await rig.start();
    await rig.telegram.allConfirmed();
    await allHandled();
    expect(rig.asked).toHaveLength(250);
    expect(texts(1001)).toEqual([1, 51, 101, 151, 201].map((i) => `答:问${i}`));
  });

  it("keeps a webhook from standing in the way", async () => {
    rig = await startRig();
    await fetch(`${rig.telegram.apiRoot}/bot${rig.telegram.token}/setWebhook?url=https://example.org/hook`);
    rig.telegram.say("一");
    await rig.start();
    await rig.telegram.waitForMessage(1001);
    expect(rig.telegram.calls("deleteWebhook")[0]?.params).toMatchObject({ drop_pending_updates: false });
  });
});
