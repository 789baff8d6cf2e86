/** grammY as people use it: with its own polling, and with @grammyjs/runner, which handles many chats at once. */
import { run, sequentialize } from "@grammyjs/runner";
import { Bot } from "grammy";
import { answerSlowly } from "./exchange.js";
import type { ContenderTask } from "./start-contender.js";

/** Shows that it is typing, waits for the model, answers. */
export async function startGrammy({ name, token, apiRoot, model }: ContenderTask): Promise<void> {
  const bot = new Bot(token, { client: { apiRoot } });
  if (name === "runner") bot.use(sequentialize((ctx) => String(ctx.chat?.id)));
  bot.on("message:text", async (ctx) => {
    ctx.replyWithChatAction("typing").catch(() => undefined);
    await ctx.reply(await answerSlowly(ctx.message.text, model));
  });
  if (name === "runner") {
    await bot.init();
    run(bot);
  } else void bot.start();
}
