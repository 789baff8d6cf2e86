import { afterAll, describe, expect, it } from "vitest";
import { closeBots, prepareBot, startBot } from "./starting.js";

afterAll(closeBots);

describe.concurrent("getting updates", () => {
  it("loses nothing when connections are cut and error pages come", async () => {
    const rig = await prepareBot();
    rig.telegram.drop("getUpdates", "before");
    rig.telegram.drop("getUpdates", "after");
    rig.telegram.html502("getUpdates");
    rig.telegram.say("问");
    await rig.start();
    await rig.telegram.waitForMessage(1001);
    await rig.telegram.allConfirmed();
    await rig.telegram.idle(150);
    expect(rig.telegram.botMessagesIn(1001)).toHaveLength(1);
  });

  it("goes on after another poller has come and gone", async () => {
    const { telegram, logged } = await startBot();
    await telegram.waitFor("setMyCommands");
    await telegram.idle(50);
    await fetch(`${telegram.apiRoot}/bot${telegram.token}/getUpdates?timeout=0`);
    await telegram.waitFor("getUpdates", ({ error }) => error?.code === 409);
    telegram.say("问");
    await telegram.waitForMessage(1001);
    expect(logged.some(({ level, message }) => level === "warn" && message.includes("409"))).toBe(true);
  });

  it("removes a webhook that is set, before and while it runs, and keeps what was waiting", async () => {
    const rig = await prepareBot();
    const { telegram } = rig;
    const setWebhook = () => fetch(`${telegram.apiRoot}/bot${telegram.token}/setWebhook?url=https://bot.example/x`);
    telegram.say("一");
    await setWebhook();
    await rig.start();
    await telegram.waitForMessage(1001);
    await setWebhook();
    telegram.say("二");
    await telegram.waitForMessage(1001, ({ text }) => text.includes("二"));
  });

  it("begins once the network is there", async () => {
    const rig = await prepareBot();
    rig.telegram.html502("getMe");
    rig.telegram.drop("getMe", "before");
    await rig.start();
    rig.telegram.say("问");
    await rig.telegram.waitForMessage(1001);
  });
});
