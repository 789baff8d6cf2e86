import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type WatchOptions, watchCorpus } from "./watch.js";

let corpus: string;
let end: () => Promise<void>;
let calls: number;
beforeEach(() => {
  corpus = mkdtempSync(join(tmpdir(), "watch-"));
  calls = 0;
});
afterEach(async () => {
  await end();
  rmSync(corpus, { recursive: true, force: true });
});

async function start(options: WatchOptions = {}, onChange: () => Promise<boolean> = async () => true) {
  end = watchCorpus(
    corpus,
    async () => {
      calls++;
      return onChange();
    },
    { restMs: 60, ...options },
  );
  await vi.waitFor(() => expect(calls).toBe(1));
}
const put = (name: string, text = "一。") => writeFileSync(join(corpus, name), text);
const settle = (count: number) => vi.waitFor(() => expect(calls).toBe(count), { timeout: 5000, interval: 10 });

describe.each([
  ["told by the system", { lookEveryMs: 60_000 }],
  ["looking by itself", { listens: false, lookEveryMs: 40 }],
])("a watch, %s", (_, options) => {
  it("notices files that come, change, move and go, also in folders that are new", async () => {
    await start(options);
    put("a.txt");
    await settle(2);
    put("a.txt", "一二。");
    await settle(3);
    mkdirSync(join(corpus, "deep", "er"), { recursive: true });
    await pause(150);
    put("deep/er/b.md");
    await settle(4);
    renameSync(join(corpus, "a.txt"), join(corpus, "c.txt"));
    await settle(5);
    rmSync(join(corpus, "deep"), { recursive: true });
    await settle(6);
  });

  it("passes over what ingest does not read", async () => {
    await start(options);
    for (const name of [".a.txt.swp", ".hidden.txt", "a.txt~", "a.txt.part", "README.md", "~$a.txt"]) put(name);
    await pause(400);
    expect(calls).toBe(1);
    put("a.txt");
    await settle(2);
  });

  it("waits until a file that is being written has come to rest", async () => {
    await start({ ...options, restMs: 250 });
    for (let i = 1; i <= 8; i++) {
      put("a.txt", "一。".repeat(i));
      await pause(80);
    }
    expect(calls).toBe(1);
    await settle(2);
    await pause(400);
    expect(calls).toBe(2);
  });

  it("takes up what changes during a call when that has ended", async () => {
    let atOnce = 0;
    let most = 0;
    await start(options, async () => {
      most = Math.max(most, ++atOnce);
      await pause(150);
      atOnce--;
      return true;
    });
    put("a.txt");
    await settle(2);
    put("b.txt");
    await settle(3);
    expect(most).toBe(1);
  });
});

it("tries again what did not succeed, later each time, and at once when a file changes", async () => {
  const times: number[] = [];
  await start({ restMs: 10, againMs: 60, lookEveryMs: 20 }, async () => {
    times.push(performance.now());
    return times.length === 5;
  });
  await settle(4);
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
  expect(gaps[1]).toBeGreaterThan((gaps[0] ?? 0) + 30);
  expect(gaps[2]).toBeGreaterThan((gaps[1] ?? 0) + 60);
  put("a.txt");
  const changed = performance.now();
  await settle(5);
  expect(performance.now() - changed).toBeLessThan(400);
  await pause(300);
  expect(calls).toBe(5);
});

it("ends while it waits for rest, without a call", async () => {
  await start({ restMs: 60_000 });
  put("a.txt");
  await pause(150);
  await end();
  expect(calls).toBe(1);
});
