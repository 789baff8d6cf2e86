/**
 * Which generation serves in this process: the one that `CURRENT` names, looked at again every now and then, since
 * another process may have published. A new one is loaded beside the old one, which serves until then, and serves on
 * when the new one does not load.
 */
import { isAppError } from "../core/errors.js";
import type { Log } from "../core/ports.js";
import type { GenerationFolder } from "./generation-folder.js";
import { type LoadedGeneration, loadGeneration } from "./load-generation.js";

/** The serving generation of this process. */
export interface ServingGeneration {
  /** As of at most `lookEveryMs` ago; undefined when there is none that fits. Never rejects because of a bad file. */
  get(): Promise<LoadedGeneration | undefined>;
  /** As of now. */
  getNewest(): Promise<LoadedGeneration | undefined>;
  /** Serves from now on; for whoever has just published it. */
  set(loaded: LoadedGeneration): void;
}

/** @param lookEveryMs how long a generation is taken for the newest without looking */
export function createServingGeneration(
  { folder, log }: { folder: GenerationFolder; log: Log },
  lookEveryMs: number,
): ServingGeneration {
  let serving: LoadedGeneration | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;
  /** What would not load is not tried again: generations never change. */
  let refusedId: string | undefined;
  let reported: string | undefined;
  /** Counts calls of `set`, so that a slower look cannot put an older generation back. */
  let settings = 0;

  async function look(): Promise<void> {
    const before = settings;
    let id: string | undefined;
    try {
      // Again after each step: what is read may have been replaced, and removed, meanwhile.
      for (;;) {
        lookedAt = performance.now();
        id = (await folder.readServing())?.id;
        if (before !== settings || id === undefined || id === serving?.manifest.id || id === refusedId) return;
        const loaded = await tryToLoad(id);
        if (before !== settings) return;
        if (loaded) serving = loaded;
        else refusedId = id;
      }
    } catch (error) {
      report(error, id);
    }
  }

  async function tryToLoad(id: string): Promise<LoadedGeneration | undefined> {
    try {
      return await loadGeneration(folder.pathOf(id), id);
    } catch (error) {
      report(error, id);
      return undefined;
    }
  }

  /** Says once why an index is not used. */
  function report(error: unknown, id: string | undefined): void {
    if (!isAppError(error)) throw error;
    if (error.message === reported) return;
    reported = error.message;
    const still = serving?.manifest.id;
    log.warn({ generation: id, serving: still, reason: error.message }, "the index on disk does not fit");
  }

  async function getNewest(): Promise<LoadedGeneration | undefined> {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    await looking;
    return serving;
  }

  return {
    get: async () => (serving && performance.now() - lookedAt < lookEveryMs ? serving : getNewest()),
    getNewest,
    set(loaded) {
      settings++;
      serving = loaded;
      lookedAt = performance.now();
    },
  };
}
