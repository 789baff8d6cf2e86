import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { answerWith, type BotRig } from "../support/bot-rig.js";
import type { FakeTelegram } from "../support/telegram/fake-telegram.js";
import { closeBots, startBot } from "./starting.js";

let rig: BotRig;
let telegram: FakeTelegram;

beforeEach(async () => {
  rig = await startBot({ script: ({ question }) => answerWith(`${question.length}字`) });
  telegram = rig.telegram;
});
afterEach(closeBots);

const words = botWords("zh");

/** Says something that does not end the bot, then asks whether it is still there. */
async function isAlive(): Promise<void> {
  telegram.say("还在吗?", { userId: 4242 });
  await telegram.waitForMessage(4242);
}

describe("odd input", () => {
  it.each([
    ["a sticker", { sticker: { file_id: "s", type: "regular" } }],
    ["a photo", { photo: [{ file_id: "p", width: 1, height: 1 }] }],
    ["a voice message", { voice: { file_id: "v", duration: 1 } }],
    ["a place", { location: { latitude: 1, longitude: 1 } }],
    ["a dice", { dice: { emoji: "🎲", value: 6 } }],
    ["a poll", { poll: { id: "1", question: "多少名?", options: [] } }],
  ])("%s gets one sentence that helps in a private chat, and nothing in a group", async (_name, content) => {
    telegram.say("", { content });
    telegram.say("", { content, chatId: -5 });
    expect((await telegram.waitForMessage(1001)).text).toBe(words.textOnly);
    await isAlive();
    await telegram.idle(50);
    expect(telegram.botMessagesIn(-5)).toEqual([]);
    expect(rig.asked).toHaveLength(1);
  });

  it("a forwarded post gets one sentence that helps, a forwarded question an answer", async () => {
    const content = { forward_origin: { type: "channel", chat: { id: -7 }, message_id: 1, date: 1 } };
    telegram.say("报道全文。".repeat(100), { content });
    expect((await telegram.waitForMessage(1001)).text).toBe(words.forwarded);
    telegram.say("多少名?", { content });
    await telegram.waitForMessage(1001, ({ text }) => text.startsWith("4字"));
  });

  it("a photo with words is a question", async () => {
    telegram.say("", { content: { photo: [{ file_id: "p" }], caption: "多少名?" } });
    await telegram.waitForMessage(1001);
    expect(rig.asked).toMatchObject([{ question: "多少名?" }]);
  });

  it("an album gets one reply, not one per picture", async () => {
    for (let i = 0; i < 5; i++) telegram.say("", { content: { photo: [{ file_id: `p${i}` }], media_group_id: "g1" } });
    await telegram.waitForMessage(1001);
    await isAlive();
    await telegram.idle(50);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("of 4,096 characters is answered with a clear sentence, of 2,000 with an answer", async () => {
    telegram.say("长".repeat(4096));
    expect((await telegram.waitForMessage(1001)).text).toBe(words.tooLong(2000));
    telegram.say("长".repeat(2000));
    await telegram.waitForMessage(1001, ({ text }) => text.startsWith("2000字"));
  });

  it.each([
    "   ",
    "\u200b",
    "\u0000\u0007",
    "🙂",
    "?",
    "\ud83d",
    "\u202e倒",
    "<b>",
    "'; DROP TABLE inbox; --",
    "/",
    "//",
    "/ ask",
  ])("%j gets exactly one reply", async (text) => {
    telegram.say(text);
    await telegram.waitForMessage(1001);
    await telegram.idle(50);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
    expect(telegram.calls("sendMessage").filter(({ error }) => error)).toEqual([]);
  });

  it("commands without words, unknown ones, in capitals, with line feeds", async () => {
    telegram.say("/ask");
    await telegram.waitForMessage(
      1001,
      ({ text }) => text === words.askForQuestion("青龙县累计孵化了多少名电商从业者?"),
    );
    telegram.say("/nothing");
    await telegram.waitForMessage(1001, ({ text }) => text === words.unknownCommand);
    telegram.say("/HELP@Programme_Answers_Bot");
    await telegram.waitForMessage(1001, ({ text }) => text === words.help(telegram.bot.username ?? ""));
    telegram.say("/ask\n多少名?\n");
    await telegram.waitForMessage(1001, ({ text }) => text.startsWith("4字"));
    telegram.say("/nothing", { chatId: -5 });
    telegram.say("/ask", { chatId: -5 });
    await telegram.waitForMessage(-5);
    await telegram.idle(50);
    expect(telegram.botMessagesIn(-5)).toHaveLength(1);
  });

  it("from another bot, an anonymous admin, a forwarded message: nothing breaks", async () => {
    telegram.say("/ask 一?", { chatId: -5, content: { sender_chat: { id: -5, type: "group", title: "G" } } });
    await telegram.waitForMessage(-5);
    telegram.say("多少名?", { content: { forward_origin: { type: "hidden_user", sender_user_name: "X", date: 1 } } });
    await telegram.waitForMessage(1001);
    await isAlive();
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("of a thousand different shapes leaves the bot alive and nothing unconfirmed", async () => {
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % n;
    };
    const values = [
      null,
      0,
      -1,
      "",
      "x",
      "/start",
      true,
      [],
      {},
      [{}],
      { id: 5 },
      { id: "5" },
      { id: 5, type: "private" },
      [[1]],
    ];
    const fields = [
      "chat",
      "from",
      "text",
      "entities",
      "caption",
      "reply_to_message",
      "message",
      "data",
      "id",
      "forum_topic_created",
      "quote",
      "date",
    ];
    const kinds = ["message", "callback_query", "edited_message", "inline_query", "my_chat_member"];
    for (let i = 0; i < 1000; i++) {
      const content: Record<string, unknown> = { message_id: i, chat: { id: 1001, type: "private" } };
      for (let j = random(5); j >= 0; j--) content[fields[random(fields.length)] ?? ""] = values[random(values.length)];
      telegram.raw({ update_id: 600_000_000 + i, [kinds[random(kinds.length)] ?? ""]: content });
    }
    await telegram.allConfirmed(15_000);
    await isAlive();
  });
});

it("a command that breaks ends with one line that says so", async () => {
  const admin = 4711;
  const index = {
    articles: 1,
    chunks: 1,
    get generation(): string {
      throw new Error("broken");
    },
  };
  const broken = await startBot({ index, bot: { adminIds: [admin] } });
  broken.telegram.say("/stats", { userId: admin, languageCode: "en" });
  await broken.telegram.waitForMessage(admin, ({ text }) => text === botWords("en").broke);
  await broken.telegram.allConfirmed();
  await broken.telegram.idle(100);
  expect(broken.telegram.botMessagesIn(admin)).toHaveLength(1);
});
