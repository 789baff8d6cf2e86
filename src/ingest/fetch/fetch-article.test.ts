/** Fetching over real HTTP from a server of the test's own, which only the test allows. */
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeLegacy } from "../../../test/pages/encode-legacy.js";
import { makeDocx } from "../../../test/support/make-docx.js";
import { makePdf, pageOf } from "../../../test/support/make-pdf.js";
import { give, goTo, type NewsSite, openNewsSite } from "../../../test/support/news-site.js";
import { readUpload } from "../upload.js";
import { type FetchOptions, fetchArticle } from "./fetch-article.js";

const TEXT = "昨日,县里的第一家长者食堂开张,首批三十二位老人吃上了热饭。食堂每天供应午餐和晚餐,每餐收费六元。";
const PAGE = `<!DOCTYPE html><html><head><title>长者食堂开张</title></head><body><p>${TEXT}</p><p>${TEXT}</p></body></html>`;

let site: NewsSite;
let root: string;
beforeEach(async () => {
  site = await openNewsSite();
  root = site.root;
});
afterEach(() => site.close());

const serve = (answers: NewsSite["answers"]) => Object.assign(site.answers, answers);
const get = (path: string, options: FetchOptions = {}) =>
  fetchArticle(path.startsWith("http") ? path : root + path, { ...site.door, ...options });
const refusal = (code: string) => expect.objectContaining({ code });

describe("fetchArticle", () => {
  it("fetches a page that can be read, under the address where it ended up", async () => {
    serve({ "/short": goTo("/a/1.html"), "/a/1.html": give("text/html; charset=utf-8", PAGE) });
    const upload = await get("/short#part");
    expect(upload).toMatchObject({ name: "1.html", url: `${root}/a/1.html`, charset: "utf-8" });
    expect((await readUpload(upload)).drafts).toMatchObject([{ title: "长者食堂开张", url: `${root}/a/1.html` }]);
  });

  it.each([
    ["text/plain", "/a.txt", TEXT, "a.txt"],
    ["text/markdown", "/a", `# 食堂\n\n${TEXT}`, "a.md"],
    ["application/pdf", "/a.pdf?x=1", makePdf([pageOf("食堂", TEXT)]), "a.pdf"],
    ["application/octet-stream", "/download", makePdf([pageOf("食堂", TEXT)]), "download.pdf"],
    ["application/octet-stream", "/b.docx", makeDocx([TEXT]), "b.docx"],
    ["application/octet-stream", "/c.md", TEXT, "c.md"],
    ["TEXT/HTML", "/%E9%A3%9F%E5%A0%82", PAGE, "食堂.html"],
  ])("takes %s at %s", async (type, path, body, name) => {
    site.answers[path] = give(type, body);
    expect((await get(path)).name).toBe(name);
  });

  it("reads the encoding that the server names, and that of the page", async () => {
    const legacy = encodeLegacy("<html><title>长者食堂</title><p>昨日食堂开张。</p></html>", "gb18030");
    serve({ "/a": give("text/html;charset=gbk", legacy), "/b": give("text/html", legacy) });
    for (const path of ["/a", "/b"]) {
      expect((await readUpload(await get(path))).drafts[0]?.text).toContain("昨日食堂开张。");
    }
  });

  it.each(["image/png", "application/json", "video/mp4", "text/css"])("refuses %s", async (type) => {
    site.answers["/a"] = give(type, "x");
    await expect(get("/a")).rejects.toEqual(refusal("URL_NOT_AN_ARTICLE"));
  });

  it("refuses what nobody knows what it is", async () => {
    site.answers["/a"] = give("application/octet-stream", "MZ");
    await expect(get("/a")).rejects.toEqual(refusal("URL_NOT_AN_ARTICLE"));
  });

  it.each([
    ["file:///etc/passwd", "URL_INVALID"],
    ["ftp://example.org/a", "URL_INVALID"],
    ["javascript:alert(1)", "URL_INVALID"],
    ["not an address", "URL_INVALID"],
    ["http://user:secret@example.org/", "URL_INVALID"],
    ["http://localhost/", "URL_FORBIDDEN"],
    ["http://127.0.0.2/", "URL_FORBIDDEN"],
    ["http://2130706434/", "URL_FORBIDDEN"],
    ["http://0x7f.2/", "URL_FORBIDDEN"],
    ["http://0/", "URL_FORBIDDEN"],
    ["http://[::1]/", "URL_FORBIDDEN"],
    ["http://[::ffff:127.0.0.1]/", "URL_FORBIDDEN"],
    ["http://169.254.169.254/latest/meta-data", "URL_FORBIDDEN"],
    ["http://metadata.example/", "URL_FORBIDDEN"],
    ["http://1.1.1.1:22/", "URL_FORBIDDEN"],
  ])("does not fetch %s: %s", async (address, code) => {
    await expect(get(address)).rejects.toEqual(refusal(code));
    expect(site.asked).toEqual([]);
  });

  it.each([
    "http://10.0.0.1/",
    "http://[fd00::1]/",
    "http://inside.example/",
    "file:///etc/passwd",
    "http://u:p@news.test/",
  ])("does not follow a redirect to %s", async (location) => {
    site.answers["/a"] = goTo(location);
    await expect(get("/a")).rejects.toMatchObject({ code: expect.stringMatching(/^URL_(?:FORBIDDEN|INVALID)$/u) });
  });

  it("checks a host at every connection, and refuses one with a single address inside", async () => {
    site.answers["/a"] = give("text/html", PAGE);
    let times = 0;
    const rebinding = async () => (times++ === 0 ? ["127.0.0.1"] : ["10.0.0.7"]);
    await expect(get("/a", { resolve: rebinding })).rejects.toEqual(refusal("URL_FORBIDDEN"));
    expect(site.asked).toEqual(["/robots.txt"]);
    const both = async () => ["127.0.0.1", "192.168.1.1"];
    await expect(get("/a", { resolve: both })).rejects.toEqual(refusal("URL_FORBIDDEN"));
  });

  it("follows five redirects and no more", async () => {
    for (let i = 0; i < 6; i++) site.answers[`/${i}`] = goTo(`/${i + 1}`);
    site.answers["/6"] = give("text/html", PAGE);
    expect((await get("/1")).name).toBe("6.html");
    await expect(get("/0")).rejects.toEqual(refusal("URL_UNREACHABLE"));
  });

  it("stops at 20 MB, also of a small body that unpacks to more", async () => {
    const zeros = Buffer.alloc(64 * 2 ** 20, 0x20);
    serve({
      "/packed": give("text/html", gzipSync(zeros), { "content-encoding": "gzip" }),
      "/long": give("text/html", zeros),
    });
    await expect(get("/packed")).rejects.toEqual(refusal("URL_TOO_LARGE"));
    await expect(get("/long")).rejects.toEqual(refusal("URL_TOO_LARGE"));
  });

  it("gives up on a server that is slow, silent, gone or failing", async () => {
    serve({
      "/slow": (_, response) => {
        response.writeHead(200, { "content-type": "text/html" });
        const drip = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(drip));
      },
      "/silent": () => {},
      "/drop": (request) => request.socket.destroy(),
      "/fail": (_, response) => void response.writeHead(503).end(),
      "/liar": (_, response) => {
        response.writeHead(200, { "content-type": "text/html", "content-length": "1000" });
        response.write("x");
        setTimeout(() => response.destroy(), 20);
      },
    });
    for (const path of ["/slow", "/silent", "/drop", "/fail", "/liar", "/missing"]) {
      await expect(get(path, { ms: 300 })).rejects.toMatchObject({ code: "URL_UNREACHABLE", retryable: true });
    }
    const gone = async () => Promise.reject(new Error("ENOTFOUND"));
    await expect(get("/a", { resolve: gone })).rejects.toEqual(refusal("URL_UNREACHABLE"));
    await expect(get("/silent", { signal: AbortSignal.abort() })).rejects.toEqual(refusal("URL_UNREACHABLE"));
  });

  it("respects robots.txt, reads it once, and takes a failing one for a no", async () => {
    serve({
      "/robots.txt": give(
        "text/plain",
        "User-agent: *\nDisallow: /private\n\nUser-agent: ProgrammeAnswersBot\nDisallow: /bots\n",
      ),
      "/bots/a": give("text/html", PAGE),
      "/hop": goTo("/private/a"),
      "/private/a": give("text/html", PAGE),
      "/to-bots": goTo("/bots/a"),
    });
    await expect(get("/bots/a")).rejects.toEqual(refusal("URL_REFUSED_BY_ROBOTS"));
    await expect(get("/to-bots")).rejects.toEqual(refusal("URL_REFUSED_BY_ROBOTS"));
    expect(site.asked).toEqual(["/robots.txt", "/robots.txt", "/to-bots"]);
    expect((await get("/hop")).name).toBe("a.html");
    site.answers["/robots.txt"] = (_, response) => void response.writeHead(500).end();
    await expect(get("/hop")).rejects.toEqual(refusal("URL_REFUSED_BY_ROBOTS"));
  });

  it("goes by the first 500 kB of a robots.txt that is longer", async () => {
    const rules = "User-agent: *\nDisallow: /private\n";
    const filler = "# a line of nothing\n".repeat(60_000);
    serve({
      "/robots.txt": give("text/plain", `${rules}${filler}Disallow: /\n`),
      "/open": give("text/html", PAGE),
      "/private/a": give("text/html", PAGE),
    });
    expect((await get("/open")).name).toBe("open.html");
    await expect(get("/private/a")).rejects.toEqual(refusal("URL_REFUSED_BY_ROBOTS"));
    // The line that is cut in two there would say less, or more, than it was meant to.
    const start = `${rules}#${"x".repeat(500 * 1024 - rules.length - 22)}\n`;
    site.answers["/robots.txt"] = give("text/plain", `${start}Disallow: /open-not-really\n${filler}`);
    expect((await get("/open")).name).toBe("open.html");
  });

  it("allows nothing but the open internet unless a test says so", async () => {
    await expect(fetchArticle(root.replace("news.test", "127.0.0.1"))).rejects.toEqual(refusal("URL_FORBIDDEN"));
    expect(site.asked).toEqual([]);
  });
});
