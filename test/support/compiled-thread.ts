/**
 * Stands in for `src/threads/start-thread` in tests (see `vitest.config.ts`): threads run the compiled code. Loading
 * TypeScript anew for each thread would make up most of many a test. Where the sources are newer than what was compiled
 * of them, the threads run the sources all the same.
 */
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startThread, threadFile as threadFileBeside } from "../../src/threads/start-thread.js";

export { startThread };

const SOURCES = fileURLToPath(new URL("../../src/", import.meta.url));
const COMPILED = fileURLToPath(new URL("../../dist/src/", import.meta.url));

const changedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** Whether each source of the product has a compiled file that is no older. */
function isCompiled(): boolean {
  return readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .every((name) => {
      const compiledAt = changedAt(`${COMPILED}${name.slice(0, -3)}.js`) ?? 0;
      return compiledAt >= (changedAt(`${SOURCES}${name}`) ?? 0);
    });
}

let isUsable: boolean | undefined;

/** See `src/threads/start-thread`. */
export function threadFile(name: string, caller: string): URL {
  const beside = threadFileBeside(name, caller);
  isUsable ??= isCompiled();
  const path = fileURLToPath(beside);
  if (!isUsable || !path.startsWith(SOURCES)) return beside;
  return pathToFileURL(`${COMPILED}${path.slice(SOURCES.length, -3)}.js`);
}
