/**
 * Answers to pressed buttons and inline queries. A query is answered once, and only while it is fresh.
 */
import { badRequest } from "../api-error.js";
import { checkResults } from "../inline-results.js";
import { readFlag, readInteger, readText } from "../params.js";
import type { CallbackQuery, World } from "../world.js";
import type { Methods } from "./method.js";

function freshQuery(world: World, id: string): CallbackQuery {
  const query = world.queries.get(id);
  if (!query || query.isAnswered || query.isExpired) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  return query;
}

/** Without a game, a button may open nothing but the bot itself, with a parameter. */
function isOwnStartLink(url: string, { bot }: World): boolean {
  const [, name, payload] = /^(?:https:\/\/)?t\.me\/(\w+)\?start=([\w-]{1,64})$/.exec(url) ?? [];
  return name?.toLowerCase() === bot.username?.toLowerCase() && payload !== undefined;
}

export const queryMethods: Methods = {
  answerCallbackQuery: {
    params: ["callback_query_id", "text", "show_alert", "url", "cache_time"],
    run(params, context) {
      const query = freshQuery(context.world, readText(params, "callback_query_id"));
      const text = readText(params, "text");
      if (text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
      const url = readText(params, "url");
      if (url !== "" && !isOwnStartLink(url, context.world)) throw badRequest("URL_INVALID");
      query.isAnswered = true;
      query.answer = { text, showAlert: readFlag(params, "show_alert"), url };
      context.onChange();
      return true;
    },
  },

  answerInlineQuery: {
    params: ["inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"],
    run(params, context) {
      const query = freshQuery(context.world, readText(params, "inline_query_id"));
      const results = checkResults(params);
      const nextOffset = readText(params, "next_offset");
      if (Buffer.byteLength(nextOffset) > 64) throw badRequest("NEXT_OFFSET_INVALID");
      const cacheTime = readInteger(params, "cache_time", 300);
      if (cacheTime < 0) throw badRequest("CACHE_TIME_INVALID");
      query.isAnswered = true;
      query.inline = { results, cacheTime, isPersonal: readFlag(params, "is_personal"), nextOffset };
      context.onChange();
      return true;
    },
  },
};
