/** Shows how an index run comes on: one line that is rewritten for a person, a line a step for a log. */
import type { ReindexProgress } from "../core/reindex-ports.js";
import type { TerminalWords } from "../i18n/terminal-words.js";

/** Fewer files are compared before anybody wonders. */
const MANY_FILES = 500;

/** Not oftener than this is a line rewritten. */
const EVERY_MS = 100;

/**
 * A progress callback that writes to `output`. Silent while there is nothing to do.
 * @example await app.ensureIndex({ onProgress: showProgress(process.stderr, words) })
 */
export function showProgress(output: NodeJS.WriteStream, words: TerminalWords): (progress: ReindexProgress) => void {
  let shownStep = "";
  let shownAt = 0;
  return ({ step, done, total }) => {
    if (total === 0 || (step === "read" && total < MANY_FILES)) return;
    const isEnd = done >= total;
    if (!output.isTTY) {
      if (step !== shownStep) output.write(`${words.steps[step]} (${total})\n`);
    } else if (isEnd || step !== shownStep || Date.now() - shownAt >= EVERY_MS) {
      output.write(`\r\u001b[K${words.steps[step]} ${done}/${total}${isEnd ? "\n" : ""}`);
      shownAt = Date.now();
    }
    shownStep = step;
  };
}
