/** The commands, end to end: real files, the real index, real processes. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createSqliteArticleStore } from "../../src/store/sqlite/articles.js";
import { openDatabase } from "../../src/store/sqlite/database.js";
import { currentArticles } from "../support/current-articles.js";
import { createSandbox, environmentOf, runProgram, type Sandbox } from "./program.js";
import { useSmallSet } from "./small-set.js";

interface AnswerJson {
  question: string;
  kind: string;
  text: string;
  citations: {
    n: number;
    articleId: string;
    title: string;
    author: string;
    source: string;
    quote: string;
    start: number;
    end: number;
  }[];
  timings: { retrieveMs: number; totalMs: number };
}

let sandbox: Sandbox;
beforeAll(() => {
  sandbox = createSandbox();
  useSmallSet(sandbox);
});
afterAll(() => sandbox.remove());

const run = (script: string, args: string[], input = "", changes = {}) =>
  runProgram(`scripts/${script}.js`, args, environmentOf(sandbox, changes), input);
const parseLines = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as AnswerJson);

describe("ask", () => {
  it("answers one question in words, with its source", async () => {
    const { code, stdout } = await run("ask", ["青龙县累计孵化了多少名电商从业者?"]);
    expect(code).toBe(0);
    expect(stdout).toContain("339名电商从业者");
    expect(stdout).toContain("清华大学发布阿里巴巴乡村振兴模式研究报告");
  });

  it("answers a line with a line of JSON, whose quotes are the stored text; hostile lines and logs do no harm", async () => {
    const asked = ["世界孤独症日是哪一天?", "", "阿里巴巴的股价是多少?", "你好"];
    const hostile = ['"]}\u0000', "?".repeat(5000), "'; DROP TABLE articles; --", "公益".repeat(3000), "😀"];
    const { code, stdout } = await run("ask", ["--json"], [...asked, ...hostile].join("\n"), { LOG_LEVEL: "trace" });
    expect(code).toBe(0);
    const answers = parseLines(stdout);
    expect(answers).toHaveLength(3 + hostile.length);
    expect(answers.slice(0, 3).map(({ kind }) => kind)).toEqual(["extractive", "refused", "smalltalk"]);
    expect(answers[1]).toMatchObject({ citations: [], question: "阿里巴巴的股价是多少?" });
    const [first] = answers;
    expect(first?.text).toContain("4月2日");
    const connection = openDatabase(sandbox.dataDir);
    const articles = currentArticles(createSqliteArticleStore(connection));
    connection.close();
    for (const { articleId, quote, start, end } of first?.citations ?? []) {
      expect(articles.find(({ id }) => id === articleId)?.text.slice(start, end)).toBe(quote);
    }
  });

  it("resolves follow-ups with --chat only", async () => {
    const questions = "心智障碍者家庭支持计划覆盖了多少个市县?\n它是哪年发起的?\n";
    const chat = parseLines((await run("ask", ["--json", "--chat"], questions)).stdout);
    expect(chat[1]?.text).toContain("2019年");
  });

  it("names every bad variable and starts nothing", async () => {
    const { code, stdout, stderr } = await run("ask", ["好"], "", { LOG_LEVEL: "loud", TELEGRAM_API_ROOT: "nowhere" });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/TELEGRAM_API_ROOT[\s\S]*LOG_LEVEL/u);
  });
});

describe("index", { timeout: 90_000 }, () => {
  const index = async (...args: string[]) =>
    JSON.parse((await run("index", ["--json", ...args])).stdout) as Record<string, number | string>;

  it("does nothing the second time, and says what a dry run would do", async () => {
    const again = await index();
    expect(again).toMatchObject({ added: 0, updated: 0, removed: 0, unchanged: 3, articles: 3, embedded: 0 });
    const file = join(sandbox.corpusDir, "新项目.md");
    writeFileSync(file, "---\ntitle: 云溪县茶园项目\nauthor: 陆一鸣\n---\n云溪县茶园项目带动了612户茶农。\n");
    expect(await index("--dry-run")).toMatchObject({ added: 1 });
    expect(await index()).toMatchObject({ added: 1, articles: 4, embedded: 1 });
    expect((await run("ask", ["云溪县茶园项目带动了多少户茶农?"])).stdout).toContain("612户");
    rmSync(file);
    expect(await index()).toMatchObject({ removed: 1, articles: 3, embedded: 0 });
  });

  it("embeds only the chunks that hold a changed sentence", async () => {
    const file = join(sandbox.corpusDir, "000_d37ea6d2383917c8.txt");
    const original = readFileSync(file, "utf8");
    writeFileSync(file, original.replace("销售额超500万元。", "销售额超500万元,带动了周边三个乡镇的就业。"));
    const report = await index();
    expect(report).toMatchObject({ updated: 1, unchanged: 2 });
    expect(report.embedded).toBeLessThanOrEqual(2);
    writeFileSync(file, original);
    expect(await index()).toMatchObject({ updated: 1, embedded: 0 });
  });

  it("reports a file that is no text and keeps the rest", async () => {
    const file = join(sandbox.corpusDir, "picture.txt");
    writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]));
    const { code, stdout, stderr } = await run("index", ["--json"]);
    rmSync(file);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ articles: 3 });
    expect(stderr).toContain("picture.txt");
  });
});

describe("eval", () => {
  it("answers the shipped question set", async () => {
    const { stdout } = await run("eval", ["--set", "corpus/golden.jsonl", "--json"]);
    const summary = JSON.parse(stdout) as { right: number; answerable: number; refused: number; refusable: number };
    expect(summary).toMatchObject({ answerable: 36, refusable: 6, refused: 6 });
    expect(summary.right).toBeGreaterThanOrEqual(33);
  });
});

describe("start without a token", () => {
  it("is a chat that ends with its input", async () => {
    const { code, stdout } = await runProgram(
      "src/main.js",
      [],
      environmentOf(sandbox),
      "青龙县的主要产业是什么?\n谢谢\n",
    );
    expect(code).toBe(0);
    expect(stdout).toContain("板栗");
    expect(stdout).toContain("不客气");
  });

  it("works on an empty corpus and says so", async () => {
    const empty = createSandbox(false);
    const { mkdirSync } = await import("node:fs");
    mkdirSync(empty.corpusDir);
    const { code, stdout } = await runProgram("src/main.js", [], environmentOf(empty), "有什么?\n");
    empty.remove();
    expect(code).toBe(0);
    expect(stdout).toContain("还没有可以查询的文章");
  });
});

describe("eval:retrieval and eval:facts", () => {
  const file = (name: string, ...lines: object[]) => {
    const path = join(sandbox.corpusDir, "..", name);
    writeFileSync(path, lines.map((line) => JSON.stringify(line)).join("\n"));
    return path;
  };
  const tea = {
    id: "p1",
    doc_id: "d1",
    title: "茶园",
    text: "云溪县2018年累计种茶超3.2万亩。合作社带动了近600户茶农。",
  };
  const school = { id: "p2", doc_id: "d2", title: "夜校", text: "青禾县的夜校有学员260名。夜校由退休教师沈月华发起。" };
  const query = { id: "q1", text: "云溪县种了多少亩茶?", positives: ["p1"], answers: ["3.2万亩"] };

  it("find the passage and its sentence, and refuse when the passage is taken away", async () => {
    const args = ["--passages", file("p.jsonl", tea, school), "--queries", file("q.jsonl", query), "--json"];
    const retrieval = await run("eval-retrieval", args);
    expect(JSON.parse(retrieval.stdout)).toMatchObject({ n: 1, "recall@1": 1, "mrr@10": 1, chunks: 2 });
    const facts = await run("eval-facts", args);
    expect(JSON.parse(facts.stdout)).toMatchObject({ n: 1, "hit@1": 1, answered: 1, answeredWithoutPassages: 0 });
  });

  it("name a set that cannot be read in one line", async () => {
    const bad = file("bad.jsonl", { id: "p1" });
    const args = ["--passages", bad, "--queries", file("q.jsonl", query)];
    const { code, stdout, stderr } = await run("eval-retrieval", args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trim().split("\n")).toEqual([expect.stringContaining("bad.jsonl, line 1")]);
  });
});
