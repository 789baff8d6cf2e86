import { afterAll, describe, expect, it } from "vitest";
import { answerWith, type BotRig } from "../support/bot-rig.js";
import { closeBots, createGate, pause, startBot } from "./starting.js";

afterAll(closeBots);

/** A private message as an update with an id of our choice. */
function messageUpdate(updateId: number, text: string, userId = 1001) {
  return {
    update_id: updateId,
    message: {
      message_id: updateId,
      date: 1_790_000_000,
      chat: { id: userId, type: "private", first_name: "U" },
      from: { id: userId, is_bot: false, first_name: "U", language_code: "zh-hans" },
      text,
    },
  };
}

const questions = ({ asked }: BotRig) => asked.map(({ question }) => question);
const telegram = { firstUpdateId: 1000 };

describe.concurrent("every update", () => {
  it("that was sent while the bot was down is answered once, in order", async () => {
    const rig = await startBot();
    rig.telegram.say("一");
    await rig.telegram.waitForMessage(1001);
    await rig.stop();
    for (const text of ["二", "三", "四"]) rig.telegram.say(text);
    rig.telegram.say("五", { userId: 1002 });
    await rig.start();
    await rig.telegram.waitForMessage(1001, ({ text }) => text.includes("四"));
    await rig.telegram.waitForMessage(1002);
    await rig.telegram.allConfirmed();
    await rig.telegram.idle(100);
    expect(rig.telegram.botMessagesIn(1001).map(({ text }) => text[2])).toEqual(["一", "二", "三", "四"]);
    expect(questions(rig)).toHaveLength(5);
  });

  it("that comes twice is answered once: at once, after it was answered, and after a restart", async () => {
    const rig = await startBot({ telegram });
    rig.telegram.addChat({ id: 1001 });
    rig.telegram.raw(messageUpdate(2000, "一"));
    rig.telegram.raw(messageUpdate(2000, "一"));
    await rig.telegram.waitForMessage(1001);
    rig.telegram.raw(messageUpdate(2000, "一"));
    rig.telegram.raw(messageUpdate(2001, "二"));
    await rig.telegram.waitForMessage(1001, ({ text }) => text.includes("二"));
    await rig.stop();
    rig.telegram.raw(messageUpdate(2000, "一"));
    rig.telegram.raw(messageUpdate(2001, "二"));
    rig.telegram.raw(messageUpdate(2002, "三"));
    await rig.start();
    await rig.telegram.waitForMessage(1001, ({ text }) => text.includes("三"));
    await rig.telegram.idle(100);
    expect(questions(rig)).toEqual(["一", "二", "三"]);
    expect(rig.telegram.botMessagesIn(1001)).toHaveLength(3);
  });

  it("is answered once however the ids come, also when they fall behind the offset", async () => {
    const rig = await startBot({ telegram });
    rig.telegram.addChat({ id: 1001 });
    rig.telegram.addChat({ id: 1002 });
    rig.telegram.raw(messageUpdate(2005, "五"));
    rig.telegram.raw(messageUpdate(2003, "三"));
    await rig.telegram.waitForMessage(1001, ({ text }) => text.includes("三"));
    rig.telegram.raw(messageUpdate(2001, "一"));
    rig.telegram.raw(messageUpdate(2006, "六", 1002));
    rig.telegram.raw(messageUpdate(2003, "三"));
    rig.telegram.raw(messageUpdate(2, "很久以前"));
    await rig.telegram.waitForMessage(1001, ({ text }) => text.includes("很久以前"));
    await rig.telegram.waitForMessage(1002);
    await rig.telegram.idle(100);
    expect(questions(rig).toSorted()).toEqual(["一", "三", "五", "六", "很久以前"].toSorted());
    expect(rig.telegram.botMessagesIn(1001)).toHaveLength(4);
  });

  it("that is an edit, a channel post, a reaction or nonsense starts nothing and stops nothing", async () => {
    const rig = await startBot();
    const said = rig.telegram.say("一");
    await rig.telegram.waitForMessage(1001);
    rig.telegram.edit(said, "改");
    const { message } = messageUpdate(1, "编辑过的");
    const channel = { id: -100, type: "channel", title: "C" };
    const contents: Record<string, unknown>[] = [
      { edited_message: { ...message, edit_date: 1_790_000_001 } },
      { channel_post: { ...message, from: undefined, chat: channel } },
      { edited_channel_post: { ...message, chat: channel } },
      { message: { ...message, chat: channel } },
      { message_reaction: { chat: message.chat, message_id: 1, new_reaction: [] } },
      {},
      { message: null },
      { message: {} },
      { message: { ...message, text: null, entities: 7 } },
      { callback_query: { id: "1", data: "x" } },
      { from_a_future_version: { text: "?" } },
      { message: { ...message, new_chat_members: [{ id: 5 }], text: undefined } },
    ];
    for (const [i, content] of contents.entries()) rig.telegram.raw({ update_id: 900_000_000 + i, ...content });
    rig.telegram.say("二");
    await rig.telegram.waitForMessage(1001, ({ text }) => text.includes("二"));
    await rig.telegram.allConfirmed();
    await rig.telegram.idle(100);
    expect(questions(rig)).toEqual(["一", "二"]);
    expect(rig.telegram.calls("sendMessage")).toHaveLength(2);
  });

  it("of one chat is answered in order, however long each takes", async () => {
    const rig = await startBot({
      async script({ question }) {
        await pause(Number(question) % 2 === 0 ? 60 : 1);
        return answerWith(question);
      },
    });
    for (let i = 0; i < 8; i++) rig.telegram.say(String(i));
    await rig.telegram.waitForMessage(1001, ({ text }) => text.startsWith("7"));
    expect(rig.telegram.botMessagesIn(1001).map(({ text }) => text[0])).toEqual(Array.from("01234567"));
  });

  it("of 40 chats is answered soon while one chat floods with 300", async () => {
    const rig = await startBot({
      bot: { maxConcurrent: 8 },
      async script({ question }) {
        await pause(question.startsWith("洪") ? 2 : 20);
        return answerWith(question);
      },
    });
    // Of fifteen people, since each may have twenty waiting.
    for (let i = 0; i < 300; i++) rig.telegram.say(`/ask 洪${i}`, { chatId: -66, userId: 70 + (i % 15) });
    for (let i = 0; i < 40; i++) rig.telegram.say(`问${i}`, { userId: 2000 + i });
    await Promise.all(Array.from({ length: 40 }, (_, i) => rig.telegram.waitForMessage(2000 + i)));
    // A fair queue has answered far fewer of the flood than there are.
    expect(rig.telegram.botMessagesIn(-66).length).toBeLessThan(150);
    await rig.telegram.waitForMessage(-66, ({ text }) => text.startsWith("洪299"), 18_000);
    const flood = questions(rig).filter((question) => question.startsWith("洪"));
    expect(flood).toEqual(Array.from({ length: 300 }, (_, i) => `洪${i}`));
    expect(rig.asked).toHaveLength(340);
  });

  it("waits while as many as allowed are under way, and none is lost", async () => {
    const gate = createGate();
    let underWay = 0;
    let most = 0;
    const rig = await startBot({
      bot: { maxConcurrent: 5 },
      async script({ question }) {
        most = Math.max(most, ++underWay);
        await gate.opened;
        underWay--;
        return answerWith(question);
      },
    });
    for (let i = 0; i < 12; i++) rig.telegram.say("?", { userId: 2000 + i });
    await rig.telegram.allConfirmed();
    await rig.telegram.waitFor("sendChatAction", () => underWay === 5);
    gate.open();
    await Promise.all(Array.from({ length: 12 }, (_, i) => rig.telegram.waitForMessage(2000 + i)));
    expect(most).toBe(5);
  });
});
