import { beforeEach, describe, expect, it } from "vitest";
import type { SpendingStore } from "../core/audience-ports.js";
import { AppError } from "../core/errors.js";
import type { ChatModel, Log, StreamOptions } from "../core/ports.js";
import { createBudgetedChatModel, estimateTokens } from "./budget.js";

const NOON = Date.UTC(2026, 0, 1, 12);
const MESSAGES = [{ role: "user" as const, content: "青龙县?" }];
const log: Log = { debug() {}, info() {}, warn() {}, error() {} };

let spent: Map<string, number>;
let spending: SpendingStore;
let now: number;
let requests: number;

beforeEach(() => {
  spent = new Map();
  spending = {
    tokensOn: (day) => spent.get(day) ?? 0,
    add: (day, tokens) => void spent.set(day, (spent.get(day) ?? 0) + tokens),
  };
  now = NOON;
  requests = 0;
});

/** A model that says `pieces`, then reports, or fails. */
function create(
  tokensPerDay: number,
  { pieces = ["339名"], tokens, error }: { pieces?: string[]; tokens?: number; error?: Error } = {},
) {
  const model: ChatModel = {
    async *stream(_messages, options?: StreamOptions) {
      requests++;
      yield* pieces;
      if (tokens !== undefined) options?.onUsage?.(tokens);
      if (error) throw error;
    },
  };
  return createBudgetedChatModel(model, { spending, tokensPerDay, log, now: () => now });
}

async function read(model: ChatModel, options?: StreamOptions): Promise<string> {
  let text = "";
  for await (const piece of model.stream(MESSAGES, options)) text += piece;
  return text;
}

describe("a model with a budget", () => {
  it("counts what the server reports and refuses once it is spent, until the next day", async () => {
    const model = create(100, { tokens: 60 });
    for (let i = 0; i < 2; i++) expect(await read(model)).toBe("339名");
    await expect(read(model)).rejects.toMatchObject({ code: "MODEL_BUDGET_SPENT" });
    expect(requests).toBe(2);
    now += 86_400_000;
    expect(await read(model)).toBe("339名");
    expect([...spent]).toEqual([
      ["2026-01-01", 120],
      ["2026-01-02", 60],
    ]);
  });

  it("estimates what is not reported, also of a reply that breaks off or is left early", async () => {
    await read(create(0));
    expect(spent.get("2026-01-01")).toBe(5);
    await expect(read(create(0, { error: new AppError("MODEL_CUT_OFF", { message: "" }) }))).rejects.toThrow();
    expect(spent.get("2026-01-01")).toBe(10);
    for await (const _ of create(0, { pieces: ["339名", "多多多"] }).stream(MESSAGES)) break;
    expect(spent.get("2026-01-01")).toBe(15);
    await expect(
      read(create(0, { pieces: [], error: new AppError("MODEL_TIMEOUT", { message: "" }) })),
    ).rejects.toThrow();
    expect(spent.get("2026-01-01")).toBe(19);
  });

  it("counts nothing for a request that was refused or never made", async () => {
    await expect(
      read(create(0, { pieces: [], error: new AppError("MODEL_FAILED", { message: "" }) })),
    ).rejects.toThrow();
    await expect(read(create(0), { signal: AbortSignal.abort() })).rejects.toThrow();
    expect([...spent]).toEqual([]);
  });

  it("gives the reply even when its cost cannot be written down", async () => {
    spending.add = () => {
      throw new AppError("STORE_FAILED", { message: "" });
    };
    expect(await read(create(100))).toBe("339名");
  });
});

it.each([
  ["青龙县339名,电商从业者", 10],
  ["the quick brown fox", 5],
  ["", 0],
])("takes %s for %d tokens", (text, tokens) => expect(estimateTokens([], text)).toBe(tokens));
