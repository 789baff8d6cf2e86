import { afterEach, describe, expect, it } from "vitest";
import { privacyWords } from "../../src/i18n/privacy-words.js";
import { databasePath } from "../../src/store/sqlite/database.js";
import { openFile } from "../../src/store/sqlite/open-file.js";
import { answerWith, type BotRig } from "../support/bot-rig.js";
import { closeSurroundings, openSurroundings } from "./program.js";
import { closeBots, startBot } from "./starting.js";

afterEach(closeBots);

const GROUP = -1_001_000_000_001;
const zh = privacyWords("zh");

/** Asks in the private chat of `userId` and waits for the answer. */
async function ask({ telegram }: BotRig, question: string, userId = 1001): Promise<void> {
  telegram.say(question, { userId });
  await telegram.waitForMessage(userId, ({ text }) => text.includes(`答:${question}`));
}

/** The file that /export sends, parsed. */
async function exported({ telegram }: BotRig, userId = 1001): Promise<Record<string, unknown[]>> {
  telegram.say("/export", { userId });
  const message = await telegram.waitForMessage(userId, ({ content }) => "document" in content);
  const { file_id } = message.content.document as { file_id: string };
  const text = telegram.fileContent(file_id).toString("utf8");
  telegram.remove(userId, message.message_id);
  return JSON.parse(text) as Record<string, unknown[]>;
}

describe("privacy", () => {
  it("/privacy says what is stored and for how long, in the person's language", async () => {
    const { telegram } = await startBot({ bot: { retentionDays: 12, usesModel: true } });
    telegram.say("/privacy");
    expect((await telegram.waitForMessage(1001)).text).toBe(zh.privacy(12, true));
    telegram.say("/privacy", { userId: 7, languageCode: "en" });
    expect((await telegram.waitForMessage(7)).text).toBe(privacyWords("en").privacy(12, true));
  });

  it("/export sends all that is stored about a person as a file, and nothing about anybody else", async () => {
    const rig = await startBot();
    await ask(rig, "我的问题?");
    await ask(rig, "别人的问题?", 2002);
    const data = await exported(rig);
    expect(data.questions).toMatchObject([{ question: "我的问题?", answer: "答:我的问题?" }]);
    expect(JSON.stringify(data)).not.toContain("别人");
    expect(data.questions).toMatchObject([{ at: expect.stringMatching(/^20\d\d-\d\d-\d\dT/) }]);
  });

  it("/forget asks once more, then deletes; others keep theirs", async () => {
    const rig = await startBot();
    const { telegram } = rig;
    await ask(rig, "我的问题?");
    await ask(rig, "别人的问题?", 2002);
    telegram.say("/forget");
    const question = await telegram.waitForMessage(1001, ({ text }) => text === zh.confirm);
    telegram.press(question, zh.keepButton);
    await telegram.waitForMessage(1001, ({ text }) => text === zh.kept);
    expect((await exported(rig)).questions).toHaveLength(1);

    telegram.say("/forget");
    telegram.press(await telegram.waitForMessage(1001, ({ text }) => text === zh.confirm), zh.confirmButton);
    await telegram.waitForMessage(1001, ({ text }) => text === zh.forgotten);
    expect(await exported(rig)).toEqual({ questions: [], turns: [], votes: [], wishes: [], requests: [] });
    expect((await exported(rig, 2002)).questions).toHaveLength(1);
  });

  it("forged buttons delete nothing", async () => {
    const rig = await startBot();
    const { telegram } = rig;
    await ask(rig, "我的问题?");
    const [message] = telegram.botMessagesIn(1001);
    if (!message) throw new Error("no answer");
    for (const data of ["x:YES", "x:yes!", "x:", "x:1"]) telegram.press(message, { data });
    // Somebody else's confirmation is about that person.
    telegram.say("/forget", { userId: 2002 });
    telegram.press(await telegram.waitForMessage(2002), zh.confirmButton);
    await telegram.waitForMessage(2002, ({ text }) => text === zh.forgotten);
    expect((await exported(rig)).questions).toHaveLength(1);
  });

  it("says nothing about a person in a group", async () => {
    const { telegram } = await startBot();
    for (const command of ["/export", "/forget"]) {
      const said = telegram.say(command, { chatId: GROUP });
      const reply = await telegram.waitForMessage(
        GROUP,
        ({ reply_to_message_id }) => reply_to_message_id === said.message.message_id,
      );
      expect(reply.text).toBe(zh.privateOnly);
    }
  });

  it("forgets questions when their time is over", async () => {
    const rig = await startBot();
    await ask(rig, "很久以前的问题?");
    await rig.stop();
    await rig.start({ retentionDays: 0 });
    expect((await exported(rig)).questions).toEqual([]);
  });
});

it("no table names a person by a Telegram id, in a private chat or a group", { timeout: 60_000 }, async () => {
  const { telegram, start, dataDir } = await openSurroundings();
  const program = await start();
  const person = 903_316_871;
  telegram.say("青龙县累计孵化了多少名电商从业者?", { userId: person });
  telegram.say("/ask 王振耀是谁?", { userId: person, chatId: GROUP, threadId: 7 });
  await telegram.waitForMessage(person, ({ text }) => text.includes("339名"));
  await telegram.waitForMessage(GROUP, ({ reply_markup }) => reply_markup !== undefined);
  program.kill("SIGTERM");
  await program.exited;
  const database = openFile(databasePath(dataDir), 0);
  const tables = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const stored = JSON.stringify(tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all()));
  const turns = database.prepare<[], number>("SELECT count(*) FROM turns").pluck().get();
  database.close();
  await closeSurroundings();
  expect(turns).toBe(2);
  expect(stored).toContain("王振耀是谁?");
  expect(stored).not.toContain(String(person));
  expect(stored).not.toContain(String(GROUP));
});

describe("the language of the interface", () => {
  it("is chosen by button, kept over a restart, and given back to Telegram", async () => {
    const rig = await startBot();
    const { telegram } = rig;
    telegram.say("/lang");
    const choice = await telegram.waitForMessage(1001, ({ text }) => text === zh.chooseLanguage);
    telegram.press(choice, "繁體中文");
    await telegram.waitForMessage(1001, ({ text }) => text === "好的，以後用繁體中文。");
    await rig.stop();
    await rig.start();
    telegram.say("/lang");
    const again = await telegram.waitForMessage(1001, ({ text }) => text === privacyWords("zh-Hant").chooseLanguage);
    telegram.press(again, "English");
    await telegram.waitForMessage(1001, ({ text }) => text === privacyWords("en").languageSet);
    telegram.press(again, { data: "l:telegram" });
    await telegram.waitForMessage(1001, ({ text }) => text === zh.languageSet);
  });

  it("is known for questions that have none of their own", async () => {
    const rig = await startBot({ script: ({ question, language }) => answerWith(`答:${question} ${language}`) });
    rig.telegram.say("2022?", { languageCode: "zh-hant" });
    await rig.telegram.waitForMessage(1001, ({ text }) => text.includes("zh-Hant"));
  });
});
