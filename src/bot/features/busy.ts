/** Questions that were not taken because too many wait: one line that says so, and they are done with. Comes first. */
import { Composer } from "grammy";
import type { BotContext } from "../context.js";
import { sendText } from "../reply.js";
import type { WaitingRoom } from "../waiting-room.js";

/** The feature; whoever floods is told once, not for every question. */
export function createBusyFeature(room: Pick<WaitingRoom, "refusalOf">): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.use(async ({ api, place, words, update }, next) => {
    const refusal = room.refusalOf(update.update_id);
    if (refusal === undefined) return next();
    if (refusal === "tell") await sendText(api, place, words.tooManyWaiting, { format: "plain" });
  });
  return composer;
}
