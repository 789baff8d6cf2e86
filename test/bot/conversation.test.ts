import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import type { FakeTelegram } from "../support/telegram/fake-telegram.js";
import type { SayOptions } from "../support/telegram/user-actions.js";
import { closeSurroundings, openSurroundings, type Program, type Surroundings } from "./program.js";

// The whole program on the shipped corpus, without a model: what a person in Telegram sees.

const zh = botWords("zh");
const en = botWords("en");
const GROUP = -1_001_000_000_001;
const ME = "@programme_answers_bot";
const CORPUS = readFileSync("corpus/000_d37ea6d2383917c8.txt", "utf8").replace(/\s/g, "");

let around: Surroundings;
let telegram: FakeTelegram;
let program: Program;
let lastUser = 5000;

beforeAll(async () => {
  around = await openSurroundings();
  telegram = around.telegram;
  program = await around.start();
});
afterAll(closeSurroundings);

/** Says something in a chat and returns the next message of the bot there. */
async function ask(text: string, options: SayOptions & { chatId: number }) {
  const known = telegram.botMessagesIn(options.chatId).length;
  telegram.say(text, options);
  return nextMessage(options.chatId, known);
}

async function nextMessage(chatId: number, known: number) {
  await telegram.waitForMessage(chatId, () => telegram.botMessagesIn(chatId).length > known);
  await telegram.idle(100);
  const messages = telegram.botMessagesIn(chatId);
  expect(messages).toHaveLength(known + 1);
  const [message] = messages.slice(-1);
  if (!message) throw new Error("no message");
  return message;
}

/** Somebody whom the bot has not met. */
const stranger = () => ({ chatId: lastUser++ });

describe("a private chat with the program", () => {
  it("takes a reply to an older answer for a question about that one", async () => {
    const here = stranger();
    const first = await ask("壹基金秘书长是谁?", here);
    await ask("王振耀是谁?", here);
    expect((await ask("他说了什么?", { ...here, replyTo: first.message_id })).text).toContain("超40个市县");
    expect((await ask("他是哪个机构的?", here)).text).toContain("李弘");
  });

  it("answers a question with the figure, its number, and the sentence of the article as proof", async () => {
    const reply = await ask("青龙县累计孵化了多少名电商从业者?", stranger());
    expect(reply.text).toContain("339名");
    expect(reply.text).toContain("[1]");
    expect(reply.text).toContain("《探索推动乡村振兴 清华大学发布阿里巴巴乡村振兴模式研究报告》 皮磊");
    const [answer = ""] = reply.text.split("\n\n");
    for (const sentence of answer.split("\n")) expect(CORPUS).toContain(sentence.replace(/\[\d+\]$|\s/g, ""));
    expect(telegram.calls("sendChatAction").some(({ params }) => params.chat_id === reply.chatId)).toBe(true);
  });

  it("understands Traditional Chinese, full-width figures and a question in a caption", async () => {
    expect((await ask("青龍縣累計孵化了多少名電商從業者？", stranger())).text).toContain("339名");
    const photo = { content: { photo: [{ file_id: "p" }], caption: "２０１２年有多少电商参与公益宝贝?" } };
    expect((await ask("", { ...stranger(), ...photo })).text).toContain("24万");
  });

  it("resolves a follow-up from the conversation, until /new forgets it", async () => {
    const person = stranger();
    await ask("心智障碍者家庭支持计划是哪一年发起的?", person);
    expect((await ask("它累计筹集了多少善款?", person)).text).toContain("1000万");
    expect((await ask("/new", person)).text).toBe(zh.forgotten);
    expect((await ask("/new", person)).text).toBe(zh.nothingToForget);
  });

  it("refuses what the articles do not say, without sources, with the titles of the nearest reports", async () => {
    const reply = await ask("公益宝贝2023年捐了多少钱?", stranger());
    expect(reply.text).not.toMatch(/\[1\]|出处/);
    expect(reply.text).toContain("《商业向善:百万商家参与中国式现代化慈善报告》发布");
    expect(reply.entities).toEqual([]);
  });

  it("names no report when none is near the question", async () => {
    const reply = await ask("今天北京天气怎么样?", stranger());
    expect(reply.text).toContain("/sources");
    expect(reply.text).not.toMatch(/\[1\]|出处|《/);
  });

  it("replies to small talk without sources", async () => {
    const reply = await ask("你好", stranger());
    expect(reply.text).not.toContain("[1]");
    expect(reply.entities).toEqual([]);
  });

  it("speaks English to an English interface", async () => {
    const person = { ...stranger(), languageCode: "en" };
    expect((await ask("/help", person)).text).toBe(en.help("programme_answers_bot"));
    const reply = await ask("What is the weather in Beijing today?", person);
    expect(reply.text).toContain("The articles do not answer this question.");
  });

  it("offers three questions at /start that can be pressed, also after a restart", async () => {
    const person = stranger();
    const welcome = await ask("/start", person);
    const buttons = welcome.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons).toHaveLength(3);
    for (const [i, { text }] of buttons.entries()) {
      if (i === 1) {
        program.kill("SIGTERM");
        expect(await program.exited).toEqual({ code: 0, signal: null });
        program = await around.start();
      }
      await telegram.press(welcome, text).answer();
      const answer = await telegram.waitForMessage(
        person.chatId,
        ({ text: shown, message_id }) => shown.includes(zh.sources) && message_id > welcome.message_id + 2 * i,
      );
      expect(answer.text).toContain("[1]");
    }
    expect((await telegram.press(welcome, { data: "of an older version" }).answer()).text).toBe(zh.oldButton);
  });

  it("lists the three reports with title and date", async () => {
    const { text } = await ask("/sources", stranger());
    expect(text).toContain(zh.sourcesHeading(3));
    for (const words of [
      "清华大学发布阿里巴巴乡村振兴模式研究报告",
      "商业向善",
      "家庭支持服务下沉",
      "2月22日",
      "皮磊",
      "李庆",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("has its commands registered in Chinese and English", async () => {
    const menus = telegram.calls("setMyCommands").map(({ params, error }) => [params.language_code, error]);
    expect(menus.slice(0, 3)).toEqual([
      [undefined, undefined],
      ["zh", undefined],
      ["en", undefined],
    ]);
  });

  it("starts nothing for an edit or a channel post", async () => {
    const person = stranger();
    await ask("你好", person);
    const said = telegram.say("谢谢", person);
    await nextMessage(person.chatId, 1);
    telegram.edit(said, "青龙县的主要产业是什么?");
    telegram.say("青龙县的主要产业是什么?", { chatId: -1_001_000_000_009, chatType: "channel" });
    await telegram.idle(300);
    expect(telegram.botMessagesIn(person.chatId)).toHaveLength(2);
    expect(telegram.botMessagesIn(-1_001_000_000_009)).toEqual([]);
  });
});

describe("a group with the program", () => {
  it("hears it when it is named, replied to or asked by /ask, and not otherwise", async () => {
    const here = { chatId: GROUP };
    const theirs = telegram.say("大家好,青龙县的主要产业是什么?", here).message;
    telegram.say("同意", { ...here, replyTo: theirs.message_id });
    telegram.say("/ask@OtherBot 青龙县的主要产业是什么?", here);
    telegram.say("@someone_else 青龙县的主要产业是什么?", here);
    telegram.say("/start@OtherBot", here);
    await telegram.idle(300);
    expect(telegram.botMessagesIn(GROUP)).toEqual([]);

    const named = await ask(`${ME} 青龙县的主要产业是什么?`, here);
    expect(named.text).toContain("板栗");
    expect(named.reply_to_message_id).toBe(
      telegram.messagesIn(GROUP).findLast(({ from }) => from === "user")?.message_id,
    );
    expect((await ask("/ask 王振耀是谁?", here)).text).toContain("理事长");
    expect((await ask(`/ask${ME} 世界孤独症日是哪一天?`, here)).text).toContain("4月2日");
    expect((await ask("谁是壹基金的秘书长?", { ...here, replyTo: named.message_id })).text).toContain("李弘");
  });

  it("may ask on from an answer that was given to somebody else", async () => {
    const here = { chatId: -1_001_000_000_003 };
    const first = await ask("/ask 壹基金秘书长是谁?", { ...here, userId: 61 });
    await ask("/ask 王振耀是谁?", { ...here, userId: 62 });
    expect((await ask("他说了什么?", { ...here, userId: 63, replyTo: first.message_id })).text).toContain("超40个市县");
  });

  it("gets its answer in the topic it was asked in", async () => {
    const reply = await ask("/ask 王振耀是谁?", { chatId: -1_001_000_000_002, threadId: 7 });
    expect(reply).toMatchObject({ message_thread_id: 7 });
  });
});

describe("what Telegram got to see of all that", () => {
  it("is no refused call, no unknown parameter, and no token or question in the log", () => {
    // A button may be too old to be acknowledged: that refusal is expected.
    const refused = telegram.journal.filter(({ method, error }) => error && method !== "answerCallbackQuery");
    expect(refused.map(({ method, error }) => `${method} ${error?.code} ${error?.description}`)).toEqual([]);
    expect(telegram.journal.flatMap(({ unknownParams }) => unknownParams)).toEqual([]);
    for (const output of [program.stderr(), program.stdout()]) {
      expect(output).not.toContain(telegram.token.slice(11));
      expect(output).not.toMatch(/青龙|板栗|王振耀/);
      expect(output).not.toMatch(/warning|unhandled|\n\s+at /i);
    }
  });
});
