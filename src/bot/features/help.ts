/** /help: how to use the bot. */
import { Composer } from "grammy";
import { type BotContext, onCommand } from "../context.js";
import { sendText } from "../reply.js";

/** The feature; it needs nothing but words. */
export function createHelpFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, "help", async (ctx) => {
    await sendText(ctx.api, ctx.place, ctx.words.help(ctx.me.username), { format: "plain" });
  });
  return composer;
}
