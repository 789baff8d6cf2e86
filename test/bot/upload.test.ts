/** Adding articles from the chat, from the file to the answer that cites it, over the real corpus folder and index. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { AppError } from "../../src/core/errors.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { uploadWords } from "../../src/i18n/upload-words.js";
import { createIngestLock } from "../../src/store/sqlite/ingest-lock.js";
import { OWNER, startWholeBot, type WholeBot } from "../support/whole-bot.js";
import { addedTo, BEFORE, contentOf, sendFile } from "./uploading.js";

const zh = uploadWords("zh");
const PAGE =
  "云溪县茶园项目启动\n\n云溪县茶园项目带动了612户茶农。项目由县里的合作社负责,去年春天开始,到现在已经有三个村子参加。茶农们说,收入比以前多了不少,以后还要再种两百亩。\n\n(皮磊)\n";
const ANSWER = "612户";

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot(BEFORE);
});
afterAll(() => whole.close());

const ask = (question: string, part: string) => whole.tell(question, part, 1001);

describe("an admin", () => {
  it("sends a file, sees what was understood, and publishes it; it is answered from then on, and only once there", async () => {
    const question = "云溪县茶园项目带动了多少户茶农?";
    await ask(question, "没有找到");
    const preview = await sendFile(whole, "../../茶园.txt", PAGE, zh.understood(1));
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
    expect(addedTo(whole)).toEqual([]);
    await whole.restart();
    await whole.press(preview, zh.buttons.publish, "已发布。现在共有 2 篇报道");
    await ask(question, ANSWER);
    const day = new Date().toISOString().slice(0, 10);
    expect(addedTo(whole)).toEqual([
      expect.stringMatching(new RegExp(`^${day}-云溪县茶园项目启动-[0-9a-z]+\\.txt$`, "u")),
    ]);
    expect(contentOf(whole, addedTo(whole)[0] ?? "")).toBe(PAGE);
    expect(whole.app().audit.list(1)).toMatchObject([{ admin: OWNER, action: "publish", detail: { articles: 1 } }]);
    const data = preview.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? "";
    // A second tap, faster than the message can change: it goes on saying what was done.
    whole.telegram.press(preview, { data });
    await whole.telegram.allConfirmed();
    await whole.telegram.idle(200);
    const shown = whole.telegram.botMessagesIn(OWNER).find(({ message_id }) => message_id === preview.message_id);
    expect(shown?.text).toContain("已发布。现在共有 2 篇报道");
    expect(shown?.text).toContain(addedTo(whole)[0] ?? "missing");
    expect(addedTo(whole)).toHaveLength(1);
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

  it("pastes a text whose message has to be handled twice; it is the same text", async () => {
    const { uploads } = whole.app();
    const put = uploads.put.bind(uploads);
    let tries = 0;
    const failing = vi.spyOn(uploads, "put").mockImplementation((upload) => {
      if (++tries % 2 === 1) throw new AppError("STORE_FAILED", { message: "the disk is full", retryable: true });
      put(upload);
    });
    whole.telegram.say(`两次处理的文章\n\n${"茶园里的一件小事。".repeat(400)}`, { userId: OWNER });
    whole.telegram.say("结尾也只有一次。", { userId: OWNER });
    const isShown = (part: string) => whole.telegram.waitForMessage(OWNER, ({ text }) => text.includes(part), 20_000);
    await isShown(zh.size(9 * 400, 1));
    const all = await isShown(zh.size(9 * 400 + 8, 2));
    failing.mockRestore();
    await whole.press(all, zh.buttons.drop, zh.dropped);
  }, 30_000);

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
    await sendFile(whole, "a.zip", "PK", zh.unknownKind);
    await sendFile(whole, "空.txt", "   \n", zh.unreadable("空.txt", "文件是空的"));
    await sendFile(whole, "坏.txt", Buffer.from([0, 1, 2, 0, 255]), zh.unreadable("坏.txt", "文件不是文本"));
    const large = { file_id: "x", file_unique_id: "x", file_name: "大.txt", file_size: 21 * 1024 * 1024 };
    const calls = whole.telegram.calls("getFile").length;
    whole.telegram.say("", { userId: OWNER, content: { document: large } });
    await whole.telegram.waitForMessage(OWNER, ({ text }) => text === zh.tooLarge);
    expect(whole.telegram.calls("getFile")).toHaveLength(calls);
    whole.telegram.say("", { userId: OWNER, content: { document: { ...large, file_size: 5 } } });
    await whole.telegram.waitForMessage(OWNER, ({ text }) => text === zh.downloadFailed);
  });

  it("is told when the index could not be updated yet, and the second try writes nothing anew", async () => {
    const preview = await sendFile(whole, "忙.txt", "忙碌标题\n\n这条消息里有888个茶杯。", zh.understood(1));
    const release = createIngestLock(join(whole.corpusDir, "..", "data")).acquire();
    const told = await whole.press(preview, zh.buttons.publish, "正在更新索引，请稍后再试");
    release();
    const files = addedTo(whole);
    await whole.press(told, zh.buttons.again, "已发布");
    expect(addedTo(whole)).toEqual(files);
  });

  it("drops what waited for more than a week", async () => {
    const preview = await sendFile(whole, "旧.txt", "旧标题\n\n旧内容。", zh.understood(1));
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
    const preview = await sendFile(whole, "b.txt", "乙标题\n\n乙内容。", zh.understood(1));
    const id = preview.reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(":")[2] ?? "";
    const before = whole.app().uploads.read(id)?.edits;
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
    await whole.telegram.idle(100);
    expect(whole.app().uploads.read(id)?.edits).toBe(before);
    await whole.press(preview, { data: "u:p:zzzz:0" }, zh.gone);
  });
});

describe("anybody else", () => {
  it("who sends a file is told to write, and is given nothing by an admin's buttons", async () => {
    const mine = await sendFile(whole, "a.txt", PAGE, botWords("zh").textOnly, { userId: 9 });
    await whole.tell("/add https://a.cn", botWords("zh").unknownCommand, 9);
    const preview = await sendFile(whole, "c.txt", "丙标题\n\n丙内容。", zh.understood(1));
    const id = preview.reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.split(":")[2] ?? "";
    const before = addedTo(whole);
    for (const data of [`u:p:${id}:0`, `u:c:${id}:0`, `u:e:${id}:0:t`]) {
      expect((await whole.telegram.press(mine, { data }, { userId: 9 }).answer()).text).toBe(botWords("zh").oldButton);
    }
    expect(addedTo(whole)).toEqual(before);
    await whole.tell(`长文标题\n\n${"这一段说的是一件很长的事情。".repeat(50)}`, "没有找到", 9);
  });
});

it("the token and the texts of files are never logged", () => {
  expect(whole.logged.join("\n")).not.toContain(whole.telegram.token);
  expect(whole.logged.join("\n")).not.toContain("612户");
});
