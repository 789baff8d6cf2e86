import { Bot } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeTelegram, startFakeTelegram } from "./fake-telegram.js";

let telegram: FakeTelegram;
let bot: Bot;

beforeEach(async () => {
  telegram = await startFakeTelegram();
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
});
afterEach(() => telegram.close());

const lastUpdate = async () => (await bot.api.getUpdates({ offset: -1 }))[0];

describe("what a person does", () => {
  it("becomes a message with the entities that Telegram finds itself", async () => {
    telegram.say("/ask@other_bot 青龙县? @programme_answers_bot", { chatId: -1_001_000_000_001, languageCode: "en" });
    const update = await lastUpdate();
    expect(update?.message).toMatchObject({
      chat: { id: -1_001_000_000_001, type: "supergroup" },
      from: { id: 1001, language_code: "en", is_bot: false },
      entities: [
        { type: "bot_command", offset: 0, length: 14 },
        { type: "mention", offset: 20, length: 22 },
      ],
    });
  });

  it.each([
    [5, "private"],
    [-5, "group"],
    [-1_001_000_000_005, "supergroup"],
  ])("in chat %d is in a %s", async (chatId, type) => {
    telegram.say("x", { chatId });
    expect((await lastUpdate())?.message?.chat).toMatchObject({ id: chatId, type });
  });

  it("replies with the message that is replied to, without going deeper", async () => {
    const first = telegram.say("1", { chatId: -5 }).message;
    const second = telegram.say("2", { chatId: -5, replyTo: first.message_id }).message;
    telegram.say("3", { chatId: -5, replyTo: second.message_id });
    const reply = (await lastUpdate())?.message?.reply_to_message;
    expect(reply).toMatchObject({ message_id: second.message_id, text: "2" });
    expect(reply).not.toHaveProperty("reply_to_message");
  });

  it("opens a topic where the bot can answer", async () => {
    telegram.say("x", { chatId: -1_001_000_000_005, threadId: 77 });
    expect((await lastUpdate())?.message).toMatchObject({
      message_thread_id: 77,
      is_topic_message: true,
      chat: { is_forum: true },
    });
    await bot.api.sendMessage(-1_001_000_000_005, "y", { message_thread_id: 77 });
    expect(telegram.botMessagesIn(-1_001_000_000_005)).toMatchObject([{ message_thread_id: 77 }]);
  });

  it("in a channel is a post without a sender, edited or not", async () => {
    const said = telegram.say("x", { chatId: -1_001_000_000_009, chatType: "channel" });
    const post = (await lastUpdate())?.channel_post;
    expect(post).toMatchObject({ text: "x", sender_chat: { type: "channel" } });
    expect(post).not.toHaveProperty("from");
    telegram.edit(said, "y");
    expect((await lastUpdate())?.edited_channel_post).toMatchObject({ text: "y" });
  });

  it("edits a message, and its id stays", async () => {
    const said = telegram.say("x");
    telegram.edit(said, "y");
    expect((await lastUpdate())?.edited_message).toMatchObject({ message_id: said.message.message_id, text: "y" });
  });

  it("sends things that are no text", async () => {
    telegram.say("", { content: { sticker: { file_id: "s" } } });
    const message = (await lastUpdate())?.message;
    expect(message).toMatchObject({ sticker: { file_id: "s" } });
    expect(message).not.toHaveProperty("text");
    telegram.upload("a.txt", Buffer.from("正文"), { caption: "c", mimeType: "text/plain" });
    expect((await lastUpdate())?.message).toMatchObject({
      caption: "c",
      document: { file_name: "a.txt", file_size: 6 },
    });
  });

  it("presses only buttons that are there, unless told to", async () => {
    telegram.say("x");
    await bot.api.sendMessage(1001, "?", { reply_markup: { inline_keyboard: [[{ text: "A", callback_data: "a" }]] } });
    const message = await telegram.waitForMessage(1001);
    expect(() => telegram.press(message, "B")).toThrow('no button "B"');
    telegram.press(message, "A");
    expect((await lastUpdate())?.callback_query).toMatchObject({
      data: "a",
      from: { id: 1001 },
      message: { text: "?" },
    });
    telegram.remove(1001, message.message_id);
    telegram.press(message, { data: "old" });
    expect((await lastUpdate())?.callback_query).toMatchObject({ data: "old", message: { date: 0 } });
  });

  it("streams to a private chat only", async () => {
    telegram.say("x", { chatId: -5 });
    telegram.say("x");
    await bot.api.sendMessageDraft(1001, 9, "half");
    expect(telegram.draftsIn(1001)).toEqual(["half"]);
    await expect(bot.api.sendMessageDraft(-5, 9, "half")).rejects.toMatchObject({ error_code: 400 });
    await bot.api.sendMessage(1001, "whole");
    expect(telegram.draftsIn(1001)).toEqual([]);
  });

  it("stops a draft that can be stopped, which stays only when the bot wants it to", async () => {
    await bot.api.getUpdates({ timeout: 0, allowed_updates: ["stopped_message_generation"] });
    telegram.say("x");
    await bot.api.sendMessageDraft(1001, 8, "half");
    expect(() => telegram.stop(1001)).toThrow("no draft");
    await bot.api.sendMessageDraft(1001, 9, "half", { can_stop: true });
    telegram.stop(1001);
    expect((await lastUpdate())?.stopped_message_generation).toMatchObject({ chat: { id: 1001 }, draft_id: 9 });
    expect(telegram.draftsIn(1001)).toHaveLength(1);
    await bot.api.sendMessageDraft(1001, 10, "kept", { can_stop: true, keep_on_stop: true });
    telegram.stop(1001);
    expect(telegram.draftsIn(1001)).toContain("kept");
    expect(telegram.stop(1001, 77).draftId).toBe(77);
  });

  it("asks inline, and too many results or the same one twice are refused", async () => {
    const { queryId } = telegram.inline("青龙");
    const result = (id: string) => ({
      type: "article" as const,
      id,
      title: "t",
      input_message_content: { message_text: "m" },
    });
    const many = Array.from({ length: 51 }, (_, i) => result(String(i)));
    await expect(bot.api.answerInlineQuery(queryId, many)).rejects.toMatchObject({
      description: "Bad Request: RESULTS_TOO_MUCH",
    });
    await expect(bot.api.answerInlineQuery(queryId, [result("1"), result("1")])).rejects.toMatchObject({
      description: "Bad Request: RESULT_ID_DUPLICATE",
    });
    await bot.api.answerInlineQuery(queryId, many.slice(0, 50));
    await expect(bot.api.answerInlineQuery(queryId, [])).rejects.toMatchObject({ error_code: 400 });
  });

  it("shows an inline answer as the person sees it, and refuses what Telegram refuses", async () => {
    const typed = telegram.inline("字".repeat(300));
    const { queryId } = typed;
    const { inline_query: query } = (await lastUpdate()) ?? {};
    expect(query).toMatchObject({ query: "字".repeat(256), from: { id: 1001 } });
    const content = { message_text: "<b>339</b>名", parse_mode: "HTML" as const };
    const result = { type: "article" as const, id: "1", title: "t", input_message_content: content };
    const refused = [
      { ...result, id: "字".repeat(22) },
      { ...result, title: " " },
      { ...result, hide_url: true },
      { ...result, input_message_content: { ...content, message_text: "<b>339" } },
      { ...result, input_message_content: { ...content, message_text: "字".repeat(4097) } },
      { ...result, input_message_content: { ...content, text: "x" } },
      { ...result, reply_markup: { inline_keyboard: [[{ text: "a", url: "t.me" }]] } },
    ];
    for (const one of refused) {
      await expect(bot.api.answerInlineQuery(queryId, [one])).rejects.toMatchObject({ error_code: 400 });
    }
    const reply_markup = { inline_keyboard: [[{ text: "a", url: "https://t.me/b?start=c" }]] };
    await bot.api.answerInlineQuery(queryId, [{ ...result, reply_markup }], { cache_time: 5, is_personal: true });
    expect(await typed.answer()).toMatchObject({
      cacheTime: 5,
      isPersonal: true,
      nextOffset: "",
      results: [{ id: "1", text: "339名", entities: [{ type: "bold", length: 3 }], buttons: [{ text: "a" }] }],
    });
  });

  it("waits in vain with a message that tells what happened", async () => {
    telegram.say("x");
    await bot.api.sendMessage(1001, "y");
    await expect(telegram.waitForMessage(1001, ({ text }) => text === "z", 20)).rejects.toThrow('["bot","y"]');
    await expect(telegram.waitFor("deleteMessage", undefined, 20)).rejects.toThrow("sendMessage");
  });

  it("sends what the bot does not know into the journal, as unknown", async () => {
    telegram.say("x");
    const form = new URLSearchParams({ chat_id: "1001", text: "y", disable_web_page_preview: "true" });
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendMessage`, { method: "POST", body: form });
    expect(telegram.calls("sendMessage")).toMatchObject([{ unknownParams: ["disable_web_page_preview"] }]);
    await telegram.idle(30);
  });
});
