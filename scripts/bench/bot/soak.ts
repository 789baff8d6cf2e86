/**
 * `npm run bench -- soak`: thousands of updates over a minute, in small bursts from many chats, while calls fail and
 * updates come twice. Nothing may be lost, doubled or out of order, and memory must not grow.
 */
import { setTimeout as pause } from "node:timers/promises";
import { round } from "../measure.js";
import { type BotApi, type Fault, startBotApi } from "./bot-api.js";
import { until } from "./measures.js";
import { startContender } from "./start-contender.js";

const MODEL = { firstMs: 300, wholeMs: 300 };
/** Time in which all questions are asked; they are answered a little later. */
const ASKING_MS = 70_000;
const TICK_MS = 200;
const LIMIT_MS = 180_000;
const FIRST_CHAT = 10_000;
/** Questions that one chat asks at once. */
const TOGETHER = 3;
/** Spreads bursts over the chats. */
const STRIDE = 7919;
/** Every so many calls one fails, in one way after the other. None of it takes effect, so nothing is left unknown. */
const FAULT_EVERY = 40;
const FAULTS: readonly Fault[] = ["tooMany", "dropped", "badGateway"];
/** Every so many batches bring updates once more. */
const REPEAT_EVERY = 5;
const STEPS = [0.2, 0.4, 0.6, 0.8, 1];
/** Memory at the end beside that at 40 %. */
const FLAT = 1.15;

/** What came of it. */
export interface Soak {
  updates: number;
  chats: number;
  seconds: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  faults: number;
  repeats: number;
  /** MB when 20, 40, 60, 80 and 100 % were answered. */
  rssMb: number[];
  /** The worst of the five stretches. */
  loopP99Ms: number;
}

/** Runs it; takes little more than a minute. */
export async function runSoak(updates: number, chats: number): Promise<Soak> {
  const trouble = createTrouble();
  const api = await startBotApi(trouble);
  const polled = api.nextPoll();
  const contender = startContender("ours", api, MODEL);
  try {
    await polled;
    const begun = performance.now();
    const asking = askInBursts(api, updates, chats);
    const rssMb: number[] = [];
    let loopP99Ms = 0;
    const givenUpAt = begun + LIMIT_MS;
    for (const share of STEPS) {
      await until(() => countAnswered(api) >= updates * share, givenUpAt - performance.now()).catch(() => undefined);
      const report = await contender.report();
      rssMb.push(report.rssMb);
      loopP99Ms = Math.max(loopP99Ms, report.loopP99Ms);
    }
    const seconds = round((performance.now() - begun) / 1000);
    await asking;
    await pause(1000); // A second copy would come now.
    return { updates, chats, seconds, ...judge(api), ...trouble.count(), rssMb, loopP99Ms };
  } finally {
    await contender.end();
    api.close();
  }
}

/** The result in words, and what of it misses the goal. */
export function renderSoak(soak: Soak): string {
  const { updates, chats, seconds, lost, doubled, outOfOrder, faults, repeats, rssMb, loopP99Ms } = soak;
  const growth = round((rssMb.at(-1) ?? 0) / (rssMb[1] ?? 1));
  return [
    `${updates} updates of ${chats} chats in ${seconds} s; ${faults} calls failed, ${repeats} batches brought updates twice`,
    `lost ${lost}, doubled ${doubled}, out of order ${outOfOrder}`,
    `RSS at 20/40/60/80/100 %: ${rssMb.join(" / ")} MB; the last is ${growth} × that at 40 % (goal ${FLAT})`,
    `event loop p99: ${loopP99Ms} ms late at most`,
  ].join("\n");
}

async function askInBursts(api: BotApi, updates: number, chats: number): Promise<void> {
  const begun = performance.now();
  for (let asked = 0; asked < updates; ) {
    const due = Math.min(updates, (updates * (performance.now() - begun + TICK_MS)) / ASKING_MS);
    while (asked < due) {
      api.ask(FIRST_CHAT + ((Math.floor(asked / TOGETHER) * STRIDE) % chats));
      asked++;
    }
    await pause(TICK_MS);
  }
}

function createTrouble() {
  const calls = new Map<string, number>();
  let faults = 0;
  let batches = 0;
  return {
    fault(method: string): Fault | undefined {
      const count = (calls.get(method) ?? 0) + 1;
      calls.set(method, count);
      return count % FAULT_EVERY === 0 ? FAULTS[faults++ % FAULTS.length] : undefined;
    },
    repeats: () => ++batches % REPEAT_EVERY === 0,
    count: () => ({ faults, repeats: Math.floor(batches / REPEAT_EVERY) }),
  };
}

function countAnswered({ asked }: BotApi): number {
  let answered = 0;
  for (const { messages } of asked.values()) if (messages > 0) answered++;
  return answered;
}

function judge({ asked, order }: BotApi): Pick<Soak, "lost" | "doubled" | "outOfOrder"> {
  const questions = Array.from(asked.values());
  const outOfOrder = Array.from(order.values()).reduce(
    (sum, numbers) => sum + numbers.filter((number, i) => number < (numbers[i - 1] ?? 0)).length,
    0,
  );
  return {
    lost: questions.filter(({ messages }) => messages === 0).length,
    doubled: questions.filter(({ messages }) => messages > 1).length,
    outOfOrder,
  };
}
