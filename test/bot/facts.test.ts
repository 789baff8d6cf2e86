import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { factWords } from "../../src/i18n/fact-words.js";
import { QUOTE, start } from "./scripted-facts.js";
import { closeBots } from "./starting.js";

afterAll(closeBots);

const zh = factWords("zh");

describe.concurrent("/fact", () => {
  it("lists five facts with bold figures and their source in a private chat, and writes no turn", async () => {
    const { telegram, asked } = await start();
    telegram.say("/fact 青龙县");
    const { text, entities } = await telegram.waitForMessage(1001);
    expect(text.split("\n").slice(0, 5)).toEqual([1, 2, 3, 4, 5].map((n) => `${QUOTE}[${n}]`));
    expect(text).toContain("[1][2][3][4][5] 《商业向善》 皮磊");
    expect(
      entities
        .filter(({ type }) => type === "bold")
        .slice(0, 5)
        .map(({ offset, length }) => text.slice(offset, offset + length)),
    ).toEqual(Array(5).fill("339名"));
    expect(asked).toEqual([]);
  });

  it("says that a name is unknown, in the person's language and without any source", async () => {
    const { telegram } = await start();
    telegram.say("/fact 未知<b>&");
    telegram.say("/fact 未知", { userId: 1002, languageCode: "en" });
    expect((await telegram.waitForMessage(1001)).text).toBe(zh.unknown("未知<b>&"));
    expect((await telegram.waitForMessage(1002)).text).toBe(factWords("en").unknown("未知"));
  });

  it("without words explains itself, and takes the words of the message it replies to", async () => {
    const { telegram } = await start();
    telegram.say("/fact");
    const { message_id } = await telegram.waitForMessage(1001, ({ text }) => text === zh.askForWords);
    telegram.say("/fact", { replyTo: message_id });
    const { message } = telegram.say("青龙县", { chatId: -5 });
    telegram.say(`/fact@${telegram.bot.username}`, { chatId: -5, replyTo: message.message_id });
    expect((await telegram.waitForMessage(-5)).text).toContain(`${QUOTE}[3]`);
    expect((await telegram.waitForMessage(-5)).text).not.toContain("[4]");
    telegram.say(`/fact ${"长".repeat(257)}`, { userId: 1003 });
    expect((await telegram.waitForMessage(1003)).text).toBe(botWords("zh").tooLong(256));
  });

  it("is found in the menu, and answers once when it is handled again after a crash", async () => {
    const rig = await start();
    const { telegram } = rig;
    await telegram.waitFor("setMyCommands", ({ params }) => JSON.stringify(params.commands).includes('"fact"'));
    telegram.hang("sendMessage", { when: "after" });
    telegram.say("/fact 青龙县");
    await telegram.waitFor("sendMessage");
    rig.crash();
    await rig.start();
    await telegram.idle(150);
    expect(telegram.botMessagesIn(1001).filter(({ text }) => text.includes("339名"))).toHaveLength(1);
  });
});
