import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { reindexWords } from "../../src/i18n/reindex-words.js";
import { sendStatus } from "../support/model-server-replies.js";
import { closeSurroundings, openSurroundings, startProgram } from "./program.js";

// The program with settings that cannot work, and with models that behave badly or write much.

const QUESTION = "青龙县累计孵化了多少名电商从业者?";
const zh = botWords("zh");
const isFinished = ({ text }: { text: string }) => text.includes(zh.sources);

afterAll(closeSurroundings);

describe.concurrent("a start that cannot work", () => {
  it("with a token that Telegram does not know says so and exits 1", async () => {
    const { telegram, dataDir } = await openSurroundings();
    const token = "7000000002:AAE-another-token-0123456789abcdefghij";
    const program = startProgram({
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATA_DIR: dataDir,
      CORPUS_DIR: "corpus",
    });
    expect((await program.exited).code).toBe(1);
    expect(program.stderr()).toContain("BOT_TOKEN");
    expect(program.stderr()).not.toContain(token.slice(11));
  });

  it("with variables that cannot be used names them all before anything is done, and does not repeat them", async () => {
    const { dataDir } = await openSurroundings();
    const program = startProgram({
      BOT_TOKEN: "my secret",
      TELEGRAM_API_ROOT: "nowhere",
      DATA_DIR: join(dataDir, "new"),
    });
    expect((await program.exited).code).toBe(1);
    for (const name of ["BOT_TOKEN", "TELEGRAM_API_ROOT"]) expect(program.stderr()).toContain(name);
    expect(program.stderr()).not.toContain("my secret");
  });
});

describe.concurrent("an admin", () => {
  it("adds an article to the folder and re-indexes from the chat; nobody else can", async () => {
    const { telegram, dataDir, start } = await openSurroundings();
    const corpus = join(dataDir, "corpus");
    cpSync("corpus", corpus, { recursive: true });
    const program = await start({ CORPUS_DIR: corpus, ADMIN_IDS: "1001", WATCH_CORPUS: "off" });
    const tea = "2018年,云溪县累计种茶3.2万亩。";
    writeFileSync(join(corpus, "tea.md"), `---\ntitle: 云溪县种茶记\nauthor: 陆一鸣\n---\n${tea}\n`);
    telegram.say("/reindex", { userId: 1002 });
    await telegram.waitForMessage(1002, ({ text }) => text === zh.unknownCommand);
    telegram.say("云溪县累计种茶多少亩?", { userId: 1003 });
    await telegram.waitForMessage(1003, ({ text }) => !text.includes("3.2万亩"));
    telegram.say("/reindex");
    const done = await telegram.waitForMessage(1001, ({ text }) => text.startsWith(reindexWords("zh").swapped));
    expect(done.text).toContain("新增 1 篇");
    expect(done.text).toContain("原来答对 42/42");
    telegram.say("云溪县累计种茶多少亩?", { userId: 1004 });
    expect((await telegram.waitForMessage(1004)).text).toContain(tea);
    expect(program.isRunning()).toBe(true);
  });
});

describe.concurrent("a model behind the bot", () => {
  it("that fails gives way to a quote that says so; neither its error nor a key is seen anywhere", async () => {
    const { telegram, model, withModel, start } = await openSurroundings();
    model.reply("chat", sendStatus(500, { body: '{"error":{"message":"secret detail"}}' }));
    const program = await start(withModel);
    telegram.say(QUESTION);
    const reply = await telegram.waitForMessage(1001, isFinished);
    expect(reply.text).toContain("339名");
    expect(reply.text).toContain("模型暂时不可用");
    expect(reply.text).not.toContain("secret");
    for (const secret of [withModel.OPENAI_API_KEY ?? "", telegram.token.slice(11), QUESTION]) {
      expect(program.stderr()).not.toContain(secret);
    }
  });

  it("that writes much is split into messages between sentences, nothing lost, each within the limit", async () => {
    const written: string[] = [];
    const { telegram, dataDir, withModel, start } = await openSurroundings({
      answer(messages) {
        const passages = /<passages>([\s\S]*)<\/passages>/u.exec(messages.at(-1)?.content ?? "")?.[1] ?? "";
        // Word for word, so that every statement passes its check.
        for (const [, number, text] of passages.matchAll(/^(\[\d+\]) (.+)$/gmu)) written.push(`${text}${number}`);
        return written.join(" ");
      },
    });
    const corpus = join(dataDir, "corpus");
    mkdirSync(corpus);
    const sentences = Array.from(
      { length: 9 },
      (_, i) => `茶园第${i + 1}区的记录写着${"山坡上的茶树与溪水&石桥,".repeat(45)}共${i + 11}亩。`,
    );
    writeFileSync(join(corpus, "tea.md"), `---\ntitle: 云溪茶园\nlanguage: zh\n---\n${sentences.join("\n\n")}\n`);
    await start({ ...withModel, CORPUS_DIR: corpus });
    telegram.say("茶园各区的记录写着什么?");
    await telegram.waitForMessage(1001, isFinished);
    await telegram.idle(300);
    const messages = telegram.botMessagesIn(1001);
    expect(messages.length).toBeGreaterThan(1);
    for (const { text } of messages) expect(text.length).toBeLessThanOrEqual(4096);
    expect(written.length).toBeGreaterThan(4);
    for (const statement of written) {
      const sentence = statement.replace(/\[\d+\]$/, "");
      expect(sentences).toContain(sentence);
      expect(messages.some(({ text }) => text.includes(sentence))).toBe(true);
    }
    expect(telegram.journal.filter(({ error }) => error)).toEqual([]);
  });
});
