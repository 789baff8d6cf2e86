/**
 * /stop: ends the own answer that is being written. The stopping itself happens when the command arrives (`arrivals`), and
 * the stopped answer says that it was stopped; here the command's turn has come, and it only speaks up when there was
 * nothing to stop. In groups other bots have a /stop too: there it keeps silent unless we were named.
 */
import { Composer } from "grammy";
import { type BotContext, onCommand } from "../context.js";
import { sendText } from "../reply.js";
import type { RunningAnswers } from "../running-answers.js";

/** The feature. */
export function createStopFeature(running: Pick<RunningAnswers, "settleStop">): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onCommand(composer, "stop", async ({ api, place, words, conversation, incoming, update }) => {
    const hasStopped = running.settleStop(conversation, update.update_id);
    const isForUs = incoming.kind === "command" && incoming.isExplicit;
    if (!hasStopped && isForUs) await sendText(api, place, words.nothingToStop, { format: "plain" });
  });
  return composer;
}
