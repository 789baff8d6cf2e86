import { afterAll, describe, expect, it } from "vitest";
import { privacyWords } from "../../src/i18n/privacy-words.js";
import { ask, citations, idOf, nextAfter, startAnswering } from "./answers-with-evidence.js";
import { closeBots } from "./starting.js";

// Anybody in a group can send any data for any message there: a message that has no such button must stay as it is.

afterAll(closeBots);

const GROUP = -1_001_000_000_001;
const zh = privacyWords("zh");

describe.concurrent("in a group", () => {
  it("data that a message has no button for neither changes nor deletes it", async () => {
    const rig = await startAnswering();
    const { telegram } = rig;
    const answer = await ask(rig, GROUP);
    telegram.press(answer, "出处 1");
    const card = await nextAfter(rig, answer);
    const before = telegram.botMessagesIn(GROUP);
    const id = idOf(answer);
    const forged = [`a:${id}:1:c`, `a:${id}:1:b`, `a:${id}:2:p`, `a:${id}:1:t`, "l:en", "s:0", "x:no", "x:yes"];
    for (const data of forged) telegram.press(answer, { data }, { userId: 666 });
    // The card has a close button, but not that of another source.
    telegram.press(card, { data: `a:${id}:${citations.length}:c` }, { userId: 666 });
    await telegram.allConfirmed();
    await telegram.idle(100);
    expect(telegram.botMessagesIn(GROUP)).toEqual(before);
    expect(telegram.calls("deleteMessage")).toEqual([]);
    // The same data from the right messages works.
    telegram.press(card, "关闭", { userId: 2002 });
    await telegram.waitFor("deleteMessage");
    expect(telegram.botMessagesIn(GROUP)).toEqual([answer]);
  });

  it("a tap on a card that is gone by now is no error, and says nothing", async () => {
    const rig = await startAnswering();
    const { telegram } = rig;
    const answer = await ask(rig, GROUP);
    telegram.press(answer, "出处 1");
    const card = await nextAfter(rig, answer);
    telegram.remove(GROUP, card.message_id);
    for (const button of ["关闭", "下一段 ›"]) expect((await telegram.press(card, button).answer()).text).toBe("");
    await telegram.idle(100);
    expect(telegram.botMessagesIn(GROUP)).toEqual([answer]);
  });

  it("a language is chosen by each for oneself: the buttons stay for the others", async () => {
    const rig = await startAnswering();
    const { telegram } = rig;
    telegram.say("/lang", { chatId: GROUP });
    const chooser = await telegram.waitForMessage(GROUP, ({ text }) => text === zh.chooseLanguage);
    expect(await telegram.press(chooser, "English", { userId: 7 }).answer()).toMatchObject({
      text: privacyWords("en").languageSet,
    });
    expect((await telegram.press(chooser, "简体中文", { userId: 8 }).answer()).text).toBe(zh.languageSet);
    await telegram.idle(100);
    expect(telegram.botMessagesIn(GROUP)).toEqual([chooser]);
    telegram.say("/lang", { userId: 7 });
    await telegram.waitForMessage(7, ({ text }) => text === privacyWords("en").chooseLanguage);
  });
});
