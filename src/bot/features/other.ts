/**
 * What no other feature took: pictures, stickers and voices in a private chat, unknown commands, buttons that lead
 * nowhere any more. One sentence that helps; in groups silence, unless we were named. Comes last.
 */
import { Composer } from "grammy";
import { type BotContext, tellPresser } from "../context.js";
import { sendText } from "../reply.js";

/** The feature; nothing gets past it. */
export function createOtherFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.use(async (ctx) => {
    const { api, incoming, place, words } = ctx;
    if (ctx.callbackQuery) {
      tellPresser(ctx, { text: words.oldButton, show_alert: true });
    } else if (incoming.kind === "command" && incoming.isExplicit) {
      await sendText(api, place, words.unknownCommand, { format: "plain" });
    } else if (incoming.kind === "wordless") {
      await sendText(api, place, words.textOnly, { format: "plain" });
    } else if (incoming.kind === "forwarded") {
      await sendText(api, place, words.forwarded, { format: "plain" });
    }
  });

  return composer;
}
