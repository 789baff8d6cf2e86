import { afterEach, describe, expect, it } from "vitest";
import { type BotRig, startRig } from "../../../test/support/bot-rig.js";
import { AppError } from "../../core/errors.js";
import type { ReindexReport } from "./reindex.js";

const ADMIN = 4711;
let rig: BotRig;
afterEach(() => rig.close());

async function startWith(reindex: () => Promise<ReindexReport>) {
  rig = await startRig({ reindex, bot: { adminIds: [ADMIN] } });
  await rig.start();
}

const report: ReindexReport = {
  added: 2,
  updated: 1,
  removed: 0,
  articles: 5,
  problems: [{ source: "坏.txt", code: "FILE_NOT_TEXT" }],
};

describe("/reindex", () => {
  it("tells an admin what has changed and which files could not be read", async () => {
    await startWith(async () => report);
    rig.telegram.say("/reindex", { userId: ADMIN, chatId: ADMIN });
    const message = await rig.telegram.waitForMessage(ADMIN, ({ text }) => text.includes("索引已更新"));
    expect(message.text).toContain("新增 2 篇");
    expect(message.text).toContain("坏.txt: 文件不是文本");
  });

  it("does not exist for anybody else", async () => {
    let runs = 0;
    await startWith(async () => {
      runs++;
      return report;
    });
    rig.telegram.say("/reindex", { userId: 12, chatId: 12 });
    await rig.telegram.waitForMessage(12, ({ text }) => text.includes("没有这个命令"));
    expect(runs).toBe(0);
  });

  it("says why it did not work", async () => {
    await startWith(() => Promise.reject(new AppError("INDEX_BUSY", { message: "another run" })));
    rig.telegram.say("/reindex", { userId: ADMIN, chatId: ADMIN });
    await rig.telegram.waitForMessage(ADMIN, ({ text }) => text.includes("正在更新索引"));
  });
});
