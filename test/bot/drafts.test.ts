import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { answerWith, type BotRig, type Script } from "../support/bot-rig.js";
import { until } from "./program.js";
import { closeBots, createGate, FAST_PACE, pause, prepareBot, startBot } from "./starting.js";

afterAll(closeBots);

const { phases, sources } = botWords("zh");
const isFinished = ({ text }: { text: string }) => text.includes(sources);
const TOO_MANY = { status: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 };

/** Searches, checks, and says two sentences, each a little later than the last. */
const speak: Script = async ({ onPhase, onPartial }) => {
  onPhase?.("retrieving");
  await pause(150);
  onPhase?.("checking");
  await pause(150);
  onPartial?.("一。");
  await pause(150);
  onPartial?.("一。二。");
  await pause(150);
  return answerWith("一。二。三。");
};

/** The same, going on when the last words are seen. */
const speakInStep =
  ({ telegram }: BotRig): Script =>
  async ({ onPhase, onPartial }) => {
    const isSeen = (words: string) => until(() => telegram.draftsIn(1001).includes(words), words);
    onPhase?.("retrieving");
    await isSeen(phases.retrieving);
    onPhase?.("checking");
    await isSeen(phases.checking);
    for (const text of ["一。", "一。二。"]) {
      onPartial?.(text);
      await isSeen(text);
    }
    return answerWith("一。二。三。");
  };

/** Texts of all drafts of a chat, in order. */
const drafted = ({ telegram }: BotRig, chatId = 1001) =>
  telegram
    .calls("sendMessageDraft")
    .filter(({ params }) => params.chat_id === chatId)
    .map(({ params }) => params.text);

describe.concurrent("an answer in a private chat", () => {
  it("is drafted: what is being done, then the verified sentences; one message follows", async () => {
    const rig = await startBot({ script: (request) => speakInStep(rig)(request) });
    const { telegram } = rig;
    const { updateId } = telegram.say("?");
    await telegram.waitForMessage(1001, isFinished);
    await telegram.idle(150);
    expect(drafted(rig)).toEqual([phases.retrieving, phases.checking, "一。", "一。二。"]);
    expect(new Set(telegram.calls("sendMessageDraft").map(({ params }) => params.draft_id))).toEqual(
      new Set([updateId + 1]),
    );
    for (const { params } of telegram.calls("sendMessageDraft")) {
      expect(params).toMatchObject({ can_stop: true, keep_on_stop: true });
    }
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
    expect(telegram.calls("editMessageText")).toEqual([]);
    expect(telegram.draftsIn(1001)).toEqual([]);
    expect(telegram.journal.filter(({ error, unknownParams }) => error ?? unknownParams.length > 0)).toEqual([]);
  });

  it.each([0, 60])(
    "shows its first sentence at once, whatever was shown shortly before (a draft takes %d ms)",
    async (ms) => {
      const gate = createGate();
      const rig = await prepareBot({
        async script({ onPhase, onPartial }) {
          onPhase?.("retrieving");
          await until(() => rig.telegram.calls("sendMessageDraft").length > 0, "what is being done");
          onPhase?.("checking");
          onPartial?.("一。");
          await gate.opened;
          return answerWith("一。");
        },
        bot: { pace: { draftMs: 30_000 } },
      });
      const { telegram } = rig;
      telegram.delay("sendMessageDraft", ms);
      await rig.start();
      telegram.say("?");
      await until(() => telegram.draftsIn(1001).includes("一。"), "the first sentence", 5000);
      gate.open();
      await telegram.waitForMessage(1001, isFinished);
      expect(drafted(rig)).toEqual([phases.retrieving, "一。"]);
    },
  );

  it("that is there at once is not drafted", async () => {
    const rig = await startBot({
      script({ onPhase, onPartial }) {
        onPhase?.("retrieving");
        onPartial?.("一。");
        return answerWith("一。");
      },
      bot: { pace: {} },
    });
    rig.telegram.say("?");
    await rig.telegram.waitForMessage(1001, isFinished);
    await rig.telegram.idle(250);
    expect(drafted(rig)).toEqual([]);
  });

  it("is drafted again before the draft vanishes, and not any more once it is there", async () => {
    const gate = createGate();
    const rig = await startBot({
      async script({ onPhase }) {
        onPhase?.("retrieving");
        await gate.opened;
        return answerWith("一。");
      },
      bot: { pace: { ...FAST_PACE, refreshMs: 150 } },
    });
    rig.telegram.say("?");
    await until(() => drafted(rig).length >= 3, "three drafts");
    gate.open();
    await rig.telegram.waitForMessage(1001, isFinished);
    const before = drafted(rig);
    expect(new Set(before)).toEqual(new Set([phases.retrieving]));
    await pause(400);
    expect(drafted(rig)).toEqual(before);
  });

  it("longer than a draft shows its beginning", async () => {
    const long = "这是一句话。".repeat(1000);
    const rig = await startBot({
      async script({ onPartial }) {
        onPartial?.(long);
        await pause(150);
        return answerWith(long, { citations: [] });
      },
    });
    rig.telegram.say("?");
    await rig.telegram.waitForMessage(1001);
    await rig.telegram.idle(150);
    expect(drafted(rig)[0]).toMatch(/^(?:这是一句话。)+ …$/);
    expect(
      rig.telegram
        .botMessagesIn(1001)
        .map(({ text }) => text)
        .join(""),
    ).toBe(long);
  });

  it("is drafted anew after a crash, and ends as one message", async () => {
    const rig = await prepareBot();
    await rig.start({
      script: ({ onPartial }) => {
        onPartial?.("一。");
        return new Promise(() => undefined);
      },
    });
    rig.telegram.say("?");
    await until(() => drafted(rig).length > 0, "a draft");
    rig.crash();
    await rig.start({ script: speakInStep(rig) });
    await rig.telegram.waitForMessage(1001, isFinished);
    await rig.telegram.idle(150);
    expect(drafted(rig).slice(-2)).toEqual(["一。", "一。二。"]);
    expect(rig.telegram.botMessagesIn(1001)).toHaveLength(1);
    expect(rig.asked).toHaveLength(2);
  });
});

describe.concurrent("a draft that is refused", { timeout: 30_000 }, () => {
  it("by a server that does not know them gives way to edits, for the whole process", async () => {
    const rig = await startBot({ telegram: { knowsDrafts: false }, script: speak });
    const { telegram } = rig;
    telegram.say("?");
    const whole = await telegram.waitForMessage(1001, isFinished);
    // A status is no message: it would ring a telephone for nothing.
    expect(whole.history.slice(0, -1)).not.toContain(phases.retrieving);
    expect(whole.history[0]).toMatch(/^一。(?:二。)?$/);
    telegram.say("?", { userId: 1002 });
    await telegram.waitForMessage(1002, isFinished);
    expect(telegram.calls("sendMessageDraft")).toHaveLength(1);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("by a chat gives way to edits in that chat only", async () => {
    const rig = await startBot({ script: speak });
    const { telegram } = rig;
    telegram.fail("sendMessageDraft", { status: 400, description: "Bad Request: TEXTDRAFT_PEER_INVALID" });
    for (const userId of [1001, 1001, 1002]) {
      const { message } = telegram.say("?", { userId });
      await telegram.waitForMessage(userId, (reply) => isFinished(reply) && reply.message_id > message.message_id);
    }
    expect(drafted(rig, 1001)).toHaveLength(1);
    expect(drafted(rig, 1002).length).toBeGreaterThan(2);
    expect(telegram.botMessagesIn(1001)[1]?.history.length).toBeGreaterThan(1);
  });

  it("with 429 is not repeated before Telegram allows it, and the finished answer does not wait for that", async () => {
    const rig = await startBot({ script: speak });
    const { telegram } = rig;
    telegram.fail("sendMessageDraft", { ...TOO_MANY, retryAfter: 60, times: 9 });
    telegram.say("?");
    await telegram.waitForMessage(1001, isFinished);
    expect(telegram.calls("sendMessageDraft")).toHaveLength(1);
  });

  it("with 429 is followed by the latest text after the wait", async () => {
    const rig = await startBot({
      async script(request) {
        await speak(request);
        await pause(900);
        return answerWith("一。二。三。");
      },
    });
    const { telegram } = rig;
    telegram.fail("sendMessageDraft", TOO_MANY);
    telegram.say("?");
    await telegram.waitForMessage(1001, isFinished);
    const [refused, next] = telegram.calls("sendMessageDraft");
    expect(next?.params.text).toBe("一。二。");
    expect((next?.at ?? 0) - (refused?.finishedAt ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it("is followed by a final message that waits and keeps its formatting, or goes out plain once", async () => {
    const rig = await startBot({ script: speak });
    const { telegram } = rig;
    telegram.fail("sendMessage", TOO_MANY);
    telegram.say("?");
    const whole = await telegram.waitForMessage(1001, isFinished);
    expect(whole.entities.map(({ type }) => type)).toContain("expandable_blockquote");
    telegram.fail("sendMessage", { status: 400, description: "Bad Request: can't parse entities: x", times: 1 });
    telegram.say("?", { userId: 1002 });
    const plain = await telegram.waitForMessage(1002, isFinished);
    expect(plain.entities).toEqual([]);
    expect(telegram.calls("sendMessage").map(({ params }) => params.parse_mode)).toEqual([
      "HTML",
      "HTML",
      "HTML",
      undefined,
    ]);
  });

  it.each(["hang", "drop", "html502"] as const)("or lost (%s) does not harm the finished answer", async (fault) => {
    const rig = await startBot({ script: speak });
    const { telegram } = rig;
    if (fault === "drop") telegram.drop("sendMessageDraft", "before", 9);
    else if (fault === "hang") telegram.hang("sendMessageDraft", { times: 9 });
    else telegram.html502("sendMessageDraft", 9);
    const startedAt = performance.now();
    telegram.say("?");
    await telegram.waitForMessage(1001, isFinished);
    // 0.6 s of speaking, and one for a draft that hangs.
    expect(performance.now() - startedAt).toBeLessThan(4000);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
    expect(rig.logged.filter(({ level }) => level === "warn" || level === "error")).toEqual([]);
  });
});
