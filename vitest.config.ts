import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    pool: "forks",
    // The default leaves a core to the developer; on two cores that is half of them.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Real processes and sockets on a shared machine: one that was slow gets a second chance there, and is listed as such.
    retry: process.env.CI === undefined ? 0 : 1,
    coverage: { include: ["src/**/*.ts"], exclude: ["**/*.test.ts"] },
  },
});
