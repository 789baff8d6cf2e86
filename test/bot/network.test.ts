import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { answerWith, type BotRig } from "../support/bot-rig.js";
import { closeBots, createGate, pause, startBot } from "./starting.js";

afterAll(closeBots);

async function expectOneMessage({ telegram }: BotRig) {
  await telegram.idle(150);
  expect(telegram.botMessagesIn(1001)).toHaveLength(1);
}

describe.concurrent("a broken network", () => {
  it.each<[string, (rig: BotRig) => void]>([
    ["a proxy's error page", ({ telegram }) => telegram.html502("sendMessage", 2)],
    ["an error of the server", ({ telegram }) => telegram.fail("sendMessage", { status: 500 })],
    ["a connection cut before the message was taken", ({ telegram }) => telegram.drop("sendMessage", "before", 2)],
  ])("%s delays an answer and does not double it", async (_name, breakIt) => {
    const rig = await startBot();
    breakIt(rig);
    rig.telegram.say("问");
    await rig.telegram.waitForMessage(1001);
    await expectOneMessage(rig);
  });

  it("a connection cut after the message was taken doubles it at most once: nobody can know", async () => {
    const { telegram } = await startBot();
    telegram.drop("sendMessage", "after");
    telegram.say("问");
    await telegram.idle(600);
    expect(telegram.botMessagesIn(1001).length).toBeGreaterThanOrEqual(1);
    expect(telegram.botMessagesIn(1001).length).toBeLessThanOrEqual(2);
  });

  it("a connection cut while an answer grows changes nothing in the end", async () => {
    const rig = await startBot({
      telegram: { knowsDrafts: false },
      async script({ onPartial }) {
        for (const text of ["一。", "一。二。", "一。二。三。"]) {
          onPartial?.(text);
          await pause(200);
        }
        return answerWith("一。二。三。四。");
      },
    });
    rig.telegram.drop("editMessageText", "after");
    rig.telegram.drop("editMessageText", "before");
    rig.telegram.html502("editMessageText");
    rig.telegram.say("问");
    await rig.telegram.waitForMessage(1001, ({ text }) => text.startsWith("一。二。三。四。"));
    await expectOneMessage(rig);
  });

  it("a typing sign or a button's answer that hangs holds nothing up", async () => {
    const { telegram } = await startBot();
    telegram.hang("sendChatAction");
    telegram.say("问");
    await telegram.waitForMessage(1001);
    telegram.hang("answerCallbackQuery", { times: 2 });
    const { message } = telegram.say("/start");
    const welcome = await telegram.waitForMessage(1001, ({ reply_markup }) => reply_markup !== undefined);
    telegram.press(welcome, welcome.reply_markup?.inline_keyboard[0]?.[0]?.text ?? "");
    telegram.press(message, { data: "old" });
    telegram.say("后来");
    await telegram.waitForMessage(1001, ({ text }) => text.includes("后来"));
  });

  it("a message that hangs holds up its own chat only, and does not keep the bot from stopping", async () => {
    const rig = await startBot({ bot: { stopWithinMs: 600 } });
    const { telegram } = rig;
    telegram.hang("sendMessage");
    telegram.say("问");
    await telegram.waitFor("sendMessage", ({ error }) => error?.description === "hang");
    telegram.say("问", { userId: 1002 });
    await telegram.waitForMessage(1002);
    const startedAt = performance.now();
    await rig.stop();
    expect(performance.now() - startedAt).toBeLessThan(5000);
    // Nobody knows whether it arrived: the person is told, and not answered twice.
    await rig.start();
    expect((await telegram.waitForMessage(1001)).text).toBe(botWords("zh").interrupted);
    await expectOneMessage(rig);
  });
});

describe.concurrent("the log", () => {
  it("holds neither the token nor what people wrote, whatever goes wrong", async () => {
    const secret = "我的身份证号是110101";
    const gate = createGate();
    const rig = await startBot({
      bot: { stopWithinMs: 300 },
      async script({ question }) {
        if (question.includes("坏")) throw new Error("broken");
        if (question.includes("慢")) await gate.opened;
        return answerWith(secret);
      },
    });
    const { telegram } = rig;
    telegram.html502("sendMessage");
    telegram.drop("sendMessage", "before");
    telegram.fail("sendMessage", { status: 400, description: "Bad Request: something new" });
    telegram.hang("sendMessage");
    telegram.drop("getUpdates", "after");
    telegram.html502("getUpdates");
    const texts = [secret, `坏${secret}`, `/ask ${secret}`, `慢${secret}`, secret];
    for (const [i, text] of texts.entries()) telegram.say(text, { userId: 2000 + i });
    await telegram.waitFor("sendMessage", ({ error }) => error?.description === "hang");
    await telegram.idle(200);
    await rig.stop();
    gate.open();
    const log = rig.logged
      .map(({ fields, message }) => `${message} ${JSON.stringify(fields, (_, value: unknown) => inWords(value))}`)
      .join("\n");
    expect(log).toContain("broken");
    expect(log).not.toContain(telegram.token.slice(11));
    expect(log).not.toContain("110101");
  });
});

/** Everything that a serializer could get out of an error. */
function inWords(value: unknown): unknown {
  if (!(value instanceof Error)) return value;
  return { ...(value as object), stack: value.stack, cause: value.cause };
}
