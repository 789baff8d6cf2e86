/**
 * What the inbox must know of an update before anybody has looked into it: its id and its lane. Anything may come over
 * the wire, so nothing is taken for granted here; the handlers read updates by grammY's types.
 */

/** Update ids are integers from 1; anything else cannot be stored or confirmed. Undefined for those. */
export function updateIdOf(update: unknown): number | undefined {
  if (!isRecord(update)) return undefined;
  const id = update.update_id;
  return typeof id === "number" && Number.isSafeInteger(id) && id >= 0 ? id : undefined;
}

/**
 * The queue that an update waits in: its chat, or the topic of a forum; without a chat its user (an inline query). What
 * belongs to neither shares one lane.
 * @example laneOf({ update_id: 1, message: { chat: { id: -100 }, is_topic_message: true, message_thread_id: 7 } }) // "-100:7"
 */
export function laneOf(update: unknown): string {
  if (!isRecord(update)) return "other";
  for (const content of Object.values(update)) {
    if (!isRecord(content)) continue;
    const message = isRecord(content.message) ? content.message : content;
    if (isRecord(message.chat) && typeof message.chat.id === "number") return laneOfMessage(message, message.chat.id);
    for (const user of [content.from, content.user]) {
      if (isRecord(user) && typeof user.id === "number") return `user:${user.id}`;
    }
  }
  return "other";
}

/** Outside forums a reply carries a thread id too: only `is_topic_message` makes it a place of its own. */
function laneOfMessage(message: Record<string, unknown>, chatId: number): string {
  const thread = message.message_thread_id;
  return message.is_topic_message === true && typeof thread === "number" ? `${chatId}:${thread}` : `${chatId}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
