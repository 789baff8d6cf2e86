/** Adding articles from the chat, from the file to the answer that cites it, over the real corpus folder and index. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { uploadWords } from "../../src/i18n/upload-words.js";
import { createIngestLock } from "../../src/store/sqlite/ingest-lock.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { OWNER, startWholeBot, type WholeBot } from "../support/whole-bot.js";

const zh = uploadWords("zh");
const PAGE =
  "云溪县茶园项目启动\n\n云溪县茶园项目带动了612户茶农。项目由县里的合作社负责,去年春天开始,到现在已经有三个村子参加。茶农们说,收入比以前多了不少,以后还要再种两百亩。\n\n(皮磊)\n";
const ANSWER = "612户";

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot({ "old.md": "---\ntitle: 另一篇\n---\n这里说的是别的事情。\n" });
});
afterAll(() => whole.close());

const added = () =>
  existsSync(join(whole.corpusDir, "added")) ? readdirSync(join(whole.corpusDir, "added")).toSorted() : [];
const content = (name: string) => readFileSync(join(whole.corpusDir, "added", name), "utf8");
const ask = (question: string, part: string) => whole.tell(question, part, 1001);

/** Sends a file; waits for what the bot says of it. */
function send(
  name: string,
  text: string | Buffer,
  part: string,
  options: { userId?: number; content?: Record<string, unknown> } = {},
) {
  const { userId = OWNER } = options;
  const { message } = whole.telegram.upload(name, Buffer.from(text), { ...options, userId });
  return whole.telegram.waitForMessage(
    userId,
    (reply) => reply.message_id > message.message_id && reply.text.includes(part),
  );
}

/** Answers the newest message that asks for a value. */
async function fill(preview: StoredMessage, button: string, value: string, part: string): Promise<StoredMessage> {
  whole.telegram.press(preview, button);
  const prompt = await whole.telegram.waitForMessage(
    OWNER,
    (message) => message.message_id > preview.message_id && message.isFixed === true,
  );
  const { message } = whole.telegram.say(value, { userId: OWNER, replyTo: prompt.message_id });
  return whole.telegram.waitForMessage(
    OWNER,
    (reply) => reply.message_id > message.message_id && reply.text.includes(part),
  );
}

describe("an admin", () => {
  it("sends a file, sees what was understood, and publishes it; it is answered from then on, and only once there", async () => {
    const question = "云溪县茶园项目带动了多少户茶农?";
    await ask(question, "没有找到");
    const preview = await send("../../茶园.txt", PAGE, zh.understood(1));
    expect(preview.text.split("\n").map((line) => line.trim())).toEqual([
      zh.received("../../茶园.txt"),
      zh.understood(1),
      "",
      "1. 《云溪县茶园项目启动》",
      "作者：皮磊 · 日期：没有写",
      zh.size(74, 1),
      expect.stringMatching(/^开头：云溪县茶园项目带动了612户茶农。/u),
      "",
      zh.warnings,
      `· ${zh.checks.veryShort([1])}`,
    ]);
    expect(added()).toEqual([]);
    await whole.restart();
    await whole.press(preview, zh.buttons.publish, "已发布。现在共有 2 篇报道");
    await ask(question, ANSWER);
    const day = new Date().toISOString().slice(0, 10);
    expect(added()).toEqual([expect.stringMatching(new RegExp(`^${day}-云溪县茶园项目启动-[0-9a-z]+\\.txt$`, "u"))]);
    expect(content(added()[0] ?? "")).toBe(PAGE);
    expect(whole.app().audit.list(1)).toMatchObject([{ admin: OWNER, action: "publish", detail: { articles: 1 } }]);
    const data = preview.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? "";
    await whole.press(preview, { data }, zh.already);
    expect(added()).toHaveLength(1);
  });

  it("changes title, author, date and outlet by replies, over a restart; it becomes a Markdown file", async () => {
    const preview = await send(
      "食堂.txt",
      "第一家长者食堂开张了,首批47位老人吃上了热饭。食堂每天供应午餐和晚餐。",
      zh.understood(1),
    );
    expect(preview.text).toContain(zh.checks.noHeadline([1]));
    let article = await whole.press(preview, zh.buttons.edit(1), `${zh.article(1)}\n`);
    article = await fill(article, zh.buttons.change(zh.about.title), "长者食堂: 开张", "标题：长者食堂: 开张");
    await whole.restart();
    article = await fill(article, zh.buttons.change(zh.about.author), "李庆", "作者：李庆");
    await fill(article, zh.buttons.change(zh.about.published), "2024年2月31日", zh.badValue.published);
    article = await fill(article, zh.buttons.change(zh.about.published), "2024年5月1日", "日期：2024-05-01");
    article = await fill(article, zh.buttons.change(zh.about.outlet), "公益时报", "来源：公益时报");
    article = await fill(article, zh.buttons.change(zh.about.author), "无", "作者：没有写");
    const shown = await whole.press(article, zh.buttons.back, zh.understood(1));
    expect(shown.text).not.toContain("没有找到标题");
    await whole.press(shown, zh.buttons.publish, "已发布");
    const name = added().find((one) => one.includes("长者食堂-开张")) ?? "";
    expect(content(name)).toMatch(
      /^---\ntitle: "长者食堂: 开张"\npublished: 2024-05-01\nsource: 公益时报\n---\n\n第一家/u,
    );
    expect(whole.app().articles.listHeads()).toContainEqual(
      expect.objectContaining({ title: "长者食堂: 开张", published: "2024-05-01", outlet: "公益时报" }),
    );
    // A late reply to a message that asked for a value of what is published changes nothing.
    const prompt = whole.telegram.botMessagesIn(OWNER).findLast(({ isFixed }) => isFixed === true);
    const late = whole.telegram.say("晚了", { userId: OWNER, ...(prompt && { replyTo: prompt.message_id }) });
    await whole.telegram.waitForMessage(
      OWNER,
      ({ message_id, text }) => message_id > late.message.message_id && text === zh.already,
    );
    expect(content(name)).not.toContain("晚了");
  }, 20_000);

  it("splits an article at a paragraph and joins it again; an old button changes nothing", async () => {
    const text = Array.from({ length: 14 }, (_, i) => `这是第${i + 1}段的话。`).join("\n\n");
    const preview = await send("长文.md", `# 长文\n\n${text}\n`, zh.understood(1));
    const article = await whole.press(preview, zh.buttons.edit(1), `${zh.article(1)}\n`);
    const list = await whole.press(article, zh.buttons.split, zh.chooseParagraph);
    const more = await whole.press(list, zh.buttons.next, "14. 这是第14段的话。");
    const two = await whole.press(more, "13", zh.understood(2));
    expect(two.text).toContain("2. 《这是第13段的话。》");
    const split = more.reply_markup?.inline_keyboard.flat().find((button) => button.text === "13")?.callback_data ?? "";
    await whole.press(two, { data: split }, zh.understood(2));
    const second = await whole.press(two, zh.buttons.edit(2), `${zh.article(2)}\n`);
    const joined = await whole.press(second, zh.buttons.join, zh.understood(1));
    expect(joined.text).toContain(zh.size(14 * 8 + 5, 14));
    await whole.press(joined, zh.buttons.drop, zh.dropped);
    await whole.press(joined, { data: split }, zh.gone);
    expect(added().join()).not.toContain("长文");
  });

  it("publishes each article of a page as a file of its own once something was changed", async () => {
    const page = await send("four.txt", readFileSync("test/pages/four-articles.txt"), zh.understood(4));
    const before = added().length;
    const article = await whole.press(page, zh.buttons.edit(2), `${zh.article(2)}\n`);
    const changed = await fill(article, zh.buttons.change(zh.about.programme), "乡村振兴", "项目：乡村振兴");
    await whole.press(await whole.press(changed, zh.buttons.back, zh.understood(4)), zh.buttons.publish, "已发布");
    expect(added()).toHaveLength(before + 4);
  });

  it("pastes a text, with /add or long enough, or replies /add to one", async () => {
    const short = await whole.tell("/add 短讯标题\n\n这是一条很短的消息。", zh.understood(1));
    expect(short.text).toContain("《短讯标题》");
    await whole.press(short, zh.buttons.drop, zh.dropped);
    await whole.tell(`长文标题\n\n${"这一段说的是一件很长的事情。".repeat(50)}`, "《长文标题》");
    const said = whole.telegram.say("被回复的标题\n\n内容在这里。", { userId: OWNER });
    await whole.telegram.waitForMessage(OWNER, ({ message_id }) => message_id > said.message.message_id);
    whole.telegram.say("/add", { userId: OWNER, replyTo: said.message.message_id });
    await whole.telegram.waitForMessage(OWNER, ({ text }) => text.includes("《被回复的标题》"));
    await whole.tell("/add", zh.howTo);
  });

  it("pastes a text that Telegram cuts into pieces; it is one article", async () => {
    const piece = `很长的文章\n\n${"茶园里的一件小事。".repeat(400)}`;
    const first = await whole.tell(piece, zh.understood(1));
    const all = await whole.tell("结尾在这里,说完了。", zh.size(9 * 400 + 10, 2));
    // What the first message shows is not all of it.
    await whole.press(first, zh.buttons.publish, zh.size(9 * 400 + 10, 2));
    await whole.press(all, zh.buttons.drop, zh.dropped);
  });

  it("sends an album; each file is shown", async () => {
    for (const name of ["甲", "乙", "丙"]) {
      whole.telegram.upload(`${name}.txt`, Buffer.from(`${name}的标题\n\n${name}的内容。`), {
        userId: OWNER,
        content: { media_group_id: "album" },
      });
    }
    for (const name of ["甲", "乙", "丙"])
      await whole.telegram.waitForMessage(OWNER, ({ text }) => text.includes(`《${name}的标题》`));
  });

  it("hears why a file cannot be taken", async () => {
    await send("a.zip", "PK", zh.unknownKind);
    await send("空.txt", "   \n", zh.unreadable("空.txt", "文件是空的"));
    await send("坏.txt", Buffer.from([0, 1, 2, 0, 255]), zh.unreadable("坏.txt", "文件不是文本"));
    const large = { file_id: "x", file_unique_id: "x", file_name: "大.txt", file_size: 21 * 1024 * 1024 };
    const calls = whole.telegram.calls("getFile").length;
    whole.telegram.say("", { userId: OWNER, content: { document: large } });
    await whole.telegram.waitForMessage(OWNER, ({ text }) => text === zh.tooLarge);
    expect(whole.telegram.calls("getFile")).toHaveLength(calls);
    whole.telegram.say("", { userId: OWNER, content: { document: { ...large, file_size: 5 } } });
    await whole.telegram.waitForMessage(OWNER, ({ text }) => text === zh.downloadFailed);
  });

  it("is told when the index could not be updated yet, and the second try writes nothing anew", async () => {
    const preview = await send("忙.txt", "忙碌标题\n\n这条消息里有888个茶杯。", zh.understood(1));
    const release = createIngestLock(join(whole.corpusDir, "..", "data")).acquire();
    const told = await whole.press(preview, zh.buttons.publish, "正在更新索引，请稍后再试");
    release();
    const files = added();
    await whole.press(told, zh.buttons.again, "已发布");
    expect(added()).toEqual(files);
  });

  it("drops what waited for more than a week", async () => {
    const preview = await send("旧.txt", "旧标题\n\n旧内容。", zh.understood(1));
    const id = preview.reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(":")[2] ?? "";
    const stored = whole.app().uploads.read(id);
    if (!stored) throw new Error("it is not stored");
    whole.app().uploads.put({ ...stored, at: Date.now() - 8 * 86_400_000 });
    await whole.press(preview, zh.buttons.publish, zh.gone);
    await whole.restart();
    expect(whole.app().uploads.read(id)).toBeUndefined();
  });

  it.each(["u:v", "u:v:../..:0", "u:p:abc:x", "u:s:abc:0:0", "u:e:abc:0:z", "u:x:abc:0"])(
    "who sends the forged data %s hears that the button is old",
    async (data) => {
      const message = await whole.tell("/add", zh.howTo);
      expect((await whole.telegram.press(message, { data }).answer()).text).toBe(botWords("zh").oldButton);
    },
  );

  it("who sends the data of no upload, or of no article in it, changes nothing", async () => {
    const preview = await send("b.txt", "乙标题\n\n乙内容。", zh.understood(1));
    const id = preview.reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(":")[2] ?? "";
    for (const data of [
      `u:a:${id}:9`,
      `u:l:${id}:9:0`,
      `u:s:${id}:0:0:0`,
      `u:s:${id}:0:0:99`,
      `u:j:${id}:0:0`,
      `u:e:${id}:9:t`,
    ]) {
      await whole.telegram.press(preview, { data }).answer();
    }
    await whole.press(preview, { data: "u:p:zzzz:0" }, zh.gone);
  });
});

describe("anybody else", () => {
  it("who sends a file is told to write, and is given nothing by an admin's buttons", async () => {
    const mine = await send("a.txt", PAGE, botWords("zh").textOnly, { userId: 9 });
    await whole.tell("/add https://a.cn", botWords("zh").unknownCommand, 9);
    const preview = await send("c.txt", "丙标题\n\n丙内容。", zh.understood(1));
    const id = preview.reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(":")[2] ?? "";
    const before = added();
    for (const data of [`u:p:${id}:0`, `u:c:${id}:0`, `u:e:${id}:0:t`]) {
      expect((await whole.telegram.press(mine, { data }, { userId: 9 }).answer()).text).toBe(botWords("zh").oldButton);
    }
    expect(added()).toEqual(before);
    await whole.tell(`长文标题\n\n${"这一段说的是一件很长的事情。".repeat(50)}`, "没有找到", 9);
  });
});

it("the token and the texts of files are never logged", () => {
  expect(whole.logged.join("\n")).not.toContain(whole.telegram.token);
  expect(whole.logged.join("\n")).not.toContain("612户");
});
