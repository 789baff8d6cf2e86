import { type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { createGenerationStore } from "../../src/index/generation.js";
import { createQuietLog, makeEntries, planOf, publish } from "../support/generation-entries.js";

const ROUNDS = 5;
const WORDS = ["板栗", "茶叶", "苹果"];
const child = fileURLToPath(new URL("../../dist/test/support/publish-loop.js", import.meta.url));

function startPublishing(dataDir: string, word: string) {
  const publisher = spawn(process.execPath, [child, dataDir, word], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void publisher.kill("SIGKILL"));
  return publisher;
}

/** Kills a publisher at some moment after it has begun, and waits for its end. */
async function killSomeTime(publisher: ChildProcessByStdio<null, Readable, null>): Promise<void> {
  await new Promise((resolve) => publisher.stdout.once("data", resolve));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 900));
  publisher.kill("SIGKILL");
  await new Promise((resolve) => publisher.once("close", resolve));
}

it("leaves a whole generation serving, whenever publishers are killed", { timeout: 120_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "killed-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const { log, warnings } = createQuietLog();
  await publish(createGenerationStore({ dataDir, log }), planOf(makeEntries(20, { word: "核桃" })));

  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(WORDS.map((word) => killSomeTime(startPublishing(dataDir, word))));
    const generation = await createGenerationStore({ dataDir, log }).current();
    expect(warnings).toEqual([]);
    // All chunks hold one and the same word: nothing of one publisher's is mixed with another's.
    const size = generation?.lexical.size ?? 0;
    expect(size).toBeGreaterThanOrEqual(20);
    expect(generation?.vectors.size).toBe(size);
    const found = ["核桃", ...WORDS].map((word) => generation?.lexical.search(word, 1000).length ?? 0);
    expect(found.toSorted((a, b) => a - b)).toEqual([0, 0, 0, size]);
  }

  const last = await publish(createGenerationStore({ dataDir, log }, { leftoverAgeMs: 0 }), planOf(makeEntries(20)));
  expect(readdirSync(join(dataDir, "generations")).filter((name) => name.startsWith("."))).toEqual([]);
  expect((await createGenerationStore({ dataDir, log }).current())?.id).toBe(last);
});
