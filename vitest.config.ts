import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.js";

export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^\.\.\/threads\/start-thread\.js$/,
        replacement: fileURLToPath(new URL("./test/support/compiled-thread.ts", import.meta.url)),
      },
    ],
  },
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    pool: "forks",
    // Loading the product again for each file took a quarter of the time. So a test leaves everything as it found it, and
    // mocks no modules: those are loaded already.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // On two cores: many tests wait for a child process or a timer most of their time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Real processes and sockets on a shared machine: one that was slow gets a second chance there, and is listed as such.
    retry: process.env.CI === undefined ? 0 : 1,
    coverage: { include: ["src/**/*.ts"], exclude: ["**/*.test.ts"] },
  },
});
