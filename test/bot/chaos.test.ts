import { afterAll, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { answerWith } from "../support/bot-rig.js";
import type { FakeTelegram } from "../support/telegram/fake-telegram.js";
import { until } from "./program.js";
import { closeBots, pause, startBot } from "./starting.js";

afterAll(closeBots);

const { interrupted, sources } = botWords("zh");
const CHATS = 20;
const QUESTIONS = 3;

/** Numbers from 0 to 1 that look random and are the same in every run. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Every third of the next calls of a method meets one of the faults that leave no doubt, the others pass. */
function orderFaults(telegram: FakeTelegram, method: string, calls: number, dice: () => number): void {
  for (let i = 0; i < calls; i++) {
    const roll = Math.floor(dice() * 12);
    if (roll === 0) telegram.fail(method, { status: 429, description: "Too Many Requests", retryAfter: 1 });
    else if (roll === 1) telegram.html502(method);
    else if (roll === 2) telegram.drop(method, "before");
    else telegram.delay(method, roll === 3 ? 30 : 0);
  }
}

it.concurrent.each([1, 2, 3])(
  "answers every question once, in order, while a quarter of all calls fails (%d)",
  { timeout: 60_000 },
  async (seed) => {
    const dice = createDice(seed);
    const rig = await startBot({
      // With drafts, and without.
      telegram: { knowsDrafts: seed !== 2 },
      async script({ question, onPartial }) {
        if (dice() < 0.5) onPartial?.(question);
        await pause(dice() * 60);
        return answerWith(question);
      },
    });
    const { telegram } = rig;
    for (const method of ["sendMessage", "editMessageText"]) orderFaults(telegram, method, 60, dice);
    for (const method of ["getUpdates", "sendChatAction", "sendMessageDraft"]) orderFaults(telegram, method, 12, dice);
    for (let i = 0; i < QUESTIONS; i++) {
      for (let chat = 0; chat < CHATS; chat++) telegram.say(`问题${i}`, { userId: 2000 + chat });
    }
    const users = Array.from({ length: CHATS }, (_, chat) => 2000 + chat);
    const replies = (user: number) => telegram.botMessagesIn(user).map(({ text }) => text);
    const isWhole = (text: string) => text === interrupted || text.includes(sources);
    const isDone = (user: number) => replies(user).filter(isWhole).length >= QUESTIONS;
    await until(() => users.every(isDone), "a reply to every question", 50_000);
    await telegram.idle(200);
    // A message whose three attempts all broke may have arrived for all anybody knows: then the person is told so.
    let unknown = 0;
    for (const user of users) {
      expect(replies(user)).toHaveLength(QUESTIONS);
      for (const [i, reply] of replies(user).entries()) {
        if (reply === interrupted) unknown++;
        else expect(reply).toMatch(new RegExp(`^问题${i}\n`));
      }
    }
    expect(unknown).toBeLessThanOrEqual(4);
  },
);
