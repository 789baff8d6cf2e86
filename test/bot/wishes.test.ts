import { afterAll, describe, expect, it, vi } from "vitest";
import { feedbackWords } from "../../src/i18n/feedback-words.js";
import { gapWords } from "../../src/i18n/gap-words.js";
import { answerWith, type BotRig, type RigOptions, type Script } from "../support/bot-rig.js";
import type { SayOptions } from "../support/telegram/user-actions.js";
import { closeBots, pause, startBot } from "./starting.js";

// Whoever asked to be told is told once, when another index can answer the question.

afterAll(closeBots);

const OWNER = 1;
const ANN = 1001;
const BEN = 1002;
const GROUP = -1_001_000_000_001;
const QUESTION = "青龙县有多少人口?";
const lead = gapWords("zh").answerIsThere(QUESTION);
const isTold = ({ text }: { text: string }) => text.startsWith(lead);

/** A bot whose index cannot answer, until `change` puts another one in place. */
async function startRefusing(options: RigOptions = {}) {
  const index = { generation: "g1", articles: 1, chunks: 1 };
  const script: Script = ({ question }) =>
    answerWith(index.generation === "g2" ? "有56万人。[1]" : "没有找到。", {
      kind: index.generation === "g2" ? "extractive" : "refused",
      question,
      standalone: question,
    });
  const rig = await startBot({
    script,
    index,
    ...options,
    bot: { adminIds: [OWNER], lookForIndexMs: 40, ...options.bot },
  });
  const change = (generation = "g2") => {
    index.generation = generation;
  };
  return { rig, change };
}

async function wish({ telegram }: BotRig, options: SayOptions & { chatId: number }, question = QUESTION) {
  telegram.say(options.chatId < 0 ? `@programme_answers_bot ${question}` : question, options);
  const refusal = await telegram.waitForMessage(options.chatId, ({ reply_markup }) => reply_markup !== undefined);
  await telegram.press(refusal, feedbackWords("zh").tellMe).answer();
  return refusal;
}

const open = (rig: BotRig) => rig.database().prepare("SELECT count(*) AS n FROM wishes WHERE told_at IS NULL").get();
const told = (rig: BotRig, chatId: number) => rig.telegram.botMessagesIn(chatId).filter(isTold);

describe.concurrent("a wish", () => {
  it("is told in the chat where it was made, with the answer and its evidence, once", async () => {
    const { rig, change } = await startRefusing();
    await wish(rig, { chatId: ANN });
    change("g1b");
    await pause(150);
    expect(rig.telegram.botMessagesIn(ANN)).toHaveLength(1);
    change();
    const message = await rig.telegram.waitForMessage(ANN, isTold);
    expect(message.text).toContain(`${lead}\n\n有56万人。[1]\n\n出处\n[1] 《商业向善》 皮磊`);
    expect(message.reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text))).toEqual([
      ["出处 1"],
      ["👍 有用", "👎 没帮助"],
    ]);
    rig.telegram.press(message, "👍 有用");
    await rig.telegram.waitFor("answerCallbackQuery", ({ params }) => params.text === feedbackWords("zh").thanks);
    change("g1");
    await pause(100);
    change();
    await rig.stop();
    await rig.start();
    await pause(150);
    expect(told(rig, ANN)).toHaveLength(1);
    expect(
      rig.database().prepare("SELECT asker, question, update_id FROM answers WHERE kind = 'extractive'").all(),
    ).toEqual([{ asker: `asker-${ANN}`, question: QUESTION, update_id: null }]);
  });

  it("of several people in a topic of a group is one message there", async () => {
    const { rig, change } = await startRefusing();
    const refusal = await wish(rig, { chatId: GROUP, threadId: 7, userId: ANN });
    await rig.telegram.press(refusal, feedbackWords("zh").tellMe, { userId: BEN }).answer();
    change();
    const message = await rig.telegram.waitForMessage(GROUP, isTold);
    expect(message.message_thread_id).toBe(7);
    await pause(120);
    expect(told(rig, GROUP)).toHaveLength(1);
    expect(open(rig)).toEqual({ n: 0 });
  });

  it("is told behind /reindex, without waiting for the next look", async () => {
    const counts = { added: 1, updated: 0, removed: 0, unchanged: 1, articles: 2, chunks: 2, embedded: 1, tokens: 0 };
    const plan = { ...counts, changes: [], problems: [] };
    const started = await startRefusing({
      reindexer: {
        run: async () => {
          started.change();
          return { kind: "swapped", plan, generation: "g2", rehearsal: undefined };
        },
      },
      bot: { lookForIndexMs: 600_000 },
    });
    await wish(started.rig, { chatId: ANN });
    started.rig.telegram.say("/reindex", { userId: OWNER });
    await started.rig.telegram.waitForMessage(ANN, isTold);
  });

  it("is told at the start, when the index was changed while the bot was down", async () => {
    const { rig, change } = await startRefusing({ bot: { lookForIndexMs: 600_000 } });
    await wish(rig, { chatId: ANN });
    await rig.stop();
    change();
    await rig.start();
    await rig.telegram.waitForMessage(ANN, isTold);
    await pause(120);
    expect(told(rig, ANN)).toHaveLength(1);
  });

  it("is not told twice when the process dies behind the sending, nor while it goes out", async () => {
    for (const when of ["after", "before"] as const) {
      const { rig, change } = await startRefusing();
      await wish(rig, { chatId: ANN });
      rig.telegram.hang("sendMessage", { when });
      change();
      await rig.telegram.waitFor("sendMessage", ({ error }) => error !== undefined);
      rig.crash();
      await rig.start();
      await pause(150);
      expect(told(rig, ANN)).toHaveLength(when === "after" ? 1 : 0);
      expect(open(rig)).toEqual({ n: 0 });
    }
  });

  it("of somebody who has blocked the bot is closed, and others are told", async () => {
    const { rig, change } = await startRefusing();
    await wish(rig, { chatId: ANN });
    await wish(rig, { chatId: BEN });
    rig.telegram.block(ANN);
    change();
    await rig.telegram.waitForMessage(BEN, isTold);
    expect(open(rig)).toEqual({ n: 0 });
    expect(rig.telegram.calls("sendMessage").filter(({ error }) => error !== undefined)).toHaveLength(1);
  });

  it("waits when Telegram asks for a second", async () => {
    const { rig, change } = await startRefusing();
    await wish(rig, { chatId: ANN });
    rig.telegram.fail("sendMessage", { status: 429, description: "Too Many Requests", retryAfter: 1 });
    change();
    await rig.telegram.waitForMessage(ANN, isTold);
    await pause(100);
    expect(told(rig, ANN)).toHaveLength(1);
    expect(open(rig)).toEqual({ n: 0 });
  });

  it("that fails keeps nobody behind it from being told, and is tried again later", async () => {
    let isBroken = true;
    const index = { generation: "g1", articles: 1, chunks: 1 };
    const script: Script = ({ question }) => {
      if (index.generation === "g2" && question.startsWith("第一") && isBroken) throw new Error("broken");
      const kind = index.generation === "g2" ? "extractive" : "refused";
      return answerWith("有56万人。[1]", { kind, question, standalone: question });
    };
    const { rig } = await startRefusing({ script, index });
    await wish(rig, { chatId: ANN }, "第一个问题?");
    await wish(rig, { chatId: BEN }, "第二个问题?");
    index.generation = "g2";
    await rig.telegram.waitForMessage(BEN, ({ text }) => text.startsWith(gapWords("zh").answerIsThere("第二个问题?")));
    expect(rig.logged.filter(({ level }) => level === "error")).toHaveLength(1);
    isBroken = false;
    await rig.telegram.waitForMessage(ANN, ({ text }) => text.startsWith(gapWords("zh").answerIsThere("第一个问题?")));
    expect(open(rig)).toEqual({ n: 0 });
  });

  it("whose message Telegram refuses for good is not tried again and again", async () => {
    const { rig, change } = await startRefusing();
    await wish(rig, { chatId: ANN });
    rig.telegram.fail("sendMessage", { status: 400, description: "Bad Request: message is too long" });
    change();
    await rig.telegram.waitFor("sendMessage", ({ error }) => error !== undefined);
    await pause(150);
    expect(told(rig, ANN)).toHaveLength(0);
    expect(open(rig)).toEqual({ n: 0 });
  });

  it("is not told where the bot must not speak any more, nor to whom has asked to be forgotten", async () => {
    const { rig, change } = await startRefusing();
    await wish(rig, { chatId: ANN });
    await wish(rig, { chatId: BEN });
    await rig.stop();
    change();
    await rig.start({ allowedChats: [BEN] });
    await rig.telegram.waitForMessage(BEN, isTold);
    expect(told(rig, ANN)).toHaveLength(0);
    rig.database().prepare("DELETE FROM wishes").run();
    await rig.stop();
    await rig.start();
    await pause(120);
    expect(told(rig, ANN)).toHaveLength(0);
  });
});

it("a wish that Telegram wants told much later is told then, by the answer that was made at first", async () => {
  const { rig, change } = await startRefusing();
  await wish(rig, { chatId: ANN });
  const asked = rig.asked.length;
  rig.telegram.fail("sendMessage", { status: 429, description: "Too Many Requests", retryAfter: 9999 });
  change();
  await rig.telegram.waitFor("sendMessage", ({ error }) => error !== undefined);
  await pause(300);
  expect(rig.telegram.calls("sendMessage").filter(({ error }) => error !== undefined)).toHaveLength(1);
  expect([rig.asked.length - asked, told(rig, ANN).length, open(rig)]).toEqual([1, 0, { n: 1 }]);
  const later = Date.now() + 10_000_000;
  const clock = vi.spyOn(Date, "now").mockReturnValue(later);
  await rig.telegram.waitForMessage(ANN, isTold);
  clock.mockRestore();
  expect(rig.asked.length - asked).toBe(1);
  expect(rig.database().prepare("SELECT count(*) FROM answers WHERE kind = 'extractive'").pluck().get()).toBe(1);
  expect(open(rig)).toEqual({ n: 0 });
});
