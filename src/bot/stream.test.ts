import { afterEach, describe, expect, it } from "vitest";
import { answerWith, type BotRig, type RigOptions, type Script, startRig } from "../../test/support/bot-rig.js";
import type { AnswerRequest } from "../core/ports.js";
import type { Answer } from "../core/types.js";

const GROUP = -1_001_000_000_001;

let rig: BotRig;
afterEach(() => rig.close());

/** A read path that grows its answer when the test says so. */
function growing(changes: Partial<Answer> = {}) {
  let request: AnswerRequest | undefined;
  let end: ((text: string) => void) | undefined;
  const script: Script = (asked) => {
    request = asked;
    return new Promise((resolve) => {
      end = (text) => resolve(answerWith(text, { citations: [], ...changes }));
    });
  };
  return {
    script,
    asked: () => expect.poll(() => request !== undefined).toBe(true),
    partial: (text: string) => request?.onPartial?.(text),
    end: (text: string) => end?.(text),
  };
}

/** On a server that is too old for drafts, so that answers grow by edits in every chat. */
async function begin(options: RigOptions) {
  rig = await startRig({ telegram: { knowsDrafts: false }, ...options });
  await rig.start();
  return rig.telegram;
}

describe("an answer that grows by edits", () => {
  it("grows in one message, and ends as the finished one", async () => {
    const model = growing();
    const telegram = await begin({ script: model.script, bot: { pace: { firstMs: 0, editMs: 20 } } });
    telegram.say("问");
    await model.asked();
    model.partial("第一句[1]。");
    const message = await telegram.waitForMessage(1001);
    model.partial("第一句[1]。<b>第二句[2]。");
    await telegram.waitForMessage(1001, ({ text }) => text.includes("第二句"));
    model.end("第一句[1]。第二句[2]。第三句[3]。");
    const last = await telegram.waitForMessage(1001, ({ text }) => text.includes("第三句"));
    expect(last.message_id).toBe(message.message_id);
    expect(last.history).toEqual(["第一句[1]。", "第一句[1]。<b>第二句[2]。", "第一句[1]。第二句[2]。第三句[3]。"]);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("is edited no more often than its pace, and the latest text wins", async () => {
    const model = growing();
    const telegram = await begin({ script: model.script, bot: { pace: { firstMs: 0, editMs: 300 } } });
    telegram.say("问");
    await model.asked();
    for (let i = 1; i <= 100; i++) {
      model.partial("字".repeat(i));
      if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    model.end("完");
    await telegram.waitForMessage(1001, ({ text }) => text === "完");
    const [message] = telegram.botMessagesIn(1001);
    // A hundred texts within half a second: the first, two or three on the way, the finished one.
    expect(message?.history.length).toBeLessThanOrEqual(5);
    const edits = telegram.calls("editMessageText").slice(0, -1);
    for (const [i, edit] of edits.slice(1).entries()) expect(edit.at - (edits[i]?.at ?? 0)).toBeGreaterThanOrEqual(290);
  });

  it("that is there at once is sent as one message", async () => {
    const telegram = await begin({
      script: ({ onPartial, question }) => {
        onPartial?.("答");
        return answerWith(`答:${question}`);
      },
    });
    telegram.say("问");
    await telegram.waitForMessage(1001);
    await telegram.idle(300);
    expect(telegram.calls("sendMessage")).toHaveLength(1);
    expect(telegram.calls("editMessageText")).toHaveLength(0);
  });

  it("replies to the question in a group", async () => {
    const model = growing();
    const telegram = await begin({
      script: model.script,
      bot: { pace: { firstMs: 0, editMs: 60_000 } },
    });
    const { message } = telegram.say("/ask 问", { chatId: GROUP });
    await model.asked();
    model.partial("一");
    expect((await telegram.waitForMessage(GROUP)).reply_to_message_id).toBe(message.message_id);
    model.partial("一二");
    await telegram.idle(150);
    expect(telegram.calls("editMessageText")).toHaveLength(0);
    model.end("一二三");
    await telegram.waitForMessage(GROUP, ({ text }) => text === "一二三");
  });

  it("longer than a message shows its beginning until it is split", async () => {
    const model = growing();
    const telegram = await begin({ script: model.script, bot: { pace: { firstMs: 0 } } });
    const long = "这是一句话。".repeat(1000);
    telegram.say("问");
    await model.asked();
    model.partial(long);
    expect((await telegram.waitForMessage(1001)).text).toMatch(/^(?:这是一句话。)+ …$/);
    model.end(long);
    await expect
      .poll(() =>
        telegram
          .botMessagesIn(1001)
          .map(({ text }) => text)
          .join(""),
      )
      .toBe(long);
  });

  it("shows typing until it is finished", async () => {
    const model = growing();
    const telegram = await begin({ script: model.script, bot: { pace: { typingMs: 30 } } });
    telegram.say("问");
    await expect.poll(() => telegram.calls("sendChatAction").length).toBeGreaterThan(2);
    model.end("完");
    await telegram.waitForMessage(1001);
    await telegram.idle(100);
    const typing = telegram.calls("sendChatAction");
    expect(typing.at(-1)?.index).toBeLessThan(telegram.calls("sendMessage").at(-1)?.index ?? 0);
  });
});

describe("an answer that grows by edits and meets trouble", () => {
  const pace = { firstMs: 0, editMs: 20 };

  it("puts edits off when Telegram asks for it, without piling them up, and still ends", async () => {
    const model = growing();
    const telegram = await begin({ script: model.script, bot: { pace } });
    telegram.say("问");
    await model.asked();
    model.partial("一");
    await telegram.waitForMessage(1001);
    telegram.fail("editMessageText", { status: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 });
    for (const text of ["一二", "一二三", "一二三四"]) {
      model.partial(text);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    // One was refused; the others wait, and only the latest of them will be shown.
    expect(telegram.calls("editMessageText")).toHaveLength(1);
    await telegram.waitForMessage(1001, ({ text }) => text === "一二三四");
    model.end("完");
    const last = await telegram.waitForMessage(1001, ({ text }) => text === "完");
    expect(last.history).toEqual(["一", "一二三四", "完"]);
  });

  it("waits as long as Telegram asks with the finished text, which keeps its formatting", async () => {
    const telegram = await begin({ script: () => answerWith("答[1]。") });
    telegram.fail("sendMessage", { status: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 });
    telegram.say("问");
    expect((await telegram.waitForMessage(1001)).html).toContain("<blockquote expandable>");
    const [refused, sent] = telegram.calls("sendMessage");
    expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it("goes into a new message when its own was deleted", async () => {
    const model = growing();
    const telegram = await begin({ script: model.script, bot: { pace } });
    telegram.say("问");
    await model.asked();
    model.partial("一");
    telegram.remove(1001, (await telegram.waitForMessage(1001)).message_id);
    model.end("完");
    await telegram.waitForMessage(1001, ({ text }) => text === "完");
    telegram.say("再问");
    await expect.poll(() => rig.asked.length).toBe(2);
    model.partial("一");
    telegram.remove(1001, (await telegram.waitForMessage(1001, ({ text }) => text === "一")).message_id);
    model.partial("一二");
    await telegram.waitForMessage(1001, ({ text }) => text === "一二");
    model.end("再完");
    await telegram.waitForMessage(1001, ({ text }) => text === "再完");
    expect(telegram.botMessagesIn(1001).map(({ text }) => text)).toEqual(["完", "再完"]);
  });

  it("is not edited once more when the last partial text was the whole of it and nothing comes under it", async () => {
    const model = growing({ kind: "smalltalk" });
    const telegram = await begin({ script: model.script, bot: { pace } });
    telegram.say("问");
    await model.asked();
    model.partial("一样");
    await telegram.waitForMessage(1001);
    model.end("一样");
    await expect.poll(() => rig.inbox().listUnfinished()).toEqual([]);
    expect(telegram.calls("editMessageText")).toEqual([]);
    expect(rig.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("is sent without formatting, once, when Telegram cannot read ours", async () => {
    const telegram = await begin({ script: () => answerWith("1 < 2[1]。") });
    telegram.fail("sendMessage", {
      status: 400,
      description: "Bad Request: can't parse entities: Unsupported start tag",
    });
    telegram.say("问");
    const message = await telegram.waitForMessage(1001);
    expect(message.text).toContain("1 < 2[1]。\n\n出处\n[1] 《商业向善》");
    expect(message.entities).toEqual([]);
    expect(telegram.calls("sendMessage")).toHaveLength(2);
  });
});
