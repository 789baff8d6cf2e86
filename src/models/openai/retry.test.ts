import { APIError } from "openai";
import { describe, expect, it } from "vitest";
import { AppError } from "../../core/errors.js";
import { MAX_RETRY_AFTER_MS, readRetryAfterMs, withRetries } from "./retry.js";

const refusal = (retryAfter?: string) =>
  new APIError(429, {}, undefined, new Headers(retryAfter === undefined ? {} : { "retry-after": retryAfter }));

describe("readRetryAfterMs", () => {
  it.each([
    ["2", 2_000],
    ["0.5", 500],
    ["0", 0],
    ["3600", MAX_RETRY_AFTER_MS],
    [new Date(Date.now() + 3_600_000).toUTCString(), MAX_RETRY_AFTER_MS],
    ["Wed, 21 Oct 2015 07:28:00 GMT", 0],
    ["soon", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("reads %j as %s ms", (header, ms) => {
    expect(readRetryAfterMs(refusal(header))).toBe(ms);
  });

  it("knows of no pause in another error", () => {
    expect(readRetryAfterMs(new TypeError("terminated"))).toBeUndefined();
  });
});

describe("withRetries", () => {
  const soon = () => ({ maxRetries: 3, deadline: performance.now() + 60_000, backoffMs: 1 });

  it("doubles the pause each time", async () => {
    const at: number[] = [];
    const attempt = async () => {
      at.push(performance.now());
      throw refusal();
    };
    await expect(withRetries(attempt, { ...soon(), backoffMs: 100 })).rejects.toThrow();
    const pauses = at.slice(1).map((moment, i) => moment - (at[i] ?? 0));
    // At most a quarter shorter by chance, and a timer may be a millisecond early; a slow machine only adds.
    for (const [i, pause] of pauses.entries()) expect(pause).toBeGreaterThan(100 * 2 ** i * 0.75 - 2);
    expect(pauses).toHaveLength(3);
  });

  it("stops waiting when the signal says so", async () => {
    const controller = new AbortController();
    let attempts = 0;
    const attempt = async () => {
      attempts++;
      setTimeout(() => controller.abort(), 20);
      throw refusal("50");
    };
    const running = withRetries(attempt, { ...soon(), signal: controller.signal });
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(attempts).toBe(1);
  });

  it.each([
    ["one of ours that may pass", new AppError("EMBEDDING_FAILED", { message: "x", retryable: true }), 4],
    ["one of ours that will not", new AppError("EMBEDDING_FAILED", { message: "x" }), 1],
    ["a lost connection", new TypeError("terminated"), 4],
    ["a reply that is no JSON", new SyntaxError("x"), 1],
    ["something that is no error", "x", 1],
  ])("after %s makes %i attempts in all", async (_, error, expected) => {
    let attempts = 0;
    const attempt = async () => {
      attempts++;
      throw error;
    };
    await expect(withRetries(attempt, soon())).rejects.toBe(error);
    expect(attempts).toBe(expected);
  });
});
