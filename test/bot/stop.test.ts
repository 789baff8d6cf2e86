import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { hang } from "../support/model-server-replies.js";
import { closeSurroundings, openSurroundings, until } from "./program.js";

// The program, told to stop.

const QUESTION = "青龙县累计孵化了多少名电商从业者?";
const OK = { code: 0, signal: null };
const isFinished = ({ text }: { text: string }) => text.includes(botWords("zh").sources);

afterAll(closeSurroundings);

describe.concurrent("SIGTERM", { timeout: 60_000 }, () => {
  it("finishes what is under way and exits 0; what comes later is answered by the next start", async () => {
    const { telegram, model, withModel, start } = await openSurroundings({ pieceDelayMs: 20 });
    const program = await start(withModel);
    telegram.say(QUESTION);
    await until(() => model.requests.length === 1, "the question at the model");
    program.kill("SIGTERM");
    telegram.say("王振耀是谁?", { userId: 1002 });
    expect(await program.exited).toEqual(OK);
    expect(telegram.botMessagesIn(1001).map(isFinished)).toEqual([true]);
    await start(withModel);
    await telegram.waitForMessage(1002, ({ text }) => text.includes("理事长"));
    await telegram.idle(300);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
    expect(telegram.botMessagesIn(1002)).toHaveLength(1);
  });

  it("with a model that never answers still exits 0 within ten seconds; the question is answered once", async () => {
    const { telegram, model, withModel, start } = await openSurroundings();
    model.reply("chat", hang());
    const program = await start(withModel);
    telegram.say(QUESTION);
    await until(() => model.requests.length === 1, "the question at the model");
    const stoppedAt = performance.now();
    program.kill("SIGTERM");
    expect(await program.exited).toEqual(OK);
    // Some seconds for a slow machine.
    expect(performance.now() - stoppedAt).toBeLessThan(14_000);
    model.reply("chat");
    await start(withModel);
    await telegram.waitForMessage(1001, ({ text }) => text.includes("339名"));
    await telegram.idle(300);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("while Telegram does not answer at all exits 0", async () => {
    const { telegram, start } = await openSurroundings();
    telegram.hang("getUpdates", { times: 5 });
    const program = await start();
    await telegram.waitFor("getUpdates");
    program.kill("SIGTERM");
    expect(await program.exited).toEqual(OK);
  });
});
