/** Changing an article before it is published: its values by replies, and where it is cut. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uploadEditWords } from "../../src/i18n/upload-edit-words.js";
import { uploadWords } from "../../src/i18n/upload-words.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { OWNER, startWholeBot, type WholeBot } from "../support/whole-bot.js";
import { addedTo, BEFORE, contentOf, sendFile } from "./uploading.js";

const zh = uploadWords("zh");
const edit = uploadEditWords("zh");

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot(BEFORE);
});
afterAll(() => whole.close());

/** Answers the newest message that asks for a value. */
async function fill(preview: StoredMessage, button: string, value: string, part: string): Promise<StoredMessage> {
  whole.telegram.press(preview, button);
  const prompt = await whole.telegram.waitForMessage(
    OWNER,
    (message) => message.message_id > preview.message_id && message.isFixed === true,
  );
  return reply(prompt, value, part);
}

/** Replies with a value, and waits for what comes of it. */
async function reply(prompt: StoredMessage, value: string, part: string): Promise<StoredMessage> {
  const { message } = whole.telegram.say(value, { userId: OWNER, replyTo: prompt.message_id });
  return whole.telegram.waitForMessage(
    OWNER,
    (answer) => answer.message_id > message.message_id && answer.text.includes(part),
  );
}

describe("an admin", () => {
  it("changes title, author, date and outlet by replies, over a restart; it becomes a Markdown file", async () => {
    const preview = await sendFile(
      whole,
      "食堂.txt",
      "第一家长者食堂开张了,首批47位老人吃上了热饭。食堂每天供应午餐和晚餐。",
      zh.understood(1),
    );
    expect(preview.text).toContain(zh.checks.noHeadline([1]));
    let article = await whole.press(preview, zh.buttons.edit(1), `${edit.article(1)}\n`);
    article = await fill(article, edit.buttons.change(zh.about.title), "长者食堂: 开张", "标题：长者食堂: 开张");
    await whole.restart();
    article = await fill(article, edit.buttons.change(zh.about.author), "李庆", "作者：李庆");
    // What is no day is asked for once more, in a message that takes the answer.
    const again = await fill(article, edit.buttons.change(zh.about.published), "昨天", edit.badValue.published);
    const onceMore = await reply(again, "2024年2月31日", edit.badValue.published);
    article = await reply(onceMore, "2024年5月1号", "日期：2024-05-01");
    article = await fill(article, edit.buttons.change(zh.about.outlet), "公益时报", "来源：公益时报");
    article = await fill(article, edit.buttons.change(zh.about.author), "无", "作者：没有写");
    const shown = await whole.press(article, zh.buttons.back, zh.understood(1));
    expect(shown.text).not.toContain("没有找到标题");
    await whole.press(shown, zh.buttons.publish, "已发布");
    const name = addedTo(whole).find((one) => one.includes("长者食堂-开张")) ?? "";
    expect(contentOf(whole, name)).toMatch(
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
    expect(contentOf(whole, name)).not.toContain("晚了");
  }, 20_000);

  it("splits an article at a paragraph and joins it again; an old button changes nothing", async () => {
    const text = Array.from({ length: 14 }, (_, i) => `这是第${i + 1}段的话。`).join("\n\n");
    const preview = await sendFile(whole, "长文.md", `# 长文\n\n${text}\n`, zh.understood(1));
    const article = await whole.press(preview, zh.buttons.edit(1), `${edit.article(1)}\n`);
    const list = await whole.press(article, edit.buttons.split, edit.chooseParagraph);
    const more = await whole.press(list, zh.buttons.next, "14. 这是第14段的话。");
    const two = await whole.press(more, "13", zh.understood(2));
    expect(two.text).toContain("2. 《这是第13段的话。》");
    const split = more.reply_markup?.inline_keyboard.flat().find((button) => button.text === "13")?.callback_data ?? "";
    await whole.press(two, { data: split }, zh.understood(2));
    const second = await whole.press(two, zh.buttons.edit(2), `${edit.article(2)}\n`);
    const joined = await whole.press(second, edit.buttons.join, zh.understood(1));
    expect(joined.text).toContain(zh.size(14 * 8 + 5, 14));
    await whole.press(joined, zh.buttons.drop, zh.dropped);
    await whole.press(joined, { data: split }, zh.gone);
    expect(addedTo(whole).join()).not.toContain("长文");
  });

  it("gives a value to the article that it was asked for, or to none when articles were split since", async () => {
    const text = Array.from({ length: 4 }, (_, i) => `这是第${i + 1}段的话。`).join("\n\n");
    const preview = await sendFile(whole, "甲.md", `# 甲文\n\n${text}\n`, zh.understood(1));
    const first = await whole.press(preview, zh.buttons.edit(1), `${edit.article(1)}\n`);
    const list = await whole.press(first, edit.buttons.split, edit.chooseParagraph);
    const two = await whole.press(list, "3", zh.understood(2));
    const second = await whole.press(two, zh.buttons.edit(2), `${edit.article(2)}\n`);
    const button = edit.buttons.change(zh.about.author);
    const data = second.reply_markup?.inline_keyboard.flat().find((one) => one.text === button)?.callback_data ?? "";
    whole.telegram.press(second, button);
    const promptAfter = (earlier: StoredMessage) =>
      whole.telegram.waitForMessage(
        OWNER,
        ({ message_id, isFixed }) => message_id > earlier.message_id && isFixed === true,
      );
    const reply = (to: StoredMessage, said: string) => {
      const { message } = whole.telegram.say(said, { userId: OWNER, replyTo: to.message_id });
      return whole.telegram.waitForMessage(OWNER, ({ message_id }) => message_id > message.message_id);
    };
    const prompt = await promptAfter(second);
    whole.telegram.press(second, edit.buttons.change(zh.about.outlet));
    // Another value of the same article changes nothing about what this one is for.
    expect((await reply(await promptAfter(prompt), "公益时报")).text).toContain("来源：公益时报");
    expect((await reply(prompt, "李庆")).text).toContain("作者：李庆");
    const shown = await whole.press(second, zh.buttons.back, zh.understood(2));
    const again = await whole.press(shown, zh.buttons.edit(1), `${edit.article(1)}\n`);
    const more = await whole.press(again, edit.buttons.split, edit.chooseParagraph);
    const three = await whole.press(more, "2", zh.understood(3));
    expect((await reply(prompt, "王五")).text).toBe(edit.valueTooLate);
    await whole.press(three, { data }, zh.understood(3));
    const authors = await whole.press(three, zh.buttons.edit(2), `${edit.article(2)}\n`);
    expect(authors.text).toContain(`作者：${zh.notGiven}`);
  });

  it("publishes each article of a page as a file of its own once something was changed", async () => {
    const page = await sendFile(whole, "four.txt", readFileSync("test/pages/four-articles.txt"), zh.understood(4));
    const before = addedTo(whole).length;
    const article = await whole.press(page, zh.buttons.edit(2), `${edit.article(2)}\n`);
    const changed = await fill(article, edit.buttons.change(zh.about.programme), "乡村振兴", "项目：乡村振兴");
    await whole.press(await whole.press(changed, zh.buttons.back, zh.understood(4)), zh.buttons.publish, "已发布");
    expect(addedTo(whole)).toHaveLength(before + 4);
  });
});
