/**
 * What those who ask notice of a re-indexing: times of answers and delays of the event loop, idle and while half of all
 * articles are indexed anew, rehearsal included. Delays are measured in a run of their own, since answering delays as well.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import { createSyntheticArticles } from "../../src/eval/synthetic.js";
import { createLog } from "../../src/log.js";
import { percentiles, round, type Times } from "./measure.js";

/** Milliseconds; `loop` is how late timers come. */
export interface WhileIndexing {
  chunks: number;
  reindexMs: number;
  idle: Times;
  indexing: Times;
  /** `indexing.p95` by `idle.p95`. */
  ratio: number;
  loop: { p50: number; p99: number; max: number };
}

const ASKED_EVERY_MS = 50;
const IDLE_QUESTIONS = 150;
const QUESTIONS = [
  "公益项目惠及多少名儿童?",
  "项目的负责人是谁?",
  "活动在哪里举行?",
  "一共捐了多少钱?",
  "有多少名志愿者参加?",
];

/** @param folder an empty one, for corpus and index. */
export async function benchWhileIndexing(folder: string, articles: number): Promise<WhileIndexing> {
  const corpusDir = join(folder, "corpus");
  mkdirSync(corpusDir, { recursive: true });
  const golden = QUESTIONS.map((question, i) => ({ id: `g${i}`, question, must: [], article: null }));
  const lines = Array.from({ length: 8 }, () => golden).flat();
  writeFileSync(join(corpusDir, "golden.jsonl"), lines.map((each) => JSON.stringify(each)).join("\n"));
  const made = createSyntheticArticles(articles, 1);
  const write = (round: number) => {
    for (const [i, { title, text }] of made.entries()) {
      if (round > 0 && i % 2 === 0) continue;
      const path = join(corpusDir, `${String(i).padStart(6, "0")}.md`);
      writeFileSync(path, `---\ntitle: ${JSON.stringify(title)}\n---\n${text}${round > 0 ? `第${round}版。` : ""}\n`);
    }
  };
  write(0);
  const app = await createApp({ ...readConfig({}), dataDir: join(folder, "data"), corpusDir }, createLog("error"));
  try {
    await app.ingest();
    await askFor(app, 20);
    const idle = await askFor(app, IDLE_QUESTIONS);

    write(1);
    const started = performance.now();
    const indexing = await askUntil(app, app.reindexer.run({ evenIfWorse: true }));
    const reindexMs = performance.now() - started;

    write(2);
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    await app.reindexer.run({ evenIfWorse: true });
    delays.disable();
    const ms = (nanoseconds: number) => round(nanoseconds / 1e6);
    return {
      chunks: app.articles.listCurrentChunks().length,
      reindexMs: Math.round(reindexMs),
      idle,
      indexing,
      ratio: round(indexing.p95 / idle.p95),
      loop: { p50: ms(delays.percentile(50)), p99: ms(delays.percentile(99)), max: ms(delays.max) },
    };
  } finally {
    await app.close();
  }
}

function askFor(app: App, questions: number): Promise<Times> {
  return askUntil(app, pause(questions * ASKED_EVERY_MS));
}

async function askUntil(app: App, work: Promise<unknown>): Promise<Times> {
  const ended = new AbortController();
  const working = work.finally(() => ended.abort());
  const times: number[] = [];
  for (let i = 0; !ended.signal.aborted; i++) {
    const due = performance.now() + ASKED_EVERY_MS;
    await pause(ASKED_EVERY_MS);
    // From when it was due: somebody who asks while the thread is busy waits for that as well.
    await app.answerer.answer({ question: QUESTIONS[i % QUESTIONS.length] ?? "" });
    times.push(performance.now() - due);
  }
  await working;
  return percentiles(times);
}
