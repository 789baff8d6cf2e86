/** A message of ours that asks for a reply says in a link what it is about: nothing else has to be kept for it. */
import type { BotContext } from "./context.js";

/** What the message of ours asks for which this one replies to. @param read undefined for a link of another kind. */
export function askedIn<Asked>(
  { message, me }: BotContext,
  read: (url: string) => Asked | undefined,
): Asked | undefined {
  const prompt = message?.reply_to_message;
  if (prompt?.from?.id !== me.id) return undefined;
  const links = (prompt.entities ?? []).filter((entity) => entity.type === "text_link");
  return links.map(({ url }) => read(url)).find((asked) => asked !== undefined);
}
