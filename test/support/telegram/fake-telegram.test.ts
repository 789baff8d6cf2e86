import { Bot, GrammyError, InputFile } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeTelegram, startFakeTelegram } from "./fake-telegram.js";

let telegram: FakeTelegram;
let bot: Bot;

beforeEach(async () => {
  telegram = await startFakeTelegram();
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
});
afterEach(() => telegram.close());

/** The description with which a call is refused. */
async function refusalOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof GrammyError) return `${error.error_code} ${error.description}`;
    throw error;
  }
  return "accepted";
}

describe("a bot on the emulated Telegram", () => {
  it("answers what a person says, by grammY's own polling", async () => {
    bot.on("message:text", (ctx) => ctx.reply(`<b>${ctx.message.text}</b>`, { parse_mode: "HTML" }));
    const running = bot.start({ drop_pending_updates: false });
    telegram.say("你好");
    const reply = await telegram.waitForMessage(1001);
    expect(reply).toMatchObject({
      text: "你好",
      html: "<b>你好</b>",
      entities: [{ type: "bold", offset: 0, length: 2 }],
    });
    await telegram.allConfirmed();
    await bot.stop();
    await running;
    expect(telegram.messagesIn(1001).map(({ from }) => from)).toEqual(["user", "bot"]);
  });

  it("gives a pressed button its answer", async () => {
    telegram.say("/start");
    await bot.api.sendMessage(1001, "?", { reply_markup: { inline_keyboard: [[{ text: "A", callback_data: "a" }]] } });
    bot.on("callback_query:data", (ctx) => ctx.answerCallbackQuery({ text: ctx.callbackQuery.data }));
    const running = bot.start();
    const pressed = telegram.press(await telegram.waitForMessage(1001), "A");
    expect(await pressed.answer()).toEqual({ text: "a", showAlert: false, url: "" });
    const again = bot.api.answerCallbackQuery(pressed.queryId);
    expect(await refusalOf(again)).toBe(
      "400 Bad Request: query is too old and response timeout expired or query ID is invalid",
    );
    await bot.stop();
    await running;
  });

  it("opens nothing from a button but the bot itself", async () => {
    telegram.say("/start");
    await bot.api.sendMessage(1001, "?", { reply_markup: { inline_keyboard: [[{ text: "A", callback_data: "a" }]] } });
    const [message] = telegram.botMessagesIn(1001);
    if (!message) throw new Error("no message");
    const pressed = telegram.press(message, "A");
    for (const url of ["https://example.org", "https://t.me/another_bot?start=x", "t.me/programme_answers_bot"]) {
      expect(await refusalOf(bot.api.answerCallbackQuery(pressed.queryId, { url }))).toBe(
        "400 Bad Request: URL_INVALID",
      );
    }
    const url = "https://t.me/programme_answers_bot?start=x-1";
    await bot.api.answerCallbackQuery(pressed.queryId, { url });
    expect(await pressed.answer()).toMatchObject({ url });
  });

  it("lets nobody edit a message that asks for a reply", async () => {
    telegram.say("/start");
    const reply_markup = { force_reply: true } as const;
    const { message_id } = await bot.api.sendMessage(1001, "?", { reply_markup });
    expect(await refusalOf(bot.api.editMessageText(1001, message_id, "!"))).toBe(
      "400 Bad Request: message can't be edited",
    );
    const edit = bot.api.editMessageText(1001, message_id, "!", { reply_markup: reply_markup as never });
    expect(await refusalOf(edit)).toBe("400 Bad Request: inline keyboard expected");
  });

  it("takes a document as multipart and hands files out", async () => {
    telegram.say("x");
    await bot.api.sendDocument(1001, new InputFile(Buffer.from("正文"), "文章 1.txt"), {
      caption: "a &lt; b",
      parse_mode: "HTML",
    });
    const [sent] = telegram.botMessagesIn(1001);
    expect(sent?.content).toMatchObject({ caption: "a < b", document: { file_name: "文章 1.txt", file_size: 6 } });
    const { file_id } = (sent?.content ?? {}).document as { file_id: string };
    const { file_path } = await bot.api.getFile(file_id);
    const response = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file_path}`);
    expect(await response.text()).toBe("正文");
  });
});

describe("refusals", () => {
  it("knows its token and its methods", async () => {
    const call = async (path: string) => (await fetch(`${telegram.apiRoot}/${path}`)).json();
    expect(await call("bot1:x/getMe")).toEqual({ ok: false, error_code: 401, description: "Unauthorized" });
    expect(await call(`bot${telegram.token}/sendNothing`)).toEqual({
      ok: false,
      error_code: 404,
      description: "Not Found",
    });
    expect(await call(`bot${telegram.token}/GETME`)).toMatchObject({
      ok: true,
      result: { username: "programme_answers_bot" },
    });
  });

  it.each([
    ["", {}, "400 Bad Request: message text is empty"],
    [" \n ", {}, "400 Bad Request: text must be non-empty"],
    ["x".repeat(4097), {}, "400 Bad Request: message is too long"],
    ["𠮷".repeat(2048), {}, "accepted"],
    ["𠮷".repeat(2049), {}, "400 Bad Request: message is too long"],
    [`<b>${"x".repeat(4096)}</b>`, { parse_mode: "HTML" as const }, "accepted"],
    ["x", { reply_parameters: { message_id: 999 } }, "400 Bad Request: message to be replied not found"],
    ["x", { reply_parameters: { message_id: 999, allow_sending_without_reply: true } }, "accepted"],
    ["x", { message_thread_id: 5 }, "400 Bad Request: message thread not found"],
    ["x", keyboard("a", "x".repeat(64)), "accepted"],
    ["x", keyboard("a", `字${"x".repeat(62)}`), "400 Bad Request: BUTTON_DATA_INVALID"],
    ["x", keyboard("a", ""), "400 Bad Request: BUTTON_DATA_INVALID"],
    ["x", keyboard(" ", "a"), "400 Bad Request: BUTTON_TEXT_INVALID"],
    ["x", button({ copy_text: { text: "x".repeat(256) } }), "accepted"],
    ["x", button({ copy_text: { text: "x".repeat(257) } }), "400 Bad Request: BUTTON_COPY_TEXT_INVALID"],
    ["x", button({ copy_text: { text: "" } }), "400 Bad Request: BUTTON_COPY_TEXT_INVALID"],
    ["x", button({ url: "https://a.cn/#:~:text=%E4%B8%80" }), "accepted"],
    ["x", button({ url: "tg://user?id=1" }), "accepted"],
    [
      "x",
      button({ url: "http://localhost/" }),
      "400 Bad Request: inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL",
    ],
    [
      "x",
      button({ url: "https://a.cn/ x" }),
      "400 Bad Request: inline keyboard button URL 'https://a.cn/ x' is invalid: Wrong HTTP URL",
    ],
    [
      "x",
      button({ url: "https://a.cn/", callback_data: "a" }),
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      "x",
      button({}),
      "400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
  ])("of sendMessage %#", async (text, options, refusal) => {
    telegram.say("x");
    expect(await refusalOf(bot.api.sendMessage(1001, text, options))).toBe(refusal);
    expect(telegram.botMessagesIn(1001)).toHaveLength(refusal === "accepted" ? 1 : 0);
  });

  it("of chats that are unknown or closed to the bot", async () => {
    expect(await refusalOf(bot.api.sendMessage(5, "x"))).toBe("400 Bad Request: chat not found");
    telegram.say("x");
    telegram.block(1001);
    expect(await refusalOf(bot.api.sendMessage(1001, "x"))).toBe("403 Forbidden: bot was blocked by the user");
    expect(await refusalOf(bot.api.sendChatAction(1001, "typing"))).toBe("403 Forbidden: bot was blocked by the user");
    telegram.block(1001, false);
    expect(await refusalOf(bot.api.sendMessage(1001, "x"))).toBe("accepted");
  });

  it("of edits", async () => {
    const { message } = telegram.say("mine");
    const { message_id } = await bot.api.sendMessage(1001, "a");
    expect(await refusalOf(bot.api.editMessageText(1001, message_id, "b"))).toBe("accepted");
    expect(await refusalOf(bot.api.editMessageText(1001, message_id, "b"))).toMatch(
      /^400 Bad Request: message is not modified/,
    );
    expect(await refusalOf(bot.api.editMessageText(1001, message_id, "<b>b</b>", { parse_mode: "HTML" }))).toBe(
      "accepted",
    );
    expect(await refusalOf(bot.api.editMessageText(1001, message.message_id, "b"))).toBe(
      "400 Bad Request: message can't be edited",
    );
    telegram.remove(1001, message_id);
    expect(await refusalOf(bot.api.editMessageText(1001, message_id, "c"))).toBe(
      "400 Bad Request: message to edit not found",
    );
  });

  it("keeps the texts that an edited message has had, and drops a keyboard that is not sent again", async () => {
    telegram.say("x");
    const { message_id } = await bot.api.sendMessage(1001, "a", keyboard("k", "k"));
    await bot.api.editMessageText(1001, message_id, "b");
    const [message] = telegram.botMessagesIn(1001);
    expect(message).toMatchObject({ text: "b", history: ["a", "b"], editCount: 1 });
    expect(message).not.toHaveProperty("reply_markup");
  });

  it.each([
    [[{ command: "start", description: "x" }], undefined, "accepted"],
    [[{ command: "Start", description: "x" }], undefined, "400 Bad Request: BOT_COMMAND_INVALID"],
    [[{ command: "a".repeat(33), description: "x" }], undefined, "400 Bad Request: command length must not exceed 32"],
    [[{ command: "start", description: "" }], undefined, "400 Bad Request: command description must be non-empty"],
    [[{ command: "start", description: "x" }], "zh-hans", "400 Bad Request: invalid language code specified"],
  ])("of setMyCommands %#", async (commands, language, refusal) => {
    const options = language === undefined ? {} : { language_code: language as "zh" };
    expect(await refusalOf(bot.api.setMyCommands(commands, options))).toBe(refusal);
  });
});

function keyboard(text: string, callback_data: string) {
  return { reply_markup: { inline_keyboard: [[{ text, callback_data }]] } };
}

/** A keyboard of one button that does what `action` says, sensible or not. */
function button(action: object) {
  return { reply_markup: { inline_keyboard: [[{ text: "x", ...action } as InlineKeyboardButton]] } };
}
