/** The page of `npm run report`: whole, alone, readable without its pictures; and in a real browser, where there is one. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Report, renderReport } from "../../scripts/report/page.js";
import { statsWords } from "../../src/i18n/stats-words.js";
import { createSandbox, environmentOf, runProgram } from "../flow/program.js";

/** Debian's, or another one that is named. The tests need none. */
const BROWSER = [process.env.CHROMIUM ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path !== "" && existsSync(path),
);

const period = {
  questions: 12,
  answered: 8,
  refused: 3,
  medianMs: 1234,
  tokens: 250_000,
  good: 4,
  bad: 1,
  programmes: [
    { name: '蓝色行动 <script>alert("1")</script>', answers: 5 },
    { name: "公益宝贝", answers: 2 },
  ],
};
const report: Report = {
  language: "zh",
  periods: [
    [1, period],
    [7, period],
  ],
  daily: [
    { day: "2026-11-24", answered: 5, refused: 1, medianMs: 1200.4, tokens: 250_000, good: 3, bad: 1 },
    { day: "2026-11-25", answered: 3, refused: 2, tokens: 0, good: 1, bad: 0 },
  ],
  index: { generation: "g7", articles: 3, chunks: 23 },
  pricePerMillion: 1.2,
  madeAt: Date.UTC(2026, 10, 25, 9, 5),
};
const page = renderReport(report, statsWords("zh"));

describe("the page", () => {
  it("needs nothing but itself, and nothing in it runs", () => {
    expect(page.startsWith('<!doctype html>\n<html lang="zh">')).toBe(true);
    expect(page).not.toMatch(/<script|<iframe|<img|<link|@import|url\((?!#|['"]?#)|\son\w+=|src=/i);
    const addresses = page.match(/https?:\/\/[^"'\s<]+/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]));
    expect(page).toContain("蓝色行动 &lt;script&gt;");
  });

  it("has the numbers of each chart in a table beside it, and names each picture", () => {
    expect(page.match(/<svg role="img" aria-label="图：[^"]+。数字见旁边的数据表。"/g)).toHaveLength(5);
    expect(page.match(/<summary>数据表: /g)).toHaveLength(5);
    expect(page).toContain('<tr><th scope="row">2026-11-24</th><td>5</td><td>1</td></tr>');
    expect(page).toContain('<tr><th scope="row">公益宝贝</th><td>2</td></tr>');
    expect(page).toContain("<td>1.23 秒</td><td>250000</td><td>0.30</td>");
    expect(page).toContain("生成时间 2026-11-25 09:05（UTC）");
  });

  it("says so where there is nothing, and draws no empty picture", () => {
    const quiet = { questions: 0, answered: 0, refused: 0, tokens: 0, good: 0, bad: 0, programmes: [] };
    const empty: Report = {
      language: "en",
      periods: [[1, quiet]],
      daily: [],
      index: { articles: 0, chunks: 0 },
      madeAt: 0,
    };
    const html = renderReport(empty, statsWords("en"));
    expect(html).not.toContain("<svg");
    expect(html.match(/Nothing in this time\./g)).toHaveLength(5);
    expect(html).not.toContain("Cost");
  });
});

describe("npm run report", () => {
  const sandbox = createSandbox();
  afterAll(() => sandbox.remove());
  const run = (args: string[], changes = {}) => runProgram("scripts/report.js", args, environmentOf(sandbox, changes));

  it("writes the page in the language of LANG, also before anything was asked", async () => {
    const out = join(sandbox.corpusDir, "report.html");
    const { code, stdout } = await run(["--out", out], { LANG: "en_US.UTF-8" });
    expect([code, stdout]).toEqual([0, `${out}\n`]);
    expect(readFileSync(out, "utf8")).toContain("<h1>Overview</h1>");
  });

  it("says what is wrong with its options, and with a place that cannot be written", async () => {
    expect((await run(["--days", "0"])).code).toBe(1);
    const { code, stderr } = await run(["--out", join(sandbox.corpusDir, "missing", "report.html")]);
    expect(code).toBe(1);
    expect(stderr).toContain("cannot be written");
  });
});

describe.skipIf(BROWSER === undefined)("in a real browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  beforeAll(() => writeFileSync(join(folder, "report.html"), page));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("shows its charts and words without an error or a request, and fits a telephone", async () => {
    const browser = await chromium.launch({ executablePath: BROWSER ?? "", args: ["--no-sandbox"] });
    try {
      const tab = await browser.newPage({ viewport: { width: 390, height: 800 } });
      const troubles: string[] = [];
      const requests: string[] = [];
      tab.on("console", (line) => troubles.push(line.text()));
      tab.on("pageerror", (error) => troubles.push(error.message));
      tab.on("request", (request) => requests.push(request.url()));
      await tab.goto(pathToFileURL(join(folder, "report.html")).href);
      expect(await tab.title()).toBe("概况");
      const pictures = await tab.getByRole("img").all();
      expect(pictures).toHaveLength(5);
      for (const picture of pictures) {
        const box = await picture.boundingBox();
        expect(box?.width).toBeGreaterThan(300);
        expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
      }
      expect(await tab.locator("svg text", { hasText: "11-24" }).first().isVisible()).toBe(true);
      await tab.getByText("数据表: 每天的提问").click();
      expect(await tab.getByRole("cell", { name: "5", exact: true }).first().isVisible()).toBe(true);
      const widths = await tab.evaluate<[number, number]>("[document.documentElement.scrollWidth, window.innerWidth]");
      expect(widths[0]).toBeLessThanOrEqual(widths[1]);
      expect(troubles).toEqual([]);
      expect(requests).toHaveLength(1);
    } finally {
      await browser.close();
    }
  });
});
