/** How answering feels while the same process indexes everything anew: against idle, and how long the event loop is held. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { createLog } from "../../src/log.js";
import { writeCorpus } from "./corpus.js";
import { percentiles, round, type Times } from "./measure.js";
import { readIndexed } from "./ours.js";
import { takeKnownItems } from "./questions.js";

/** Times in ms. */
export interface Answering {
  answers: number;
  answer: Times;
  /** Of the event loop, beyond the 10 ms between two looks at it. */
  delay: { p50: number; p99: number; max: number };
}

const QUESTIONS = 300;
const IDLE_MS = 15_000;
/** Somebody asks again so long after an answer. */
const PAUSE_MS = 20;
const LOOK_EVERY_MS = 10;
/** Gives other articles than those that are indexed, so that nothing can be kept. */
const SEED = 3;

/** Answers with what is indexed in `dataDir`: first idle, then until every article has been exchanged for another. */
export async function benchWhileIndexing(dataDir: string, corpusDir: string, articles: number) {
  const questions = takeKnownItems(readIndexed(dataDir).passages, QUESTIONS).map(({ text }) => text);
  const app = await createApp({ ...readConfig({}), dataDir, corpusDir }, createLog("error"));
  await askWhile(app, questions, setTimeout(2000));
  const idle = await askWhile(app, questions, setTimeout(IDLE_MS));
  writeCorpus(corpusDir, articles, SEED);
  const started = performance.now();
  const indexing = await askWhile(app, questions, app.ingest());
  const indexMs = round(performance.now() - started);
  await app.close();
  return { idle, indexing, indexMs };
}

/** Asks one question after another until `work` is done. */
async function askWhile(app: App, questions: readonly string[], work: Promise<unknown>): Promise<Answering> {
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: LOOK_EVERY_MS });
  delay.enable();
  const state = { isDone: false };
  const done = work.finally(() => {
    state.isDone = true;
  });
  done.catch(() => {}); // it is thrown below
  for (let i = 0; !state.isDone; i++) {
    const begun = performance.now();
    await app.answerer.answer({ question: questions[i % questions.length] ?? "" });
    times.push(performance.now() - begun);
    await setTimeout(PAUSE_MS);
  }
  delay.disable();
  await done;
  const beyond = (nanoseconds: number) => Math.max(0, round(nanoseconds / 1e6 - LOOK_EVERY_MS));
  return {
    answers: times.length,
    answer: percentiles(times),
    delay: { p50: beyond(delay.percentile(50)), p99: beyond(delay.percentile(99)), max: beyond(delay.max) },
  };
}
