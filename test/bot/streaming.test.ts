import { afterAll, describe, expect, it } from "vitest";
import { answerWith, type BotRig, type Script } from "../support/bot-rig.js";
import { closeBots, createGate, FAST_PACE, pause, startBot } from "./starting.js";

afterAll(closeBots);

const FORUM = -1_001_000_000_001;
const STATEMENTS = Array.from({ length: 8 }, (_, i) => `第${i + 1}句话。`);
const isFinished = ({ text }: { text: string }) => text.includes("出处");

/** Says the statements one after another, then the whole. */
const stream =
  (statements: readonly string[], pauseMs: number): Script =>
  async ({ onPartial }) => {
    for (let i = 1; i <= statements.length; i++) {
      onPartial?.(statements.slice(0, i).join(""));
      await pause(pauseMs);
    }
    return answerWith(statements.join(""));
  };

/** A server of before drafts: answers grow by edits in private chats too. */
const OLD_SERVER = { knowsDrafts: false };

/** What was refused, but for the one draft by which the bot learns that there are none. */
const refusals = ({ telegram }: BotRig) =>
  telegram.journal.filter(({ method, error }) => error && method !== "sendMessageDraft");

/** Pauses between the calls that show something of an answer; the last one is left out, since the finished text waits for nothing. */
function pauses({ telegram }: BotRig, chatId: number): number[] {
  const shown = telegram.journal.filter(
    ({ method, params }) => /^(sendMessage|editMessageText)$/.test(method) && params.chat_id === chatId,
  );
  return shown.slice(1, -1).map(({ at }, i) => at - (shown[i]?.at ?? 0));
}

describe.concurrent("a streamed answer", () => {
  it("grows in one message, each text beginning with the one before, and ends with its sources", async () => {
    const rig = await startBot({ telegram: OLD_SERVER, script: stream(STATEMENTS, 200) });
    const { telegram } = rig;
    telegram.say("?");
    const whole = await telegram.waitForMessage(1001, isFinished);
    expect(whole.history.length).toBeGreaterThan(2);
    for (const [i, text] of whole.history.slice(1).entries()) {
      expect(text.startsWith(whole.history[i] ?? "")).toBe(true);
    }
    expect(whole.entities.map(({ type }) => type)).toContain("expandable_blockquote");
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
    expect(telegram.calls("sendMessageDraft")).toHaveLength(1);
    expect(refusals(rig)).toEqual([]);
  });

  it("is shown as typing until it is there, in the topic it was asked in", async () => {
    const gate = createGate();
    const { telegram } = await startBot({
      script: () => gate.opened.then(() => answerWith("x")),
      bot: { pace: { ...FAST_PACE, typingMs: 50 } },
    });
    telegram.say("/ask ?", { chatId: FORUM, threadId: 7 });
    const typing = await telegram.waitFor("sendChatAction");
    expect(typing.params).toMatchObject({ action: "typing", message_thread_id: 7 });
    await telegram.waitFor("sendChatAction", ({ index }) => index > typing.index);
    gate.open();
    await telegram.waitForMessage(FORUM);
    await telegram.idle(60);
    const before = telegram.calls("sendChatAction").length;
    await pause(150);
    expect(telegram.calls("sendChatAction")).toHaveLength(before);
  });

  it("is edited no more often than its pace, in groups and where there are no drafts", async () => {
    const rig = await startBot({
      telegram: OLD_SERVER,
      script: stream(STATEMENTS, 90),
      bot: { pace: { editMs: 250, firstMs: 15 } },
    });
    rig.telegram.say("?");
    rig.telegram.say("/ask ?", { chatId: -5 });
    await rig.telegram.waitForMessage(1001, isFinished);
    await rig.telegram.waitForMessage(-5, isFinished);
    expect(pauses(rig, 1001).length).toBeGreaterThan(0);
    for (const ms of pauses(rig, 1001)) expect(ms).toBeGreaterThanOrEqual(200);
    for (const ms of pauses(rig, -5)) expect(ms).toBeGreaterThanOrEqual(200);
  });

  it("at the pace it has by default is edited every three seconds and never meets Telegram's flood control", async () => {
    const rig = await startBot({
      telegram: { ...OLD_SERVER, flood: { perSecond: 1, burst: 3, groupPerMinute: 20 } },
      script: stream(STATEMENTS, 850),
      bot: { pace: {} },
    });
    rig.telegram.say("?");
    rig.telegram.say("/ask ?", { chatId: -5 });
    await rig.telegram.waitForMessage(1001, isFinished);
    await rig.telegram.waitForMessage(-5, isFinished);
    for (const chatId of [1001, -5]) {
      expect(pauses(rig, chatId).length).toBeGreaterThan(0);
      for (const ms of pauses(rig, chatId)) expect(ms).toBeGreaterThanOrEqual(2990);
    }
    expect(refusals(rig)).toEqual([]);
  });

  it("under the strictest flood control still arrives, whole and once", async () => {
    const { telegram } = await startBot({
      telegram: { ...OLD_SERVER, flood: { perSecond: 1, burst: 1, groupPerMinute: 20 } },
      script: stream(STATEMENTS, 60),
    });
    telegram.say("?");
    await telegram.waitForMessage(1001, isFinished);
    expect(telegram.journal.some(({ error }) => error?.code === 429)).toBe(true);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("longer than a message is cut between sentences, nothing lost, nothing over the limit", async () => {
    const long = Array.from({ length: 600 }, (_, i) => `第${i}句讲的是𠮷野家的<公益>项目&合作。`).join("");
    const rig = await startBot({
      telegram: OLD_SERVER,
      script: stream([long.slice(0, 5000), long.slice(5000)], 60),
    });
    const { telegram } = rig;
    telegram.say("?");
    await telegram.waitForMessage(1001, isFinished);
    await telegram.idle(100);
    const parts = telegram.botMessagesIn(1001).map(({ text }) => text);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(4096);
    for (const part of parts.slice(0, -1)) expect(part.endsWith("。")).toBe(true);
    expect(parts.join("").slice(0, long.length)).toBe(long);
    expect(refusals(rig)).toEqual([]);
  });

  it("without a single place to cut, of 10,000 characters of two units each, still arrives whole", async () => {
    const long = "𠮷".repeat(10_000);
    const { telegram } = await startBot({ script: () => answerWith(long, { citations: [] }) });
    telegram.say("?");
    await telegram.waitFor("sendMessage");
    await telegram.idle(200);
    const parts = telegram.botMessagesIn(1001).map(({ text }) => text);
    expect(parts.length).toBeGreaterThanOrEqual(5);
    expect(parts.join("")).toBe(long);
  });

  it("goes into a new message when somebody deletes it while it grows", async () => {
    const gate = createGate();
    const { telegram } = await startBot({
      telegram: OLD_SERVER,
      async script({ onPartial }) {
        onPartial?.("一。");
        await gate.opened;
        return answerWith("一。二。");
      },
    });
    telegram.say("?");
    const growing = await telegram.waitForMessage(1001);
    telegram.remove(1001, growing.message_id);
    gate.open();
    const whole = await telegram.waitForMessage(1001, ({ text }) => text.startsWith("一。二。"));
    expect(whole.message_id).not.toBe(growing.message_id);
  });

  it("escapes whatever stands in questions, articles and answers", async () => {
    const hostile = '<b>A&B</b> <script>"x"</script> &lt; </blockquote> [1]';
    const citation = {
      n: 1,
      articleId: "a1",
      revision: 1,
      title: hostile,
      author: "<i>",
      source: "a",
      start: 0,
      end: 1,
    };
    const { telegram } = await startBot({
      script: () => answerWith(hostile, { citations: [{ ...citation, quote: `${hostile}。` }] }),
    });
    telegram.say(hostile);
    const { text, entities } = await telegram.waitForMessage(1001);
    expect(text.split(hostile)).toHaveLength(4);
    expect(text).toContain("<i>");
    expect(new Set(entities.map(({ type }) => type))).toEqual(new Set(["bold", "expandable_blockquote"]));
    expect(telegram.journal.filter(({ error }) => error)).toEqual([]);
  });
});
