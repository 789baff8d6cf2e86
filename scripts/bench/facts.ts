/**
 * Inline mode as Telegram sees it: the compiled program with its inbox and its database on disk, asked over HTTP. The
 * time is that from an update on its way to the bot to the answer received, one query after another, none asked twice.
 */
import { spawn } from "node:child_process";
import type { Passage } from "../../src/core/types.js";
import { createSyntheticArticles } from "../../src/eval/synthetic.js";
import { findPersons } from "../../src/text/persons.js";
import { findPlaces } from "../../src/text/places.js";
import { type BotApi, startBotApi } from "./inline-api.js";
import { percentiles, type Times } from "./measure.js";
import { readIndexed } from "./ours.js";

/** Times in milliseconds, and how often there was something to offer. */
export interface FactTimes {
  chunks: number;
  queries: number;
  all: Times;
  /** By kind of query. */
  kinds: Record<string, Times & { known: number }>;
}

const PER_KIND = 60;
const WARM_UP = 15;

/** Starts the program on an indexed corpus and asks it. @param mainFile compiled. */
export async function benchFacts(mainFile: string, dataDir: string, corpusDir: string): Promise<FactTimes> {
  const { passages } = readIndexed(dataDir);
  const queries = takeQueries(passages);
  const api = await startBotApi();
  const child = spawn(process.execPath, [mainFile], {
    env: {
      PATH: process.env.PATH,
      BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      OPENAI_API_KEY: "",
      DATA_DIR: dataDir,
      CORPUS_DIR: corpusDir,
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the program ended with ${code} while it was asked`)));
  });
  try {
    const times = await Promise.race([askAll(api, queries), ended]);
    return { chunks: passages.length, ...times };
  } finally {
    ended.catch(() => undefined);
    child.kill("SIGKILL");
    api.close();
  }
}

async function askAll(api: BotApi, queries: Record<string, string[]>): Promise<Omit<FactTimes, "chunks">> {
  const all: number[] = [];
  const kinds: FactTimes["kinds"] = {};
  for (const query of Object.values(queries).flatMap((list) => list.slice(0, WARM_UP))) await api.ask(`${query} `);
  for (const [kind, list] of Object.entries(queries)) {
    const answers = [];
    for (const query of list) answers.push(await api.ask(query));
    const times = answers.map(({ ms }) => ms);
    all.push(...times);
    // An unknown name and an empty query bring one result and the newest articles.
    kinds[kind] = { ...percentiles(times), known: answers.filter(({ results }) => results > 1).length };
  }
  return { queries: all.length, all: percentiles(all), kinds };
}

/** What people type, from all over the corpus. */
function takeQueries(passages: readonly Passage[]): Record<string, string[]> {
  const step = Math.max(1, Math.floor(passages.length / (PER_KIND * 2)));
  const sample = passages.filter((_, i) => i % step === 0).flatMap(({ text }) => text.slice(0, 200));
  const take = (find: (text: string) => string[]) =>
    Array.from(new Set(sample.flatMap((text) => find(text).slice(0, 1)))).slice(0, PER_KIND);
  const places = take((text) => findPlaces(text).map((place) => `${place}县`));
  const years = createSyntheticArticles(PER_KIND, 1).map(({ title }) => title.replace(/项目(\d{4})年.*/u, " $1"));
  return {
    "a place": places,
    "a person": take((text) => findPersons(text).map(({ name }) => name)),
    "a programme and a year": years,
    "a question": places.map((place) => `${place}惠及多少名儿童?`),
    "half a word": places.map((place) => place.slice(0, 1)),
    "an unknown name": Array.from({ length: PER_KIND }, (_, i) => `埃菲尔铁塔${i}号`),
    nothing: Array.from({ length: PER_KIND }, () => ""),
  };
}
