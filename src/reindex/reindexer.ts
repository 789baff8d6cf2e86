/**
 * The course of a re-indexing: ingest builds a candidate, the rehearsal tries it, and unless something got worse it is put
 * in place. A worse one waits here for a decision, in memory: after a restart or another run there is nothing to decide.
 */

import type { EditionStore } from "../core/edition-ports.js";
import { AppError } from "../core/errors.js";
import type { GenerationStore } from "../core/index-ports.js";
import type { Answerer, ConversationStore, IngestLock, Log } from "../core/ports.js";
import type { Rehearsal, Reindexer, ReindexOptions, ReindexOutcome, ReindexPlan } from "../core/reindex-ports.js";
import type { GoldenQuestion } from "../eval/golden.js";
import type { Answering, Candidate, OpenCandidate } from "../ingest/candidate.js";
import type { IngestOptions, IngestReport } from "../ingest/ingest.js";
import { rehearse } from "./rehearse.js";

/** What it works with. */
export interface ReindexerDeps {
  ingest(options: IngestOptions): Promise<IngestReport>;
  /** An answerer without a model over one generation. */
  answererFor(answering: Answering, conversations: ConversationStore): Answerer;
  /** The regression set as it is now; empty when there is none. @throws AppError SET_INVALID */
  questions(): GoldenQuestion[];
  generations: Pick<GenerationStore, "newest" | "rollBack">;
  editions: Pick<EditionStore, "restore">;
  lock: IngestLock;
  /** Whether embedding costs tokens. */
  isMetered: boolean;
  log: Log;
}

/** A worse candidate, and whether those who decide have heard of it. */
interface Waiting {
  candidate: OpenCandidate;
  outcome: ReindexOutcome;
  isSeen: boolean;
}

/** Makes one; nothing is running yet. */
export function createReindexer(deps: ReindexerDeps): Reindexer {
  const { generations, editions, lock, log } = deps;
  const closing = new AbortController();
  let waiting: Waiting | undefined;
  /** One thing at a time, and what `close` waits for. */
  let underway: { ended: Promise<unknown>; isAutomatic: boolean } | undefined;

  const automaticRun = () => (underway?.isAutomatic === true ? underway.ended : undefined);

  async function alone<Result>(work: () => Promise<Result>, isAutomatic = false): Promise<Result> {
    // Somebody who asks must not be told to come again because of what nobody asked for.
    if (!isAutomatic) for (let other = automaticRun(); other; other = automaticRun()) await other;
    closing.signal.throwIfAborted();
    if (underway) {
      throw new AppError("INDEX_BUSY", { message: "this program is changing the index already", retryable: true });
    }
    const running = work();
    underway = { ended: running.catch(() => undefined), isAutomatic };
    try {
      return await running;
    } finally {
      underway = undefined;
    }
  }

  async function drop(): Promise<void> {
    const dropped = waiting;
    waiting = undefined;
    await dropped?.candidate.discard(false);
  }

  async function run(options: ReindexOptions): Promise<ReindexOutcome> {
    const { isAutomatic = false, isUnseen = false, evenIfWorse = false, only, onPlan, onProgress } = options;
    if (!isAutomatic) await drop();
    const signal = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]);
    const before = (await generations.newest())?.id;
    let rehearsal: Rehearsal | undefined;
    const report = await deps.ingest({
      isAutomatic,
      ...(only && { only }),
      ...(waiting && { open: waiting.candidate }),
      signal,
      onPlan: (found) => onPlan?.(planOf(found)),
      ...(onProgress && { onProgress }),
      async decide(candidate) {
        rehearsal = await tryOut(candidate, onProgress, signal);
        return evenIfWorse || rehearsal?.isWorse !== true;
      },
    });
    const plan = planOf(report);
    const told = { plan, ...(report.isStandIn && { isStandIn: report.isStandIn }) };
    if (report.isStillOpen && waiting) {
      const { outcome, isSeen } = waiting;
      waiting.isSeen ||= !isUnseen;
      return isSeen ? { kind: "same", ...told } : outcome;
    }
    await drop();
    const { candidate, generation } = report;
    if (candidate && rehearsal) {
      log.warn({ candidate: candidate.id, ...scoresOf(rehearsal) }, "a new index got worse and waits for a decision");
      const outcome: ReindexOutcome = { kind: "worse", ...told, candidate: candidate.id, rehearsal };
      waiting = { candidate, outcome, isSeen: !isUnseen };
      return outcome;
    }
    if (generation === null || generation === before) return { kind: "same", ...told };
    log.info({ generation, ...(rehearsal && scoresOf(rehearsal)) }, "re-indexed");
    return { kind: "swapped", ...told, generation, rehearsal };
  }

  /** Undefined when there is nothing to compare with, or nothing to decide. */
  async function tryOut(
    candidate: Candidate,
    onProgress: ReindexOptions["onProgress"],
    signal: AbortSignal,
  ): Promise<Rehearsal | undefined> {
    const { serving, isRepair } = candidate;
    const questions = !isRepair && serving && serving.generation.lexical.size > 0 ? deps.questions() : [];
    if (!serving || questions.length === 0) return undefined;
    return rehearse(
      questions,
      {
        before: (conversations) => deps.answererFor(serving, conversations),
        after: (conversations) => deps.answererFor(candidate, conversations),
      },
      (done, total) => onProgress?.({ step: "rehearse", done, total }),
      signal,
    );
  }

  /** Does it to the candidate that waits, if it is this one. When that fails, it waits on and can be tried again. */
  async function decide<Result>(id: string, deed: (candidate: OpenCandidate) => Promise<Result>) {
    if (waiting?.candidate.id !== id) return undefined;
    const result = await deed(waiting.candidate);
    waiting = undefined;
    return result;
  }

  /** Articles before the index serves: killed in between, the next run finds that it does not fit them, and builds it. */
  async function rollBack(from?: string): Promise<string | undefined> {
    const release = lock.acquire();
    let present: string | undefined;
    let areRestored = false;
    try {
      present = (await generations.newest())?.id;
      if (from !== undefined && present !== from) return undefined;
      return await generations.rollBack((previous) => {
        areRestored = editions.restore(previous);
        if (areRestored) return;
        throw new AppError("INDEX_INVALID", { message: "going back: nothing is known of the articles from before" });
      });
    } catch (error) {
      if (areRestored && present !== undefined) editions.restore(present);
      throw error;
    } finally {
      release();
    }
  }

  function planOf({ plan, problems, ...counts }: IngestReport): ReindexPlan {
    const { added, updated, removed, unchanged, articles, chunks, embedded } = counts;
    const tokens = deps.isMetered ? counts.tokens : 0;
    const changes = plan.map(({ change, title, source }) => ({ change, title, source }));
    return { added, updated, removed, unchanged, articles, chunks, embedded, tokens, changes, problems };
  }

  return {
    plan: async () => planOf(await deps.ingest({ dryRun: true })),
    run: (options = {}) => alone(() => run(options), options.isAutomatic),
    accept: (id) => alone(async () => (await decide(id, (candidate) => candidate.putInPlace())) ?? false),
    discard: (id) =>
      alone(async () => {
        const isDone = await decide(id, async (candidate) => {
          await candidate.discard(true);
          return true;
        });
        return isDone ?? false;
      }),
    rollBack: (from) => alone(() => rollBack(from)),
    async close() {
      closing.abort(new AppError("INDEX_BUSY", { message: "the program ends", retryable: true }));
      await underway?.ended;
      await drop();
    },
  };
}

function scoresOf({ before, after, changed }: Rehearsal): Record<string, number> {
  return { questions: before.of, rightBefore: before.right, rightAfter: after.right, changedAnswers: changed.length };
}
