/** Tells the admins of the configuration what came of a re-indexing that nobody asked for, when they have to decide. */
import type { Api } from "grammy";
import type { Log } from "../core/ports.js";
import type { ReindexOutcome } from "../core/reindex-ports.js";
import { reindexWords } from "../i18n/reindex-words.js";
import type { Admins } from "./admin.js";
import { describeError } from "./api-errors.js";
import { type AskerDeps, languageOf } from "./context.js";
import { sendText } from "./reply.js";
import { viewOutcome } from "./views/reindex-view.js";

/** What it works with. */
export interface TellAdminsDeps extends AskerDeps {
  admins: Pick<Admins, "owners">;
  patient: Api;
  log: Log;
}

/** Each admin is told in the chosen language; one who cannot be reached is passed over. Nothing is waited for. */
export function createTellAdmins(deps: TellAdminsDeps): (outcome: ReindexOutcome) => void {
  const { admins, patient, log, keyOf } = deps;
  return (outcome) => {
    if (outcome.kind !== "worse") return;
    for (const admin of admins.owners) {
      const language = languageOf(deps, keyOf(admin), undefined);
      const { text, keyboard } = viewOutcome(outcome, language);
      const said = `${reindexWords(language).corpusChanged}\n${text}`;
      sendText(patient, { chatId: admin, isGroup: false }, said, {
        format: "plain",
        ...(keyboard && { keyboard }),
      }).catch((error: unknown) => log.warn(describeError(error), "an admin could not be told of a re-indexing"));
    }
  };
}
