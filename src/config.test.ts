import { describe, expect, it } from "vitest";
import { readConfig } from "./config.js";

describe("readConfig", () => {
  it("works without a single variable: embedded mode, a terminal, English", () => {
    const config = readConfig({});
    expect(config.telegram).toBeUndefined();
    expect(config.endpoint).toBeUndefined();
    expect(config).toMatchObject({ adminIds: [], language: "en" });
  });

  it("takes empty variables for unset ones, as .env.example leaves them", () => {
    expect(readConfig({ BOT_TOKEN: "", OPENAI_API_KEY: " ", ADMIN_IDS: "" })).toEqual(readConfig({}));
  });

  it("refuses one folder for both, whatever it is called", () => {
    for (const [DATA_DIR, CORPUS_DIR] of [
      ["data", "data/../data/"],
      ["corpus", undefined],
      ["src/../test", "test"],
    ])
      expect(() => readConfig({ DATA_DIR, CORPUS_DIR })).toThrow(/DATA_DIR and CORPUS_DIR/u);
  });

  it("names every bad variable at once and repeats no value", () => {
    const bad = () =>
      readConfig({
        BOT_TOKEN: "s3cret",
        ADMIN_IDS: "me",
        OPENAI_BASE_URL: "localhost",
        LOG_LEVEL: "loud",
        MODEL_TIMEOUT_MS: "x",
        ALLOWED_CHATS: "@my_group",
        LIMIT_PER_MINUTE: "-1",
        LIMIT_PER_DAY: "2.5",
        MODEL_TOKENS_PER_DAY: "many",
      });
    const named =
      "BOT_TOKEN ADMIN_IDS ALLOWED_CHATS LIMIT_PER_MINUTE LIMIT_PER_DAY OPENAI_BASE_URL MODEL_TIMEOUT_MS MODEL_TOKENS_PER_DAY LOG_LEVEL";
    expect(bad).toThrow(new RegExp(named.replaceAll(" ", ": .*\\n.*"), "u"));
    expect(bad).not.toThrow(/s3cret/u);
  });

  it("has defaults for both models once a key is set, and can keep the embedded vectors", () => {
    expect(readConfig({ OPENAI_API_KEY: "k" }).endpoint).toMatchObject({ chatModel: "gpt-4o-mini", timeoutMs: 30_000 });
    expect(readConfig({ OPENAI_API_KEY: "k", EMBEDDING_MODEL: "embedded" }).endpoint?.embeddingModel).toBeUndefined();
  });

  it("has limits unless they are 0, and is open with no budget unless told otherwise", () => {
    const { limits, modelTokensPerDay, allowedChats } = readConfig({ LIMIT_PER_MINUTE: "", ALLOWED_CHATS: " " });
    expect({ limits, modelTokensPerDay, allowedChats }).toEqual({
      limits: { perMinute: 6, perDay: 100 },
      modelTokensPerDay: 0,
      allowedChats: undefined,
    });
    expect(
      readConfig({
        LIMIT_PER_MINUTE: "0",
        LIMIT_PER_DAY: "7",
        MODEL_TOKENS_PER_DAY: "200000",
        ALLOWED_CHATS: " 12, -1001234567890",
      }),
    ).toMatchObject({
      limits: { perMinute: 0, perDay: 7 },
      modelTokensPerDay: 200_000,
      allowedChats: [12, -1_001_234_567_890],
    });
  });

  it("reads ids and the language", () => {
    expect(readConfig({ ADMIN_IDS: "12, 345", LANG: "zh_CN.UTF-8" })).toMatchObject({
      adminIds: [12, 345],
      language: "zh",
    });
  });
});
