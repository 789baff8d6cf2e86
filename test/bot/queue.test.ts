import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { ruleWords } from "../../src/i18n/rule-words.js";
import { answerWith, type BotRig, type RigOptions, type Script } from "../support/bot-rig.js";
import { until } from "./program.js";
import { closeBots, createGate, pause, settlesAt, startBot } from "./starting.js";

afterAll(closeBots);

const zh = botWords("zh");
const GROUP = -1_001_000_000_001;

/** Every question waits for the gate; what the queue says comes after a tenth of a second. */
async function startHeld(options: RigOptions = {}) {
  const gate = createGate();
  const script: Script = async ({ question, onPhase }) => {
    onPhase?.("retrieving");
    await gate.opened;
    return answerWith(question, { citations: [] });
  };
  const rig = await startBot({ script, ...options, bot: { noticeAfterMs: 100, ...options.bot } });
  return { rig, telegram: rig.telegram, gate };
}

const texts = ({ telegram }: BotRig, chatId: number) => telegram.botMessagesIn(chatId).map(({ text }) => text);
const isDrafted = ({ telegram }: BotRig, chatId: number, words: string) =>
  until(() => telegram.draftsIn(chatId).some((text) => text.includes(words)), words);

describe.concurrent("a question that has to wait", () => {
  it("behind another one of its private chat is spoken of below that one's draft, once, and leaves no message", async () => {
    const { rig, telegram, gate } = await startHeld();
    for (const text of ["一", "二", "三"]) telegram.say(text);
    await isDrafted(rig, 1001, zh.waiting(1));
    expect(telegram.draftsIn(1001)).toEqual([`${zh.phases.retrieving}\n\n${zh.waiting(1)}`]);
    gate.open();
    await settlesAt(() => texts(rig, 1001), ["一", "二", "三"]);
    await telegram.idle(200);
    expect(texts(rig, 1001)).toEqual(["一", "二", "三"]);
    const drafts = telegram.calls("sendMessageDraft").map(({ params }) => params.text);
    expect(drafts.filter((text) => String(text).includes("您前面"))).toHaveLength(1);
  });

  it("for a free place is spoken of in a draft, which becomes the answer's", async () => {
    const { rig, telegram, gate } = await startHeld({ bot: { maxConcurrent: 1 } });
    telegram.say("一");
    await until(() => rig.asked.length === 1, "the first question");
    const { updateId } = telegram.say("二", { userId: 1002, languageCode: "en" });
    telegram.say("三", { userId: 1003 });
    await isDrafted(rig, 1002, botWords("en").waiting(1));
    await isDrafted(rig, 1003, zh.waiting(2));
    const [draft] = telegram.calls("sendMessageDraft").filter(({ params }) => params.chat_id === 1002);
    expect(draft?.params.draft_id).toBe(updateId + 1);
    // There is nothing to stop yet.
    expect(draft?.params.can_stop).toBeUndefined();
    gate.open();
    await telegram.waitForMessage(1003);
    for (const chatId of [1001, 1002, 1003]) expect(texts(rig, chatId)).toHaveLength(1);
  });

  it.each([
    ["in a group", GROUP, {}],
    ["on a server without drafts", 1001, { knowsDrafts: false }],
  ])("%s is spoken of in a silent message that goes away", async (_, chatId, server) => {
    const { rig, telegram, gate } = await startHeld({ telegram: server });
    telegram.say("/ask 一", { chatId });
    await until(() => rig.asked.length === 1, "the first question");
    // By now it is known that there are no drafts.
    if (chatId !== GROUP) await telegram.waitFor("sendMessageDraft");
    const second = telegram.say("/ask 二", { chatId });
    const line = await telegram.waitForMessage(chatId, ({ text }) => text === zh.waiting(1));
    const [call] = telegram.calls("sendMessage");
    expect(call?.params.disable_notification).toBe(true);
    if (chatId === GROUP) expect(line.reply_to_message_id).toBe(second.message.message_id);
    gate.open();
    await settlesAt(() => texts(rig, chatId), ["一", "二"]);
    await rig.telegram.idle(150);
    expect(texts(rig, chatId)).toEqual(["一", "二"]);
    expect(telegram.calls("deleteMessage")).toHaveLength(1);
  });

  it("not long is not spoken of, and neither is a command", async () => {
    const { rig, telegram, gate } = await startHeld({ bot: { noticeAfterMs: 1500 } });
    telegram.say("/ask 一", { chatId: GROUP });
    telegram.say("/ask 二", { chatId: GROUP });
    telegram.say("慢");
    telegram.say("/help");
    await until(() => rig.asked.length === 2, "a question in each chat");
    gate.open();
    await settlesAt(() => texts(rig, GROUP), ["一", "二"]);
    await pause(1600);
    expect(JSON.stringify(telegram.journal)).not.toContain("您前面");
  });

  it("and is a stranger's is not spoken of: strangers hear only that they are", async () => {
    const { rig, telegram, gate } = await startHeld({ bot: { maxConcurrent: 1, allowedChats: [1001] } });
    telegram.say("一");
    await until(() => rig.asked.length === 1, "the first question");
    telegram.say("二", { userId: 666 });
    telegram.say("三", { userId: 666 });
    await pause(300);
    expect([texts(rig, 666), telegram.draftsIn(666)]).toEqual([[], []]);
    gate.open();
    await settlesAt(() => texts(rig, 666), [ruleWords("zh").notHere(666)]);
  });

  it("is answered once even when what is said of it fails, or a crash comes in between", async () => {
    const { rig, telegram } = await startHeld();
    telegram.fail("sendMessage", { status: 429, description: "Too Many Requests: retry after 9", retryAfter: 9 });
    for (const userId of [1, 2, 3]) telegram.say(`/ask ${userId}`, { chatId: GROUP, userId });
    // The first line is refused and not repeated; the second arrives, and nobody is left to delete it.
    await telegram.waitForMessage(GROUP, ({ text }) => text === zh.waiting(2));
    rig.crash();
    await rig.start({ script: ({ question }) => answerWith(question, { citations: [] }) });
    await settlesAt(() => texts(rig, GROUP), [zh.waiting(2), "1", "2", "3"]);
    await settlesAt(() => rig.inbox().listUnfinished(), []);
  });
});

describe.concurrent("too many questions", { timeout: 60_000 }, () => {
  it("of one person: twenty wait, one line says that no more are taken, and commands still are", async () => {
    const { rig, telegram, gate } = await startHeld();
    telegram.say("0");
    await until(() => rig.asked.length === 1, "the first question");
    for (let i = 1; i <= 25; i++) telegram.say(`${i}`);
    telegram.say("/help");
    telegram.say("别人", { userId: 1002 });
    await telegram.waitForMessage(1001, ({ text }) => text === zh.tooManyWaiting);
    await telegram.allConfirmed();
    gate.open();
    await telegram.waitForMessage(1002);
    await telegram.waitForMessage(1001, ({ text }) => text === zh.help("programme_answers_bot"));
    await settlesAt(() => rig.inbox().listUnfinished(), []);
    const answered = Array.from({ length: 21 }, (_, i) => `${i}`);
    expect(texts(rig, 1001)).toEqual([zh.tooManyWaiting, ...answered, zh.help("programme_answers_bot")]);
    // Later there is room again.
    telegram.say("后来");
    await telegram.waitForMessage(1001, ({ text }) => text === "后来");
  });

  it("of one person in a group leave the others their places", async () => {
    const { rig, telegram, gate } = await startHeld();
    for (let i = 0; i < 23; i++) telegram.say(`/ask a${i}`, { chatId: GROUP, userId: 1 });
    telegram.say("/ask b", { chatId: GROUP, userId: 2 });
    await telegram.waitForMessage(GROUP, ({ text }) => text === zh.tooManyWaiting);
    gate.open();
    await telegram.waitForMessage(GROUP, ({ text }) => text === "b");
    expect(rig.asked.length).toBeLessThan(23);
  });

  it("in all: beyond the bound each person is told once, and nothing is left behind", async () => {
    const { rig, telegram, gate } = await startHeld({ bot: { maxWaiting: 10, maxConcurrent: 5 } });
    for (let user = 2000; user < 2005; user++) telegram.say("一", { userId: user });
    await until(() => rig.asked.length === 5, "five questions under way");
    for (let user = 2000; user < 2020; user++) telegram.say("二", { userId: user });
    await telegram.allConfirmed();
    gate.open();
    await settlesAt(() => rig.inbox().listUnfinished(), []);
    const all = Array.from({ length: 20 }, (_, i) => texts(rig, 2000 + i));
    for (const replies of all.slice(0, 5)) expect(replies).toEqual(["一", "二"]);
    for (const replies of all.slice(5, 10)) expect(replies).toEqual(["二"]);
    for (const replies of all.slice(10)) expect(replies).toEqual([zh.tooManyWaiting]);
  });

  it("are none when everybody sends twenty at once: each is answered once and in order, whatever is said of the queue", async () => {
    const { rig, telegram, gate } = await startHeld({ bot: { maxWaiting: 400, maxConcurrent: 10 } });
    for (let i = 0; i < 20; i++) {
      for (let user = 3000; user < 3020; user++) telegram.say(`${i}`, { userId: user });
    }
    await telegram.allConfirmed(50_000);
    gate.open();
    await settlesAt(() => rig.inbox().listUnfinished().length, 0, 50_000);
    const expected = Array.from({ length: 20 }, (_, i) => `${i}`);
    for (let user = 3000; user < 3020; user++) expect(texts(rig, user)).toEqual(expected);
  });
});
