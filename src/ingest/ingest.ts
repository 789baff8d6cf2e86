/**
 * The write path: from the files of the corpus folder to the index that answers. Each step is a file of its own; this
 * one is their order. Everything slow comes before anything changes: revisions are stored without being current, the index
 * is built beside the one that answers and may be tried, and both are put in place last. Killed at any moment, the old
 * one serves on and the next run finishes the work.
 *
 *   load ─ heal ─ split ─ plan ─ chunk ─ embed ─ stage ─ build ─ (try) ─ put in place
 */
import type { EditionStore } from "../core/edition-ports.js";
import type { GenerationStore } from "../core/index-ports.js";
import type { ArticleStore, CorpusChange, EmbeddingModel, IngestLock, Log } from "../core/ports.js";
import type { ReindexCounts, ReindexProgress } from "../core/reindex-ports.js";
import type { StoredChunk } from "../core/types.js";
import { type Candidate, createCandidate, type OpenCandidate } from "./candidate.js";
import { type CurrentChunks, createCurrentChunks } from "./current-chunks.js";
import type { FileStamps } from "./file-stamps.js";
import { readUntouchedChunks } from "./indexed-texts.js";
import { estimateTokens, fillNeed, findNeed, type Need } from "./need.js";
import { editionAfter, type IngestPlan, type PlanEntry, planChange } from "./plan.js";
import { isPublished, prepareGeneration, stageChange } from "./publish.js";
import { type CorpusReading, type FileProblem, type ReadCorpus, readCorpus } from "./read-corpus.js";
import { createTurns, type Turns } from "./turns.js";

/** The ports that ingest uses. */
export interface IngestDeps {
  articles: ArticleStore;
  editions: EditionStore;
  generations: GenerationStore;
  embedding: EmbeddingModel;
  lock: IngestLock;
  log: Log;
  /** Chunks that former runs of this process have read; by default all are read. */
  current?: CurrentChunks;
  /** Waited for between two pieces of work; by default nothing is. */
  giveWay?: () => Promise<void>;
}

/** How far a run has come. */
export interface IngestProgress extends ReindexProgress {
  step: "read" | "embed" | "index";
}

/** How to run. */
export interface IngestOptions {
  /** Only say what would change: nothing is embedded or written. Default false. */
  dryRun?: boolean;
  /** Nobody asked for it: what was given up is not brought in again. Default false. */
  isAutomatic?: boolean;
  /** Sources that are looked at; all other files are taken for what they were. By default all are looked at. */
  only?: readonly string[];
  /** What a former run built; when the corpus is still what that was made of, nothing is done. */
  open?: OpenCandidate;
  /** Called when it is known what will change, before anything is done. Not when there is nothing to do. */
  onPlan?: (plan: IngestReport) => void;
  onProgress?: (progress: IngestProgress) => void;
  /** Whether what was built is put in place. Default: it is. */
  decide?: (candidate: Candidate) => Promise<boolean>;
  /** Aborting ends the run with the signal's reason, nothing changed. */
  signal?: AbortSignal;
}

/** What a run did, or would do when dry. */
export interface IngestReport extends ReindexCounts {
  /** Id of the generation that serves afterwards; null when there is none yet (dry run). */
  generation: string | null;
  ms: number;
  /** Files that could not be read; what they gave before is kept. */
  problems: FileProblem[];
  plan: PlanEntry[];
  /** What was built and not put in place. */
  candidate?: OpenCandidate;
  /** Nothing was done, since `open` is what there would be. */
  isStillOpen: boolean;
  /** Another embedding model than the wanted one was used, since that failed. */
  isStandIn?: true;
}

/** Brings the index in line with the corpus. */
export interface Ingest {
  /**
   * Runs once. Only one run at a time per data folder, over all processes.
   * @throws AppError INDEX_BUSY, CORPUS_UNREADABLE, EMBEDDING_FAILED, STORE_FAILED, INDEX_INVALID; the old index serves on
   */
  run(options?: IngestOptions): Promise<IngestReport>;
}

/** Where articles come from: a folder (with `stamps`, files that this process knows are not read again), or elsewhere. */
export type IngestSource = { corpusDir: string; stamps?: FileStamps } | { read: ReadCorpus };

/**
 * The write path for one corpus.
 * @example await createIngest({ articles, editions, generations, embedding, lock, log }, { corpusDir: "corpus" }).run()
 */
export function createIngest(deps: IngestDeps, source: IngestSource): Ingest {
  const { articles, editions, generations, lock, log, current = createCurrentChunks(deps.articles) } = deps;
  const read: ReadCorpus =
    "read" in source
      ? source.read
      : (known, onProgress, signal, only) =>
          readCorpus(source.corpusDir, known, onProgress, { ...source, signal, only });

  async function run(options: IngestOptions): Promise<IngestReport> {
    const startedAt = performance.now();
    const turns = createTurns(options.signal, deps.giveWay);
    const tellRead = (done: number, total: number) => options.onProgress?.({ step: "read", done, total });
    const reading = await read(articles.listFiles(), tellRead, options.signal, options.only);
    logReading(reading, log);
    const plan = await planChange(reading, articles, turns);
    // Written out in full for whom it may concern only: it is as long as the list of all files.
    const target = () => editionAfter(plan.change, editions.current());
    const isStillOpen = !plan.isEmpty && options.open?.isOf(target()) === true;
    const isGivenUp = !plan.isEmpty && options.isAutomatic === true && editions.isGivenUp(target);
    if (isGivenUp) log.info({ changes: plan.entries.length }, "what was given up before is not brought in again");

    const isHeldBack = isStillOpen || isGivenUp;
    const report = await bringIn(isHeldBack ? nothing() : plan, reading.problems, options, turns);
    report.isStillOpen = isStillOpen;
    report.generation = (await generations.current())?.id ?? null;
    report.ms = Math.round(performance.now() - startedAt);
    const { problems, plan: entries, candidate, isStillOpen: _, ...counts } = report;
    const outcome = { dryRun: options.dryRun === true, isOpen: candidate !== undefined };
    log.info({ ...counts, ...outcome, problems: problems.length, changes: entries.length }, "ingest finished");
    return report;
  }

  async function bringIn(
    plan: IngestPlan,
    problems: FileProblem[],
    options: IngestOptions,
    turns: Turns,
  ): Promise<IngestReport> {
    const report = createReport(plan, problems);
    if (plan.isEmpty) {
      const { isIt, chunks } = await isPublished(deps, current, turns);
      if (isIt) return { ...report, chunks };
    }
    const untouched = await readUntouchedChunks(current, plan.change, turns);
    const need = await findNeed(deps, plan.change, untouched, turns);
    report.chunks = untouched.length + plan.change.write.reduce((sum, { chunks }) => sum + chunks.length, 0);
    report.embedded = need.missing.length;
    report.tokens = await estimateTokens(need.missing, turns);
    options.onPlan?.(report);
    if (options.dryRun !== true) await build(plan.change, untouched, need, report, options, turns);
    return report;
  }

  async function build(
    change: CorpusChange,
    untouched: readonly StoredChunk[],
    need: Need,
    report: IngestReport,
    { onProgress = () => {}, decide }: IngestOptions,
    turns: Turns,
  ): Promise<void> {
    const tell = (step: IngestProgress["step"]) => (done: number, total: number) => onProgress({ step, done, total });
    const { dimensions, embedded } = await fillNeed(deps, untouched, need, tell("embed"), turns);
    report.embedded = embedded;
    const staged = await stageChange(articles, change, untouched, turns);
    const prepared = await prepareGeneration(deps, staged.chunks, dimensions, tell("index"), turns);
    if (!prepared) {
      // Files have changed, articles have not: the generation that serves stays.
      const id = (await generations.current())?.id ?? "";
      editions.putInPlace(change, { from: id, to: id });
      current.remember(staged.chunks);
      return;
    }
    const candidate = await createCandidate({ ...deps, current }, change, staged, prepared);
    try {
      if (decide && !(await decide(candidate))) report.candidate = candidate.leaveOpen();
      else await candidate.putInPlace();
    } catch (error) {
      if ((await generations.newest())?.id !== prepared.generation.id) await candidate.discard();
      throw error;
    }
  }

  function nothing(): IngestPlan {
    const change = { write: [], remove: [], files: articles.listFiles() };
    return { change, entries: [], unchanged: articles.countArticles(), isEmpty: true };
  }

  return {
    async run(options = {}) {
      const release = options.dryRun === true ? () => {} : lock.acquire();
      try {
        return await run(options);
      } catch (error) {
        throw options.signal?.aborted === true ? options.signal.reason : error;
      } finally {
        release();
      }
    },
  };
}

function logReading({ changed, problems }: CorpusReading, log: Log): void {
  for (const { source, warnings } of changed) {
    for (const { code: why, ...numbers } of warnings) log.warn({ source, why, ...numbers }, "file read with warnings");
  }
  for (const { source, code, message } of problems) log.warn({ source, code, reason: message }, "file not read");
}

function createReport({ entries, unchanged }: IngestPlan, problems: FileProblem[]): IngestReport {
  const count = (change: PlanEntry["change"]) => entries.filter((entry) => entry.change === change).length;
  const [added, updated, removed] = [count("added"), count("updated"), count("removed")];
  const counts = { added, updated, removed, unchanged, articles: unchanged + added + updated };
  return {
    ...counts,
    chunks: 0,
    embedded: 0,
    tokens: 0,
    generation: null,
    ms: 0,
    problems,
    plan: entries,
    isStillOpen: false,
  };
}
