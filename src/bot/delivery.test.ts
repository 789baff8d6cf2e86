import { HttpError } from "grammy";
import { expect, it } from "vitest";
import { createDelivery, type Delivery } from "./delivery.js";
import type { ApiCall } from "./transformer.js";

const ok = (messageId: number) => ({ ok: true as const, result: { message_id: messageId } });
const refused = (error_code: number, description: string) => ({ ok: false as const, error_code, description });
const broken = (code: string) => new HttpError("Network request failed", Object.assign(new Error(code), { code }));

/** A disk, and a network whose replies are scripted; both note what happens in one list. */
function world(saved?: string) {
  const events: string[] = [];
  const disk: string[] = [];
  const replies: (ReturnType<typeof ok> | ReturnType<typeof refused> | Error)[] = [];
  const delivery: Delivery = createDelivery(saved, async (progress) => {
    disk.push(progress);
    const { sent, isSending } = JSON.parse(progress) as { sent: number[]; isSending: boolean };
    events.push(`write ${sent.join()}${isSending ? " sending" : ""}`);
  });
  const network: ApiCall = async (method, payload) => {
    const { message_id = "", text } = payload as { message_id?: number; text: string };
    events.push(`${method} ${message_id}${text}`);
    const reply = replies.shift();
    if (reply === undefined) throw new Error("an unexpected call");
    if (reply instanceof Error) throw reply;
    return reply;
  };
  const send = (text: string, more: object = {}) => {
    const call = delivery.transformer as unknown as (
      call: ApiCall,
      method: string,
      payload: object,
    ) => ReturnType<ApiCall>;
    return call(network, "sendMessage", { chat_id: 1, text, ...more });
  };
  return { delivery, events, replies, send, last: () => disk.at(-1) };
}

it("marks a message before it goes out and keeps its id", async () => {
  const { events, replies, send } = world();
  replies.push(ok(11), ok(12));
  await send("一");
  await send("二");
  expect(events).toEqual([
    "write  sending",
    "sendMessage 一",
    "write 11",
    "write 11 sending",
    "sendMessage 二",
    "write 11,12",
  ]);
});

it("takes the mark back when Telegram refuses, or was never reached", async () => {
  const { events, replies, send } = world();
  replies.push(refused(429, "Too Many Requests"), broken("ECONNREFUSED"), ok(11));
  expect(await send("一")).toMatchObject({ ok: false });
  await expect(send("一")).rejects.toThrow();
  await send("一");
  expect(events.filter((event) => event.startsWith("write"))).toEqual([
    "write  sending",
    "write ",
    "write  sending",
    "write ",
    "write  sending",
    "write 11",
  ]);
});

it("keeps the mark once an attempt ended without an answer, whatever a later one says", async () => {
  const { replies, send, last } = world();
  replies.push(broken("ECONNRESET"), refused(429, "Too Many Requests"));
  await expect(send("一")).rejects.toThrow();
  await send("一");
  expect(createDelivery(last(), async () => undefined).isUncertain).toBe(true);
  replies.push(ok(11));
  await send("一");
  expect(createDelivery(last(), async () => undefined).isUncertain).toBe(false);
});

it("edits after a crash what has arrived, and sends what has not", async () => {
  const first = world();
  first.replies.push(ok(11));
  await first.send("青龙县");
  const second = world(first.last());
  expect(second.delivery.isUncertain).toBe(false);
  second.replies.push(ok(11), ok(12));
  const edited = await second.send("青龙县有339名", { parse_mode: "HTML", reply_parameters: { message_id: 3 } });
  expect(edited).toMatchObject({ ok: true, result: { message_id: 11 } });
  await second.send("出处");
  expect(second.events.filter((event) => !event.startsWith("write"))).toEqual([
    "editMessageText 11青龙县有339名",
    "sendMessage 出处",
  ]);
});

it("takes a text that is already there as edited, and sends anew what somebody deleted", async () => {
  const { events, replies, send, last } = world('{"v":1,"sent":[11,12]}');
  replies.push(
    refused(400, "Bad Request: message is not modified"),
    refused(400, "Bad Request: message to edit not found"),
    ok(20),
  );
  expect(await send("一")).toMatchObject({ ok: true, result: { message_id: 11 } });
  expect(await send("二")).toMatchObject({ ok: true, result: { message_id: 20 } });
  expect(events).toContain("sendMessage 二");
  expect(JSON.parse(last() ?? "")).toMatchObject({ sent: [11, 20] });
});

it("is uncertain after a crash between the mark and the answer", async () => {
  const { replies, send, last } = world();
  replies.push(broken("ECONNRESET"));
  await expect(send("一")).rejects.toThrow();
  expect(createDelivery(last(), async () => undefined).isUncertain).toBe(true);
});

it("sends nothing before its mark is on the disk, however often it is tried", async () => {
  const calls: string[] = [];
  const delivery = createDelivery(undefined, () => Promise.reject(new Error("disk full")));
  const call = delivery.transformer as unknown as (call: ApiCall, method: string, payload: object) => unknown;
  const network: ApiCall = async (method) => {
    calls.push(method);
    return ok(1);
  };
  await expect(call(network, "sendMessage", {})).rejects.toThrow("disk full");
  await expect(call(network, "sendMessage", {})).rejects.toThrow("disk full");
  expect(calls).toEqual([]);
});

it("remembers that the asker was told", async () => {
  const { delivery, last } = world();
  expect(delivery.isTold).toBe(false);
  await delivery.markTold();
  expect(createDelivery(last(), async () => undefined).isTold).toBe(true);
});

it("starts anew on progress of another version", () => {
  expect(createDelivery('{"v":9,"isSending":true}', async () => undefined).isUncertain).toBe(false);
});
