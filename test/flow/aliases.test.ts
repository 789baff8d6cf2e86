/** Other names of things, from the file to the answer: the shipped corpus, the real index, a model over real HTTP. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { type ModelServer, startModelServer } from "../support/model-server.js";
import { sendText } from "../support/model-server-replies.js";
import { createSandbox, environmentOf, type Sandbox } from "./program.js";
import { openShippedApp, type ShippedApp } from "./shipped-app.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Names that nobody uses: without the list, nothing can know them. */
const NICKNAMES = [
  ["小橘灯", "水滴公司"],
  ["栗子之乡", "青龙县", "青龙"],
  ["顺手捐", "公益宝贝"],
];

let shipped: ShippedApp;
let app: App;
let path: string;

beforeAll(async () => {
  shipped = await openShippedApp();
  ({ app } = shipped);
  path = join(shipped.environment.CORPUS_DIR ?? "", "aliases.yaml");
});
afterEach(() => cpSync("corpus/aliases.yaml", path));
afterAll(() => shipped.close());

const ask = async (question: string) => {
  const { kind, text } = await app.answerer.answer({ question });
  return { kind, text };
};

describe("a question that uses another name", () => {
  it.each([
    ["小橘灯的合伙人是谁?", "郭南洋"],
    ["栗子之乡孵化了多少名电商从业者?", "339名"],
    ["顺手捐升级了几次?", "8次"],
    ["顺手捐创立多少年了?", "17年"],
  ])("%s is answered from the next question on, and refused again without the name", async (question, fact) => {
    expect(await ask(question)).toMatchObject({ kind: "refused" });
    app.aliases.save(NICKNAMES);
    expect(await ask(question)).toMatchObject({ kind: "extractive", text: expect.stringContaining(fact) });
    app.aliases.save([]);
    expect(await ask(question)).toMatchObject({ kind: "refused" });
  });

  it.each(["顺手捐有多少员工?", "小橘灯的电话是多少?", "栗子之乡有多少人口?"])(
    "%s is refused when nothing answers it",
    async (question) => {
      app.aliases.save(NICKNAMES);
      expect(await ask(question)).toMatchObject({ kind: "refused" });
    },
  );

  it("is looked up by it, also as a follow-up", async () => {
    app.aliases.save(NICKNAMES);
    const [fact] = await app.lookup.findFacts("顺手捐升级了几次");
    expect(fact?.quote).toContain("8次升级");
    await app.answerer.answer({ question: "壹基金的秘书长是谁?", conversation: "c" });
    const { text } = await app.answerer.answer({ question: "那小橘灯的合伙人呢?", conversation: "c" });
    expect(text).toContain("郭南洋");
  });

  it.each([
    ["世界自闭症日是几月几号?", "4月2日"],
    ["晓更基金会的常务副秘书长是谁?", "梁志图"],
    ["北师大中国公益研究院的理事长是谁?", "王振耀"],
  ])("%s is answered with the shipped file", async (question, fact) => {
    expect(await ask(question)).toMatchObject({ kind: "extractive", text: expect.stringContaining(fact) });
  });
});

describe("the file of aliases", () => {
  it("is taken over when somebody edits it, and kept as it was while it is broken", async () => {
    writeFileSync(path, "- [顺手捐, 公益宝贝]\n");
    expect(await ask("顺手捐升级了几次?")).toMatchObject({ kind: "extractive" });
    writeFileSync(path, "- [顺手捐, 公益宝贝\n- 又一个");
    expect(await ask("顺手捐升级了几次?")).toMatchObject({ kind: "extractive" });
    rmSync(path);
    expect(await ask("顺手捐升级了几次?")).toMatchObject({ kind: "refused" });
  });

  it("keeps its comment when it is saved, and is no reason to index anything", async () => {
    app.aliases.save(NICKNAMES);
    expect(readFileSync(path, "utf8")).toMatch(/^# Names that mean the same[\s\S]+\n- \["小橘灯", "水滴公司"\]\n/u);
    expect(app.aliases.current().groups).toEqual(NICKNAMES);
    const before = (await app.generations.current())?.id;
    await app.ingest();
    expect((await app.generations.current())?.id).toBe(before);
    expect(app.articles.listHeads().map(({ source }) => source)).not.toContain("aliases.yaml");
  });

  it("that is broken stops a start, in words that say where", async () => {
    writeFileSync(path, "顺手捐: 公益宝贝\n");
    const starting = createApp(readConfig(shipped.environment), silent);
    await expect(starting).rejects.toMatchObject({
      code: "ALIASES_INVALID",
      message: expect.stringContaining("aliases.yaml"),
    });
  });
});

describe("a model's statement that uses another name", () => {
  let server: ModelServer;
  let sandbox: Sandbox;
  let withModel: App;

  beforeAll(async () => {
    server = await startModelServer();
    sandbox = createSandbox();
    const endpoint = { OPENAI_API_KEY: "test-key", OPENAI_BASE_URL: server.baseUrl, EMBEDDING_MODEL: "embedded" };
    withModel = await createApp(readConfig(environmentOf(sandbox, endpoint)), silent);
    await withModel.ingest();
  });
  afterAll(async () => {
    await withModel.close();
    await server.close();
    sandbox.remove();
  });

  it.each([
    ["小橘灯副总裁郭南洋出席并致辞。", "郭南洋,壹基金", true],
    ["顺手捐经过8次升级4次进化。", "8次升级", true],
    ["顺手捐经过9次升级4次进化。", "8次升级", false],
    ["小橘灯秘书长李弘出席并致辞。", "郭南洋,壹基金", false],
  ])("%s is checked as if it used the article's", async (claim, part, isTrue) => {
    server.reply("chat", (request, response) => {
      const lines = (request.body.messages ?? []).flatMap(({ content }) => content.split("\n"));
      const number = /^\[\d+\]/u.exec(lines.find((line) => /^\[\d+\]/u.test(line) && line.includes(part)) ?? "")?.[0];
      return sendText([`${claim}${number ?? "[0]"}`])(request, response);
    });
    const isShown = async () => {
      const { kind, text } = await withModel.answerer.answer({ question: "谁出席了发布会?公益宝贝升级了几次?" });
      return kind === "grounded" && text.includes(claim.slice(0, -1));
    };
    withModel.aliases.save([]);
    expect(await isShown()).toBe(false);
    withModel.aliases.save(NICKNAMES);
    expect(await isShown()).toBe(isTrue);
  });
});
