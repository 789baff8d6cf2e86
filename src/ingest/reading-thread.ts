/**
 * A thread that reads files, with limits. One file at a time; a file that takes too long, too much memory or the whole
 * thread down is refused, and the next one gets a new thread. The thread goes when it has had nothing to do for a while
 * and never keeps the program from ending.
 */
import type { Worker } from "node:worker_threads";
import { AppError } from "../core/errors.js";
import { startThread, threadFile } from "../threads/start-thread.js";
import { refuse } from "./load.js";
import type { FileReading } from "./read-file.js";
import type { ReadingReply, ReadingRequest } from "./reading-messages.js";
import { unlessAborted } from "./turns.js";

/** Limits; the defaults are right outside of tests. */
export interface ReadingLimits {
  /** For one file, from when the thread is up. Default 30,000: a large PDF takes five seconds on a slow machine. */
  ms?: number;
  /** JavaScript heap of the thread. Default 768. */
  heapMb?: number;
  /**
   * How much the whole process may grow while a file is read. Default 1024: what a stream unpacks to lies outside of
   * the heap, and only this stops it.
   */
  growthMb?: number;
  /** How long the thread waits for the next file. Default 20,000. */
  idleMs?: number;
}

/** A thread that reads files. */
export interface ReadingThread {
  /** @throws AppError of a FILE_ code or FRONT_MATTER_INVALID; the reason of an abort */
  read(request: ReadingRequest, signal?: AbortSignal): Promise<FileReading>;
  /** Ends it; a file that is being read is refused. */
  end(): Promise<void>;
}

const WATCH_MS = 100;
const START_MS = 60_000;
const MB = 1024 * 1024;

/** @example await createReadingThread().read({ bytes, source: "a.pdf", origin: {} }) */
export function createReadingThread(limits: ReadingLimits = {}): ReadingThread {
  const { ms = 30_000, heapMb = 768, growthMb = 1024, idleMs = 20_000 } = limits;
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let line: Promise<unknown> = Promise.resolve();

  function start(): Worker {
    const started = startThread(threadFile("reading-worker", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      env: {},
    });
    started.on("error", () => {}); // told to whoever waits; without a listener it would end the program
    started.on("exit", () => {
      if (worker === started) worker = undefined;
    });
    return started;
  }

  async function stop(): Promise<void> {
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  }

  async function readNow(request: ReadingRequest, signal: AbortSignal | undefined): Promise<FileReading> {
    signal?.throwIfAborted();
    clearTimeout(idle);
    const thread = (worker ??= start());
    thread.ref();
    try {
      const reply = await unlessAborted(ask(thread, request, { ms, growthMb }), signal).catch(
        async (error: unknown) => {
          await stop(); // whatever it is doing, it is not to go on with it
          throw error;
        },
      );
      if (reply.kind === "read") return reply.reading;
      throw new AppError(reply.code, { message: reply.message });
    } finally {
      thread.unref();
      idle = setTimeout(() => void stop(), idleMs).unref();
    }
  }

  return {
    read(request, signal) {
      const reading = line.then(() => readNow(request, signal));
      line = reading.catch(() => {});
      return reading;
    },
    async end() {
      clearTimeout(idle);
      await stop();
    },
  };
}

/** Sends a file and waits for the reply, or for whatever makes one impossible. */
function ask(
  thread: Worker,
  request: ReadingRequest,
  { ms, growthMb }: { ms: number; growthMb: number },
): Promise<Exclude<ReadingReply, { kind: "begun" }>> {
  const { source } = request;
  const before = process.memoryUsage.rss();
  return new Promise((resolve, reject) => {
    const giveUp = (why: string, cause?: unknown) =>
      finish(() => reject(refuse("FILE_TOO_COMPLEX", source, why, cause)));
    const onMessage = (reply: ReadingReply) => {
      if (reply.kind !== "begun") return finish(() => resolve(reply));
      clearTimeout(clock);
      clock = setTimeout(() => giveUp(`it took more than ${ms} ms`), ms);
    };
    const onError = (cause: unknown) =>
      giveUp("reading it used up the memory for one file, or broke its parser", cause);
    const onExit = () => giveUp("the thread that read it ended");
    let clock = setTimeout(() => giveUp("the thread that reads did not start"), START_MS);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > growthMb * MB) giveUp(`it took more than ${growthMb} MB of memory`);
    }, WATCH_MS);

    function finish(settle: () => void): void {
      clearTimeout(clock);
      clearInterval(watch);
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
      settle();
    }
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage(request, []);
  });
}
