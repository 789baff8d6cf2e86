/** /articles, with the real index behind it: what is shown, and what removing and restoring does to answers. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleWords } from "../../src/i18n/article-words.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { reindexWords } from "../../src/i18n/reindex-words.js";
import { createIngestLock } from "../../src/store/sqlite/ingest-lock.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { OWNER, startWholeBot, type WholeBot } from "../support/whole-bot.js";

const zh = articleWords("zh");
const TEA =
  "---\ntitle: 云溪县茶园项目\nauthor: 皮磊\npublished: 2024-05-01\nsource: 公益时报\nprogramme: 乡村振兴\nurl: https://a.cn/tea\n---\n云溪县茶园项目带动了612户茶农。\n";
const filler = (i: number) =>
  `---\ntitle: 第${i}篇简讯\nprogramme: 家庭支持\n---\n这是第${i}篇里的句子,说的是别的事情。\n`;

let whole: WholeBot;
beforeAll(async () => {
  const files = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`简讯${i + 10}.md`, filler(i + 10)]));
  whole = await startWholeBot({ ...files, "tea.md": TEA });
});
afterAll(() => whole.close());

const faces = ({ reply_markup }: StoredMessage) =>
  reply_markup?.inline_keyboard.map((row) => row.map(({ text }) => text));
const ask = (part: string) => whole.tell("云溪县茶园项目带动了多少户茶农?", part, 1001);

describe("an admin", () => {
  it("turns the pages of the list, chooses a programme, and searches", async () => {
    const list = await whole.tell("/articles", zh.heading(12));
    expect(list.text).toContain("1. 《云溪县茶园项目》\n    皮磊 · 2024-05-01 · 乡村振兴\n2. 《第10篇简讯》");
    expect(faces(list)).toEqual([
      ["1", "2", "3", "4", "5"],
      ["6", "7", "8", "9", "10"],
      [zh.buttons.next],
      ["乡村振兴", "家庭支持"],
    ]);
    const second = await whole.press(list, zh.buttons.next, zh.page(2, 2));
    expect(faces(second)?.[0]).toEqual(["11", "12"]);
    const chosen = await whole.press(second, "家庭支持", zh.ofProgramme("家庭支持", 11));
    await whole.press(chosen, zh.buttons.all, zh.heading(12));
    const found = await whole.tell("/articles 公益時報 茶園", zh.found("公益时报 茶园", 1));
    const card = await whole.press(found, "1", "文件：");
    await whole.press(card, zh.buttons.back, zh.found("公益时报 茶园", 1));
    await whole.tell("/articles 没有的词", zh.nothing);
  });

  it("sees in a card what is known of an article, how often it was cited, and its text", async () => {
    const answer = await ask("612户");
    whole.telegram.press(answer, "👎 没帮助");
    await whole.telegram.waitFor("editMessageReplyMarkup");
    whole.write("tea.md", TEA.replace("612户茶农", "612户茶农增收"));
    await whole.app().ingest();
    const today = new Date().toISOString().slice(0, 10);
    const card = await whole.press(await whole.tell("/articles 茶园", "茶园"), "1", "文件：");
    expect(card.text.split("\n")).toEqual([
      "《云溪县茶园项目》",
      "作者：皮磊",
      "日期：2024-05-01",
      "来源：公益时报",
      "项目：乡村振兴",
      "网址：https://a.cn/tea",
      "文件：tea.md",
      `版本：2 个（${today}、${today}）`,
      "检索片段：1 个",
      "被 1 个回答引用，其中收到“没帮助” 1 次",
    ]);
    const text = await whole.press(card, zh.buttons.wholeText, "612户茶农增收。");
    await whole.press(text, zh.buttons.card, "文件：");
  });

  it("removes an article after being asked once more, and restores it, over a restart and over later runs", async () => {
    await ask("612户");
    const found = await whole.tell("/articles 茶园", "茶园");
    const card = await whole.press(found, "1", "文件：");
    const question = await whole.press(card, zh.buttons.remove, zh.confirm("《云溪县茶园项目》"));
    await whole.press(question, zh.buttons.keep, "文件：");
    await whole.press(card, zh.buttons.remove, zh.confirm("《云溪县茶园项目》"));
    await whole.press(question, zh.buttons.confirm, zh.removed("《云溪县茶园项目》", 30));
    await ask("没有找到");
    // Pressed twice, and a file that is written again: it stays away.
    const removed = await whole.press(question, zh.buttons.confirm, zh.removed("《云溪县茶园项目》", 30));
    whole.write("tea.md", TEA);
    await whole.app().ingest();
    await whole.restart();
    await ask("没有找到");
    const list = await whole.tell("/articles removed", zh.removedHeading(1));
    expect(list.text).toContain(`1. 《云溪县茶园项目》\n    ${new Date().toISOString().slice(0, 10)} 由 ${OWNER} 移除`);
    await whole.press(list, zh.buttons.restore(1), zh.restored("《云溪县茶园项目》"));
    await ask("612户");
    // Two taps, faster than the message can change: it says what was done, not that there is nothing to do.
    whole.telegram.press(removed, zh.buttons.restoreIt);
    whole.telegram.press(removed, zh.buttons.restoreIt);
    await whole.telegram.allConfirmed();
    await whole.telegram.idle(300);
    const shown = whole.telegram.botMessagesIn(OWNER).find(({ message_id }) => message_id === removed.message_id);
    expect(shown?.text).toBe(zh.restored("《云溪县茶园项目》"));
    await whole.app().ingest();
    await ask("612户");
    expect(
      whole
        .app()
        .audit.list(2)
        .map(({ action, admin }) => [action, admin]),
    ).toEqual([
      ["restore article", OWNER],
      ["remove article", OWNER],
    ]);
  });

  it("cannot restore what was removed more than a month ago", async () => {
    const [head] = whole.app().articles.listHeads();
    const at = Date.now() - 31 * 86_400_000;
    whole.app().removals.add({ articleId: head?.id ?? "", title: "旧闻", admin: OWNER, at });
    await whole.app().ingest();
    const list = await whole.tell("/articles removed", `由 ${OWNER} 移除 · ${zh.onlyInFile}`);
    expect(faces(list)).toEqual([[zh.buttons.all]]);
    await whole.press(list, { data: `m:u:${head?.id}` }, zh.tooLate(30));
    whole.app().removals.undo(head?.id ?? "", 0);
    await whole.app().ingest();
  });

  it("is told when a removal could not be taken over yet, and can try again", async () => {
    const found = await whole.tell("/articles 简讯20", zh.found("简讯20", 1));
    const question = await whole.press(await whole.press(found, "1", "文件："), zh.buttons.remove, "要移除");
    const release = createIngestLock(join(whole.corpusDir, "..", "data")).acquire();
    const told = await whole.press(question, zh.buttons.confirm, "正在更新索引，请稍后再试");
    release();
    const removed = await whole.press(told, zh.buttons.again, zh.removed("《第20篇简讯》", 30));
    await whole.press(removed, zh.buttons.restoreIt, zh.restored("《第20篇简讯》"));
  });

  it("decides about a removal by which the answers to the regression set got worse", async () => {
    const golden = {
      id: "g01",
      question: "云溪县茶园项目带动了多少户茶农?",
      kind: "fact",
      must: [["612户"]],
      article: "茶园",
    };
    whole.write("golden.jsonl", `${JSON.stringify(golden)}\n`);
    const found = await whole.tell("/articles 茶园", zh.found("茶园", 1));
    const card = await whole.press(found, "1", "文件：");
    const question = await whole.press(card, zh.buttons.remove, zh.confirm("《云溪县茶园项目》"));
    const waits = await whole.press(question, zh.buttons.confirm, zh.removalWaits("《云溪县茶园项目》"));
    await ask("612户");
    const kept = await whole.press(waits, zh.buttons.restoreIt, zh.restored("《云溪县茶园项目》"));
    expect(whole.app().removals.list()).toEqual([]);
    const { callback_data: data = "" } = question.reply_markup?.inline_keyboard[0]?.[0] ?? {};
    const again = await whole.press(kept, { data }, zh.removalWaits("《云溪县茶园项目》"));
    const put = again.reply_markup?.inline_keyboard[0]?.[0]?.text ?? "";
    await whole.press(again, put, reindexWords("zh").accepted);
    await ask("没有找到");
    const removed = await whole.tell("/articles removed", zh.removedHeading(1));
    await whole.press(removed, zh.buttons.restore(1), zh.restored("《云溪县茶园项目》"));
    await ask("612户");
    whole.write("golden.jsonl", "");
  });

  it.each(["m:l", "m:l:x", "m:c:1", "m:x:../../etc", "m:t:0123456789abcdef:1", "m:q:0123456789abcdef:0", "m:u:"])(
    "who sends the forged data %s hears that the button is old",
    async (data) => {
      const list = await whole.tell("/articles", zh.heading(12));
      const { text } = await whole.telegram.press(list, { data }).answer();
      expect(text).toBe(botWords("zh").oldButton);
    },
  );

  it.each(["m:c:0123456789abcdef:0", "m:r:0123456789abcdef-2:0:wa:b", "m:x:0123456789abcdef"])(
    "who sends %s hears that there is no such article",
    async (data) => {
      await whole.press(await whole.tell("/articles", zh.heading(12)), { data }, zh.gone);
    },
  );
});

it("nobody else finds any of it, not even with an admin's buttons", async () => {
  const { telegram } = whole;
  await whole.tell("/articles", botWords("zh").unknownCommand, 9);
  const [head] = whole.app().articles.listHeads();
  const mine = telegram.botMessagesIn(9).at(-1);
  if (!mine) throw new Error("there is no message");
  for (const data of ["m:l:0", `m:c:${head?.id}:0`, `m:x:${head?.id}`, `m:u:${head?.id}`, "m:d:0"]) {
    expect((await telegram.press(mine, { data }, { userId: 9 }).answer()).text).toBe(botWords("zh").oldButton);
  }
  expect(whole.app().removals.list()).toEqual([]);
});
