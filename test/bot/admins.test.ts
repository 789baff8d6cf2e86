import { afterEach, expect, it } from "vitest";
import { adminWords } from "../../src/i18n/admin-words.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { closeBots, startBot } from "./starting.js";

afterEach(closeBots);

const OWNER = 1;
const zh = adminWords("zh");
const unknown = botWords("zh").unknownCommand;

it("admins make and unmake admins, every step is written down, and it lasts over a restart", async () => {
  const rig = await startBot({ bot: { adminIds: [OWNER] } });
  const { telegram } = rig;
  const tell = async (userId: number, command: string, reply: string) => {
    telegram.say(command, { userId });
    await telegram.waitForMessage(userId, ({ text }) => text === reply);
  };
  await tell(7, "/admins", unknown);
  await tell(OWNER, "/grant 7", zh.granted(7));
  await tell(OWNER, "/grant 7", zh.alreadyAdmin(7));
  await rig.stop();
  await rig.start();
  await tell(7, "/admins", zh.admins([OWNER], [{ telegramId: 7, grantedBy: OWNER }]));
  await tell(7, `/revoke ${OWNER}`, zh.isOwner(OWNER));
  await tell(7, "/grant", zh.whom);
  await tell(OWNER, "/revoke 7", zh.revoked(7));
  await tell(OWNER, "/revoke 7", zh.noSuchAdmin(7));
  telegram.say("/audit", { userId: OWNER });
  const log = await telegram.waitForMessage(OWNER, ({ text }) => text.startsWith(zh.auditHeading));
  expect(log.text.split("\n").slice(1)).toEqual([
    expect.stringMatching(/ · 1 · 取消管理员 · telegramId=7$/),
    expect.stringMatching(/ · 1 · 增加管理员 · telegramId=7$/),
  ]);
  telegram.say("/audit", { userId: 7 });
  await telegram.allConfirmed();
  await telegram.idle(80);
  expect(telegram.botMessagesIn(7).at(-1)?.text).toBe(unknown);
});

it("nobody else finds any of it, whatever the words", async () => {
  const { telegram } = await startBot({ bot: { adminIds: [OWNER] } });
  for (const command of ["/admin", "/grant 7", "/revoke 1", "/audit", "/admins"]) telegram.say(command, { userId: 9 });
  await telegram.allConfirmed();
  await telegram.idle(80);
  expect(telegram.botMessagesIn(9).map(({ text }) => text)).toEqual(Array(5).fill(unknown));
});

it("/grant in reply to somebody's message means that person", async () => {
  const { telegram } = await startBot({ bot: { adminIds: [OWNER] } });
  const said = telegram.say("你好", { chatId: -5, userId: 8 });
  telegram.say("/grant", { chatId: -5, userId: OWNER, replyTo: said.message.message_id });
  await telegram.waitForMessage(-5, ({ text }) => text === zh.granted(8));
});

it("/grant and /revoke mean nobody that was not named, whatever the message they reply to says", async () => {
  const rig = await startBot({ bot: { adminIds: [OWNER] } });
  const { telegram } = rig;
  const FORUM = -1_001_000_000_009;
  const opened = telegram.say("", { chatId: FORUM, userId: 8, threadId: 7, content: { forum_topic_created: {} } });
  const year = telegram.say("2024", { chatId: FORUM, userId: 9, threadId: 7 });
  const channel = { id: -100, type: "channel", title: "频道" };
  const posted = telegram.say("你好", {
    chatId: FORUM,
    userId: 777_000,
    threadId: 7,
    content: { sender_chat: channel },
  });
  const tell = async (text: string, replyTo: number, reply: string) => {
    const { message } = telegram.say(text, { chatId: FORUM, userId: OWNER, threadId: 7, replyTo });
    const isReply = (shown: { reply_to_message_id?: number }) => shown.reply_to_message_id === message.message_id;
    expect((await telegram.waitForMessage(FORUM, isReply)).text).toBe(reply);
  };
  for (const command of ["/grant", "/revoke"]) {
    await tell(command, opened.message.message_id, zh.whom);
    await tell(`${command} @alice`, year.message.message_id, zh.whom);
    await tell(`${command} 5 6`, year.message.message_id, zh.whom);
    await tell(command, posted.message.message_id, zh.whom);
  }
  await tell("/grant", year.message.message_id, zh.granted(9));
  expect(rig.database().prepare("SELECT telegram_id FROM grants").pluck().all()).toEqual([9]);
});

it("/audit shows everything in as many messages as it takes", async () => {
  const rig = await startBot({ bot: { adminIds: [OWNER] } });
  const note = rig.database().prepare("INSERT INTO audit (at, admin, action, detail) VALUES (?, 1, ?, ?)");
  for (let i = 0; i < 20; i++)
    note.run(i, "remove article", JSON.stringify({ article: `a${i}`, title: "长".repeat(900) }));
  note.run(20, "something of a later version", "{}");
  rig.telegram.say("/audit", { userId: OWNER });
  await rig.telegram.waitForMessage(OWNER, ({ text }) => text.includes("article=a1 "));
  await rig.telegram.idle(50);
  const texts = rig.telegram.botMessagesIn(OWNER).map(({ text }) => text);
  const all = texts.join("\n");
  expect(all).toMatch(/^最近的操作.*\n.* · 1 · something of a later version\n/u);
  for (let i = 1; i < 20; i++) expect(all).toContain(` · 1 · 移除报道 · article=a${i} · title=长长`);
  expect(texts.length).toBeLessThanOrEqual(3);
});
