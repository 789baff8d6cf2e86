/**
 * The write path: from the files of the corpus folder to the index that answers. Each step is a file of its own; this
 * one is their order. Everything slow comes before anything is written, the writing is one transaction, and the new
 * index is put in place last: killed at any moment, the old one serves on and the next run finishes the work.
 *
 *   load ─ heal ─ split ─ plan ─ chunk ─ embed ─ write ─ publish
 */
import type { ArticleStore, EmbeddingModel, GenerationStore, IngestLock, Log } from "../core/ports.js";
import { countMissing, embedChange } from "./embed-change.js";
import { type IngestPlan, type PlanEntry, planChange } from "./plan.js";
import { isPublished, publishStored } from "./publish.js";
import { type CorpusReading, type FileProblem, type ReadCorpus, readCorpus } from "./read-corpus.js";

/** The ports that ingest uses. */
export interface IngestDeps {
  articles: ArticleStore;
  generations: GenerationStore;
  embedding: EmbeddingModel;
  lock: IngestLock;
  log: Log;
}

/** How far a run has come; `total` 0 when there is nothing to do in this step. */
export interface IngestProgress {
  step: "read" | "embed" | "index";
  done: number;
  total: number;
}

/** How to run. */
export interface IngestOptions {
  /** Only say what would change: nothing is embedded or written. Default false. */
  dryRun?: boolean;
  onProgress?: (progress: IngestProgress) => void;
}

/** What a run did, or would do when dry. All counts are of articles except `chunks` and `embedded`. */
export interface IngestReport {
  added: number;
  updated: number;
  removed: number;
  unchanged: number;
  /** In the corpus afterwards. */
  articles: number;
  chunks: number;
  /** Chunks whose vectors had to be computed. */
  embedded: number;
  /** Id of the generation that serves afterwards; null when there is none yet (dry run). */
  generation: string | null;
  ms: number;
  /** Files that could not be read; what they gave before is kept. */
  problems: FileProblem[];
  plan: PlanEntry[];
}

/** Brings the index in line with the corpus. */
export interface Ingest {
  /**
   * Runs once. Only one run at a time per data folder, over all processes.
   * @throws AppError INDEX_BUSY, CORPUS_UNREADABLE, EMBEDDING_FAILED, STORE_FAILED, INDEX_INVALID; the old index serves on
   */
  run(options?: IngestOptions): Promise<IngestReport>;
}

/** Where articles come from: a folder, or somewhere else than files. */
export type IngestSource = { corpusDir: string } | { read: ReadCorpus };

/**
 * The write path for one corpus.
 * @example await createIngest({ articles, generations, embedding, lock, log }, { corpusDir: "corpus" }).run()
 */
export function createIngest(deps: IngestDeps, source: IngestSource): Ingest {
  const { articles, generations, lock, log } = deps;
  const read: ReadCorpus =
    "read" in source ? source.read : (known, onProgress) => readCorpus(source.corpusDir, known, onProgress);

  async function run({ dryRun = false, onProgress = () => {} }: IngestOptions): Promise<IngestReport> {
    const startedAt = performance.now();
    const tell = (step: IngestProgress["step"]) => (done: number, total: number) => onProgress({ step, done, total });

    const reading = await read(articles.listFiles(), tell("read"));
    logReading(reading, log);
    const plan = planChange(reading, articles);
    const report = createReport(plan, reading.problems);

    if (plan.isEmpty && (await isPublished(deps))) {
      report.chunks = articles.listCurrentChunks().length;
    } else {
      report.chunks = countChunks(plan);
      if (dryRun) {
        report.embedded = await countMissing(deps, plan.change);
      } else {
        const { dimensions, embedded } = await embedChange(deps, plan.change, tell("embed"));
        report.embedded = embedded;
        if (!plan.isEmpty) articles.applyChange(plan.change);
        await publishStored(deps, dimensions, tell("index"));
      }
    }
    report.generation = (await generations.current())?.id ?? null;
    report.ms = Math.round(performance.now() - startedAt);
    const { problems, plan: entries, ...counts } = report;
    log.info({ ...counts, dryRun, problems: problems.length, changes: entries.length }, "ingest finished");
    return report;
  }

  /** Chunks that there will be. */
  function countChunks({ change }: IngestPlan): number {
    const gone = new Set([...change.remove, ...change.write.map(({ article }) => article.id)]);
    const staying = articles.listCurrentChunks().filter(({ articleId }) => !gone.has(articleId)).length;
    return staying + change.write.reduce((sum, { chunks }) => sum + chunks.length, 0);
  }

  return {
    async run(options = {}) {
      const release = options.dryRun ? () => {} : lock.acquire();
      try {
        return await run(options);
      } finally {
        release();
      }
    },
  };
}

function logReading({ changed, problems }: CorpusReading, log: Log): void {
  for (const { source, warnings } of changed) {
    for (const why of warnings) log.warn({ source, why }, "file read with losses");
  }
  for (const { source, code, message } of problems) log.warn({ source, code, reason: message }, "file not read");
}

function createReport({ entries, unchanged }: IngestPlan, problems: FileProblem[]): IngestReport {
  const count = (change: PlanEntry["change"]) => entries.filter((entry) => entry.change === change).length;
  const [added, updated, removed] = [count("added"), count("updated"), count("removed")];
  const counts = { added, updated, removed, unchanged, articles: unchanged + added + updated };
  return { ...counts, chunks: 0, embedded: 0, generation: null, ms: 0, problems, plan: entries };
}
