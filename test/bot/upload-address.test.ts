/** An admin sends an address: from a web site of the test's own to the answer, and why others are not read. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ErrorCode } from "../../src/core/errors.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { errorWords } from "../../src/i18n/error-words.js";
import { uploadWords } from "../../src/i18n/upload-words.js";
import { makePdf, pageOf } from "../support/make-pdf.js";
import { give, goTo, type NewsSite, openNewsSite } from "../support/news-site.js";
import { startWholeBot, type WholeBot } from "../support/whole-bot.js";
import { addedTo, BEFORE, contentOf } from "./uploading.js";

const zh = uploadWords("zh");
const TEXT =
  "云溪县茶园项目带动了612户茶农。项目由县里的合作社负责,去年春天开始,到现在已经有三个村子参加。茶农们说,收入比以前多了不少,以后还要再种两百亩。";
const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>云溪县茶园项目启动</title>
<meta name="author" content="皮磊"><meta property="article:published_time" content="2024-05-01T08:00:00+08:00">
<meta property="og:site_name" content="公益时报"></head>
<body><nav>首页 新闻</nav><article><h1>云溪县茶园项目启动</h1><p>${TEXT}</p></article></body></html>`;

let site: NewsSite;
let whole: WholeBot;
beforeAll(async () => {
  site = await openNewsSite();
  whole = await startWholeBot(BEFORE, { fetching: { ...site.door, ms: 2000 } });
});
beforeEach(() => {
  for (const path of Object.keys(site.answers)) delete site.answers[path];
  site.asked.length = 0;
});
afterAll(async () => {
  await whole.close();
  site.close();
});

const at = (path: string) => `${site.root}${path}`;
const unreadable = (address: string, code: ErrorCode) =>
  zh.unreadable(address.length > 60 ? `${address.slice(0, 60)}…` : address, errorWords(code, "zh"));

describe("an admin", () => {
  it("sends an address, sees what the page says of itself, and publishes it with where it came from", async () => {
    site.answers["/s"] = goTo("/news/1.html");
    site.answers["/news/1.html"] = give("text/html; charset=utf-8", PAGE);
    const question = "云溪县茶园项目带动了多少户茶农?";
    await whole.tell(question, "没有找到", 1001);
    const preview = await whole.tell(at("/s"), zh.understood(1));
    // Where it ended up, not what was typed.
    expect(preview.text).toContain(`${zh.received(at("/news/1.html"))}\n`);
    expect(preview.text).toContain("1. 《云溪县茶园项目启动》\n    作者：皮磊 · 日期：2024-05-01\n    来源：公益时报");
    expect(preview.text).not.toContain("首页");
    expect(addedTo(whole)).toEqual([]);
    await whole.press(preview, zh.buttons.publish, "已发布");
    const [name = ""] = addedTo(whole);
    expect(contentOf(whole, name)).toContain(`url: ${at("/news/1.html")}`);
    const answer = await whole.tell(question, "612户", 1001);
    expect((await whole.press(answer, "出处 1", "引文是")).text).toContain("云溪县茶园项目启动");
    expect(whole.app().articles.listHeads()).toContainEqual(
      expect.objectContaining({ title: "云溪县茶园项目启动", outlet: "公益时报", published: "2024-05-01" }),
    );
  });

  it("sends /add with the address of a PDF", async () => {
    site.answers["/a.pdf"] = give("application/pdf", makePdf([pageOf("青山县油茶项目", TEXT)]));
    const preview = await whole.tell(`/add ${at("/a.pdf")}`, zh.understood(1));
    expect(preview.text).toContain("《青山县油茶项目》");
    await whole.press(preview, zh.buttons.drop, zh.dropped);
  });

  it("hears that robots.txt forbids it; the page itself is not asked for", async () => {
    site.answers["/robots.txt"] = give("text/plain", "User-agent: *\nDisallow: /members/\n");
    site.answers["/members/1"] = give("text/html", PAGE);
    const address = at("/members/1");
    await whole.tell(address, unreadable(address, "URL_REFUSED_BY_ROBOTS"));
    expect(site.asked).toEqual(["/robots.txt"]);
  });

  it.each<[string, string, NewsSite["answers"][string] | undefined, ErrorCode]>([
    ["that redirects to a private address", "/in", goTo("http://192.168.1.1/admin"), "URL_FORBIDDEN"],
    ["that redirects to a name inside", "/in2", goTo("http://intranet.example/"), "URL_FORBIDDEN"],
    ["that redirects to a file", "/in3", goTo("file:///etc/passwd"), "URL_INVALID"],
    ["that redirects for ever", "/round", goTo("/round"), "URL_UNREACHABLE"],
    ["that is too large", "/large", give("text/html", Buffer.alloc(21 * 2 ** 20, 0x20)), "URL_TOO_LARGE"],
    ["of a picture", "/a.png", give("image/png", "x"), "URL_NOT_AN_ARTICLE"],
    ["of nothing", "/missing", undefined, "URL_UNREACHABLE"],
    ["that never answers", "/silent", () => {}, "URL_UNREACHABLE"],
  ])("hears why an address %s is not read", async (_, path, listener, code) => {
    if (listener) site.answers[path] = listener;
    await whole.tell(at(path), unreadable(at(path), code));
  });

  it.each([
    "http://127.0.0.2/",
    "http://localhost:8080/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://0x7f000002/",
    "http://1.1.1.1:22/",
  ])("hears that %s is inside, or no web page", async (address) => {
    await whole.tell(address, unreadable(address, "URL_FORBIDDEN"));
    expect(site.asked).toEqual([]);
  });

  it.each(["file:///etc/passwd", "ftp://news.test/a.txt"])(
    "hears behind /add that %s is no web page",
    async (address) => {
      await whole.tell(`/add ${address}`, unreadable(address, "URL_INVALID"));
    },
  );

  it("hears that an address with a password in it is none", async () => {
    const said = await whole.tell("http://user:secret@news.test/", errorWords("URL_INVALID", "zh"));
    expect(whole.logged.join("\n")).not.toContain("secret");
    expect(said.text).not.toBe("");
  });
});

describe("anybody else", () => {
  it("who sends an address makes the bot fetch nothing", async () => {
    site.answers["/a"] = give("text/html", PAGE);
    await whole.tell(at("/a"), /./u, 9);
    await whole.tell(`/add ${at("/a")}`, botWords("zh").unknownCommand, 9);
    expect(site.asked).toEqual([]);
  });
});
