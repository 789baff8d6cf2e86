import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { ruleWords } from "../../src/i18n/rule-words.js";
import { answerWith, type BotRig } from "../support/bot-rig.js";
import { until } from "./program.js";
import { closeBots, createGate, startBot } from "./starting.js";

afterAll(closeBots);

const ANN = 1001;
const BEN = 1002;
const ADMIN = 4711;
const GROUP = -1_001_000_000_001;
const OTHER_GROUP = -1_001_000_000_002;
const ME = "@programme_answers_bot";
const limited = (perMinute: number, perDay = 0) => ({ bot: { limits: { perMinute, perDay }, adminIds: [ADMIN] } });

const texts = ({ telegram }: BotRig, chatId: number) => telegram.botMessagesIn(chatId).map(({ text }) => text);
const askedOf = ({ asked }: BotRig) => asked.map(({ question }) => question);

/** Waits until everything said so far has been dealt with. */
async function settled(rig: BotRig): Promise<void> {
  await rig.telegram.allConfirmed();
  await rig.telegram.idle(80);
  await until(() => rig.inbox().listUnfinished().length === 0, "the end of every update");
}

describe.concurrent("the limits for one person", () => {
  it("say once a minute when to ask again, and neither ask the model nor flood Telegram", async () => {
    const rig = await startBot(limited(2));
    for (let i = 1; i <= 8; i++) rig.telegram.say(`问${i}`);
    rig.telegram.say("问", { userId: BEN });
    await settled(rig);
    expect(askedOf(rig).toSorted()).toEqual(["问", "问1", "问2"]);
    expect(texts(rig, ANN)).toHaveLength(3);
    expect(texts(rig, ANN)[2]).toMatch(/^问得太快了，请过 (?:[4-5]\d|60) 秒再问。$/);
    expect(texts(rig, BEN)).toHaveLength(1);
    const calls = rig.telegram.calls("sendMessage").filter(({ params }) => Number(params.chat_id) === ANN);
    expect(calls).toHaveLength(3);
  });

  it("are the person's own in all chats, and each member of a group has them", async () => {
    const rig = await startBot(limited(1));
    rig.telegram.say(`${ME} 一?`, { chatId: GROUP, userId: ANN });
    rig.telegram.say("/ask 二?", { chatId: GROUP, userId: BEN });
    await settled(rig);
    rig.telegram.say("三?", { userId: ANN });
    rig.telegram.say("/ask 四?", { chatId: GROUP, userId: BEN });
    await settled(rig);
    expect(askedOf(rig).toSorted()).toEqual(["一?", "二?"]);
    expect(texts(rig, ANN)).toEqual([expect.stringMatching(/^问得太快了/)]);
    const line = rig.telegram.botMessagesIn(GROUP).find(({ text }) => text.startsWith("问得太快了"));
    expect(line?.reply_to_message_id).toBe(
      rig.telegram.messagesIn(GROUP).find(({ text }) => text === "/ask 四?")?.message_id,
    );
  });

  it("count questions only: commands and talk among others pass", async () => {
    const rig = await startBot(limited(1));
    for (const text of ["/help", "/sources", "/new"]) rig.telegram.say(text);
    rig.telegram.say("大家好", { chatId: GROUP, userId: ANN });
    rig.telegram.say("问");
    await settled(rig);
    for (const text of ["/help", "/new"]) rig.telegram.say(text);
    await settled(rig);
    expect(askedOf(rig)).toEqual(["问"]);
    expect(texts(rig, ANN).filter((text) => text.startsWith("问得太快了"))).toEqual([]);
    expect(texts(rig, ANN)).toHaveLength(6);
  });

  it("are said on a button that asks, without a message", async () => {
    const rig = await startBot(limited(1));
    rig.telegram.say("/start");
    const start = await rig.telegram.waitForMessage(ANN);
    const [question = ""] = start.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];
    await rig.telegram.press(start, question).answer();
    await settled(rig);
    for (let i = 0; i < 3; i++) {
      expect((await rig.telegram.press(start, question).answer()).text).toMatch(/^问得太快了/);
    }
    await settled(rig);
    expect(askedOf(rig)).toEqual([question]);
    expect(texts(rig, ANN)).toHaveLength(3);
  });

  it("do not hold for admins", async () => {
    const rig = await startBot(limited(1, 1));
    for (let i = 1; i <= 3; i++) rig.telegram.say(`问${i}`, { userId: ADMIN });
    await settled(rig);
    expect(askedOf(rig)).toEqual(["问1", "问2", "问3"]);
  });

  it("hold after a restart, for the day as well", async () => {
    const rig = await startBot(limited(0, 1));
    rig.telegram.say("问1");
    await settled(rig);
    await rig.stop();
    await rig.start();
    rig.telegram.say("问2");
    await settled(rig);
    expect(askedOf(rig)).toEqual(["问1"]);
    expect(texts(rig, ANN)[1]).toBe(ruleWords("zh").tooMany(86_399_000));
  });

  it("count a question once that is handled again after a crash", async () => {
    const gate = createGate();
    const rig = await startBot({ ...limited(2), script: () => gate.opened.then(() => answerWith("好。")) });
    rig.telegram.say("问1");
    await until(() => rig.asked.length === 1, "the question");
    rig.crash();
    gate.open();
    await rig.start();
    await settled(rig);
    rig.telegram.say("问2");
    await settled(rig);
    expect(askedOf(rig)).toEqual(["问1", "问1", "问2"]);
    expect(texts(rig, ANN).filter((text) => text.startsWith("问得太快了"))).toEqual([]);
  });

  it("lose nothing that was asked at an ordinary pace while the bot was down", async () => {
    const rig = await startBot(limited(2));
    await rig.stop();
    const seconds = Math.floor(Date.now() / 1000);
    for (let i = 0; i < 6; i++) rig.telegram.say(`问${i}`, { content: { date: seconds - 600 + i * 40 } });
    await rig.start();
    await settled(rig);
    expect(askedOf(rig)).toHaveLength(6);
    expect(texts(rig, ANN)).toHaveLength(6);
  });
});

describe.concurrent("a bot for chosen chats", () => {
  const chosen = { bot: { allowedChats: [ANN, GROUP], adminIds: [ADMIN] } };

  it("answers chosen people in private, and everybody in chosen groups", async () => {
    const rig = await startBot(chosen);
    rig.telegram.say("一?", { userId: ANN });
    rig.telegram.say(`${ME} 二?`, { chatId: GROUP, userId: BEN });
    await settled(rig);
    expect(askedOf(rig).toSorted()).toEqual(["一?", "二?"]);
  });

  it("tells a stranger so in one line a day with the number that an admin needs, also over a restart", async () => {
    const rig = await startBot(chosen);
    for (const text of ["问", "/start", "/help"]) rig.telegram.say(text, { userId: BEN });
    await settled(rig);
    await rig.stop();
    await rig.start();
    rig.telegram.say("", { userId: BEN, content: { sticker: { file_id: "s" } } });
    rig.telegram.say("hello", { userId: 1003, languageCode: "en" });
    await settled(rig);
    expect(texts(rig, BEN)).toEqual([ruleWords("zh").notHere(BEN)]);
    expect(texts(rig, 1003)).toEqual([ruleWords("en").notHere(1003)]);
    expect(rig.asked).toEqual([]);
  });

  it("stays silent in a strange group unless it is addressed, even by a chosen person", async () => {
    const rig = await startBot(chosen);
    rig.telegram.say("大家好", { chatId: OTHER_GROUP, userId: ANN });
    rig.telegram.say("/ask@OtherBot 一?", { chatId: OTHER_GROUP, userId: ANN });
    await settled(rig);
    expect(texts(rig, OTHER_GROUP)).toEqual([]);
    for (const userId of [ANN, BEN]) rig.telegram.say(`${ME} 一?`, { chatId: OTHER_GROUP, userId });
    await settled(rig);
    expect(texts(rig, OTHER_GROUP)).toEqual([ruleWords("zh").notHere(OTHER_GROUP)]);
    expect(rig.asked).toEqual([]);
  });

  it("answers an admin everywhere", async () => {
    const rig = await startBot(chosen);
    rig.telegram.say("一?", { userId: ADMIN });
    rig.telegram.say(`${ME} 二?`, { chatId: OTHER_GROUP, userId: ADMIN });
    await settled(rig);
    expect(askedOf(rig).toSorted()).toEqual(["一?", "二?"]);
  });

  it("gives a stranger's button and inline query an answer without any content", async () => {
    const rig = await startBot();
    rig.telegram.say("问", { userId: BEN });
    const answer = await rig.telegram.waitForMessage(BEN);
    await rig.stop();
    await rig.start({ allowedChats: [GROUP] });
    const pressed = rig.telegram.press(answer, { data: "q:青龙县?" });
    expect(await pressed.answer()).toMatchObject({ text: ruleWords("zh").notHere(BEN) });
    rig.telegram.inline("青龙县", { userId: BEN });
    const call = await rig.telegram.waitFor("answerInlineQuery");
    expect(call.params.results).toEqual([]);
    await settled(rig);
    expect(askedOf(rig)).toEqual(["问"]);
  });

  it("is a bot for everybody when none is chosen", async () => {
    const rig = await startBot();
    rig.telegram.say("问", { userId: BEN });
    await settled(rig);
    expect(texts(rig, BEN)).toEqual([expect.stringMatching(/^答:问/)]);
    expect(texts(rig, BEN)).not.toContain(botWords("zh").failed);
  });
});
