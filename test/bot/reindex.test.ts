import { afterEach, expect, it } from "vitest";
import { AppError } from "../../src/core/errors.js";
import type {
  Rehearsal,
  Reindexer,
  ReindexOptions,
  ReindexOutcome,
  ReindexPlan,
} from "../../src/core/reindex-ports.js";
import { botWords } from "../../src/i18n/bot-words.js";
import { errorWords } from "../../src/i18n/error-words.js";
import { reindexWords } from "../../src/i18n/reindex-words.js";
import { closeBots, createGate, FAST_PACE, startBot } from "./starting.js";

afterEach(closeBots);

const ADMIN = 4711;
const CANDIDATE = "20261123T205227-1a2b3c4d";
const zh = reindexWords("zh");
const bot = { adminIds: [ADMIN], pace: { ...FAST_PACE, editMs: 100 } };
const plan: ReindexPlan = {
  added: 2,
  updated: 1,
  removed: 0,
  unchanged: 3,
  articles: 6,
  chunks: 40,
  embedded: 12,
  tokens: 0,
  changes: [],
  problems: [],
};
const rehearsal: Rehearsal = {
  before: { right: 42, of: 42 },
  after: { right: 41, of: 42 },
  changed: [{ question: "带动了多少户?", before: "612户。[1]", after: "没有找到。", verdict: "worse" }],
  isWorse: true,
};
const swapped: ReindexOutcome = {
  kind: "swapped",
  plan,
  generation: CANDIDATE,
  rehearsal: { ...rehearsal, isWorse: false },
};
const worse: ReindexOutcome = { kind: "worse", plan, candidate: CANDIDATE, rehearsal };

/** A run that shows its plan, then how far it is, and waits for the test. */
function createRun(outcome: ReindexOutcome) {
  const gate = createGate();
  const run = async ({ onPlan, onProgress }: ReindexOptions = {}) => {
    onPlan?.(plan);
    onProgress?.({ step: "embed", done: 5, total: 12 });
    await gate.opened;
    return outcome;
  };
  return { run, finish: gate.open };
}
/** Remembers what was decided. */
function createDecisions(isThere = true) {
  const decided: string[] = [];
  const decide = (what: string) => async (candidate: string) => {
    decided.push(`${what} ${candidate}`);
    return isThere;
  };
  return { decided, accept: decide("accept"), discard: decide("discard") } satisfies Partial<Reindexer> & {
    decided: string[];
  };
}

it("/reindex is one message that shows plan, progress and outcome, while questions are answered in the same chat", async () => {
  const { run, finish } = createRun(swapped);
  const { telegram } = await startBot({ reindexer: { run }, bot });
  telegram.say("/reindex", { userId: ADMIN });
  await telegram.waitForMessage(ADMIN, ({ text }) => text === `${zh.plan(plan)}\n计算向量 5/12`);
  telegram.say("有多少户?", { userId: ADMIN });
  await telegram.waitForMessage(ADMIN, ({ text }) => text.startsWith("答:有多少户?"));
  finish();
  const done = await telegram.waitForMessage(ADMIN, ({ text }) => text.startsWith(zh.swapped));
  expect(done.text).toContain(zh.scores(rehearsal.before, rehearsal.after));
  expect(done.reply_markup).toBeUndefined();
  expect(telegram.botMessagesIn(ADMIN)).toHaveLength(2);
});

it("a worse one is put in place, or discarded, by a button; what was done is written down", async () => {
  for (const [button, what, said, action] of [
    [zh.accept, "accept", zh.accepted, "put index in place"],
    [zh.discard, "discard", zh.discarded, "discard index"],
  ] as const) {
    const { run, finish } = createRun(worse);
    const { decided, ...decisions } = createDecisions();
    const rig = await startBot({ reindexer: { run, ...decisions }, bot });
    const { telegram } = rig;
    finish();
    telegram.say("/reindex", { userId: ADMIN });
    const message = await telegram.waitForMessage(ADMIN, ({ text }) => text.startsWith(zh.worse));
    expect(decided).toEqual([]);
    telegram.press(message, button, { userId: ADMIN });
    const after = await telegram.waitForMessage(ADMIN, ({ text }) => text === said);
    expect(after.message_id).toBe(message.message_id);
    expect(after.reply_markup).toBeUndefined();
    expect(decided).toEqual([`${what} ${CANDIDATE}`]);
    expect(rig.database().prepare("SELECT admin, action FROM audit ORDER BY id").all()).toEqual([
      { admin: ADMIN, action: "reindex" },
      { admin: ADMIN, action },
    ]);
    telegram.press(message, { data: `r:put:${CANDIDATE}` }, { userId: ADMIN });
    await telegram.allConfirmed();
  }
});

it("a button for what is gone says so; while the index is busy the buttons stay", async () => {
  const { run, finish } = createRun(worse);
  finish();
  let isBusy = true;
  const accept = async () => {
    if (isBusy) throw new AppError("INDEX_BUSY", { message: "busy" });
    return false;
  };
  const { telegram } = await startBot({ reindexer: { run, accept }, bot });
  telegram.say("/reindex", { userId: ADMIN });
  const message = await telegram.waitForMessage(ADMIN, ({ text }) => text.startsWith(zh.worse));
  telegram.press(message, zh.accept, { userId: ADMIN });
  await telegram.waitForMessage(ADMIN, ({ text }) => text === errorWords("INDEX_BUSY", "zh"));
  isBusy = false;
  telegram.press(message, zh.accept, { userId: ADMIN });
  await telegram.waitForMessage(ADMIN, ({ text }) => text === zh.gone);
});

it("nobody else finds any of it, whatever the words and the data", async () => {
  const { decided, ...decisions } = createDecisions();
  const { run, finish } = createRun(worse);
  finish();
  const { telegram } = await startBot({ reindexer: { run, ...decisions }, bot });
  for (const command of ["/reindex", "/rollback"]) telegram.say(command, { userId: 12 });
  telegram.say("/reindex", { userId: ADMIN, chatId: -7 });
  const message = await telegram.waitForMessage(-7, ({ text }) => text.startsWith(zh.worse));
  telegram.press(message, zh.accept, { userId: 12 });
  for (const data of ["r:put:x", `r:drop:${CANDIDATE}`, "r:", "r:put", `r:put:${CANDIDATE}:1`]) {
    telegram.press(message, { data }, { userId: 12 });
  }
  for (const data of ["r:put", "r:put:", `r:swap:${CANDIDATE}`, `r:put:${CANDIDATE}:1`, `r:${"x".repeat(60)}`]) {
    telegram.press(message, { data }, { userId: ADMIN });
  }
  await telegram.allConfirmed();
  await telegram.idle(100);
  expect(decided).toEqual([]);
  const unknown = botWords("zh").unknownCommand;
  expect(telegram.botMessagesIn(12).map(({ text }) => text)).toEqual([unknown, unknown]);
});

it("says why it did not work, and goes on", async () => {
  const run = () => Promise.reject(new AppError("INDEX_BUSY", { message: "another run" }));
  const { telegram } = await startBot({ reindexer: { run }, bot });
  telegram.say("/reindex", { userId: ADMIN });
  await telegram.waitForMessage(ADMIN, ({ text }) => text === errorWords("INDEX_BUSY", "zh"));
  telegram.say("有多少户?", { userId: ADMIN });
  await telegram.waitForMessage(ADMIN, ({ text }) => text.startsWith("答:"));
});

it("every admin of the configuration is asked when files made it worse, and nobody when not", async () => {
  let tell: (outcome: ReindexOutcome) => void = () => undefined;
  let hasEnded = false;
  const { decided, ...decisions } = createDecisions();
  const rig = await startBot({
    bot: { ...bot, adminIds: [ADMIN, 4712] },
    reindexer: decisions,
    followCorpus(told) {
      tell = told;
      return async () => {
        hasEnded = true;
      };
    },
  });
  const { telegram } = rig;
  for (const userId of [ADMIN, 4712]) telegram.say("你好", { userId });
  telegram.say("/lang en", { userId: 4712 });
  for (const userId of [ADMIN, 4712]) await telegram.waitForMessage(userId);
  await telegram.allConfirmed();
  tell(swapped);
  tell(worse);
  const message = await telegram.waitForMessage(ADMIN, ({ text }) => text.startsWith(zh.corpusChanged));
  expect(message.text).toContain(zh.worse);
  await telegram.waitForMessage(4712, ({ reply_markup }) => JSON.stringify(reply_markup ?? {}).includes("r:put:"));
  telegram.press(message, zh.discard, { userId: ADMIN });
  await telegram.waitForMessage(ADMIN, ({ text }) => text === zh.discarded);
  expect(decided).toEqual([`discard ${CANDIDATE}`]);
  await rig.stop();
  expect(hasEnded).toBe(true);
});
