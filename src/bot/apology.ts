/**
 * The one line for an update that did not come to a good end: a crash left it open whether the answer arrived, it was
 * tried in vain, or something broke. Only for those who had asked us something; a group does not hear of messages that were none of our business.
 */
import type { Api } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { botWords } from "../i18n/bot-words.js";
import type { AccessRule } from "./access-rule.js";
import { type AskerDeps, askerIdOf, languageOf } from "./context.js";
import { readIncoming } from "./incoming.js";
import { placeOf, sendText } from "./reply.js";

/** What happened: a word of `BotWords`. */
export type BadEnd = "interrupted" | "gaveUp" | "broke";

/** What apologising works with. */
export interface ApologyDeps extends AskerDeps {
  /** Nobody else hears of it. */
  isAllowed: AccessRule;
  patient: Api;
  me: () => Pick<UserFromGetMe, "id" | "username">;
}

/** Sends it, at most once: whoever calls has written down that it was sent. */
export async function sendApology(deps: ApologyDeps, update: Update, reason: BadEnd): Promise<void> {
  const { message, callback_query: query } = update;
  const asked = message ?? query?.message;
  const from = (message ?? query)?.from;
  if (!asked || !deps.isAllowed(asked.chat.id, from?.id ?? 0)) return;
  if (message && readIncoming(message, deps.me()).kind === "ignored") return;
  const asker = deps.keyOf(message ? askerIdOf(message) : (from?.id ?? asked.chat.id));
  const words = botWords(languageOf(deps, asker, from));
  await sendText(deps.patient, placeOf(asked), words[reason], { format: "plain" });
}
