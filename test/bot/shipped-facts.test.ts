import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { factWords } from "../../src/i18n/fact-words.js";
import { reindexWords } from "../../src/i18n/reindex-words.js";
import { closeSurroundings, openSurroundings } from "./program.js";

// /fact and inline mode of the real program over the shipped articles; with a model at hand that must not be asked.

afterAll(closeSurroundings);

const zh = factWords("zh");

describe.concurrent("the program", () => {
  it("offers facts of the shipped articles to be sent, the same after a kill, and asks no model", async () => {
    const { telegram, model, withModel, start } = await openSurroundings();
    const program = await start(withModel);
    const { results } = await telegram.inline("青龙县").answer();
    const found = results.find(({ text }) => text.includes("339名"));
    expect(found?.title).toContain("339名");
    expect(found?.description).toBe(
      "《探索推动乡村振兴 清华大学发布阿里巴巴乡村振兴模式研究报告》 皮磊 · 文中日期：2月22日",
    );
    expect(found?.entities.map(({ offset, length }) => found.text.slice(offset, offset + length))).toEqual([
      "339名",
      "500万元",
    ]);
    const year = await telegram.inline("公益宝贝 2022").answer();
    expect(year.results[0]?.text).toContain("2022年的5.3分");
    expect((await telegram.inline("埃菲尔铁塔").answer()).results).toMatchObject([
      { id: "unknown", title: zh.unknownTitle, text: zh.unknown("埃菲尔铁塔") },
    ]);
    expect((await telegram.inline("").answer()).results).toHaveLength(3);

    program.kill("SIGKILL");
    await program.exited;
    await start(withModel);
    expect((await telegram.inline("青龙县").answer()).results).toEqual(results);
    telegram.say("/fact 冯凌");
    const { text } = await telegram.waitForMessage(1001);
    expect(text).toContain("华民慈善基金会副秘书长冯凌");
    expect(text).toContain(botWords("zh").sources);
    expect(model.requests).toEqual([]);
    expect(telegram.calls("answerInlineQuery").filter(({ error }) => error)).toEqual([]);
  });

  it("asks no endpoint for vectors either", async () => {
    const { telegram, model, withModel, start } = await openSurroundings();
    await start({ ...withModel, EMBEDDING_MODEL: "text-embedding-3-small" });
    const indexed = model.requests.length;
    expect(indexed).toBeGreaterThan(0);
    expect((await telegram.inline("青龙县").answer()).results.map(({ text }) => text).join()).toContain("339名");
    telegram.say("/fact 冯凌");
    await telegram.waitForMessage(1001, ({ text }) => text.includes("冯凌"));
    expect(model.requests).toHaveLength(indexed);
  });

  it("knows what re-indexing has brought with the next query", async () => {
    const { telegram, dataDir, start } = await openSurroundings();
    const corpus = join(dataDir, "corpus");
    cpSync("corpus", corpus, { recursive: true });
    await start({ CORPUS_DIR: corpus, ADMIN_IDS: "1001" });
    const ask = async (query: string) => (await telegram.inline(query).answer()).results;
    expect(await ask("云溪县")).toMatchObject([{ id: "unknown" }]);
    const tea =
      "---\ntitle: 云溪县种茶记\nauthor: 陆一鸣\npublished: 2026-01-02\n---\n2018年,云溪县累计种茶3.2万亩。\n";
    writeFileSync(join(corpus, "tea.md"), tea);
    telegram.say("/reindex");
    // The watch over the folder may have been quicker.
    const words = reindexWords("zh");
    const isDone = ({ text }: { text: string }) => text.startsWith(words.swapped) || text === words.same(4);
    await telegram.waitForMessage(1001, isDone, 30_000);
    const sent = "2018年,云溪县累计种茶3.2万亩。\n\n《云溪县种茶记》 陆一鸣 · 2026-01-02";
    expect(await ask("云溪县")).toMatchObject([{ text: sent }]);
    expect((await ask("")).map(({ title }) => title)).toContain("云溪县种茶记");
  });
});
