/** /new: forgets the conversation of this chat or topic, so that the next question stands on its own. */
import { Composer } from "grammy";
import type { ConversationStore } from "../../core/ports.js";
import { type BotContext, onCommand } from "../context.js";
import { sendText } from "../reply.js";

/** The feature; says whether there was anything to forget. */
export function createNewFeature(conversations: Pick<ConversationStore, "clearTurns">): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, "new", async ({ api, place, words, conversation }) => {
    const turns = conversations.clearTurns(conversation);
    await sendText(api, place, turns > 0 ? words.forgotten : words.nothingToForget, { format: "plain" });
  });
  return composer;
}
