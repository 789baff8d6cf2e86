/**
 * Bots for the tests of this folder that need the read path scripted (`support/bot-rig`), at a tenth of the usual pauses
 * and closed at the end of the file. For the whole program see `program.ts`.
 */
import { type BotRig, type RigOptions, startRig } from "../support/bot-rig.js";

/** A streamed answer takes a test half a second. */
export const FAST_PACE = { privateEditMs: 100, groupEditMs: 300, firstMs: 15, typingMs: 4500 };

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

/** Holds answers back until the test opens it. */
export function createGate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
