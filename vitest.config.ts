import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    pool: "forks",
    // The index is built on a worker thread; the loader lets a worker start from TypeScript.
    execArgv: ["--import", "tsx"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: { include: ["src/**/*.ts"], exclude: ["**/*.test.ts"] },
  },
});
