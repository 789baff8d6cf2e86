import { afterAll, describe, expect, it } from "vitest";
import { answerWith } from "../support/bot-rig.js";
import type { StoredMessage } from "../support/telegram/model.js";
import {
  ask,
  citations,
  idOf,
  labels,
  marked,
  nextAfter,
  QUOTE,
  shows,
  startAnswering,
} from "./answers-with-evidence.js";
import { closeBots } from "./starting.js";

// What a person sees of the evidence of an answer in a private chat: cards in the answer's place, and by link.

afterAll(closeBots);

const OLD_BUTTON = "这个按钮已经失效了，请直接把问题发给我。";

describe.concurrent("in a private chat", () => {
  it("a tap turns the answer into the card, and back is the answer as it was", async () => {
    const rig = await startAnswering();
    const before = await ask(rig);
    expect(labels(before)?.[0]).toEqual(["出处 1", "出处 2"]);
    rig.telegram.press(before, "出处 1");
    const card = await shows(rig, before, "头一句。");
    expect(card.text).toContain("出处 1（共 2 处）\n答案说：青龙县孵化339名\n\n《商业向善》\n皮磊 · 2023-02-28");
    expect(marked(card, "bold")).toEqual(["《商业向善》", QUOTE]);
    expect(marked(card, "underline")).toEqual([QUOTE]);
    rig.telegram.press(card, "返回答案");
    const after = await shows(rig, before, "[1][2] 《商业向善》");
    expect(after).toMatchObject({ html: before.html, reply_markup: before.reply_markup, entities: before.entities });
    expect(rig.telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("a card leads through the paragraphs, the whole article and the other sources", async () => {
    const rig = await startAnswering();
    let card = await ask(rig);
    const go = async (button: string, part: string) => {
      rig.telegram.press(card, button);
      card = await shows(rig, card, part);
    };
    await go("出处 1", "第 2 段，共 3 段");
    await go("下一段 ›", "第 3 段，共 3 段。\n引文在第 2 段。");
    await go("回到引文", "引文是这一段的第 2 句");
    await go("‹ 上一段", "第 1 段，共 3 段");
    await go("全文", "第 1 页，共 1 页。\n引文在这一页");
    expect(card.text).toContain("第一段。\n\n头一句。累计孵化339名。末一句。\n\n第三段。");
    await go("出处 2", "出处 2（共 2 处）\n答案说：还有第三段");
    const buttons = card.reply_markup?.inline_keyboard.flat() ?? [];
    expect(buttons.find(({ text }) => text === "打开原文")?.url).toBe(
      "https://a.cn/x#:~:text=%E7%AC%AC%E4%B8%89%E6%AE%B5%E3%80%82",
    );
    expect(buttons.find(({ text }) => text === "复制引文")?.copy_text).toEqual({
      text: "“第三段。”——皮磊《商业向善》，2023-02-28",
    });
    expect(rig.telegram.botMessagesIn(1001)).toHaveLength(1);
    expect(rig.asked).toHaveLength(1);
  });

  it("of a long answer the last message turns, and back is its part", async () => {
    const text = `${"很长的答案。".repeat(900)}[1]`;
    const rig = await startAnswering({ script: () => answerWith(text, { citations: citations.slice(0, 1) }) });
    const last = await ask(rig);
    const parts = rig.telegram.botMessagesIn(1001);
    expect(parts.length).toBeGreaterThan(1);
    rig.telegram.press(last, "出处 1");
    const card = await shows(rig, last, "头一句。");
    rig.telegram.press(card, "返回答案");
    await shows(rig, last, "[1] 《商业向善》");
    await rig.telegram.idle(50);
    const html = (messages: StoredMessage[]) => messages.map((message) => [message.html, message.reply_markup]);
    expect(html(rig.telegram.botMessagesIn(1001))).toEqual(html(parts));
  });

  it("works after a crash, on a message that Telegram only names, and speaks the language of who taps", async () => {
    const rig = await startAnswering();
    const before = await ask(rig);
    rig.crash();
    await rig.start();
    rig.telegram.raw({
      update_id: 900_000_001,
      callback_query: {
        id: "1",
        from: { id: 1001, is_bot: false, first_name: "U", language_code: "en" },
        chat_instance: "1",
        data: `e:${idOf(before)}:1`,
        message: { chat: { id: 1001, type: "private", first_name: "U" }, message_id: before.message_id, date: 0 },
      },
    });
    const card = await shows(rig, before, "Paragraph 2 of 3.");
    expect(labels(card)?.at(-1)).toEqual(["Copy the citation", "Back to the answer"]);
  });

  it("goes into a new message when the answer was deleted meanwhile", async () => {
    const rig = await startAnswering();
    const before = await ask(rig);
    rig.telegram.remove(1001, before.message_id);
    rig.telegram.press(before, "出处 1");
    const card = await nextAfter(rig, before);
    expect(card.text).toContain("头一句。");
    rig.telegram.press(card, "下一段 ›");
    await shows(rig, card, "第 3 段，共 3 段");
    expect(rig.telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("taps in quick succession end with the last, and change nothing twice", async () => {
    const rig = await startAnswering();
    const before = await ask(rig);
    for (const button of ["出处 1", "出处 1", "出处 2", "出处 2"]) rig.telegram.press(before, button);
    await shows(rig, before, "出处 2（共 2 处）");
    await rig.telegram.idle(50);
    expect(rig.telegram.botMessagesIn(1001)).toHaveLength(1);
    expect(rig.telegram.botMessagesIn(1001)[0]?.editCount).toBe(before.editCount + 2);
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("waits as long as Telegram asks, and keeps its marks", async () => {
    const rig = await startAnswering();
    const before = await ask(rig);
    rig.telegram.fail("editMessageText", { status: 429, description: "Too Many Requests", retryAfter: 1 });
    rig.telegram.press(before, "出处 1");
    expect(marked(await shows(rig, before, "头一句。"), "underline")).toEqual([QUOTE]);
  });

  it("of somebody who has blocked the bot stops nothing", async () => {
    const rig = await startAnswering();
    const before = await ask(rig);
    rig.telegram.block(1001);
    rig.telegram.press(before, "出处 1");
    await ask(rig, 1002);
    await rig.telegram.allConfirmed();
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("comes without links when Telegram takes the address for none", async () => {
    const rig = await startAnswering();
    const before = await ask(rig);
    const description = "Bad Request: inline keyboard button URL 'https://a.cn/x' is invalid: Wrong HTTP URL";
    rig.telegram.fail("editMessageText", { status: 400, description });
    rig.telegram.press(before, "出处 1");
    const card = await shows(rig, before, "头一句。");
    expect(labels(card)).toEqual([["‹ 上一段", "下一段 ›"], ["全文"], ["出处 2"], ["返回答案"]]);
  });

  it.each(["e:AAAAAAAAAAAA:1", "e:ID:3", "e:ID:x", "a:ID:1:p:-1", "a:ID:1:q", "a:AAAAAAAAAAAA:1:b", "a:ID", "e::::"])(
    "forged data %s is told to be no button any more",
    async (data) => {
      const rig = await startAnswering();
      const before = await ask(rig);
      const pressed = rig.telegram.press(before, { data: data.replace("ID", idOf(before)) });
      expect(await pressed.answer()).toMatchObject({ text: OLD_BUTTON, showAlert: true });
      await rig.telegram.idle(50);
      expect(rig.telegram.botMessagesIn(1001)).toEqual([before]);
    },
  );
});

describe.concurrent("by link", () => {
  it("opens the card as a message of its own, of the first source or the one that is named", async () => {
    const rig = await startAnswering();
    const before = await ask(rig);
    rig.telegram.say(`/start e_${idOf(before)}`, { userId: 2002 });
    const card = await rig.telegram.waitForMessage(2002);
    expect(card.text).toContain("出处 1（共 2 处）");
    rig.telegram.press(card, "返回答案");
    expect((await shows(rig, card, "还有第三段[2]")).html).toBe(before.html);
    rig.telegram.say(`/start e_${idOf(before)}_2`, { userId: 3003 });
    expect((await rig.telegram.waitForMessage(3003)).text).toContain("出处 2（共 2 处）");
    expect(rig.asked).toHaveLength(1);
  });

  it("to nothing says so, and any other start is the greeting", async () => {
    const rig = await startAnswering();
    rig.telegram.say("/start e_AAAAAAAAAAAA_1", { userId: 2002 });
    expect((await rig.telegram.waitForMessage(2002)).text).toBe("这条出处找不到了，请直接把问题发给我。");
    rig.telegram.say("/start e_AAAA", { userId: 3003 });
    expect((await rig.telegram.waitForMessage(3003)).text).toContain("直接问我就行");
  });
});
