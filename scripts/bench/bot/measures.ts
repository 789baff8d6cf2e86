/** How bots are measured: a burst that waits at the start, questions at a steady rate, and the same beside one who floods. */
import { setTimeout as pause } from "node:timers/promises";
import { percentiles, round, type Times } from "../measure.js";
import { type Asked, type BotApi, startBotApi } from "./bot-api.js";
import type { Model } from "./exchange.js";
import { type ContenderName, type ContenderReport, startContender } from "./start-contender.js";

const CHATS = 500;
const FIRST_CHAT = 10_000;
const FLOODER = 9999;
const PER_SECOND = 20;
/** Questions at the start that are not counted: code is compiled and connections are made. */
const WARM_UP = 40;
const BURST_LIMIT_MS = 120_000;
/** Questions that are not answered by then are counted as having waited so long. */
const GRACE_MS = 5000;

/** A burst that was worked off. */
export interface Burst extends ContenderReport {
  updates: number;
  seconds: number;
  perSecond: number;
}

/** `updates` questions of 500 chats wait when the bot starts; timed from their first delivery to the last answer. */
export async function measureBurst(name: ContenderName, updates: number, model: Model): Promise<Burst> {
  const api = await startBotApi();
  const questions = Array.from({ length: updates }, (_, i) => api.ask(FIRST_CHAT + (i % CHATS)));
  const contender = startContender(name, api, model);
  try {
    await until(() => questions.every(({ messages }) => messages > 0), BURST_LIMIT_MS);
    const begun = Math.min(...questions.map(({ deliveredAt = 0 }) => deliveredAt));
    const seconds = (Math.max(...questions.map(({ visibleAt = 0 }) => visibleAt)) - begun) / 1000;
    return { updates, seconds: round(seconds), perSecond: round(updates / seconds), ...(await contender.report()) };
  } finally {
    await contender.end();
    api.close();
  }
}

/** Twenty questions a second, answered. */
export interface Steady extends ContenderReport {
  /** From the moment a question could be fetched to the first text of its answer. Milliseconds. */
  visible: Times;
  unanswered: number;
  /** What no bot can beat: the model's first sentence and one round trip of the network. Milliseconds. */
  floorMs: number;
}

/** @param flood messages of one more chat, all at the start. */
export async function measureSteady(
  name: ContenderName,
  model: Model,
  { seconds, flood }: { seconds: number; flood: number },
): Promise<Steady> {
  const api = await startBotApi();
  const floorMs = round(model.firstMs + (await measureRoundTrip(api)));
  const polled = api.nextPoll();
  const contender = startContender(name, api, model);
  try {
    await polled;
    await askSteadily(api, WARM_UP);
    await pause(1000);
    for (let i = 0; i < flood; i++) api.ask(FLOODER);
    const questions = await askSteadily(api, seconds * PER_SECOND);
    await until(() => questions.every(({ visibleAt }) => visibleAt !== undefined), GRACE_MS).catch(() => undefined);
    const now = performance.now();
    const waited = questions.map(({ availableAt, visibleAt = now }) => visibleAt - availableAt);
    const unanswered = questions.filter(({ visibleAt }) => visibleAt === undefined).length;
    return { visible: percentiles(waited), unanswered, floorMs, ...(await contender.report()) };
  } finally {
    await contender.end();
    api.close();
  }
}

/** Questions of many chats at a steady rate, whatever becomes of them. */
async function askSteadily(api: BotApi, count: number): Promise<Asked[]> {
  const begun = performance.now();
  const questions: Asked[] = [];
  for (let i = 0; i < count; i++) {
    await pause(Math.max(0, begun + (i * 1000) / PER_SECOND - performance.now()));
    questions.push(api.ask(FIRST_CHAT + (i % CHATS)));
  }
  return questions;
}

const ROUND_TRIPS = 50;

/** Median of plain calls over a connection that is open, with nothing else going on. */
async function measureRoundTrip({ root, token }: BotApi): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < ROUND_TRIPS; i++) {
    const begun = performance.now();
    await (await fetch(`${root}/bot${token}/getMe`)).text();
    times.push(performance.now() - begun);
  }
  return percentiles(times).p50;
}

/** @throws Error when it does not come true in time. */
export async function until(isTrue: () => boolean, limitMs: number): Promise<void> {
  const givenUpAt = performance.now() + limitMs;
  while (!isTrue()) {
    if (performance.now() > givenUpAt) throw new Error(`not done within ${limitMs} ms`);
    await pause(20);
  }
}
