import { afterAll, describe, expect, it } from "vitest";
import { answerWords } from "../../src/i18n/answer-words.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { answerWith, type BotRig, type Script } from "../support/bot-rig.js";
import { hang, sendText } from "../support/model-server-replies.js";
import { closeSurroundings, openSurroundings, until } from "./program.js";
import { closeBots, settlesAt, startBot } from "./starting.js";

afterAll(closeBots);
afterAll(closeSurroundings);

const { phases, sources } = botWords("zh");
const isFinished = ({ text }: { text: string }) => text.includes(sources);

describe.concurrent("stopping an answer", { timeout: 60_000 }, () => {
  const QUESTION = "阿里的乡村振兴模式是怎样的?";
  const STATEMENT = /^(\[\d+\]) (.*339名电商.*)$/mu;

  /** A model that says one thing that is true, and then nothing for ever. */
  async function startHalfway() {
    const around = await openSurroundings();
    around.model.reply("chat", (request, response) => {
      const [, number, text] = STATEMENT.exec(request.body.messages?.at(-1)?.content ?? "") ?? [];
      return sendText([`${text}${number} `, "还有"], { ending: "hang" })(request, response);
    });
    await around.start(around.withModel);
    return around;
  }

  const hasText = (telegram: BotRig["telegram"], words: string) =>
    until(() => telegram.draftsIn(1001).some((text) => text.includes(words)), `a draft with ${words}`);

  it("in its middle hangs up on the model; what was verified is the answer, and says so", async () => {
    const { telegram, model } = await startHalfway();
    telegram.say("青龙县累计孵化了多少名电商从业者?");
    await hasText(telegram, "339名");
    telegram.stop(1001);
    const whole = await telegram.waitForMessage(1001);
    expect(whole.text).toContain("339名");
    expect(whole.text).toContain(answerWords("zh").notices.stopped);
    expect(whole.text).toContain(sources);
    await until(() => model.requests[0]?.aborted === true, "the model's connection closed");
    // Pressed again, or late: nothing happens.
    telegram.stop(1001, 1);
    telegram.stop(1001, telegram.calls("sendMessageDraft")[0]?.params.draft_id as number);
    await telegram.idle(300);
    expect(telegram.botMessagesIn(1001)).toHaveLength(1);
    await telegram.allConfirmed();
    // The next question is not stopped by it.
    model.reply("chat");
    telegram.say("王振耀是谁?");
    await telegram.waitForMessage(1001, ({ text }) => text.includes("理事长"));
  });

  it("before its first statement ends it in a word, without a quote, and the next question is answered", async () => {
    const { telegram, model, withModel, start } = await openSurroundings();
    model.reply("chat", hang());
    await start(withModel);
    telegram.say(QUESTION);
    await hasText(telegram, phases.checking);
    await until(() => model.requests.length === 1, "the question at the model");
    model.reply("chat");
    telegram.stop(1001);
    expect((await telegram.waitForMessage(1001)).text).toBe(answerWords("zh").stopped);
    await until(() => model.requests[0]?.aborted === true, "the model's connection closed");
    telegram.say("青龙县累计孵化了多少名电商从业者?");
    expect((await telegram.waitForMessage(1001, isFinished)).text).toContain("339名");
    expect(telegram.botMessagesIn(1001)).toHaveLength(2);
  });
});

describe.concurrent("/stop", () => {
  const GROUP = -1_001_000_000_001;
  const { nothingToStop } = botWords("zh");

  /** Answers what is held when it is stopped, and anything else at once. */
  const holding: Script = ({ question, signal }) =>
    question.includes("慢")
      ? new Promise((resolve) => {
          const end = () => resolve(answerWith(`停:${question}`));
          if (signal?.aborted) end();
          signal?.addEventListener("abort", end);
        })
      : answerWith(`答:${question}`);

  const texts = ({ telegram }: BotRig, chatId: number) =>
    telegram.botMessagesIn(chatId).map(({ text }) => text.split("\n")[0]);

  it("overtakes the answer of its chat, and ends all that was asked before it", async () => {
    const rig = await startBot({ script: holding });
    rig.telegram.say("慢一");
    rig.telegram.say("慢二");
    await until(() => rig.asked.length === 1, "the first question");
    rig.telegram.say("/stop");
    rig.telegram.say("/stop");
    rig.telegram.say("后来");
    await settlesAt(() => texts(rig, 1001), ["停:慢一", "停:慢二", "答:后来"]);
    rig.telegram.say("/stop");
    await settlesAt(() => texts(rig, 1001).at(-1), nothingToStop);
    expect(rig.telegram.botMessagesIn(1001)).toHaveLength(4);
  });

  it("in a group ends only one's own answer", async () => {
    const rig = await startBot({ script: holding });
    const here = { chatId: GROUP };
    rig.telegram.say("/ask 慢", { ...here, userId: 1 });
    await until(() => rig.asked.length === 1, "the question");
    rig.telegram.say("/stop", { ...here, userId: 2 });
    rig.telegram.say("/stop", { chatId: 1, userId: 1 });
    rig.telegram.say("/stop@other_bot", { ...here, userId: 1 });
    await rig.telegram.waitForMessage(1, ({ text }) => text === nothingToStop);
    await rig.telegram.idle(200);
    expect(rig.asked[0]?.signal?.aborted).toBe(false);
    rig.telegram.say("/stop", { ...here, userId: 1 });
    await settlesAt(() => texts(rig, GROUP), ["停:慢"]);
    // Its turn came after the answer: to a group it has nothing to say.
    rig.telegram.say("/stop", { ...here, userId: 2 });
    rig.telegram.say("/ask 后来", { ...here, userId: 2 });
    await settlesAt(() => texts(rig, GROUP), ["停:慢", "答:后来"]);
  });

  it("hostile updates of its kind do no harm", async () => {
    const rig = await startBot();
    const { telegram } = rig;
    telegram.raw({ update_id: 600_000_001, stopped_message_generation: {} });
    telegram.raw({ update_id: 600_000_002, stopped_message_generation: { chat: null, draft_id: "x" } });
    telegram.raw({ update_id: 600_000_003, message: { text: "/stop" } });
    telegram.say("问");
    await telegram.waitForMessage(1001);
    await settlesAt(() => rig.inbox().listUnfinished(), []);
  });
});
