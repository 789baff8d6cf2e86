import { Api } from "grammy";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type FakeTelegram, startFakeTelegram } from "../../test/support/telegram/fake-telegram.js";
import { isAppError } from "../core/errors.js";
import type { Log } from "../core/ports.js";
import { pollUpdates } from "./polling.js";

let telegram: FakeTelegram;
let warnings: string[];
const ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  telegram = await startFakeTelegram();
  warnings = [];
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await telegram.close();
});

const warn = (fields: object, message: string) => void warnings.push(`${message} ${JSON.stringify(fields)}`);
const log: Log = { debug: () => undefined, info: () => undefined, warn, error: warn };

interface Seen {
  update_id: number;
}

/** Polls until the test ends; notes the ids that came in. */
function poll(
  options: { accept?: (updates: readonly unknown[]) => void; timeoutSeconds?: number; token?: string } = {},
) {
  const seen: number[] = [];
  const stop = new AbortController();
  const { timeoutSeconds = 60, token = telegram.token } = options;
  const api = new Api(token, { apiRoot: telegram.apiRoot, timeoutSeconds });
  const accept = async (updates: readonly unknown[]) => {
    options.accept?.(updates);
    for (const update of updates) seen.push((update as Seen | null)?.update_id ?? -1);
  };
  const running = pollUpdates({ api, accept, log }, stop.signal);
  // Awaited at the end; a rejection before that is the test's own business.
  running.catch(() => undefined);
  ends.push(() => {
    stop.abort();
    return running.catch(() => undefined);
  });
  return { seen, running, stop };
}
const arrives = (seen: number[], ids: number[]) => expect.poll(() => seen, { timeout: 8000 }).toEqual(ids);

it("asks for messages and buttons only, at first without an offset", async () => {
  const { seen } = poll();
  const { updateId } = telegram.say("一");
  await arrives(seen, [updateId]);
  await telegram.allConfirmed();
  const [first] = telegram.calls("getUpdates");
  const allowed_updates = ["message", "callback_query", "inline_query", "stopped_message_generation"];
  expect(first?.params).toMatchObject({ timeout: 30, limit: 100, allowed_updates });
  expect(first?.params).not.toHaveProperty("offset");
});

it("confirms a batch only after it was stored, and fetches it again when it was not", async () => {
  let refusals = 2;
  const { updateId } = telegram.say("一");
  const { seen } = poll({
    accept: () => {
      expect(telegram.pendingUpdates()).toEqual([updateId]);
      if (refusals-- > 0) throw new Error("disk full");
    },
  });
  await arrives(seen, [updateId]);
  await telegram.allConfirmed();
  expect(refusals).toBe(-1);
});

it("lets go of its offset once that is confirmed, since ids may start lower after a silent week", async () => {
  const { updateId } = telegram.say("一");
  telegram.delay("getUpdates", 0);
  telegram.fail("getUpdates", { status: 200, body: '{"ok":true,"result":[]}', contentType: "application/json" });
  poll();
  const offsets = () => telegram.calls("getUpdates").map(({ params }) => params.offset);
  await expect.poll(() => offsets().slice(0, 3)).toEqual([undefined, updateId + 1, undefined]);
});

it("goes on after malformed updates", async () => {
  const { seen } = poll();
  telegram.raw({ update_id: 600_000_000, message: "?" });
  telegram.raw({ update_id: 600_000_001, callback_query: null });
  const { updateId } = telegram.say("一");
  await arrives(seen, [600_000_000, 600_000_001, updateId]);
});

it.each([
  ["a proxy's error page", () => telegram.html502("getUpdates", 2)],
  ["a broken connection", () => telegram.drop("getUpdates", "before", 2)],
  ["a server error", () => telegram.fail("getUpdates", { status: 500 })],
  [
    "an answer that is no list",
    () =>
      telegram.fail("getUpdates", { status: 200, body: '{"ok":true,"result":{}}', contentType: "application/json" }),
  ],
  [
    "a list without ids",
    () =>
      telegram.fail("getUpdates", {
        status: 200,
        body: '{"ok":true,"result":[{},null]}',
        contentType: "application/json",
      }),
  ],
])("survives %s", async (_, disturb) => {
  disturb();
  const { seen } = poll();
  const { updateId } = telegram.say("一");
  await expect.poll(() => seen.at(-1), { timeout: 8000 }).toBe(updateId);
  expect(warnings.join()).toContain("no updates could be fetched");
  expect(warnings.join()).not.toContain(telegram.token);
});

it("cuts a connection that hangs", async () => {
  telegram.hang("getUpdates");
  const { seen } = poll({ timeoutSeconds: 0.3 });
  const { updateId } = telegram.say("一");
  await arrives(seen, [updateId]);
});

it("waits when Telegram asks for it", async () => {
  telegram.fail("getUpdates", { status: 429, description: "Too Many Requests: retry after 1", retryAfter: 1 });
  const { seen } = poll();
  const { updateId } = telegram.say("一");
  await arrives(seen, [updateId]);
  const [refused, next] = telegram.calls("getUpdates");
  expect((next?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(990);
});

it("says clearly that another process polls, and goes on trying", async () => {
  telegram.fail("getUpdates", { status: 409, description: "Conflict: terminated by other getUpdates request" });
  const { seen } = poll();
  const { updateId } = telegram.say("一");
  await arrives(seen, [updateId]);
  expect(warnings.join()).toContain("another process fetches this bot's updates (409)");
});

it("removes a webhook that somebody sets while it polls", async () => {
  telegram.fail("getUpdates", {
    status: 409,
    description: "Conflict: can't use getUpdates method while webhook is active",
  });
  const { seen } = poll();
  const { updateId } = telegram.say("一");
  await arrives(seen, [updateId]);
  expect(telegram.calls("deleteWebhook").map(({ params }) => params.drop_pending_updates)).toEqual([false]);
});

it("ends when the token is not accepted", async () => {
  const { running } = poll({ token: "1234567:wrong" });
  const error: unknown = await running.catch((reason: unknown) => reason);
  expect(isAppError(error, "TELEGRAM_REJECTED")).toBe(true);
  expect(String(error)).toContain("BOT_TOKEN");
  expect(String(error)).not.toContain("wrong");
});

it("stops at once in the middle of a long poll", async () => {
  const { running, stop } = poll();
  await expect.poll(() => telegram.calls("getUpdates").length).toBe(1);
  stop.abort();
  await running;
  expect(warnings).toEqual([]);
});
