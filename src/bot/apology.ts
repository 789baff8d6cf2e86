/**
 * The one line for an update that did not come to a good end: a crash left it open whether the answer arrived, it was
 * tried in vain, or something broke. Only for those who had asked us something; a group does not hear of messages that were none of our business.
 */
import type { Api } from "grammy";
import type { Update, UserFromGetMe } from "grammy/types";
import { botWords } from "../i18n/bot-words.js";
import { interfaceLanguage } from "./context.js";
import { readIncoming } from "./incoming.js";
import { placeOf, sendText } from "./reply.js";

/** What happened: a word of `BotWords`. */
export type BadEnd = "interrupted" | "gaveUp" | "broke";

/** Sends it, at most once: whoever calls has written down that it was sent. */
export async function sendApology(
  api: Api,
  update: Update,
  reason: BadEnd,
  me: Pick<UserFromGetMe, "id" | "username">,
): Promise<void> {
  const { message, callback_query: query } = update;
  const asked = message ?? query?.message;
  if (!asked || (message && readIncoming(message, me).kind === "ignored")) return;
  const words = botWords(interfaceLanguage((message ?? query)?.from?.language_code));
  await sendText(api, placeOf(asked), words[reason], { format: "plain" });
}
