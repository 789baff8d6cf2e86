import type { Message, MessageEntity } from "grammy/types";
import { describe, expect, it } from "vitest";
import { type Incoming, readIncoming } from "./incoming.js";

const me = { id: 77, username: "Fact_Bot" };
const PRIVATE = { id: 1, type: "private", first_name: "A" };
const GROUP = { id: -1001, type: "supergroup", title: "G" };

/** A message; commands, mentions and their places are found as Telegram finds them. */
function message(text: string | undefined, changes: Record<string, unknown> = {}): Message {
  const entities: MessageEntity[] = [];
  for (const match of (text ?? "").matchAll(/@\w+/g)) {
    entities.push({ type: "mention", offset: match.index, length: match[0].length });
  }
  const command = /^\/\w+(?:@\w+)?/.exec(text ?? "");
  if (command) entities.unshift({ type: "bot_command", offset: 0, length: command[0].length });
  return {
    message_id: 5,
    date: 0,
    chat: PRIVATE,
    from: { id: 1, is_bot: false, first_name: "A" },
    ...(text === undefined ? {} : { text }),
    ...(entities.length === 0 ? {} : { entities }),
    ...changes,
  } as unknown as Message;
}
const read = (text: string | undefined, changes: Record<string, unknown> = {}) =>
  readIncoming(message(text, changes), me);
const inGroup = (text: string | undefined, changes: Record<string, unknown> = {}) =>
  read(text, { chat: GROUP, ...changes });
const question = (text: string): Incoming => ({ kind: "question", text });
const IGNORED: Incoming = { kind: "ignored" };
const own = { message_id: 3, from: { id: 77, is_bot: true }, text: "上一个答案" };
const others = { message_id: 3, from: { id: 2, is_bot: false }, text: "青龙县有多少人?" };

describe("in a private chat", () => {
  it.each([
    ["a text", "青龙县有多少名电商从业者?", {}, question("青龙县有多少名电商从业者?")],
    ["white space around it", " 有多少? \n", {}, question("有多少?")],
    ["our own name in it", "@fact_bot, 有多少?", {}, question("有多少?")],
    ["a forwarded text", "有多少?", { forward_origin: { type: "user" } }, question("有多少?")],
    ["a caption", undefined, { photo: [], caption: "这是哪年?" }, question("这是哪年?")],
    ["a reply to our answer", "那户呢?", { reply_to_message: own }, question("那户呢?")],
    ["a path that is no command", "/中文", {}, question("/中文")],
    ["a sticker", undefined, { sticker: {} }, { kind: "wordless" }],
    ["a voice", undefined, { voice: {} }, { kind: "wordless" }],
    ["a service message", undefined, { pinned_message: {} }, IGNORED],
    ["a message through another bot", "x", { via_bot: { id: 9 } }, question("x")],
    ["a picture through another bot", undefined, { via_bot: { id: 9 }, animation: {} }, { kind: "wordless" }],
    ["a fact that was sent through us", "x", { via_bot: { id: 77 } }, IGNORED],
    ["a forwarded post", "长".repeat(301), { forward_origin: { type: "channel" } }, { kind: "forwarded" }],
    ["a poll", undefined, { poll: {}, forward_origin: { type: "user" } }, { kind: "wordless" }],
    ["a message of another bot", "x", { from: { id: 9, is_bot: true } }, IGNORED],
  ])("reads %s", (_, text, changes, expected) => {
    expect(read(text, changes)).toEqual(expected);
  });
});

describe("in a group", () => {
  it.each([
    ["what others say", "青龙县有多少人?", {}, IGNORED],
    ["a call at the beginning", "@fact_bot 青龙县有多少人?", {}, question("青龙县有多少人?")],
    ["a call in other letters, with a comma", "@FACT_BOT\uFF0C有多少?", {}, question("有多少?")],
    ["a call in the middle", "请问 @fact_bot 有多少?", {}, question("请问 有多少?")],
    ["a call at the end", "有多少? @fact_bot", {}, question("有多少?")],
    ["a call of somebody else", "@fact_bot2 有多少?", {}, IGNORED],
    [
      "a call by a linked name",
      "小助手 有多少?",
      { entities: [{ type: "text_mention", offset: 0, length: 3, user: { id: 77 } }] },
      question("有多少?"),
    ],
    [
      "a linked name of somebody else",
      "小明 有多少?",
      { entities: [{ type: "text_mention", offset: 0, length: 2, user: { id: 8 } }] },
      IGNORED,
    ],
    ["a call alone", "@fact_bot", {}, question("")],
    ["a call under somebody's question", "@fact_bot", { reply_to_message: others }, question("青龙县有多少人?")],
    [
      "a call under a part of it",
      "@fact_bot",
      { reply_to_message: others, quote: { text: "多少人" } },
      question("多少人"),
    ],
    ["a call with words under it", "@fact_bot 几户?", { reply_to_message: others }, question("几户?")],
    ["a reply to our answer", "那户呢?", { reply_to_message: own }, question("那户呢?")],
    ["a sticker in reply to our answer", undefined, { reply_to_message: own, sticker: {} }, IGNORED],
    ["a reply to somebody else", "好", { reply_to_message: others }, IGNORED],
    ["a message in a topic that we opened", "好", { reply_to_message: { ...own, forum_topic_created: {} } }, IGNORED],
    ["a forwarded call", "@fact_bot 有多少?", { forward_origin: { type: "user" } }, IGNORED],
    ["a message through another bot", "@fact_bot x", { via_bot: { id: 9 } }, IGNORED],
    ["a picture", undefined, { photo: [] }, IGNORED],
    [
      "a caption that calls us",
      undefined,
      { photo: [], caption: "@fact_bot 谁?", caption_entities: [{ type: "mention", offset: 0, length: 9 }] },
      question("谁?"),
    ],
    [
      "an anonymous admin",
      "@fact_bot 谁?",
      { from: { id: 1087968824, is_bot: true }, sender_chat: GROUP },
      question("谁?"),
    ],
    ["somebody without a sender", "@fact_bot 谁?", { from: undefined }, question("谁?")],
    [
      "a channel's post in its group",
      "@fact_bot 谁?",
      { sender_chat: { id: -2 }, is_automatic_forward: true },
      IGNORED,
    ],
    ["a call by another bot", "@fact_bot 谁?", { from: { id: 9, is_bot: true } }, IGNORED],
  ])("reads %s", (_, text, changes, expected) => {
    expect(inGroup(text, changes)).toEqual(expected);
  });

  it("ignores a channel", () => {
    expect(read("@fact_bot 谁?", { chat: { id: -3, type: "channel" } })).toEqual(IGNORED);
  });
});

describe("commands", () => {
  const command = (name: string, text: string, isExplicit: boolean, argument = text): Incoming => ({
    kind: "command",
    name,
    argument,
    text,
    isExplicit,
  });
  it.each([
    ["with a question", inGroup("/ask 有多少?"), command("ask", "有多少?", false)],
    ["with our name, in any letters", inGroup("/ASK@fact_BOT 有多少?"), command("ask", "有多少?", true)],
    ["with another bot's name", inGroup("/ask@other_bot 有多少?"), IGNORED],
    ["with another bot's name, in private", read("/ask@other_bot 谁?"), command("ask", "谁?", true)],
    ["alone", read("/ask"), command("ask", "", true)],
    [
      "alone under somebody's question",
      inGroup("/ask", { reply_to_message: others }),
      command("ask", "青龙县有多少人?", false, ""),
    ],
    [
      "alone under somebody's picture",
      inGroup("/ask", { reply_to_message: { message_id: 3, from: { id: 2 }, caption: "谁?" } }),
      command("ask", "谁?", false, ""),
    ],
    ["alone under our answer", inGroup("/ask", { reply_to_message: own }), command("ask", "", false)],
    ["over two lines", read("/ask\n有多少?\n几户?"), command("ask", "有多少?\n几户?", true)],
    ["in the middle of a text", read("看 /help"), question("看 /help")],
  ])("are read %s", (_, read, expected) => {
    expect(read).toEqual(expected);
  });
});
