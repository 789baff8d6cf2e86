import { afterEach, describe, expect, it } from "vitest";
import { answerWith, articleWith, type BotRig, type RigOptions, startRig } from "../../test/support/bot-rig.js";
import { botWords } from "../i18n/bot-words.js";

const zh = botWords("zh");
const en = botWords("en");
const GROUP = -1_001_000_000_001;

let rig: BotRig;
afterEach(() => rig.close());

async function begin(options: RigOptions = {}): Promise<BotRig> {
  rig = await startRig(options);
  await rig.start();
  return rig;
}

/** Texts of the bot in a chat, once everything has settled. */
async function replies(chatId = 1001): Promise<string[]> {
  await rig.telegram.allConfirmed();
  await rig.telegram.idle(80);
  return rig.telegram.botMessagesIn(chatId).map(({ text }) => text);
}

describe("a question in a private chat", () => {
  it("is answered in one message with its source, after the typing sign", async () => {
    const { telegram } = await begin({ script: () => answerWith("累计孵化339名[1]。") });
    telegram.say("青龙县累计孵化了多少名电商从业者?");
    const message = await telegram.waitForMessage(1001);
    expect(message.html).toBe(
      "累计孵化339名[1]。\n\n<b>出处</b>\n[1] <b>《商业向善》</b> 皮磊 · 文中日期\uFF1A2月22日\n<blockquote expandable>累计孵化339名[1]。的原句。</blockquote>",
    );
    expect(message.reply_to_message_id).toBeUndefined();
    expect(await replies()).toHaveLength(1);
    const methods = telegram.journal.map(({ method }) => method);
    expect(methods.indexOf("sendChatAction")).toBeLessThan(methods.indexOf("sendMessage"));
    expect(rig.asked[0]).toMatchObject({ conversation: "tg:asker-1001:asker-1001", language: "zh" });
  });

  it("gets a helpful word when it cannot be answered, never the exception's", async () => {
    await begin({
      script: () => {
        throw new Error("secret detail 7000000001:AAF-fake-token-for-tests-0123456789abc");
      },
    });
    rig.telegram.say("问");
    expect(await replies()).toEqual([zh.failed]);
    const logged = rig.logged.find(({ level }) => level === "error");
    expect(logged?.message).toBe("a question was not answered");
    expect(JSON.stringify(rig.logged)).not.toContain("AAF-fake-token");
  });

  it("may be too long", async () => {
    await begin();
    rig.telegram.say("长".repeat(2001));
    rig.telegram.say("长".repeat(2000));
    expect(await replies()).toEqual([zh.tooLong(2000), expect.stringContaining("答")]);
    expect(rig.asked).toHaveLength(1);
  });

  it("is logged without its words at info and above", async () => {
    await begin();
    rig.telegram.say("我的秘密问题");
    await replies();
    const lines = rig.logged.filter(({ level }) => level !== "debug");
    expect(JSON.stringify(lines)).not.toContain("秘密");
  });

  it("is split between sentences when the answer is long", async () => {
    const text = `${"这是一句很长的话".repeat(20)}。`.repeat(40);
    await begin({ script: () => answerWith(text, { citations: [] }) });
    rig.telegram.say("问");
    const parts = await replies();
    expect(parts.length).toBe(2);
    expect(parts[0]?.endsWith("。")).toBe(true);
    expect(parts.join("")).toBe(text);
  });
});

describe("what starts nothing", () => {
  it("is edits, channel posts, other bots, albums' further pictures and talk in groups", async () => {
    const { telegram } = await begin();
    const said = telegram.say("第一问");
    await replies();
    telegram.edit(said, "改过的问题");
    telegram.say("频道消息", { chatId: -1_001_000_000_009, chatType: "channel" });
    telegram.say("大家好", { chatId: GROUP });
    telegram.say("问", { content: { from: { id: 5, is_bot: true, first_name: "B" } } });
    telegram.say("问", { chatId: GROUP, content: { via_bot: { id: 6, is_bot: true, first_name: "C" } } });
    telegram.say("", { chatId: GROUP, content: { sticker: { file_id: "x" } } });
    // Telegram was told not to send these kinds; they start nothing even if they come.
    telegram.raw({
      update_id: 700_000_000,
      edited_message: { message_id: 1, date: 1, chat: { id: 1001, type: "private" }, text: "问" },
    });
    telegram.raw({
      update_id: 700_000_001,
      channel_post: { message_id: 1, date: 1, chat: { id: -5, type: "channel" }, text: "/start" },
    });
    telegram.raw({ update_id: 700_000_002, message: null });
    telegram.raw({ update_id: 700_000_003, something_new: { a: 1 } });
    expect(await replies()).toHaveLength(1);
    expect(rig.asked.map(({ question }) => question)).toEqual(["第一问"]);
    expect(telegram.calls("sendMessage")).toHaveLength(1);
    await expect.poll(() => rig.inbox().listUnfinished()).toEqual([]);
  });

  it("is a picture, but in a private chat one sentence helps, once an album", async () => {
    const { telegram } = await begin();
    const photo = (album?: string) => ({
      content: { photo: [], ...(album === undefined ? {} : { media_group_id: album }) },
    });
    telegram.say("", photo());
    for (let i = 0; i < 3; i++) telegram.say("", photo("album-1"));
    telegram.say("", { languageCode: "de", content: { voice: {} } });
    expect(await replies()).toEqual([zh.textOnly, zh.textOnly, en.textOnly]);
  });
});

describe("a group", () => {
  it("gets an answer as a reply when the bot is named, replied to or commanded", async () => {
    const { telegram } = await begin();
    const first = telegram.say("@programme_answers_bot 第一问", { chatId: GROUP });
    const answer = await telegram.waitForMessage(GROUP);
    expect(answer.reply_to_message_id).toBe(first.message.message_id);
    telegram.say("第二问", { chatId: GROUP, replyTo: answer.message_id });
    telegram.say("/ask@programme_answers_bot 第三问", { chatId: GROUP });
    telegram.say("/ask 第四问", { chatId: GROUP });
    expect(await replies(GROUP)).toHaveLength(4);
    expect(rig.asked.map(({ question, conversation }) => [question, conversation])).toEqual(
      ["第一问", "第二问", "第三问", "第四问"].map((question) => [question, `tg:asker-${GROUP}:asker-1001`]),
    );
  });

  it("keeps a forum's topics apart", async () => {
    const { telegram } = await begin();
    telegram.say("/ask 问", { chatId: GROUP, threadId: 77 });
    const answer = await telegram.waitForMessage(GROUP);
    expect(answer.message_thread_id).toBe(77);
    expect(rig.asked[0]?.conversation).toBe(`tg:asker-${GROUP}:77:asker-1001`);
  });

  it("keeps its members apart, and those who speak as the group or a channel", async () => {
    const { telegram } = await begin();
    telegram.say("/ask 一", { chatId: GROUP, userId: 5 });
    telegram.say("/ask 二", { chatId: GROUP, userId: 6 });
    const asGroup = { sender_chat: { id: GROUP, type: "supergroup", title: "G" } };
    telegram.say("/ask 三", { chatId: GROUP, userId: 1_087_968_824, content: asGroup });
    const asChannel = { sender_chat: { id: -100_777, type: "channel", title: "C" } };
    telegram.say("/ask 四", { chatId: GROUP, userId: 136_817_688, content: asChannel });
    telegram.say("/ask 五", { chatId: GROUP, content: { ...asChannel, is_automatic_forward: true } });
    expect(await replies(GROUP)).toHaveLength(4);
    expect(rig.asked.map(({ conversation }) => conversation?.split(":").at(-1))).toEqual([
      "asker-5",
      "asker-6",
      `asker-${GROUP}`,
      "asker--100777",
    ]);
  });

  it("is asked for a question when there is none", async () => {
    const { telegram } = await begin({ examples: ["例子?"] });
    telegram.say("/ask", { chatId: GROUP, userId: 7, languageCode: "en" });
    telegram.say("@programme_answers_bot", { chatId: GROUP });
    expect(await replies(GROUP)).toEqual([en.askForQuestion("例子?"), zh.askForQuestion("例子?")]);
  });

  it("gets an answer although the question was deleted meanwhile", async () => {
    const { telegram } = await begin({
      script: (request) => {
        const [question] = telegram.messagesIn(GROUP);
        if (question) telegram.remove(GROUP, question.message_id);
        return answerWith(`答:${request.question}`);
      },
    });
    telegram.say("/ask 问", { chatId: GROUP });
    expect((await telegram.waitForMessage(GROUP)).text).toContain("答");
  });

  it("that threw the bot out, or a person that blocked it, is no error", async () => {
    const { telegram } = await begin({
      script: () => {
        telegram.block(1001);
        return answerWith("答");
      },
    });
    telegram.say("问");
    telegram.say("还在吗", { chatId: 2002 });
    expect(await replies(2002)).toHaveLength(1);
    await expect.poll(() => rig.inbox().listUnfinished()).toEqual([]);
    expect(rig.logged.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
    expect(rig.logged.map(({ message }) => message)).toContain("nobody can be reached in this chat");
  });
});

describe("commands", () => {
  it("are registered in Chinese for all and in English", async () => {
    const { telegram } = await begin();
    await telegram.waitFor("setMyCommands", ({ params }) => params.language_code === "en");
    const menus = telegram
      .calls("setMyCommands")
      .map(({ params }) => [params.language_code, JSON.stringify(params.commands)]);
    expect(menus.map(([code]) => code)).toEqual([undefined, "zh", "en"]);
    expect(menus[0]?.[1]).toContain(zh.commands.sources);
    expect(menus[2]?.[1]).toContain(en.commands.sources);
  });

  it("work without a menu", async () => {
    rig = await startRig();
    rig.telegram.fail("setMyCommands", { status: 400, description: "Bad Request: BOT_COMMAND_INVALID", times: 9 });
    await rig.start();
    rig.telegram.say("/help");
    expect(await replies()).toEqual([zh.help("programme_answers_bot").trim()]);
    expect(rig.logged.map(({ message }) => message)).toContain("the command menu could not be registered");
  });

  it("answer in the language of the person's Telegram", async () => {
    const { telegram } = await begin();
    telegram.say("/help", { languageCode: "en-GB" });
    telegram.say("/nothing", { languageCode: "fr" });
    telegram.say("/nothing", { languageCode: "zh-hant" });
    expect(await replies()).toEqual([
      en.help("programme_answers_bot"),
      en.unknownCommand,
      botWords("zh-Hant").unknownCommand,
    ]);
  });

  it("that are unknown meet silence in groups, unless they name us", async () => {
    const { telegram } = await begin();
    telegram.say("/roll", { chatId: GROUP });
    telegram.say("/roll@other_bot", { chatId: GROUP });
    telegram.say("/roll@programme_answers_bot", { chatId: GROUP });
    expect(await replies(GROUP)).toEqual([zh.unknownCommand]);
  });

  it("/new forgets the conversation of that chat", async () => {
    const { telegram } = await begin();
    telegram.say("/new");
    telegram.say("/new", { chatId: GROUP, threadId: 5 });
    await replies(GROUP);
    expect(rig.cleared.toSorted()).toEqual([`tg:asker-${GROUP}:5:asker-1001`, "tg:asker-1001:asker-1001"]);
    expect(await replies()).toEqual([zh.forgotten]);
  });

  it("/sources turns pages in place", async () => {
    const articles = Array.from({ length: 23 }, (_, i) => articleWith(`a${i}`, `报道${i + 1}`));
    const { telegram } = await begin({ articles });
    telegram.say("/sources");
    const list = await telegram.waitForMessage(1001);
    expect(list.text).toContain("1. 《报道1》\n    皮磊 · 文中日期\uFF1A2月22日");
    await telegram.press(list, zh.next).answer();
    const second = await telegram.waitForMessage(1001, ({ text }) => text.includes("报道11"));
    expect(second.message_id).toBe(list.message_id);
    expect(second.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual([zh.previous, zh.next]);
    telegram.remove(1001, list.message_id);
    telegram.press(second, { data: "s:2" });
    expect((await telegram.waitForMessage(1001, ({ text }) => text.includes("报道23"))).message_id).not.toBe(
      list.message_id,
    );
  });
});

describe("the buttons of /start", () => {
  const long = "这是一个长得放不进按钮数据里的问题,因为它有三十多个汉字,对不对?";
  const examples = ["青龙县累计孵化了多少名电商从业者?", long, "谁?", "第四个"];

  it("show three questions, and a tap shows the question and its answer", async () => {
    const { telegram } = await begin({ examples });
    telegram.say("/start");
    const start = await telegram.waitForMessage(1001);
    expect(start.text).toBe(`${zh.start(1)}\n\n${zh.tryOne}`);
    expect(start.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual(examples.slice(0, 3));
    expect(await telegram.press(start, examples[0] ?? "").answer()).toMatchObject({ text: "" });
    expect((await replies()).slice(1)).toEqual([
      zh.asked(examples[0] ?? ""),
      expect.stringContaining(`答:${examples[0]}`),
    ]);
  });

  it("work after a restart, whatever their length", async () => {
    const { telegram } = await begin({ examples });
    telegram.say("/start");
    const start = await telegram.waitForMessage(1001);
    await rig.stop();
    await rig.start();
    await telegram.press(start, long).answer();
    await replies();
    expect(rig.asked.map(({ question }) => question)).toEqual([long]);
  });

  it("say so when they lead nowhere any more", async () => {
    const { telegram } = await begin({ examples });
    telegram.say("/start");
    const start = await telegram.waitForMessage(1001);
    for (const data of ["v1:old", "f:9", "q:"]) {
      expect(await telegram.press(start, { data }).answer()).toMatchObject({ text: zh.oldButton, showAlert: true });
    }
    telegram.remove(1001, start.message_id);
    expect(await telegram.press(start, { data: "f:1" }).answer()).toMatchObject({ text: zh.oldButton });
    expect(rig.asked).toEqual([]);
  });

  it("still answer when the tap itself is too old to be acknowledged", async () => {
    const { telegram } = await begin({ examples });
    telegram.say("/start");
    const start = await telegram.waitForMessage(1001);
    await rig.stop();
    telegram.press(start, examples[0] ?? "");
    telegram.expireQueries();
    await rig.start();
    expect((await replies()).at(-1)).toContain(`答:${examples[0]}`);
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});
