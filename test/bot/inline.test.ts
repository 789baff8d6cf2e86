import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { factWords } from "../../src/i18n/fact-words.js";
import { articleWith } from "../support/bot-rig.js";
import { until } from "./program.js";
import { fact, findKnownFacts, QUOTE, start } from "./scripted-facts.js";
import { closeBots, createGate, prepareBot } from "./starting.js";

afterAll(closeBots);

const zh = factWords("zh");
const TOO_OLD = {
  status: 400,
  description: "Bad Request: query is too old and response timeout expired or query ID is invalid",
};
const TOO_MANY = { status: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 };

describe.concurrent("inline mode", () => {
  it("offers ten facts, each to be sent with its source and a button to its evidence", async () => {
    const { telegram } = await start();
    const { results, ...rest } = await telegram.inline("青龙县").answer();
    expect(rest).toEqual({ cacheTime: 60, isPersonal: true, nextOffset: "" });
    expect(results).toHaveLength(10);
    const [first] = results;
    expect(first).toMatchObject({ title: QUOTE, description: "《商业向善》 皮磊 · 文中日期：2月22日" });
    expect(first?.text).toBe(`${QUOTE}\n\n《商业向善》 皮磊 · 文中日期：2月22日`);
    expect(first?.entities).toMatchObject([{ type: "bold", offset: 4, length: 4 }]);
    expect(first?.buttons).toEqual([
      { text: zh.seeEvidence, url: `https://t.me/${telegram.bot.username}?start=e_${first?.id}` },
    ]);
  });

  it("gives a fact the same id again, also after a restart", async () => {
    const rig = await start();
    const ids = async () => (await rig.telegram.inline("青龙县").answer()).results.map(({ id }) => id);
    const before = await ids();
    await rig.stop();
    await rig.start();
    expect(await ids()).toEqual(before);
  });

  it("offers the newest articles for nothing typed yet, and says so when there is none", async () => {
    const article = {
      ...articleWith("a1", "商业向善"),
      text: "小标题\n2月23日举办。",
      sentences: [
        { ordinal: 0, start: 0, end: 3, kind: "caption" as const, paragraph: 0 },
        { ordinal: 1, start: 4, end: 12, kind: "body" as const, paragraph: 1 },
      ],
    };
    const { telegram } = await start({ articles: [article, articleWith("a2", "没有句子")] });
    const { results, cacheTime } = await telegram.inline("  ").answer();
    expect(results).toMatchObject([{ title: "商业向善", description: "皮磊 · 文中日期：2月22日 2月23日举办。" }]);
    expect(results[0]?.text).toBe("2月23日举办。\n\n《商业向善》 皮磊 · 文中日期：2月22日");
    expect(cacheTime).toBe(60);
    const empty = await start({ articles: [] });
    expect((await empty.telegram.inline("").answer()).results).toMatchObject([{ id: "empty", title: zh.noArticles }]);
  });

  it("says with one result that nothing is known, in the person's language, for a few seconds", async () => {
    const { telegram } = await start();
    const { results, cacheTime } = await telegram.inline("未知", { languageCode: "zh-tw" }).answer();
    expect(results).toMatchObject([{ title: "沒有找到", text: "收錄的報道沒有提到“未知”。", buttons: [] }]);
    expect(cacheTime).toBe(10);
  });

  it.each([
    "未知<b>&\"'",
    `未知${"😀".repeat(254)}`,
    "未知\u0000\u0007",
    "未知\ud83d",
    "未知\u202e倒",
    "\u0000",
    "<i>",
    "'; DROP TABLE answers; --",
  ])("answers %j without a refusal by Telegram", async (query) => {
    const { telegram } = await start();
    expect((await telegram.inline(query).answer()).results.length).toBeGreaterThan(0);
    expect(telegram.calls("answerInlineQuery").filter(({ error }) => error)).toEqual([]);
  });
});

describe.concurrent("an inline query that cannot be answered", () => {
  it("because it is too old is left, without an error or a second attempt", async () => {
    const rig = await start();
    rig.telegram.fail("answerInlineQuery", TOO_OLD);
    rig.telegram.inline("青龙县");
    await rig.telegram.waitFor("answerInlineQuery");
    await rig.telegram.inline("青龙").answer();
    expect(rig.telegram.calls("answerInlineQuery")).toHaveLength(2);
    expect(rig.logged.filter(({ level }) => level === "warn" || level === "error")).toEqual([]);
  });

  it("because the bot was down is no matter either", async () => {
    const rig = await prepareBot({ facts: findKnownFacts });
    const { telegram } = rig;
    telegram.inline("青龙县");
    telegram.expireQueries();
    telegram.say("/fact 青龙县");
    await rig.start();
    await telegram.waitForMessage(1001);
    await telegram.allConfirmed();
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it.each([
    [
      "a dropped connection",
      (telegram: Awaited<ReturnType<typeof start>>["telegram"]) => telegram.drop("answerInlineQuery", "before"),
    ],
    [
      "a proxy's error page",
      (telegram: Awaited<ReturnType<typeof start>>["telegram"]) => telegram.html502("answerInlineQuery"),
    ],
    [
      "429 for a second",
      (telegram: Awaited<ReturnType<typeof start>>["telegram"]) => telegram.fail("answerInlineQuery", TOO_MANY),
    ],
  ])("because of %s is tried once more", async (_name, fault) => {
    const { telegram } = await start();
    fault(telegram);
    expect((await telegram.inline("青龙县").answer()).results).toHaveLength(10);
  });

  it("although it may have been, by a connection dropped afterwards, is no error", async () => {
    const rig = await start();
    rig.telegram.drop("answerInlineQuery", "after");
    await rig.telegram.inline("青龙县").answer();
    await rig.telegram.idle(250);
    expect(rig.telegram.calls("answerInlineQuery")).toHaveLength(2);
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("because Telegram wants a long pause is given up, and the next one is not", async () => {
    const { telegram } = await start();
    telegram.fail("answerInlineQuery", { ...TOO_MANY, retryAfter: 30 });
    telegram.inline("青龙");
    await telegram.waitFor("answerInlineQuery");
    expect((await telegram.inline("青龙县").answer()).results).toHaveLength(10);
  });

  it("because looking up fails is logged, and the bot goes on", async () => {
    const rig = await start({ facts: () => Promise.reject(new Error("broken")) });
    rig.telegram.inline("青龙县");
    rig.telegram.say("/fact 青龙县");
    expect((await rig.telegram.waitForMessage(1001)).text).toBe(botWords("zh").failed);
    await rig.telegram.inline("").answer();
    expect(rig.logged.filter(({ level }) => level === "error")).toHaveLength(2);
  });
});

describe.concurrent("inline queries of one person", () => {
  it("do not wait for a question, and only the newest that waits is answered", async () => {
    const gate = createGate();
    const typed = createGate();
    const looked: string[] = [];
    const { telegram } = await start({
      script: () => gate.opened.then(() => Promise.reject(new Error("never shown"))),
      async facts(query) {
        looked.push(query);
        await typed.opened;
        return [fact(1)];
      },
    });
    telegram.say("慢?");
    await telegram.waitFor("sendChatAction");
    telegram.inline("青");
    await until(() => looked.length === 1, "the first query");
    const skipped = ["青龙", "青龙县", "青龙县电"].map((query) => telegram.inline(query));
    const newest = telegram.inline("青龙县电商");
    await telegram.allConfirmed();
    typed.open();
    expect((await newest.answer()).results).toHaveLength(1);
    expect(looked).toEqual(["青", "青龙县电商"]);
    const answered = telegram.calls("answerInlineQuery").map(({ params }) => params.inline_query_id);
    for (const { queryId } of skipped) expect(answered).not.toContain(queryId);
    gate.open();
  });

  it("are answered once when an update comes twice", async () => {
    const { telegram } = await start();
    const typed = telegram.inline("青龙县");
    const { updateId, queryId } = typed;
    await typed.answer();
    telegram.raw({
      update_id: updateId,
      inline_query: { id: queryId, from: { id: 1001 }, query: "青龙县", offset: "" },
    });
    await telegram.inline("其他").answer();
    expect(telegram.calls("answerInlineQuery")).toHaveLength(2);
  });
});
