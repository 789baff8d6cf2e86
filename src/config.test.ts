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

  it("names every bad variable at once and repeats no value", () => {
    const bad = () =>
      readConfig({
        BOT_TOKEN: "s3cret",
        ADMIN_IDS: "me",
        OPENAI_BASE_URL: "localhost",
        LOG_LEVEL: "loud",
        MODEL_TIMEOUT_MS: "x",
      });
    expect(bad).toThrow(
      /BOT_TOKEN: .*\n.*ADMIN_IDS: .*\n.*OPENAI_BASE_URL: .*\n.*MODEL_TIMEOUT_MS: .*\n.*LOG_LEVEL: /u,
    );
    expect(bad).not.toThrow(/s3cret/u);
  });

  it("has defaults for both models once a key is set, and can keep the embedded vectors", () => {
    expect(readConfig({ OPENAI_API_KEY: "k" }).endpoint).toMatchObject({ chatModel: "gpt-4o-mini", timeoutMs: 30_000 });
    expect(readConfig({ OPENAI_API_KEY: "k", EMBEDDING_MODEL: "embedded" }).endpoint?.embeddingModel).toBeUndefined();
  });

  it("reads ids and the language", () => {
    expect(readConfig({ ADMIN_IDS: "12, 345", LANG: "zh_CN.UTF-8" })).toMatchObject({
      adminIds: [12, 345],
      language: "zh",
    });
  });
});
