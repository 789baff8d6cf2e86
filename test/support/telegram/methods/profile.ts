/**
 * What the bot is and what it may ask about: itself, its command menu, chats and their members.
 */
import { badRequest } from "../api-error.js";
import { type Command, checkCommands, checkLanguageCode } from "../checks.js";
import { isRecord, type Params, readInteger, readObject, readText } from "../params.js";
import type { Methods } from "./method.js";

const SCOPES = new Set([
  "default",
  "all_private_chats",
  "all_group_chats",
  "all_chat_administrators",
  "chat",
  "chat_administrators",
  "chat_member",
]);

/** One menu per scope and language, as Telegram keeps them. */
function menuKey(params: Params): string {
  const scope = readObject(params, "scope", "BotCommandScope") ?? { type: "default" };
  if (!isRecord(scope) || typeof scope.type !== "string" || !SCOPES.has(scope.type)) {
    throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  }
  return `${JSON.stringify(scope)} ${checkLanguageCode(params)}`;
}

/** Creates the methods; each fake has its own menus. */
export function createProfileMethods(): Methods {
  const menus = new Map<string, Command[]>();
  return {
    getMe: {
      params: [],
      run: (_params, { world }) => ({
        ...world.bot,
        can_join_groups: true,
        can_read_all_group_messages: true,
        supports_inline_queries: true,
        can_connect_to_business: false,
        has_main_web_app: false,
      }),
    },
    setMyCommands: {
      params: ["commands", "scope", "language_code"],
      run(params) {
        menus.set(menuKey(params), checkCommands(params));
        return true;
      },
    },
    getMyCommands: {
      params: ["scope", "language_code"],
      run: (params) => menus.get(menuKey(params)) ?? [],
    },
    deleteMyCommands: {
      params: ["scope", "language_code"],
      run(params) {
        menus.delete(menuKey(params));
        return true;
      },
    },
    getChat: {
      params: ["chat_id"],
      run: (params, { world }) => world.chatToWire(world.chat(readText(params, "chat_id"))),
    },
    getChatMember: {
      params: ["chat_id", "user_id"],
      run(params, { world }) {
        const chat = world.chat(readText(params, "chat_id"));
        const userId = readInteger(params, "user_id");
        if (userId <= 0) throw badRequest("invalid user_id specified");
        if (userId === world.bot.id) return { user: world.bot, status: chat.isBlocked ? "kicked" : "member" };
        return { user: world.user(userId), status: "member" };
      },
    },
  };
}
