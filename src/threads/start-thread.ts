/**
 * Starts a worker thread from a file beside the caller's, compiled or not. Compiled code simply starts; a thread does
 * not inherit the loader that lets TypeScript run (tests, `npm run dev`), so it first loads that one itself.
 */
import { extname } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * @param name file name without extension, in the caller's folder
 * @param caller its `import.meta.url`
 */
export function threadFile(name: string, caller: string): URL {
  return new URL(`./${name}${extname(new URL(caller).pathname)}`, caller);
}

/** @param file an absolute file URL; `.ts` needs the development package `tsx` */
export function startThread(file: URL, options: WorkerOptions): Worker {
  if (extname(file.pathname) !== ".ts") return new Worker(file, options);
  const loader = import.meta.resolve("tsx/esm/api");
  const boot = `import(${JSON.stringify(loader)}).then((tsx) => {
    tsx.register();
    return import(${JSON.stringify(file.href)});
  })`;
  return new Worker(boot, { ...options, eval: true });
}
