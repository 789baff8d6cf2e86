/** A new version of an article that is known: the answer changes, the former revision stays, and old evidence opens. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { articleWords } from "../../src/i18n/article-words.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { uploadWords } from "../../src/i18n/upload-words.js";
import { createSandbox, environmentOf, runProgram } from "../flow/program.js";
import { makePdf, pageOf } from "../support/make-pdf.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { startWholeBot, type WholeBot } from "../support/whole-bot.js";
import { addedTo, BEFORE, contentOf, sendFile } from "./uploading.js";

const zh = uploadWords("zh");
const card = articleWords("zh");
const QUESTION = "云溪县茶园项目带动了多少户茶农?";
const TITLE = "云溪县茶园项目启动";
const REST =
  "项目由县里的合作社负责,去年春天开始,到现在已经有三个村子参加。茶农们说,收入比以前多了不少,以后还要再种两百亩。";
const version = (families: number) => `${TITLE}\n\n云溪县茶园项目带动了${families}户茶农。${REST}\n\n(皮磊)\n`;
const kitchen = (served: number) =>
  `长桥社区食堂开张\n\n长桥社区食堂服务了${served}位老人。食堂开在老粮店里,早上六点开门,粥和馒头最受欢迎,腿脚不便的由志愿者送到家,一餐只收六元。\n\n(李庆)\n`;

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot({
    ...BEFORE,
    // Not from the chat, and two articles in one file.
    "page.txt": `${kitchen(731)}\n白水镇竹编夜校开班\n\n白水镇竹编夜校有学员88名。开班那天来了许多乡亲,老师傅手把手地教,教室里一直坐得满满的。\n\n(皮磊)\n`,
  });
});
afterAll(() => whole.close());

const ask = (part: string, question = QUESTION) => whole.tell(question, part, 1001);
const dataOf = ({ reply_markup }: StoredMessage, face: string) =>
  reply_markup?.inline_keyboard.flat().find(({ text }) => text === face)?.callback_data ?? "";
const cardOf = async (title: string) => whole.press(await whole.tell(`/articles ${title}`, title), "1", "文件：");

describe("an admin sends a new version", () => {
  it("of what came from the chat: one article with two revisions, the new figure, and the former evidence", async () => {
    const first = await sendFile(whole, "茶园.txt", version(612), zh.understood(1));
    await whole.press(first, zh.buttons.publish, "已发布");
    const before = await ask("612户");
    const files = addedTo(whole);

    const preview = await sendFile(whole, "茶园新版.txt", version(700), zh.understood(1));
    expect(preview.text).toMatch(new RegExp(`像是《${TITLE}》的新版本（\\d+% 相同）`, "u"));
    // Nothing has changed by looking at it, and nobody else can take the step.
    const mine = await ask("612户");
    const replace = { data: dataOf(preview, zh.buttons.replace) };
    expect((await whole.telegram.press(mine, replace, { userId: 1001 }).answer()).text).toBe(botWords("zh").oldButton);
    expect(contentOf(whole, files[0] ?? "")).toBe(version(612));

    await whole.press(preview, zh.buttons.replace, "已发布。现在共有 4 篇报道");
    expect(addedTo(whole)).toEqual(files);
    expect(contentOf(whole, files[0] ?? "")).toBe(version(700));
    const after = await ask("700户");
    expect(after.text).not.toContain("612");
    expect((await whole.press(after, "出处 1", "引文是")).text).toContain("700户");
    expect((await whole.press(before, "出处 1", "引文是")).text).toContain("612户");
    expect((await cardOf(TITLE)).text).toContain("版本：2 个");
    expect(whole.app().audit.list(1)).toMatchObject([{ action: "publish", detail: { articles: 1, replaced: 1 } }]);

    // The command line finds nothing left to do, and a corpus that was changed by hand comes to the same.
    expect(await byHand([version(612), version(700)])).toEqual(whatIsStored(whole.app(), TITLE));
  });

  it("as another kind of file: the former file goes, the former evidence stays", async () => {
    const before = await ask("700户");
    const pdf = makePdf([pageOf(TITLE, `云溪县茶园项目带动了815户茶农。${REST}`)]);
    const preview = await sendFile(whole, "茶园.pdf", Buffer.from(pdf), `像是《${TITLE}》的新版本`);
    await whole.press(preview, zh.buttons.replace, "已发布。现在共有 4 篇报道");
    expect(addedTo(whole)).toEqual([expect.stringMatching(/\.pdf$/u)]);
    const after = await ask("815户");
    expect(after.text).not.toContain("700");
    expect((await whole.press(before, "出处 1", "引文是")).text).toContain("700户");
  });

  it("of an article of a page that lies in the corpus: that one is replaced, its neighbour and the file are not", async () => {
    const question = "长桥社区食堂服务了多少位老人?";
    await ask("731位", question);
    const preview = await sendFile(whole, "食堂.txt", kitchen(940), "像是《长桥社区食堂开张》的新版本");
    await whole.press(preview, zh.buttons.replace, "已发布。现在共有 4 篇报道");
    expect((await ask("940位", question)).text).not.toContain("731");
    await ask("88名", "白水镇竹编夜校有多少名学员?");
    // The former one can be had back.
    const removed = await whole.tell("/articles removed", card.removedHeading(1));
    expect(removed.text).toContain("《长桥社区食堂开张》");
  });

  it("and keeps the former one beside it when that is wanted", async () => {
    const preview = await sendFile(whole, "茶园三.txt", version(990), `像是《${TITLE}》的新版本`);
    await whole.press(preview, zh.buttons.publishBeside, "已发布。现在共有 5 篇报道");
    expect((await whole.tell(`/articles ${TITLE}`, card.found(TITLE, 2))).text).toContain(TITLE);
  });
});

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
type App = Awaited<ReturnType<typeof createApp>>;

/** What an article came to, but for its place. */
function whatIsStored({ articles }: App, title: string) {
  const head = articles.listHeads().find((one) => one.title === title);
  const id = head?.id ?? "";
  return {
    head: { title: head?.title, author: head?.author },
    revisions: articles.listRevisions(id).map(({ revision }) => {
      const { text, sentences } = articles.getRevision(id, revision) ?? {};
      return { revision, text, sentences };
    }),
    chunks: articles.listChunksOf(id).map(({ hash, start, end }) => ({ hash, start, end })),
  };
}

/** The versions put into a corpus folder one after the other, each taken in by `npm run index`. */
async function byHand(versions: readonly string[]) {
  const sandbox = createSandbox(false);
  const environment = environmentOf(sandbox);
  try {
    mkdirSync(sandbox.corpusDir, { recursive: true });
    for (const text of versions) {
      writeFileSync(join(sandbox.corpusDir, "茶园.txt"), text);
      expect(await runProgram("scripts/index.js", ["--json"], environment)).toMatchObject({ code: 0 });
    }
    const app = await createApp(readConfig(environment), silent);
    try {
      expect((await app.answerer.answer({ question: QUESTION })).text).toContain("700户");
      return whatIsStored(app, TITLE);
    } finally {
      await app.close();
    }
  } finally {
    sandbox.remove();
  }
}
