/** A folder for each test of generations, and a published generation to copy into it. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, onTestFinished } from "vitest";
import { createGenerationStore } from "../../src/index/generation.js";
import { createQuietLog, makeEntries, planOf, publish } from "./generation-entries.js";

/**
 * A fresh data folder for each test of a file. `putStockInPlace` gives it a generation of `makeEntries(10)`, as if it
 * had been published there, and returns its id: publishing takes half a second each time.
 */
export function useGenerationFolder(): { dataDir: () => string; putStockInPlace: () => string } {
  const stock = mkdtempSync(join(tmpdir(), "generation-"));
  let stockId = "";
  let dataDir = "";
  beforeAll(async () => {
    const { log } = createQuietLog();
    stockId = await publish(createGenerationStore({ dataDir: stock, log }), planOf(makeEntries(10)));
  });
  afterAll(() => rmSync(stock, { recursive: true, force: true }));
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), "generation-"));
    dataDir = folder;
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  });
  return {
    dataDir: () => dataDir,
    putStockInPlace() {
      cpSync(stock, dataDir, { recursive: true });
      return stockId;
    },
  };
}
