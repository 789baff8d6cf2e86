/** telegraf as people use it: it handles a batch of updates at once and fetches the next when all are done. */
import { Agent } from "node:http";
import { Telegraf } from "telegraf";
import { message } from "telegraf/filters";
import { answerSlowly } from "./exchange.js";
import type { ContenderTask } from "./start-contender.js";

/** Shows that it is typing, waits for the model, answers. */
export async function startTelegraf({ token, apiRoot, model }: ContenderTask): Promise<void> {
  // Its default agent is for https only.
  const agent = new Agent({ keepAlive: true }) as never;
  const bot = new Telegraf(token, { telegram: { apiRoot, agent } });
  bot.on(message("text"), async (ctx) => {
    ctx.sendChatAction("typing").catch(() => undefined);
    await ctx.reply(await answerSlowly(ctx.message.text, model));
  });
  void bot.launch();
}
