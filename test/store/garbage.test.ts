import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";

it("outlives the garbage of stores that were dropped", { timeout: 60_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "garbage-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const script = fileURLToPath(new URL("../../dist/test/store/dropping-stores.js", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, dataDir]);
  expect(stdout).toBe("alive");
});
