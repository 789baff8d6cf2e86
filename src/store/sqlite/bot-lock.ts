/** Lets one bot at a time run on a data folder: two of them would both answer what both find in the inbox. */
import { join } from "node:path";
import { AppError } from "../../core/errors.js";
import { holdFile } from "./held-file.js";

/** A bot that is being stopped to start it anew may still be finishing an answer. */
const WAIT_MS = 2000;

/** The lock of all bots on this `dataDir`; who waits for it waits `waitMs` at most, default 2 s. */
export function createBotLock(dataDir: string, options: { waitMs?: number } = {}) {
  return {
    /** Returns the function that lets go. @throws AppError BOT_RUNNING */
    acquire(): () => void {
      const release = holdFile(join(dataDir, "bot.lock"), options.waitMs ?? WAIT_MS);
      if (release) return release;
      throw new AppError("BOT_RUNNING", {
        message: `a bot is running on this DATA_DIR (${dataDir}): stop it first, or use another DATA_DIR`,
      });
    },
  };
}
