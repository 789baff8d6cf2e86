/** Made-up articles as files of a corpus folder, for the benchmarks. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSyntheticArticles, type SyntheticArticle } from "../../src/eval/synthetic.js";

/** Writes `count` articles; the same seed gives the same ones, and they stand in the same files. */
export function writeCorpus(corpusDir: string, count: number, seed: number): void {
  for (const [i, article] of createSyntheticArticles(count, seed).entries()) {
    writeArticle(corpusDir, String(i).padStart(6, "0"), article);
  }
}

/** Writes one article as `<name>.md`. */
export function writeArticle(corpusDir: string, name: string, { title, text }: SyntheticArticle): void {
  writeFileSync(join(corpusDir, `${name}.md`), `---\ntitle: ${JSON.stringify(title)}\n---\n${text}\n`);
}

/** Runs something over a folder with `count` made-up articles, which is removed afterwards. */
export async function withCorpus<Outcome>(
  count: number,
  run: (folders: { folder: string; dataDir: string; corpusDir: string }) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const corpusDir = join(folder, "corpus");
    mkdirSync(corpusDir);
    writeCorpus(corpusDir, count, 1);
    return await run({ folder, dataDir: join(folder, "data"), corpusDir });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
