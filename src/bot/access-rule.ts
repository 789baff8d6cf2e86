/** Who is answered at all: everybody, or the chats and people that were chosen, and admins everywhere. */
import type { Admins } from "./admin.js";

/** Whether a chat is answered, or this person in it. A private chat has its person's id. */
export type AccessRule = (chatId: number, personId?: number) => boolean;

/** @param allowedChats ids of chats and people; undefined: everybody. */
export function createAccessRule(allowedChats: readonly number[] | undefined, admins: Pick<Admins, "has">): AccessRule {
  const allowed = allowedChats && new Set(allowedChats);
  return (chatId, personId = chatId) => !allowed || allowed.has(chatId) || admins.has(personId);
}
