import { afterAll, describe, expect, it } from "vitest";
import { ask, labels, nextAfter, shows, startAnswering } from "./answers-with-evidence.js";
import { closeBots } from "./starting.js";

// The evidence of an answer in a group: cards beside the answer, for whoever asks for them.

afterAll(closeBots);

const GROUP = -1_001_000_000_001;

describe.concurrent("in a group", () => {
  it("another member's tap is answered with a card of its own, which turns by itself and goes when it is closed", async () => {
    const rig = await startAnswering();
    const before = await ask(rig, GROUP);
    rig.telegram.press(before, "出处 1", { userId: 2002 });
    const card = await nextAfter(rig, before);
    expect(card.reply_to_message_id).toBe(before.message_id);
    expect(labels(card)?.at(-1)).toEqual(["复制引文", "关闭"]);
    rig.telegram.press(card, "下一段 ›", { userId: 3003 });
    await shows(rig, card, "第 3 段，共 3 段");
    rig.telegram.press(card, "出处 2", { userId: 3003 });
    await shows(rig, card, "出处 2（共 2 处）");
    rig.telegram.press(await shows(rig, card, "出处 2（共 2 处）"), "关闭");
    await rig.telegram.waitFor("deleteMessage");
    expect(rig.telegram.botMessagesIn(GROUP)).toEqual([before]);
    rig.telegram.press(before, "出处 1", { userId: 2002 });
    expect((await nextAfter(rig, before, card)).text).toContain("头一句。");
  });

  it("a double tap opens one card, taps of two members two", async () => {
    const rig = await startAnswering();
    const before = await ask(rig, GROUP);
    rig.telegram.press(before, "出处 1", { userId: 2002 });
    rig.telegram.press(before, "出处 1", { userId: 2002 });
    rig.telegram.press(before, "出处 1", { userId: 3003 });
    await nextAfter(rig, before, await nextAfter(rig, before));
    await rig.telegram.idle(100);
    expect(rig.telegram.botMessagesIn(GROUP)).toHaveLength(3);
  });

  it("a card that cannot be deleted any more becomes a short line; closing twice is no error", async () => {
    const rig = await startAnswering();
    const before = await ask(rig, GROUP);
    rig.telegram.press(before, "出处 1");
    const card = await nextAfter(rig, before);
    rig.telegram.fail("deleteMessage", {
      status: 400,
      description: "Bad Request: message can't be deleted for everyone",
    });
    rig.telegram.press(card, "关闭");
    const closed = await shows(rig, card, "出处已关闭。");
    expect(closed).not.toHaveProperty("reply_markup");
    rig.telegram.press(card, "关闭");
    rig.telegram.press(card, "关闭");
    await ask(rig, 1002);
    await rig.telegram.allConfirmed();
    await rig.telegram.idle(50);
    expect(rig.telegram.botMessagesIn(GROUP)).toEqual([before, closed]);
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("works after a crash; a tap that was waiting then opens one card", async () => {
    const rig = await startAnswering();
    const before = await ask(rig, GROUP);
    rig.crash();
    rig.telegram.press(before, "出处 2", { userId: 2002 });
    await rig.start();
    expect((await nextAfter(rig, before)).text).toContain("出处 2（共 2 处）");
    await rig.telegram.idle(100);
    expect(rig.telegram.botMessagesIn(GROUP)).toHaveLength(2);
  });

  it("that has thrown the bot out stops nothing", async () => {
    const rig = await startAnswering();
    const before = await ask(rig, GROUP);
    rig.telegram.block(GROUP);
    rig.telegram.press(before, "出处 1");
    await ask(rig, 1002);
    await rig.telegram.allConfirmed();
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});
