import { afterAll, describe, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { hang, sendText } from "../support/model-server-replies.js";
import { closeSurroundings, openSurroundings, until } from "./program.js";
import { pause } from "./starting.js";

// The program, killed at the worst moments.

const QUESTION = "青龙县累计孵化了多少名电商从业者?";
const { interrupted, sources } = botWords("zh");
const isFinished = ({ text }: { text: string }) => text.includes(sources);

afterAll(closeSurroundings);

describe.concurrent("a crash", { timeout: 60_000 }, () => {
  it("during slow model calls: after the restart each question is answered once, in order, none is lost", async () => {
    const { telegram, model, withModel, start } = await openSurroundings();
    model.reply("chat", hang());
    const first = await start(withModel);
    for (let user = 2001; user <= 2004; user++) telegram.say(QUESTION, { userId: user });
    telegram.say("王振耀是谁?", { userId: 2001 });
    await until(() => model.requests.length >= 4, "four questions at the model");
    first.kill("SIGKILL");
    await first.exited;
    telegram.say(QUESTION, { userId: 2005 });
    model.reply("chat");
    await start(withModel);
    for (let user = 2001; user <= 2005; user++) await telegram.waitForMessage(user, isFinished);
    await telegram.waitForMessage(2001, ({ text }) => text.includes("理事长"));
    await telegram.idle(300);
    const counts = [2001, 2002, 2003, 2004, 2005].map((user) => telegram.botMessagesIn(user).length);
    expect(counts).toEqual([2, 1, 1, 1, 1]);
    expect(telegram.botMessagesIn(2001)[0]?.text).toContain("339名");
  });

  it("between two partial texts: the message that had begun is finished, no second one is sent", async () => {
    // With edits three seconds apart, the answer must take its time.
    const slow = { answer: quoteMuch, pieceDelayMs: 40 };
    const { telegram, model, withModel, start } = await openSurroundings(slow, { knowsDrafts: false });
    const first = await start(withModel);
    telegram.say("阿里的乡村振兴模式是怎样的?");
    const growing = await telegram.waitForMessage(1001, (message) => message.editCount > 0 && !isFinished(message));
    first.kill("SIGKILL");
    await first.exited;
    model.reply("chat", (request, response) => sendText([quoteMuch(request.body.messages ?? [])])(request, response));
    await start(withModel);
    const whole = await telegram.waitForMessage(1001, isFinished);
    await telegram.idle(300);
    expect(whole.message_id).toBe(growing.message_id);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("at any moment: no question is answered twice, and none is left without a word", async () => {
    const { telegram, start } = await openSurroundings();
    let answered = 0;
    let program = await start();
    for (const [round, killAfterMs] of [5, 40, 110].entries()) {
      const users = Array.from({ length: 8 }, (_, i) => 3000 + round * 8 + i);
      for (const userId of users) telegram.say(QUESTION, { userId });
      await pause(killAfterMs);
      program.kill("SIGKILL");
      await program.exited;
      program = await start();
      for (const user of users) await telegram.waitForMessage(user);
      await telegram.allConfirmed();
      await telegram.idle(300);
      for (const user of users) {
        const texts = telegram.botMessagesIn(user).map(({ text }) => text);
        const answers = texts.filter((text) => text.includes("339名"));
        expect(answers.length).toBeLessThanOrEqual(1);
        // When the kill fell between sending and hearing of it, nobody can know whether it arrived: the person is told so.
        expect(texts.filter((text) => !answers.includes(text) && text !== interrupted)).toEqual([]);
        expect(texts.length).toBeLessThanOrEqual(2);
        answered += answers.length;
      }
    }
    expect(answered).toBeGreaterThan(8);
  });
});

/** The first dozen of the prompt's sentences, word for word, with their numbers: statements that pass every check. */
function quoteMuch(messages: readonly { content: string }[]): string {
  const passages = /<passages>([\s\S]*)<\/passages>/u.exec(messages.at(-1)?.content ?? "")?.[1] ?? "";
  const lines = Array.from(passages.matchAll(/^(\[\d+\]) (.+)$/gmu), ([, number, text]) => `${text}${number}`);
  return lines.length === 0 ? "NOT_FOUND" : lines.slice(0, 12).join(" ");
}
