import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { feedbackWords } from "../../src/i18n/feedback-words.js";
import { answerWith, type BotRig, type Script } from "../support/bot-rig.js";
import type { StoredMessage } from "../support/telegram/model.js";
import type { SayOptions } from "../support/telegram/user-actions.js";
import { closeBots, startBot } from "./starting.js";

afterAll(closeBots);

const zh = feedbackWords("zh");
const ANN = 1001;
const BEN = 1002;
const GROUP = -1_001_000_000_001;
const ME = "@programme_answers_bot";

const refused: Script = ({ question }) => answerWith("没有找到。", { kind: "refused", question, standalone: question });

/** Asks, and gives back the finished answer. */
async function askIn(rig: BotRig, options: SayOptions & { chatId: number }): Promise<StoredMessage> {
  rig.telegram.say(options.chatId < 0 ? `${ME} 多少名?` : "多少名?", options);
  return rig.telegram.waitForMessage(options.chatId, ({ reply_markup }) => reply_markup !== undefined);
}

const faces = (message: StoredMessage | undefined) =>
  (message?.reply_markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));

function votes(rig: BotRig): unknown[] {
  const rows = rig.database().prepare("SELECT voter, vote, reasons, comment FROM votes ORDER BY voter").all();
  return (rows as { voter: string; vote: number; reasons: string; comment: string | null }[]).map((row) => [
    row.voter,
    row.vote,
    ...(JSON.parse(row.reasons) as string[]),
    ...(row.comment === null ? [] : [row.comment]),
  ]);
}

/** The message as it stands now. */
const now = ({ telegram }: BotRig, { chatId, message_id }: StoredMessage) =>
  telegram.messagesIn(chatId).find((message) => message.message_id === message_id);

/** Presses, and waits until everything that follows from it has happened. */
async function press(rig: BotRig, message: StoredMessage, button: string | { data: string }, userId?: number) {
  const pressed = rig.telegram.press(now(rig, message) ?? message, button, userId === undefined ? {} : { userId });
  const answer = await pressed.answer();
  await rig.telegram.idle(60);
  return answer;
}

const idOf = (message: StoredMessage): string => {
  const data = message.reply_markup?.inline_keyboard.flat().at(-1)?.callback_data ?? "";
  return data.split(":")[1] ?? "";
};

describe.concurrent("the votes under an answer", () => {
  it("stand under a proven one and a refusal, not under small talk", async () => {
    const rig = await startBot({
      script: ({ question }) => answerWith("好。", { kind: question === "你好" ? "smalltalk" : "extractive" }),
    });
    expect(faces(await askIn(rig, { chatId: ANN })).at(-1)).toEqual([zh.good, zh.bad]);
    rig.telegram.say("你好", { userId: BEN });
    expect(faces(await rig.telegram.waitForMessage(BEN))).toEqual([]);
  });

  it("are counted once for each person and can be changed, also after a restart", async () => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: ANN });
    expect(await press(rig, answer, zh.good)).toMatchObject({ text: zh.thanks });
    await press(rig, answer, zh.good);
    expect(votes(rig)).toEqual([["asker-1001", 1]]);
    await rig.stop();
    await rig.start();
    expect(await press(rig, answer, zh.bad)).toMatchObject({ text: zh.whyBelow });
    await press(rig, answer, zh.done);
    expect(votes(rig)).toEqual([["asker-1001", -1]]);
    await press(rig, answer, zh.good);
    expect(votes(rig)).toEqual([["asker-1001", 1]]);
  });

  it("give way to the reasons in a private chat, which can be chosen, taken back and left", async () => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: ANN });
    await press(rig, answer, zh.bad);
    expect(faces(now(rig, answer))).toEqual([
      [zh.reasons.figure, zh.reasons.source],
      [zh.reasons.offTopic, zh.reasons.incomplete],
      [zh.reasons.other],
      [zh.writeComment, zh.done],
    ]);
    await press(rig, answer, zh.reasons.incomplete);
    await press(rig, answer, zh.reasons.figure);
    expect(faces(now(rig, answer))[0]).toEqual([zh.chosen(zh.reasons.figure), zh.reasons.source]);
    await rig.stop();
    await rig.start();
    await press(rig, answer, zh.chosen(zh.reasons.figure));
    expect(votes(rig)).toEqual([["asker-1001", -1, "incomplete"]]);
    await press(rig, answer, zh.done);
    expect(now(rig, answer)?.reply_markup).toEqual(answer.reply_markup);
    expect(now(rig, answer)?.text).toBe(answer.text);
    expect(rig.telegram.botMessagesIn(ANN)).toHaveLength(1);
  });

  it("speak the language of whoever presses", async () => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: ANN, languageCode: "en" });
    expect(await press(rig, answer, zh.bad)).toMatchObject({ text: feedbackWords("en").whyBelow });
    expect(faces(now(rig, answer)).at(-1)).toEqual(["Write a comment", "Done"]);
  });

  it("leave a group's buttons as they are; a second tap opens the private chat with the reasons", async () => {
    const rig = await startBot({ script: ({ question }) => answerWith("339名。", { question }) });
    const { telegram } = rig;
    const answer = await askIn(rig, { chatId: GROUP, userId: ANN });
    expect(await press(rig, answer, zh.bad, ANN)).toMatchObject({ text: zh.whyInPrivate, url: "" });
    await press(rig, answer, zh.good, BEN);
    await press(rig, answer, zh.bad, BEN);
    const { url } = await press(rig, answer, zh.bad, BEN);
    expect(url).toBe(`https://t.me/programme_answers_bot?start=why-${idOf(answer)}`);
    expect(votes(rig)).toEqual([
      ["asker-1001", -1],
      ["asker-1002", -1],
    ]);
    expect(now(rig, answer)).toEqual(answer);
    expect(telegram.botMessagesIn(GROUP)).toHaveLength(1);

    telegram.say(`/start why-${idOf(answer)}`, { userId: BEN });
    const reasons = await telegram.waitForMessage(BEN);
    expect(reasons.text).toBe(zh.whatWasWrong("多少名?"));
    await press(rig, reasons, zh.reasons.source);
    await press(rig, reasons, zh.done);
    expect(faces(now(rig, reasons)).at(-1)).toEqual([zh.good, zh.bad]);
    expect(votes(rig)).toContainEqual(["asker-1002", -1, "source"]);
    expect(now(rig, answer)).toEqual(answer);
  });

  it("count when the message is from last year, or was deleted; the reasons then come by themselves", async () => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: ANN });
    rig.telegram.remove(ANN, answer.message_id);
    expect(await press(rig, answer, { data: `v:${idOf(answer)}:bad` })).toMatchObject({ text: zh.whyBelow });
    const reasons = await rig.telegram.waitForMessage(ANN);
    expect(faces(reasons)[0]).toEqual([zh.reasons.figure, zh.reasons.source]);
    await press(rig, reasons, zh.reasons.figure);
    expect(votes(rig)).toEqual([["asker-1001", -1, "figure"]]);
    rig.telegram.remove(ANN, reasons.message_id);
    await press(rig, reasons, { data: `v:${idOf(answer)}:done` });
    expect(rig.telegram.botMessagesIn(ANN)).toEqual([]);
  });

  it("count when the button is too old to be answered", async () => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: ANN });
    rig.telegram.fail("answerCallbackQuery", { status: 400, description: "Bad Request: query is too old" });
    rig.telegram.press(answer, zh.bad);
    await rig.telegram.waitFor("editMessageReplyMarkup");
    expect(votes(rig)).toEqual([["asker-1001", -1]]);
  });

  it("wait when Telegram says so before the buttons change", async () => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: ANN });
    rig.telegram.fail("editMessageReplyMarkup", { status: 429, description: "Too Many Requests", retryAfter: 1 });
    await rig.telegram.press(answer, zh.bad).answer();
    await rig.telegram.waitFor("editMessageReplyMarkup", ({ error }) => error === undefined);
    expect(faces(now(rig, answer)).at(-1)).toEqual([zh.writeComment, zh.done]);
  });

  it("are the same when the update comes twice, or is handled again after a crash", async () => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: ANN });
    await press(rig, answer, zh.bad);
    const choose = { data: `v:${idOf(answer)}:with:other` };
    for (let i = 0; i < 2; i++) await press(rig, answer, choose);
    rig.telegram.hang("editMessageReplyMarkup", { when: "after" });
    rig.telegram.press(now(rig, answer) ?? answer, zh.reasons.figure);
    await rig.telegram.waitFor("editMessageReplyMarkup", ({ error }) => error !== undefined);
    rig.crash();
    await rig.start();
    await rig.telegram.idle(100);
    expect(votes(rig)).toEqual([["asker-1001", -1, "figure", "other"]]);
    expect(rig.telegram.botMessagesIn(ANN)).toHaveLength(1);
  });

  it.each([
    "v:nothing00000:good",
    "v:ID",
    "v:ID:",
    "v:ID:toString",
    "v:ID:__proto__:x",
    "v:ID:with",
    "v:ID:with:constructor",
    "v:ID:without:figures",
    "v::good",
    "w:nothing00000",
    "w:ID:x",
  ])("say that the button is old for forged data: %s", async (data) => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: ANN });
    const said = await press(rig, answer, { data: data.replace("ID", idOf(answer)) });
    expect(said).toEqual({ text: botWords("zh").oldButton, showAlert: true, url: "" });
    expect(votes(rig)).toEqual([]);
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("keep reasons out of a group, even when the data is forged", async () => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: GROUP });
    for (const action of ["with:figure", "without:figure", "comment", "done"]) {
      const said = await press(rig, answer, { data: `v:${idOf(answer)}:${action}` });
      expect(said.text).toBe(botWords("zh").oldButton);
    }
    expect(rig.telegram.botMessagesIn(GROUP)).toEqual([answer]);
  });
});

describe.concurrent("a comment", () => {
  /** A bad vote, and the message that asks for the comment. */
  async function askForComment(rig: BotRig) {
    const answer = await askIn(rig, { chatId: ANN });
    await press(rig, answer, zh.bad);
    await press(rig, answer, zh.writeComment);
    return rig.telegram.waitForMessage(ANN, ({ text }) => text === zh.commentHere.join(""));
  }

  it("is a reply to the message that asks for it, also after a restart, and no question", async () => {
    const rig = await startBot();
    const prompt = await askForComment(rig);
    const [sent] = rig.telegram.calls("sendMessage").slice(-1);
    expect(sent?.params.reply_markup).toMatchObject({ force_reply: true, input_field_placeholder: zh.commentField });
    await rig.stop();
    await rig.start();
    rig.telegram.say("数字应该是 339 名?", { chatId: ANN, replyTo: prompt.message_id });
    await rig.telegram.waitForMessage(ANN, ({ text }) => text === zh.commentKept);
    rig.telegram.say("应该是 340 名", { chatId: ANN, replyTo: prompt.message_id });
    await rig.telegram.waitForMessage(
      ANN,
      (message) => message.text === zh.commentKept && message.message_id > prompt.message_id + 2,
    );
    expect(votes(rig)).toEqual([["asker-1001", -1, "应该是 340 名"]]);
    expect(rig.asked).toHaveLength(1);
  });

  it("of more than 500 characters is not kept, and its writer is told so", async () => {
    const rig = await startBot();
    const prompt = await askForComment(rig);
    rig.telegram.say("长".repeat(501), { chatId: ANN, replyTo: prompt.message_id });
    await rig.telegram.waitForMessage(ANN, ({ text }) => text === zh.commentTooLong(500));
    expect(votes(rig)).toEqual([["asker-1001", -1]]);
    rig.telegram.say("长".repeat(500), { chatId: ANN, replyTo: prompt.message_id });
    await rig.telegram.waitForMessage(ANN, ({ text }) => text === zh.commentKept);
    expect(rig.asked).toHaveLength(1);
  });

  it("is not what replies to the answer, or to somebody else's message with such a link", async () => {
    const rig = await startBot();
    const prompt = await askForComment(rig);
    const [answer] = rig.telegram.botMessagesIn(ANN);
    rig.telegram.say("那多少户?", { chatId: ANN, replyTo: answer?.message_id ?? 0 });
    const link = { type: "text_link", offset: 0, length: 2, url: String(prompt.entities[0]?.url) };
    const forged = rig.telegram.say("看看", { chatId: ANN, entities: [link] }).message;
    rig.telegram.say("这是问题", { chatId: ANN, replyTo: forged.message_id });
    await rig.telegram.waitForMessage(ANN, ({ text }) => text.startsWith("答:这是问题"));
    expect(rig.asked.map(({ question }) => question)).toEqual(["多少名?", "那多少户?", "看看", "这是问题"]);
    expect(votes(rig)).toEqual([["asker-1001", -1]]);
  });

  it("on an answer that is gone is not taken for a question either", async () => {
    const rig = await startBot();
    const prompt = await askForComment(rig);
    rig.database().prepare("DELETE FROM answers").run();
    rig.telegram.say("意见", { chatId: ANN, replyTo: prompt.message_id });
    await rig.telegram.waitForMessage(ANN, ({ text }) => text === zh.answerGone);
    expect(rig.asked).toHaveLength(1);
  });

  it("is asked for once when the process dies behind the sending", async () => {
    const rig = await startBot();
    const answer = await askIn(rig, { chatId: ANN });
    await press(rig, answer, zh.bad);
    const { updateId } = rig.telegram.press(now(rig, answer) ?? answer, zh.writeComment);
    await rig.telegram.waitForMessage(ANN, ({ text }) => text === zh.commentHere.join(""));
    await rig.telegram.idle(60);
    const payload = JSON.stringify({
      update_id: updateId,
      callback_query: {
        id: "1",
        from: { id: ANN, is_bot: false, first_name: "Ann", language_code: "zh-hans" },
        message: { message_id: answer.message_id, date: 0, chat: { id: ANN, type: "private", first_name: "Ann" } },
        chat_instance: "1",
        data: `v:${idOf(answer)}:comment`,
      },
    });
    const [prompt] = rig.telegram.botMessagesIn(ANN).slice(-1);
    const progress = JSON.stringify({ v: 1, sent: [prompt?.message_id], isSending: false, isTold: false });
    // What the inbox holds when the process died before the update was marked as done.
    rig
      .database()
      .prepare("UPDATE inbox SET payload = ?, progress = ?, finished_at = NULL WHERE update_id = ?")
      .run(payload, progress, updateId);
    rig.crash();
    await rig.start();
    await rig.telegram.idle(150);
    expect(rig.telegram.botMessagesIn(ANN)).toHaveLength(2);
    expect(rig.telegram.journal.filter(({ method, error }) => error && method !== "answerCallbackQuery")).toEqual([]);
    expect(rig.inbox().listUnfinished()).toEqual([]);
  });
});

describe.concurrent("after a refusal", () => {
  const wishes = (rig: BotRig) =>
    rig.database().prepare("SELECT asker, chat_id, thread_id, language, question FROM wishes ORDER BY asker").all();

  it("a wish is kept once, in a private chat, also over a restart", async () => {
    const rig = await startBot({ script: refused });
    const answer = await askIn(rig, { chatId: ANN });
    expect(faces(answer)).toEqual([[zh.tellMe], [zh.good, zh.bad]]);
    expect(await press(rig, answer, zh.tellMe)).toMatchObject({ text: zh.wishKept });
    await rig.stop();
    await rig.start();
    expect(await press(rig, answer, zh.tellMe)).toMatchObject({ text: zh.wishKnown });
    expect(wishes(rig)).toEqual([
      { asker: "asker-1001", chat_id: ANN, thread_id: null, language: "zh", question: "多少名?" },
    ]);
  });

  it("everybody in a group may have one, told in the topic it was asked in; the message stays as it is", async () => {
    const rig = await startBot({ script: refused });
    const answer = await askIn(rig, { chatId: GROUP, threadId: 7 });
    for (const person of [ANN, BEN, BEN]) await press(rig, answer, zh.tellMe, person);
    const where = { chat_id: GROUP, thread_id: 7, language: "zh", question: "多少名?" };
    expect(wishes(rig)).toEqual([
      { asker: "asker-1001", ...where },
      { asker: "asker-1002", ...where },
    ]);
    expect(rig.telegram.botMessagesIn(GROUP)).toEqual([answer]);
  });

  it("works on a message from last year, and not on an answer that is none, nor on a forgotten question", async () => {
    const rig = await startBot({ script: refused });
    const answer = await askIn(rig, { chatId: ANN });
    rig.telegram.remove(ANN, answer.message_id);
    const button = { data: `w:${idOf(answer)}` };
    expect(await press(rig, answer, button)).toMatchObject({ text: zh.wishKept });
    rig.database().prepare("DELETE FROM wishes").run();
    rig.database().prepare("UPDATE answers SET question = NULL, standalone = NULL").run();
    expect(await press(rig, answer, button)).toMatchObject({ text: botWords("zh").oldButton });
    rig.database().prepare("UPDATE answers SET question = '问', kind = 'grounded'").run();
    expect(await press(rig, answer, button)).toMatchObject({ text: botWords("zh").oldButton });
    expect(wishes(rig)).toEqual([]);
  });
});
