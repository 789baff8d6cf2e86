/** Re-indexing from the plan to going back, over a copy of the shipped corpus and with nothing stood in. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import type { ReindexOutcome, ReindexPlan, ReindexProgress } from "../../src/core/reindex-ports.js";
import { openDatabase } from "../../src/store/sqlite/database.js";
import { createSqliteEditions } from "../../src/store/sqlite/editions.js";
import { createIngestLock } from "../../src/store/sqlite/ingest-lock.js";
import { createSandbox, environmentOf, runProgram, type Sandbox } from "./program.js";
import { useSmallSet } from "./small-set.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const PAGE = "000_d37ea6d2383917c8.txt";
const QUESTION = "青龙县累计孵化了多少名电商从业者?";
const TEA = "云溪县茶园项目带动了多少户茶农?";

let indexed: Sandbox;
let sandbox: Sandbox;
let app: App;
const open = () => createApp(readConfig(environmentOf(sandbox)), silent);
const writeSet = (text: string) => writeFileSync(join(sandbox.corpusDir, "golden.jsonl"), text);

// Indexed once; each test has a copy of it.
beforeAll(async () => {
  indexed = createSandbox();
  sandbox = indexed;
  useSmallSet(sandbox);
  app = await open();
  await app.reindexer.run();
  await app.close();
});
afterAll(() => indexed.remove());
beforeEach(async () => {
  sandbox = createSandbox(false);
  for (const folder of ["dataDir", "corpusDir"] as const) cpSync(indexed[folder], sandbox[folder], { recursive: true });
  app = await open();
});
afterEach(async () => {
  await app.close();
  sandbox.remove();
});

const page = () => join(sandbox.corpusDir, PAGE);
const spoil = () => writeFileSync(page(), readFileSync(page(), "utf8").replaceAll("339名", "401名"));
const addTea = (households = 612) =>
  writeFileSync(
    join(sandbox.corpusDir, "茶园.md"),
    `---\ntitle: 云溪县茶园项目\n---\n云溪县茶园项目带动了${households}户茶农。\n`,
  );
const ask = async (question: string) => (await app.answerer.answer({ question })).text;
const serving = async () => (await app.generations.current())?.id;
async function restart(): Promise<void> {
  await app.close();
  app = await open();
  await app.ensureIndex();
}
function expectWorse(outcome: ReindexOutcome): string {
  if (outcome.kind !== "worse") throw new Error(`it is ${outcome.kind}, not worse`);
  return outcome.candidate;
}

describe("a run", () => {
  it("plans first, tells how far it is, and puts in place what is no worse", async () => {
    writeSet(readFileSync("corpus/golden.jsonl", "utf8"));
    addTea();
    const plans: ReindexPlan[] = [];
    const steps: ReindexProgress[] = [];
    const outcome = await app.reindexer.run({
      onPlan: (plan) => void plans.push(plan),
      onProgress: (progress) => void steps.push(progress),
    });
    expect(plans).toMatchObject([
      { added: 1, updated: 0, removed: 0, unchanged: 3, articles: 4, embedded: 1, tokens: 0 },
    ]);
    expect(plans[0]?.changes).toEqual([{ change: "added", title: "云溪县茶园项目", source: "茶园.md" }]);
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(["read", "embed", "index", "rehearse"]));
    expect(steps.at(-1)).toEqual({ step: "rehearse", done: 42, total: 42 });
    expect(outcome).toMatchObject({
      kind: "swapped",
      generation: await serving(),
      rehearsal: { before: { right: 42, of: 42 }, after: { right: 42, of: 42 }, isWorse: false },
    });
    expect(await ask(TEA)).toContain("612户");
    expect(await app.reindexer.run()).toMatchObject({ kind: "same", plan: { articles: 4 } });
  });

  it("needs no rehearsal without a question set, and without anything to compare with", async () => {
    rmSync(join(sandbox.corpusDir, "golden.jsonl"));
    spoil();
    const outcome = await app.reindexer.run();
    expect(outcome).toMatchObject({ kind: "swapped", rehearsal: undefined });
    expect(await ask(QUESTION)).toContain("401名");
  });

  it("changes nothing when the set cannot be read", async () => {
    const before = await serving();
    writeSet("{}");
    addTea();
    await expect(app.reindexer.run()).rejects.toMatchObject({ code: "SET_INVALID" });
    expect(await serving()).toBe(before);
    expect(app.articles.countArticles()).toBe(3);
  });

  it("that got worse waits for a decision: refused, it is not tried again by itself", async () => {
    const before = await serving();
    spoil();
    const outcome = await app.reindexer.run({ isAutomatic: true });
    const candidate = expectWorse(outcome);
    expect(outcome).toMatchObject({ rehearsal: { before: { right: 6 }, after: { right: 4 } } });
    expect(await serving()).toBe(before);
    expect(await ask(QUESTION)).toContain("339名");

    expect(await app.reindexer.discard("20260101T000000-00000000")).toBe(false);
    expect(await app.reindexer.discard(candidate)).toBe(true);
    expect(await app.reindexer.accept(candidate)).toBe(false);
    expect(readdirSync(join(sandbox.dataDir, "generations"))).not.toContain(candidate);
    expect((await app.reindexer.run({ isAutomatic: true })).kind).toBe("same");
    await restart();
    expect(await ask(QUESTION)).toContain("339名");
    // Somebody who asks for it gets it rehearsed again.
    expectWorse(await app.reindexer.run());
  });

  it("that got worse is put in place when somebody says so, also after other questions", async () => {
    spoil();
    const candidate = expectWorse(await app.reindexer.run());
    expect(await ask(QUESTION)).toContain("339名");
    expect(await app.reindexer.accept(candidate)).toBe(true);
    expect(await serving()).toBe(candidate);
    expect(await ask(QUESTION)).toContain("401名");
    expect(await app.reindexer.accept(candidate)).toBe(false);
    await restart();
    expect(await serving()).toBe(candidate);
  });

  it("that got worse can still be decided about when another process was at it", async () => {
    spoil();
    const accepted = expectWorse(await app.reindexer.run());
    const release = createIngestLock(sandbox.dataDir).acquire();
    await expect(app.reindexer.accept(accepted)).rejects.toMatchObject({ code: "INDEX_BUSY" });
    release();
    expect(await app.reindexer.accept(accepted)).toBe(true);
    expect(await serving()).toBe(accepted);
  });

  it("leaves nothing to decide after another run, another process's run, or a restart", async () => {
    spoil();
    const first = expectWorse(await app.reindexer.run());
    const second = expectWorse(await app.reindexer.run());
    expect(await app.reindexer.accept(first)).toBe(false);
    const { code } = await runProgram("scripts/index.js", ["--yes"], environmentOf(sandbox));
    expect(code).toBe(0);
    expect(await app.reindexer.accept(second)).toBe(false);
    addTea();
    await restart();
    expect(await app.reindexer.accept(second)).toBe(false);
    expect(await ask(TEA)).toContain("612户");
  });

  it("answers throughout, from the one or the other, whole", async () => {
    const ended = new AbortController();
    const running = (async () => {
      for (let households = 600; households < 603; households++) {
        addTea(households);
        await app.reindexer.run();
      }
      ended.abort();
    })();
    const seen = new Set<string>();
    while (!ended.signal.aborted) {
      const [answer, tea] = [await ask(QUESTION), await ask(TEA)];
      expect(answer).toContain("339名");
      seen.add(/(\d+)户/.exec(tea)?.[1] ?? "none");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await running;
    expect(Array.from(seen).toSorted()).toEqual(["600", "601", "602", "none"].filter((n) => seen.has(n)));
    expect(seen.size).toBeGreaterThan(2);
  }, 30_000);

  it("that got worse goes on waiting while nothing changes, and those who decide hear of it once", async () => {
    spoil();
    const automatic = { isAutomatic: true };
    const candidate = expectWorse(await app.reindexer.run({ ...automatic, isUnseen: true }));
    expect(expectWorse(await app.reindexer.run(automatic))).toBe(candidate);
    expect((await app.reindexer.run(automatic)).kind).toBe("same");
    addTea();
    const next = expectWorse(await app.reindexer.run(automatic));
    expect(await app.reindexer.accept(candidate)).toBe(false);
    expect(await app.reindexer.accept(next)).toBe(true);
    expect(await ask(TEA)).toContain("612户");
  });

  it("waits for one that nobody asked for", async () => {
    addTea();
    const automatic = app.reindexer.run({ isAutomatic: true });
    expect((await app.reindexer.run()).kind).toBe("same");
    expect((await automatic).kind).toBe("swapped");
  });

  it("is refused while another one is under way", async () => {
    addTea();
    const running = app.reindexer.run();
    await expect(app.reindexer.run()).rejects.toMatchObject({ code: "INDEX_BUSY" });
    await expect(app.reindexer.rollBack()).rejects.toMatchObject({ code: "INDEX_BUSY" });
    expect((await running).kind).toBe("swapped");
  });

  it("ends when it is told to, with nothing changed", async () => {
    const before = await serving();
    addTea();
    const ending = new AbortController();
    const running = app.reindexer.run({
      signal: ending.signal,
      onProgress: ({ step }) => void (step === "rehearse" && ending.abort(new Error("enough"))),
    });
    await expect(running).rejects.toThrow("enough");
    expect(await serving()).toBe(before);
    expect(app.articles.countArticles()).toBe(3);
    expect((await app.reindexer.run()).kind).toBe("swapped");
  });
});

describe("going back", () => {
  it("brings back index and articles at once, and neither a restart nor the watch undoes it", async () => {
    const before = await serving();
    addTea();
    await app.reindexer.run();
    expect(await app.reindexer.rollBack("one that does not serve")).toBeUndefined();
    expect(await app.reindexer.rollBack()).toBe(before);
    expect(await serving()).toBe(before);
    expect(app.articles.countArticles()).toBe(3);
    expect((await app.answerer.answer({ question: TEA })).kind).toBe("refused");

    expect(await app.reindexer.run({ isAutomatic: true })).toMatchObject({ kind: "same" });
    await restart();
    expect(await serving()).toBe(before);
    expect((await app.answerer.answer({ question: TEA })).kind).toBe("refused");

    addTea(613);
    expect((await app.reindexer.run({ isAutomatic: true })).kind).toBe("swapped");
    expect(await ask(TEA)).toContain("613户");
  });

  it("ends when an admin asks for the new one again", async () => {
    addTea();
    await app.reindexer.run();
    await app.reindexer.rollBack();
    const outcome = await app.reindexer.run();
    expect(outcome).toMatchObject({ kind: "swapped", plan: { added: 1, embedded: 0 } });
    expect(app.articles.listHeads().map(({ revision }) => revision)).toEqual([1, 1, 1, 1]);
  });

  it("leaves the articles as they are when the index from before does not load", async () => {
    const before = (await serving()) ?? "";
    addTea();
    await app.reindexer.run();
    writeFileSync(join(sandbox.dataDir, "generations", before, "manifest.json"), "{}");
    await expect(app.reindexer.rollBack()).rejects.toMatchObject({ code: "INDEX_INVALID" });
    expect(app.articles.countArticles()).toBe(4);
    expect(await ask(TEA)).toContain("612户");
    expect((await app.reindexer.run({ isAutomatic: true })).kind).toBe("same");
  });

  it("still works after a good many candidates were refused", async () => {
    const before = await serving();
    addTea();
    await app.reindexer.run();
    const good = readFileSync(page(), "utf8");
    for (let i = 0; i < 6; i++) {
      writeFileSync(page(), good.replaceAll("339名", `${400 + i}名`));
      await app.reindexer.discard(expectWorse(await app.reindexer.run()));
    }
    expect(await app.reindexer.rollBack("one that does not serve")).toBeUndefined();
    expect(await app.reindexer.rollBack()).toBe(before);
    expect(app.articles.countArticles()).toBe(3);
  }, 60_000);

  it("says that there is nothing to go back to", async () => {
    await expect(app.reindexer.rollBack()).rejects.toMatchObject({ code: "INDEX_INVALID" });
  });

  it("after a crash between articles and index is finished by the next start", async () => {
    addTea();
    await app.reindexer.run();
    const connection = openDatabase(sandbox.dataDir);
    const first = connection.prepare("SELECT generation FROM editions ORDER BY id LIMIT 1").pluck().get() as string;
    createSqliteEditions(connection).restore(first);
    connection.close();
    await restart();
    expect((await app.answerer.answer({ question: TEA })).kind).toBe("refused");
    expect(app.articles.countArticles()).toBe(3);
  });
});

it("an article that an admin took out stays out, and comes back as it was", async () => {
  const [taken] = app.articles.listHeads();
  const connection = openDatabase(sandbox.dataDir);
  connection
    .prepare("INSERT INTO removals (article_id, title, admin, at) VALUES (?, ?, 1, 1)")
    .run(taken?.id, taken?.title);
  const candidate = expectWorse(await app.reindexer.run());
  await app.reindexer.accept(candidate);
  expect(app.articles.countArticles()).toBe(2);
  await restart();
  expect(app.articles.countArticles()).toBe(2);
  connection.exec("DELETE FROM removals");
  connection.close();
  expect((await app.reindexer.run()).plan).toMatchObject({ added: 1, articles: 3, embedded: 0 });
  expect(app.articles.listHeads()[0]).toEqual(taken);
});

it("the command line puts nothing worse in place and says so by its exit code", async () => {
  spoil();
  const index = (...args: string[]) => runProgram("scripts/index.js", args, environmentOf(sandbox));
  const { code, stdout } = await index();
  expect(code).toBe(2);
  expect(stdout).toContain("原来答对 6/6，现在答对 4/6");
  expect(stdout).toContain(`变差：${QUESTION}`);
  expect(JSON.parse((await index("--dry-run", "--json")).stdout)).toMatchObject({ outcome: "dry run", updated: 1 });
  const forced = await index("--json", "--yes");
  expect(forced.code).toBe(0);
  expect(JSON.parse(forced.stdout)).toMatchObject({ outcome: "swapped", rehearsal: { after: { right: 4, of: 6 } } });
}, 20_000);

it("the watch takes in what is put into the folder, and asks when it is worse", async () => {
  const told: ReindexOutcome[] = [];
  const end = app.followCorpus((outcome) => void told.push(outcome));
  try {
    addTea();
    await vi.waitFor(() => expect(told).toMatchObject([{ kind: "swapped" }]), { timeout: 10_000 });
    expect(await ask(TEA)).toContain("612户");
    spoil();
    await vi.waitFor(() => expect(told).toMatchObject([{ kind: "swapped" }, { kind: "worse" }]), { timeout: 10_000 });
    expect(await ask(QUESTION)).toContain("339名");
    expect(app.audit.list(9)).toMatchObject([
      { admin: 0, action: "reindex", detail: { outcome: "worse" } },
      { admin: 0, action: "reindex", detail: { outcome: "swapped" } },
    ]);
  } finally {
    await end();
  }
}, 30_000);
