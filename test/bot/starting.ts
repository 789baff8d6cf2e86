/**
 * Bots for the tests of this folder that need the read path scripted (`support/bot-rig`), at a tenth of the usual pauses
 * and closed at the end of the file. For the whole program see `program.ts`.
 */
import { expect } from "vitest";
import { type BotRig, type RigOptions, startRig } from "../support/bot-rig.js";

/** A streamed answer takes a test half a second. */
export const FAST_PACE = { draftMs: 100, refreshMs: 2000, editMs: 300, firstMs: 15, statusMs: 15, typingMs: 4500 };

const rigs = new Set<BotRig>();

/** Starts a Telegram for a bot that the test starts itself. Without a script it answers `答:<question>`. */
export async function prepareBot(options: RigOptions = {}): Promise<BotRig> {
  const rig = await startRig({ ...options, bot: { pace: FAST_PACE, ...options.bot } });
  rigs.add(rig);
  return rig;
}

/** Starts a Telegram and the bot on it. */
export async function startBot(options: RigOptions = {}): Promise<BotRig> {
  const rig = await prepareBot(options);
  await rig.start();
  return rig;
}

/** For `afterAll`. */
export async function closeBots(): Promise<void> {
  await Promise.all(Array.from(rigs, (rig) => rig.close()));
  rigs.clear();
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until something is as expected; what it is instead fails the test. Works in concurrent tests, unlike `expect.poll`. */
export async function settlesAt<T>(actual: () => T, expected: T, timeoutMs = 15_000): Promise<void> {
  const isThere = () => JSON.stringify(actual()) === JSON.stringify(expected);
  const givenUpAt = Date.now() + timeoutMs;
  while (!isThere() && Date.now() < givenUpAt) await pause(20);
  expect(actual()).toEqual(expected);
}

/** Holds answers back until the test opens it. */
export function createGate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
