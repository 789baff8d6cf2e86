/**
 * A set of passages as a corpus: each passage is an article of its own, from then on the product's own write path.
 * Indexing has a process of its own, so that the memory that is measured afterwards is that of answering.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type App, createApp } from "../../src/app.js";
import { type Config, readConfig } from "../../src/config.js";
import { AppError } from "../../src/core/errors.js";
import { readPassages } from "../../src/eval/passages.js";
import { createDraft } from "../../src/ingest/draft.js";
import type { ReadCorpus } from "../../src/ingest/read-corpus.js";
import { createLog } from "../../src/log.js";

/** What indexing cost. */
export interface IndexCost {
  indexMs: number;
  chunks: number;
}

/** An app over the passages. */
export interface PassageApp extends IndexCost {
  app: App;
  close: () => Promise<void>;
}

const log = createLog("error");

/** Everything by default: no key, no `.env`, and nothing of the shipped corpus; only the folders differ. */
function configFor(dataDir: string): Config {
  return { ...readConfig({}), dataDir, corpusDir: dataDir };
}

/** Reads the passages of a file as drafts, one a passage; the passage's id is the source. */
function passageReader(path: string): ReadCorpus {
  return async () => {
    const reading: Awaited<ReturnType<ReadCorpus>> = { changed: [], kept: new Set(), files: [], problems: [] };
    for await (const { id, title, text } of readPassages(path)) {
      const paragraphs = text.split("\n").map((line) => ({ text: line.trim(), kind: "body" as const }));
      const draft = createDraft(
        { title, source: id, ordinal: 0 },
        paragraphs.filter((paragraph) => paragraph.text !== ""),
      );
      reading.changed.push({ source: id, drafts: [draft], joins: [], warnings: [] });
      reading.files.push({ source: id, hash: createHash("sha256").update(text).digest("hex") });
    }
    return reading;
  };
}

/**
 * Indexes a set and opens it.
 * @param keep a folder that is kept and, when it holds an index, taken as it is; default: a temporary one.
 */
export async function openPassageApp(path: string, keep?: string): Promise<PassageApp> {
  const dataDir = keep ?? mkdtempSync(join(tmpdir(), "eval-"));
  const known = keep !== undefined && existsSync(join(keep, "generations", "CURRENT"));
  try {
    const { indexMs, chunks } = known ? { indexMs: 0, chunks: 0 } : await indexElsewhere(path, dataDir);
    const app = await createApp(configFor(dataDir), log);
    return {
      app,
      indexMs,
      chunks,
      close: async () => {
        await app.close();
        if (keep === undefined) rmSync(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    if (keep === undefined) rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

async function indexElsewhere(path: string, dataDir: string): Promise<IndexCost> {
  const script = fileURLToPath(new URL("./index-passages.js", import.meta.url));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, path, dataDir]);
    return JSON.parse(stdout) as IndexCost;
  } catch (cause) {
    const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : "";
    throw new AppError("SET_INVALID", { message: said || "the passages could not be indexed", cause });
  }
}

/** The work of that process. */
export async function indexPassages(path: string, dataDir: string): Promise<IndexCost> {
  const app = await createApp(configFor(dataDir), log, { read: passageReader(path) });
  const started = performance.now();
  const { chunks } = await app.ingest();
  await app.close();
  return { indexMs: Math.round(performance.now() - started), chunks };
}
