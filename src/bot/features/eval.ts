/**
 * /eval: an admin has the regression set asked. It runs behind the chat, whose questions are answered meanwhile; one message
 * shows how far it is and at last what came of it. One run at a time. After a crash it does not go on.
 */
import { type Api, Composer } from "grammy";
import type { Log } from "../../core/ports.js";
import type { RegressionSet } from "../../core/regression-ports.js";
import type { Language } from "../../core/types.js";
import { failureWords } from "../../i18n/error-words.js";
import { regressionWords } from "../../i18n/regression-words.js";
import { type Admins, onAdminCommand } from "../admin.js";
import { describeError } from "../api-errors.js";
import type { BotContext } from "../context.js";
import { createEditedText } from "../edited-text.js";
import { editText, type Place, replaceText, sendText } from "../reply.js";
import { renderReport } from "../views/regression-view.js";

/** What it works with. */
export interface EvalDeps {
  admins: Admins;
  regression: Pick<RegressionSet, "run">;
  /** For what the next edit replaces, and for what must arrive: the update is done with before the run ends. */
  quick: Api;
  patient: Api;
  /** Between edits; a group bears twenty a minute. Milliseconds. */
  editMs: number;
  /** Aborted when the bot stops. */
  stopping: AbortSignal;
  log: Log;
}

/** The feature. */
export function createEvalFeature(deps: EvalDeps): Composer<BotContext> {
  const { admins, regression, quick, patient, editMs, stopping, log } = deps;
  const composer = new Composer<BotContext>();
  let isRunning = false;

  onAdminCommand(composer, admins, "eval", async ({ api, place, language }) => {
    const words = regressionWords(language);
    if (isRunning) {
      await sendText(api, place, words.alreadyRunning, { format: "plain" });
      return;
    }
    isRunning = true;
    try {
      const { message_id } = await sendText(api, place, words.started, { format: "plain" });
      void runBehind(place, message_id, language);
    } catch (error) {
      isRunning = false;
      throw error;
    }
  });

  async function runBehind(place: Place, messageId: number, language: Language): Promise<void> {
    const words = regressionWords(language);
    const shown = createEditedText((text) => editText(quick, place, messageId, text, { format: "plain" }), editMs);
    const onProgress = (done: number, all: number) => shown.show(words.running(done, all));
    try {
      const said = await regression
        .run({ onProgress, signal: stopping })
        .then((report) => renderReport(report, words))
        .catch((error: unknown) => {
          if (stopping.aborted) throw error;
          log.error(describeError(error), "the question set could not be run");
          return failureWords(error, language);
        });
      await shown.end();
      await replaceText(patient, place, messageId, said, { format: "plain" });
    } catch (error) {
      noteFailure(error);
    } finally {
      isRunning = false;
    }
  }

  function noteFailure(error: unknown): void {
    log.info(describeError(error), "how the question set goes was not shown");
  }

  return composer;
}
