import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { feedbackWords } from "../../src/i18n/feedback-words.js";
import { gapWords } from "../../src/i18n/gap-words.js";
import { answerWith, type BotRig, type Script } from "../support/bot-rig.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { closeBots, startBot } from "./starting.js";

// Questions without an answer that helped, as admins see them, and as others do not.

afterAll(closeBots);

const OWNER = 1;
const GROUP = -1_001_000_000_009;
const zh = gapWords("zh");
const old = { text: botWords("zh").oldButton, showAlert: true, url: "" };

const script: Script = ({ question }) => {
  const kind = question.includes("人口") || question.includes("天气") ? ("refused" as const) : ("grounded" as const);
  return answerWith("回答。", { kind, question, standalone: question });
};
const startWithGaps = () => startBot({ script, bot: { adminIds: [OWNER] } });

async function ask(rig: BotRig, question: string, userId: number): Promise<StoredMessage> {
  const before = rig.telegram.botMessagesIn(userId).length;
  rig.telegram.say(question, { userId });
  await rig.telegram.waitForMessage(
    userId,
    ({ reply_markup }) => reply_markup !== undefined && rig.telegram.botMessagesIn(userId).length > before,
  );
  await rig.telegram.idle(40);
  const [last] = rig.telegram.botMessagesIn(userId).slice(-1);
  if (!last) throw new Error("no answer");
  return last;
}

/** Asks what others have asked before, and opens the list. */
async function openGaps(rig: BotRig): Promise<StoredMessage> {
  await ask(rig, "青龙县有多少人口?", 7001);
  await ask(rig, "明天天气怎么样?", 7001);
  const second = await ask(rig, "青龙县的人口是多少", 7002);
  await rig.telegram.press(second, feedbackWords("zh").tellMe).answer();
  await rig.telegram.press(await ask(rig, "几亩茶?", 7002), feedbackWords("zh").bad).answer();
  rig.telegram.say("/gaps", { userId: OWNER });
  return rig.telegram.waitForMessage(OWNER, ({ text }) => text.includes(zh.position(1, 3)));
}

const shown = ({ telegram }: BotRig, { message_id }: StoredMessage) =>
  telegram.botMessagesIn(OWNER).find((message) => message.message_id === message_id)?.text ?? "";

describe.concurrent("an admin", () => {
  it("pages through what could not be answered, counted and without anybody's name", async () => {
    const rig = await startWithGaps();
    const list = await openGaps(rig);
    const today = new Date().toISOString().slice(0, 10);
    expect(list.text).toBe(
      [
        "青龙县的人口是多少",
        zh.counts({ times: 2, refused: 2, disliked: 0, waiting: 1, first: today, last: today }),
        zh.position(1, 3),
      ].join("\n\n"),
    );
    await rig.telegram.press(list, zh.next).answer();
    await rig.telegram.idle(60);
    expect(shown(rig, list)).toContain("几亩茶?\n\n问过 1 次：没有找到 0 次，没帮助 1 次");
    const everything = JSON.stringify(rig.telegram.botMessagesIn(OWNER));
    for (const secret of ["7001", "7002", "asker"]) expect(everything).not.toContain(secret);
  });

  it("is told how to add an article or another name, and ignores a question for good", async () => {
    const rig = await startWithGaps();
    const list = await openGaps(rig);
    await rig.telegram.press(list, zh.addArticle).answer();
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.howToAddArticle("青龙县的人口是多少"));
    await rig.telegram.press(list, zh.addAlias).answer();
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.howToAddAlias("青龙县的人口是多少"));
    for (let i = 0; i < 2; i++) {
      await rig.telegram.press(list, zh.ignore).answer();
      await rig.telegram.idle(60);
      expect(shown(rig, list)).toContain(zh.position(1, 2));
    }
    await ask(rig, "青龙县总人口是多少?", 7003);
    await rig.stop();
    await rig.start();
    rig.telegram.say("/gaps", { userId: OWNER });
    const [, , , again] = await waitForCount(rig, 4);
    expect(again?.text).toContain(zh.position(1, 2));
    expect(again?.text).not.toContain("人口");
    rig.telegram.say("/audit", { userId: OWNER });
    const [, , , , audit] = await waitForCount(rig, 5);
    expect(audit?.text).toMatch(/ · 1 · 忽略没能回答的问题 · gap=[\w-]{12} · times=2$/);
  });

  it("sees a refusal vanish once its words were answered", async () => {
    const rig = await startWithGaps();
    await ask(rig, "青龙县有多少人口?", 7001);
    rig.database().prepare("UPDATE answers SET standalone = '几亩?', at = at - 1000").run();
    await ask(rig, "几亩?", 7002);
    rig.telegram.say("/gaps", { userId: OWNER });
    await rig.telegram.waitForMessage(OWNER, ({ text }) => text === zh.none);
  });

  it("does not show others' questions in a group", async () => {
    const rig = await startWithGaps();
    const list = await openGaps(rig);
    rig.telegram.say("/gaps", { userId: OWNER, chatId: GROUP });
    await rig.telegram.waitForMessage(GROUP, ({ text }) => text === zh.privateOnly);
    const data = list.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? "";
    const [message] = rig.telegram.botMessagesIn(GROUP);
    if (message) expect(await rig.telegram.press(message, { data }, { userId: OWNER }).answer()).toEqual(old);
  });

  it.each(["g:p:x", "g:p:1:1", "g:a:nothing00000", "g:x:nothing00000", "g:x:ID:y", "g:constructor:ID", "g::"])(
    "finds an old button behind forged data: %s",
    async (data) => {
      const rig = await startWithGaps();
      const list = await openGaps(rig);
      const id = list.reply_markup?.inline_keyboard[0]?.[0]?.callback_data?.slice(4) ?? "";
      expect(await rig.telegram.press(list, { data: data.replace("ID", id) }).answer()).toEqual(old);
      expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
    },
  );
});

describe("anybody else", () => {
  it("finds neither the command nor the buttons, also with an admin's data", async () => {
    const rig = await startWithGaps();
    const list = await openGaps(rig);
    rig.telegram.say("/gaps", { userId: 7009 });
    const mine = await rig.telegram.waitForMessage(7009, ({ text }) => text === botWords("zh").unknownCommand);
    for (const { callback_data: data = "" } of list.reply_markup?.inline_keyboard.flat() ?? []) {
      expect(await rig.telegram.press(mine, { data }).answer()).toEqual(old);
    }
    expect(rig.telegram.botMessagesIn(7009)).toHaveLength(1);
    expect(rig.database().prepare("SELECT count(*) AS n FROM ignored_gaps").get()).toEqual({ n: 0 });
  });
});

async function waitForCount({ telegram }: BotRig, count: number): Promise<StoredMessage[]> {
  await telegram.waitForMessage(OWNER, () => telegram.botMessagesIn(OWNER).length >= count);
  return telegram.botMessagesIn(OWNER);
}
