/** The product over a copy of the shipped corpus, without a model and without a key. */
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import type { ReadCorpus } from "../../src/ingest/read-corpus.js";
import { createSandbox, environmentOf } from "./program.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** An open app. */
export interface ShippedApp {
  app: App;
  /** What it was configured from, for another app on the same folders. */
  environment: Record<string, string>;
  /** Also removes what was written. */
  close: () => Promise<void>;
}

/** Opens and indexes. @param read other articles than those of the copy. */
export async function openShippedApp(read?: ReadCorpus): Promise<ShippedApp> {
  const sandbox = createSandbox();
  const environment = environmentOf(sandbox);
  const app = await createApp(readConfig(environment), silent, read && { read });
  await app.ingest();
  return {
    app,
    environment,
    close: async () => {
      await app.close();
      sandbox.remove();
    },
  };
}
