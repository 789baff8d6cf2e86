/** The whole read path with a model over real HTTP, however it behaves: the shipped corpus, the real index and store. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { type Log, STOPPED_BY_ASKER } from "../../src/core/ports.js";
import type { Answer } from "../../src/core/types.js";
import { judgeAnswer, mustBeRefused, readGoldenSet } from "../../src/eval/golden.js";
import { answerWords } from "../../src/i18n/answer-words.js";
import { type ModelReply, type ModelServer, startModelServer } from "../support/model-server.js";
import { dropConnection, hang, sendBody, sendEvents, sendStatus, sendText } from "../support/model-server-replies.js";
import { createSandbox, type Sandbox } from "./program.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const QUESTION = "青龙县累计孵化了多少名电商从业者?";

let server: ModelServer;
let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  server = await startModelServer();
  sandbox = createSandbox();
  const config = readConfig({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: server.baseUrl,
    MODEL_TIMEOUT_MS: "1000",
    DATA_DIR: sandbox.dataDir,
    CORPUS_DIR: sandbox.corpusDir,
  });
  app = await createApp(config, silent);
  await app.ingest();
});
afterEach(() => server.reply("chat"));
afterAll(async () => {
  await app.close();
  await server.close();
  sandbox.remove();
});

const ask = (question = QUESTION) => app.answerer.answer({ question });

/** The number under which the sentence with `part` was shown to the model that is being answered. */
function numberOf(body: { messages?: { content: string }[] }, part: string): string {
  const prompt = (body.messages ?? []).map(({ content }) => content).join("\n");
  const line = prompt.split("\n").find((one) => one.includes(part) && /^\[\d+\]/u.test(one));
  return /^\[\d+\]/u.exec(line ?? "")?.[0] ?? "[0]";
}

/** A model that says this; `{…}` stands for the number of the sentence that holds it. */
function modelSays(template: string, pieceLength = 3): void {
  server.reply("chat", (request, response) => {
    const text = template.replaceAll(/\{([^}]+)\}/gu, (_, part: string) => numberOf(request.body, part));
    const pieces = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_, i) =>
      text.slice(i * pieceLength, (i + 1) * pieceLength),
    );
    return sendText(pieces)(request, response);
  });
}

/** What the model was last sent. */
function lastPrompt(): string {
  return JSON.stringify(server.requests.at(-1)?.body);
}

function expectQuoteInstead(answer: Answer): void {
  expect(answer).toMatchObject({ kind: "extractive", notice: "modelUnavailable" });
  expect(answer.text).toContain("339名");
}

describe("a model that does as it is asked", () => {
  it("is shown numbered sentences, and its numbers are counted anew from 1", async () => {
    modelSays(
      "青龙县累计孵化了339名电商从业者。{339名电商}销售额超500万元。{339名电商}那里的主要产业是板栗。{以河北省青龙县}",
    );
    const answer = await ask();
    expect(answer.kind).toBe("grounded");
    expect(answer.text).toBe("青龙县累计孵化了339名电商从业者。[1]\n销售额超500万元。[1]\n那里的主要产业是板栗。[2]");
    expect(answer.citations.map(({ quote }) => quote.slice(0, 8))).toEqual(["此外,阿里巴巴还", "以河北省青龙县为"]);
    expect(answer.notice).toBeUndefined();
  });

  it("is heard statement by statement, and only what has passed", async () => {
    modelSays("青龙县累计孵化了339名电商从业者。{339名电商}销售额超900万元。{339名电商}销售额超500万元。{339名电商}");
    const partials: string[] = [];
    const answer = await app.answerer.answer({ question: QUESTION, onPartial: (text) => partials.push(text) });
    expect(partials).toEqual([
      "青龙县累计孵化了339名电商从业者。[1]",
      "青龙县累计孵化了339名电商从业者。[1]\n销售额超500万元。[1]",
    ]);
    expect(answer.text).toBe(partials.at(-1));
    expect(answer.notice).toBe("statementsDropped");
  });

  it("answers the shipped questions", async () => {
    const faults = [];
    for (const golden of readGoldenSet("corpus/golden.jsonl")) {
      const fault = judgeAnswer(golden, await ask(golden.question));
      if (fault) faults.push({ id: golden.id, fault, refusable: mustBeRefused(golden) });
    }
    expect(faults.filter(({ refusable }) => !refusable).length).toBeLessThanOrEqual(6);
  });
});

describe("a question in another language", () => {
  it("in Traditional Chinese is asked and answered in it; the quotes stay as they are", async () => {
    modelSays("青龍縣累計孵化了339名電商從業者，銷售額超500萬元。{339名电商}");
    const answer = await ask("青龍縣累計孵化了多少名電商從業者?");
    expect(lastPrompt()).toContain("Write in Traditional Chinese");
    expect(answer).toMatchObject({ kind: "grounded", language: "zh-Hant" });
    expect(answer.text).toBe("青龍縣累計孵化了339名電商從業者，銷售額超500萬元。[1]");
    expect(answer.citations[0]?.quote).toContain("累计孵化339名电商从业者");
  });

  it("in Traditional Chinese is checked as strictly", async () => {
    modelSays("青龍縣累計孵化了393名電商從業者。{339名电商}");
    expect(await ask("青龍縣累計孵化了多少名電商從業者?")).toMatchObject({ kind: "extractive", language: "zh-Hant" });
  });

  it("in English is asked and answered in it, its figures checked", async () => {
    modelSays("Qinglong trained 339 e-commerce workers.{339名电商} Their sales exceeded 9 million yuan.{339名电商}");
    const answer = await ask("How many e-commerce workers were trained in Qinglong county?");
    expect(lastPrompt()).toContain("Write in English");
    expect(answer.language).toBe("en");
    expect(answer.text).not.toContain("9 million");
  });
});

describe("a model that lies", () => {
  it.each([
    ["another figure", "青龙县累计孵化了393名电商从业者。{339名电商}"],
    ["another unit", "青龙县累计孵化了339家电商企业。{339名电商}"],
    ["another magnitude", "销售额超500亿元。{339名电商}"],
    ["something out of nowhere", "今天北京晴转多云,气温20度。{339名电商}"],
  ])("is replaced by a quote, which says so, when it gives %s", async (_, reply) => {
    modelSays(reply);
    const answer = await ask();
    expect(answer).toMatchObject({ kind: "extractive", notice: "statementsDropped" });
    expect(answer.text).toContain("339名");
    expect(answer.text).not.toMatch(/393|亿元|999|晴|answer/u);
  });

  it.each([
    ["a number that was not shown", "青龙县累计孵化了339名电商从业者。[999]"],
    ["no number", "青龙县累计孵化了339名电商从业者。"],
    ["the number of another sentence", "青龙县累计孵化了339名电商从业者。{世界孤独症日}"],
  ])("has a true statement tied to its proof when it gives it %s", async (_, reply) => {
    modelSays(reply);
    const answer = await ask();
    expect(answer.kind).toBe("grounded");
    expect(answer.citations.map(({ quote }) => quote.slice(0, 8))).toEqual(["此外,阿里巴巴还"]);
  });

  it.each([
    ["that there is nothing", "NOT_FOUND"],
    ["a number alone", "[1]"],
    ["nothing but white space and marks", " \n**__** [1]"],
  ])("is not believed when it gives %s", async (_, reply) => {
    modelSays(reply);
    const answer = await ask();
    expect(answer.kind).toBe("refused");
    expect(answer.citations).toEqual([]);
  });

  it.each([
    ["another county", "白沙县累计孵化了多少名电商从业者?", "累计孵化了339名电商从业者。{339名电商}"],
    ["another company", "腾讯在青龙县孵化了多少名电商从业者?", "累计孵化了339名电商从业者。{339名电商}"],
    ["another count", "青龙县有多少人失业?", "339名。{339名电商}"],
    ["a population", "青龙县有多少人口?", "339名电商从业者。{339名电商}"],
    ["another organisation's post", "蓝天基金会的秘书长是谁?", "李弘是秘书长。{壹基金秘书长李弘}"],
    ["another post", "壹基金的会长是谁?", "秘书长是李弘。{壹基金秘书长李弘}"],
    ["another rank", "壹基金的副秘书长是谁?", "秘书长是李弘。{壹基金秘书长李弘}"],
    ["another programme", "星火计划服务了多少个家庭?", "为5.8万个家庭提供了服务。{5.8万个}"],
    ["another day", "“蓝色行动”2024年在哪一天?", "4月2日。{世界孤独症日}"],
  ])(
    "does not answer about %s with what is true of something else, nor show it meanwhile",
    async (_, question, reply) => {
      modelSays(reply);
      const partials: string[] = [];
      const answer = await app.answerer.answer({ question, onPartial: (text) => partials.push(text) });
      expect(answer).toMatchObject({ kind: "refused", citations: [] });
      expect(partials).toEqual([]);
    },
  );

  it("that states another figure and not the one asked for is replaced by a quote", async () => {
    modelSays("销售额超500万元。{339名电商}主要产业是板栗。{以河北省青龙县}");
    expect(await ask()).toMatchObject({ kind: "extractive", notice: "statementsDropped" });
  });

  it.each([
    ["a lead first", QUESTION, "那里的主要产业是板栗。{以河北省青龙县}累计孵化339名电商从业者。{339名电商}"],
    ["other words", "一共带出了几个做电商的?", "累计孵化339名电商从业者。{339名电商}"],
    ["an abbreviation", "壹基金的秘书长是哪位?", "是李弘。{壹基金秘书长李弘}"],
  ])("answers with %s", async (_, question, reply) => {
    modelSays(reply);
    expect(await ask(question)).toMatchObject({ kind: "grounded" });
  });

  it("does not get markup through", async () => {
    modelSays("## 答\n- **青龙县**累计孵化了<b>339名</b>电商从业者。{339名电商}");
    expect((await ask()).text).toBe("青龙县累计孵化了339名电商从业者。[1]");
  });

  it("is not asked about a year that no article names", async () => {
    modelSays("公益宝贝捐了数十亿善款。{数十亿善款}");
    expect((await ask("公益宝贝2031年捐了多少钱?")).kind).toBe("refused");
  });
});

describe("a model that fails", () => {
  it.each([
    ["answers 500 with a page of HTML", () => sendStatus(500, { body: "<html>oops</html>" })],
    ["rejects the key", () => sendStatus(401)],
    ["hangs", () => hang()],
    ["drops the connection", () => dropConnection()],
    ["answers with a page of HTML and 200", () => sendBody("text/html", "<html>welcome</html>")],
    ["sends nothing", () => sendEvents([])],
  ])("is replaced by a quote when it %s", async (_, reply) => {
    server.reply("chat", reply());
    expectQuoteInstead(await ask());
  });

  it("is replaced by a quote when it is cut off after a statement", async () => {
    server.reply("chat", (request, response) => {
      const text = `青龙县累计孵化了339名电商从业者。${numberOf(request.body, "339名电商")}还有`;
      return sendText([text], { finishReason: null })(request, response);
    });
    expectQuoteInstead(await ask());
  });

  it("is not waited for once somebody has had enough", async () => {
    server.reply("chat", hang());
    const answer = await app.answerer.answer({ question: QUESTION, signal: AbortSignal.timeout(100) });
    expectQuoteInstead(answer);
  });
});

describe("an answer that its asker stops", () => {
  const stopped = answerWords("zh").stopped;
  const quoted: ModelReply = (request, response) =>
    sendText([`青龙县累计孵化了339名电商从业者。${numberOf(request.body, "339名电商")} `, "还有"], { ending: "hang" })(
      request,
      response,
    );

  it("is what was verified by then", async () => {
    server.reply("chat", quoted);
    const stop = new AbortController();
    const onPartial = () => stop.abort(STOPPED_BY_ASKER);
    const answer = await app.answerer.answer({ question: QUESTION, signal: stop.signal, onPartial });
    expect(answer).toMatchObject({ kind: "grounded", notice: "stopped" });
    expect(answer.text).toContain("339名");
    expect(answer.citations[0]?.quote).toContain("339名");
  });

  it("is a word and no quote when nothing was verified, and a follow-up does not lean on it", async () => {
    server.reply("chat", hang());
    const conversation = "stopped-chat";
    await app.answerer.answer({ question: "公益宝贝2022年的单笔交易平均捐赠额是多少?", conversation });
    const stop = new AbortController();
    const phases: string[] = [];
    const answering = app.answerer.answer({
      question: QUESTION,
      conversation,
      signal: stop.signal,
      onPhase(phase) {
        phases.push(phase);
        if (phase === "checking") setTimeout(() => stop.abort(STOPPED_BY_ASKER), 50);
      },
    });
    expect(await answering).toMatchObject({ text: stopped, citations: [], notice: "stopped" });
    expect(phases).toEqual(["retrieving", "checking"]);
    server.reply("chat");
    const followUp = await app.answerer.answer({ question: "2019年呢?", conversation });
    expect(followUp.standalone).toContain("公益宝贝2019年");
  });

  it("that was stopped before it began asks no model", async () => {
    const before = server.requests.filter(({ path }) => path.includes("chat")).length;
    const answer = await app.answerer.answer({ question: QUESTION, signal: AbortSignal.abort(STOPPED_BY_ASKER) });
    expect(answer.text).toBe(stopped);
    expect(server.requests.filter(({ path }) => path.includes("chat"))).toHaveLength(before);
  });
});

describe("a conversation with a model", () => {
  it("has follow-ups rewritten, and does not believe what the rewriting adds", async () => {
    const conversation = "model-chat";
    await app.answerer.answer({ question: "公益宝贝2022年的单笔交易平均捐赠额是多少?", conversation });
    server.script("chat", sendText(["水滴公益2018年筹了多少?"]));
    const answer = await app.answerer.answer({ question: "2019年呢?", conversation });
    expect(answer.standalone).toBe("公益宝贝2019年的单笔交易平均捐赠额是多少?");
    expect(answer.text).toContain("4.5分");
  });
});
