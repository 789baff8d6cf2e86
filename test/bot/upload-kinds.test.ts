/** The other kinds of files an admin sends, each from the file to the answer that cites it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleWords } from "../../src/i18n/article-words.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { uploadWords } from "../../src/i18n/upload-words.js";
import { makeDocx } from "../support/make-docx.js";
import { makePdf, pageOf } from "../support/make-pdf.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { startWholeBot, type WholeBot } from "../support/whole-bot.js";
import { addedTo, BEFORE, sendFile } from "./uploading.js";

const zh = uploadWords("zh");
const articles = articleWords("zh");
const PDF =
  "青山县油茶项目带动了731户农户。项目由县里的合作社负责,去年春天开始,到现在已经有三个村子参加,收入比以前多了不少。";
const DOCX =
  "白水镇竹编夜校有学员845名。夜校每周三晚上开课,老师傅手把手地教,学会了的人把篮子拿到集市上卖,一个能卖六十元。";
const HTML = "月牙湾养蜂站产蜜926吨。养蜂站建在半山腰,八个年轻人轮流值守,花期一到就把蜂箱搬到谷底,雨天还要给蜂箱盖布。";
const MARKDOWN =
  "长桥社区食堂服务了503位老人。食堂开在老粮店里,早上六点开门,粥和馒头最受欢迎,腿脚不便的由志愿者送到家。";

let whole: WholeBot;
beforeAll(async () => {
  whole = await startWholeBot(BEFORE);
});
afterAll(() => whole.close());

const ask = (question: string, part: string) => whole.tell(question, part, 1001);
/** What the buttons below an answer say of its sources. */
const sourceOf = async (answer: StoredMessage) => {
  const card = await whole.press(answer, "出处 1", "引文是");
  return card.text;
};

const html = (title: string, text: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;

describe("an admin sends", () => {
  it.each([
    [
      "a PDF",
      "a.pdf",
      () => makePdf([pageOf("青山县油茶项目启动", PDF)]),
      "青山县油茶项目启动",
      "青山县油茶项目带动了多少户农户?",
      "731户",
    ],
    [
      "a Word document",
      "b.docx",
      () => makeDocx([{ text: "白水镇竹编夜校开班", style: "Title" }, DOCX]),
      "白水镇竹编夜校开班",
      "白水镇竹编夜校有多少名学员?",
      "845名",
    ],
    [
      "a web page",
      "c.html",
      () => Buffer.from(html("月牙湾养蜂站丰收", HTML)),
      "月牙湾养蜂站丰收",
      "月牙湾养蜂站产蜜多少吨?",
      "926吨",
    ],
    [
      "a Markdown file",
      "d.md",
      () => Buffer.from(`# 长桥社区食堂开张\n\n${MARKDOWN}\n`),
      "长桥社区食堂开张",
      "长桥社区食堂服务了多少位老人?",
      "503位",
    ],
  ])("%s, and it is cited once published", async (_, name, make, title, question, figure) => {
    await ask(question, "没有找到");
    const before = addedTo(whole).length;
    const preview = await sendFile(whole, name, Buffer.from(make()), zh.understood(1));
    expect(preview.text).toContain(`1. 《${title}》`);
    expect(preview.text).toContain(`开头：${title.slice(0, 5)}`);
    expect(addedTo(whole)).toHaveLength(before);
    await whole.press(preview, zh.buttons.publish, "已发布");
    const answer = await ask(question, figure);
    expect(await sourceOf(answer)).toContain(title);
    // It came as a file and is kept as it came.
    expect(addedTo(whole).some((file) => file.includes(title) && file.endsWith(name.slice(name.indexOf("."))))).toBe(
      true,
    );
    const found = await whole.tell(`/articles ${title}`, articles.found(title, 1));
    await whole.press(found, "1", "版本：1 个");
  });

  it("a PDF of pictures, an encrypted one and a broken Word document, and hears what to do", async () => {
    const pictures = makePdf([[]]);
    await sendFile(
      whole,
      "扫描.pdf",
      Buffer.from(pictures),
      zh.unreadable("扫描.pdf", "PDF 里只有图片，没有文字，请先做文字识别"),
    );
    const broken = Buffer.from(makeDocx(["一段话"])).subarray(0, 200);
    await sendFile(whole, "坏.docx", broken, zh.unreadable("坏.docx", "文件已损坏，或不是它的扩展名所说的格式"));
  });
});

describe("anybody else who sends", () => {
  it.each([
    ["文章.pdf", () => makePdf([pageOf("标题", PDF)])],
    ["文章.docx", () => makeDocx([DOCX])],
  ])("%s is told to write", async (name, make) => {
    const files = addedTo(whole);
    const calls = whole.telegram.calls("getFile").length;
    await sendFile(whole, name, Buffer.from(make()), botWords("zh").textOnly, { userId: 9 });
    expect(whole.telegram.calls("getFile")).toHaveLength(calls);
    expect(addedTo(whole)).toEqual(files);
  });
});
