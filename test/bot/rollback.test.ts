import { afterEach, expect, it } from "vitest";
import { AppError } from "../../src/core/errors.js";
import { reindexWords } from "../../src/i18n/reindex-words.js";
import { until } from "./program.js";
import { closeBots, pause, startBot } from "./starting.js";

afterEach(closeBots);

const ADMIN = 4711;
const FORMER = "20261122T205227-1a2b3c4d";
const LATER = "20261123T205227-1a2b3c4d";
const zh = reindexWords("zh");

/** Two indexes of which one serves; going back twice would be going forth. */
function createTwoIndexes(hasFormer = true) {
  const index = { generation: LATER, articles: 1, chunks: 1 };
  const rollBack = async (from?: string) => {
    if (from !== undefined && from !== index.generation) return undefined;
    if (!hasFormer) throw new AppError("INDEX_INVALID", { message: "none" });
    index.generation = index.generation === LATER ? FORMER : LATER;
    return index.generation;
  };
  return { index, rollBack };
}

it("/rollback asks once more, then goes back; the same button again changes nothing", async () => {
  const { index, rollBack } = createTwoIndexes();
  const rig = await startBot({ index, reindexer: { rollBack }, bot: { adminIds: [ADMIN] } });
  const { telegram } = rig;
  telegram.say("/rollback", { userId: ADMIN });
  const asking = await telegram.waitForMessage(ADMIN, ({ text }) => text === zh.confirmRollBack);
  expect(index.generation).toBe(LATER);
  telegram.press(asking, zh.rollBack, { userId: ADMIN });
  const done = await telegram.waitForMessage(ADMIN, ({ text }) => text === zh.rolledBack(1));
  expect([done.message_id, done.reply_markup]).toEqual([asking.message_id, undefined]);
  telegram.press(asking, { data: `r:back:${LATER}` }, { userId: ADMIN });
  await telegram.allConfirmed();
  await telegram.idle(100);
  expect(index.generation).toBe(FORMER);
  expect(rig.database().prepare("SELECT admin, action, detail FROM audit").all()).toEqual([
    { admin: ADMIN, action: "rollback", detail: JSON.stringify({ generation: FORMER, from: LATER }) },
  ]);
});

it("going back is done once, also when the process dies before it can be told", async () => {
  const { index, rollBack } = createTwoIndexes();
  const rig = await startBot({ index, reindexer: { rollBack }, bot: { adminIds: [ADMIN] } });
  const { telegram } = rig;
  telegram.say("/rollback", { userId: ADMIN });
  const asking = await telegram.waitForMessage(ADMIN, ({ text }) => text === zh.confirmRollBack);
  telegram.hang("editMessageText");
  telegram.press(asking, zh.rollBack, { userId: ADMIN });
  await until(() => index.generation === FORMER, "going back");
  await pause(100);
  rig.crash();
  await rig.start();
  await telegram.waitForMessage(ADMIN, ({ text }) => text === zh.rolledBack(1));
  expect(index.generation).toBe(FORMER);
});

it("/rollback goes back from no other index than the one that was spoken of", async () => {
  const { index, rollBack } = createTwoIndexes();
  const { telegram } = await startBot({ index, reindexer: { rollBack }, bot: { adminIds: [ADMIN] } });
  telegram.say("/rollback", { userId: ADMIN });
  const asking = await telegram.waitForMessage(ADMIN, ({ text }) => text === zh.confirmRollBack);
  index.generation = "20261124T000000-00000000";
  telegram.press(asking, zh.rollBack, { userId: ADMIN });
  await telegram.waitForMessage(ADMIN, ({ text }) => text === zh.notRolledBack(1));
  expect(index.generation).toBe("20261124T000000-00000000");
});

it("/rollback can be left, and says when there is nothing to go back to", async () => {
  const { index, rollBack } = createTwoIndexes(false);
  const { telegram } = await startBot({ index, reindexer: { rollBack }, bot: { adminIds: [ADMIN] } });
  for (const [button, said] of [
    [zh.stay, zh.stayed],
    [zh.rollBack, zh.nothingToRollBack],
  ] as const) {
    telegram.say("/rollback", { userId: ADMIN });
    const asking = await telegram.waitForMessage(ADMIN, ({ text }) => text === zh.confirmRollBack);
    telegram.press(asking, button, { userId: ADMIN });
    await telegram.waitForMessage(ADMIN, ({ text }) => text === said);
  }
});
