import { afterAll, describe, expect, it } from "vitest";
import { answerWords } from "../../src/i18n/answer-words.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { ruleWords } from "../../src/i18n/rule-words.js";
import { chunkEvent, sendEvents, sendStatus } from "../support/model-server-replies.js";
import { closeSurroundings, openSurroundings } from "./program.js";

// The whole program with the rules that its environment sets: a daily budget of the model, limits, chosen chats.

const QUESTION = "青龙县累计孵化了多少名电商从业者?";
const GROUP = -1_001_000_000_001;
const zh = answerWords("zh");
const isFinished = ({ text }: { text: string }) => text.includes(botWords("zh").sources);

afterAll(closeSurroundings);

describe("the model's daily budget", () => {
  it("ends in quotes that say so, in private and in groups, also after a restart", async () => {
    const { telegram, model, withModel, start } = await openSurroundings();
    const budgeted = { ...withModel, MODEL_TOKENS_PER_DAY: "1" };
    const program = await start(budgeted);
    telegram.say(QUESTION);
    const first = await telegram.waitForMessage(1001, isFinished);
    expect(first.text).not.toContain(zh.notices.budgetSpent);
    const asked = model.requests.length;
    expect(asked).toBe(1);

    telegram.say(`/ask ${QUESTION}`, { chatId: GROUP, userId: 1002 });
    const quoted = await telegram.waitForMessage(GROUP, isFinished);
    expect(quoted.text).toContain(zh.notices.budgetSpent);
    expect(quoted.text).toContain("339名");
    program.kill("SIGTERM");
    await program.exited;
    await start(budgeted);
    telegram.say(QUESTION, { userId: 1003 });
    expect((await telegram.waitForMessage(1003, isFinished)).text).toContain(zh.notices.budgetSpent);
    expect(model.requests).toHaveLength(asked);
  });

  it("counts what the server reports, and what a follow-up costs to be understood; a server may not know the option", async () => {
    const { telegram, model, withModel, start } = await openSurroundings();
    const report = 'data: {"choices":[],"usage":{"total_tokens":10}}\n\n';
    const say = (text: string) => sendEvents([chunkEvent({ content: text }), chunkEvent({}, "stop"), report]);
    model.script(
      "chat",
      sendStatus(422, { body: '{"detail":"extra inputs are not permitted"}' }),
      say("NOT_FOUND"),
      say("心智障碍者家庭支持计划累计筹集了多少善款?"),
      say("NOT_FOUND"),
    );
    await start({ ...withModel, MODEL_TOKENS_PER_DAY: "30" });
    telegram.say("心智障碍者家庭支持计划是哪一年发起的?");
    await telegram.waitForMessage(1001);
    telegram.say("它累计筹集了多少善款?");
    await telegram.waitForMessage(1001, () => telegram.botMessagesIn(1001).length === 2);
    expect(model.requests).toHaveLength(4);
    telegram.say(QUESTION, { userId: 1002 });
    expect((await telegram.waitForMessage(1002, isFinished)).text).toContain(zh.notices.budgetSpent);
    expect(model.requests).toHaveLength(4);
  });
});

it("the environment chooses chats; six questions a minute are the default, and admins are free of both", async () => {
  const { telegram, start } = await openSurroundings();
  await start({ ALLOWED_CHATS: `1001, ${GROUP}`, ADMIN_IDS: "1002", LIMIT_PER_MINUTE: "", LIMIT_PER_DAY: "" });
  telegram.say("你好", { userId: 1003 });
  telegram.say("/ask 你好", { chatId: GROUP, userId: 1003 });
  for (let i = 0; i < 8; i++) for (const userId of [1001, 1002]) telegram.say("你好", { userId });
  expect((await telegram.waitForMessage(1003)).text).toBe(ruleWords("zh").notHere(1003));
  expect((await telegram.waitForMessage(GROUP)).text).toBe(zh.greeting);
  await telegram.waitForMessage(1001, ({ text }) => text.startsWith("问得太快了"));
  await telegram.waitForMessage(1002, () => telegram.botMessagesIn(1002).length === 8);
  await telegram.idle(300);
  expect(telegram.botMessagesIn(1001)).toHaveLength(7);
});
