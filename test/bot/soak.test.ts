import { afterAll, expect, it } from "vitest";
import { answerWith } from "../support/bot-rig.js";
import { until } from "./program.js";
import { closeBots, pause, startBot } from "./starting.js";

// The small sister of `npm run bench -- soak`.

afterAll(closeBots);

const CHATS = 50;
const ROUNDS = 5;
const TOGETHER = 4;
const users = Array.from({ length: CHATS }, (_, i) => 5000 + i);

it("answers a thousand updates of fifty chats once each, in order, while calls fail and updates come twice", {
  timeout: 40_000,
}, async () => {
  const { telegram, asked } = await startBot({
    async script({ question }) {
      await pause(20);
      return answerWith(question);
    },
  });
  // Every fortieth call fails, in one way after the other, before it takes effect: nothing is left unknown.
  for (let i = 0; i < 24; i++) {
    telegram.delay("sendMessage", 0, 39);
    if (i % 3 === 0) telegram.fail("sendMessage", { status: 429, description: "Too Many Requests", retryAfter: 1 });
    else if (i % 3 === 1) telegram.html502("sendMessage");
    else telegram.drop("sendMessage", "before");
  }
  telegram.delay("getUpdates", 0, 2);
  telegram.drop("getUpdates", "after");
  telegram.html502("getUpdates");

  for (let round = 0; round < ROUNDS; round++) {
    for (const userId of users) {
      for (let i = 0; i < TOGETHER; i++) {
        const text = `第${round * TOGETHER + i}问`;
        const { updateId, message } = telegram.say(text, { userId });
        if (i > 0 || userId % 5 > 0) continue;
        // Once more, as it came.
        const from = { id: userId, is_bot: false, first_name: "U" };
        const chat = { id: userId, type: "private", first_name: "U" };
        telegram.raw({
          update_id: updateId,
          message: { message_id: message.message_id, date: message.date, chat, from, text },
        });
      }
    }
    await pause(300);
  }
  const texts = (user: number) => telegram.botMessagesIn(user).map(({ text }) => text.split("\n")[0]);
  const wanted = Array.from({ length: ROUNDS * TOGETHER }, (_, i) => `第${i}问`);
  const arrived = () => telegram.calls("sendMessage").filter(({ result }) => result !== undefined).length;
  await until(() => arrived() >= CHATS * wanted.length, "all answers", 30_000);
  await telegram.idle(300);
  for (const user of users) expect(texts(user)).toEqual(wanted);
  expect(telegram.faultsLeft("sendMessage")).toBe(0);
  expect(asked).toHaveLength(CHATS * wanted.length);
});
