/**
 * Answers to pressed buttons and inline queries. A query is answered once, and only while it is fresh.
 */
import { badRequest } from "../api-error.js";
import { isRecord, type Params, readFlag, readObject, readText } from "../params.js";
import type { CallbackQuery, World } from "../world.js";
import type { Methods } from "./method.js";

const MAX_INLINE_RESULTS = 50;

function freshQuery(world: World, id: string): CallbackQuery {
  const query = world.queries.get(id);
  if (!query || query.isAnswered || query.isExpired) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  return query;
}

function checkResults(params: Params): Record<string, unknown>[] {
  const results = readObject(params, "results", "inline query results");
  if (!Array.isArray(results)) throw badRequest("expected an Array of inline query results");
  if (results.length > MAX_INLINE_RESULTS) throw badRequest("RESULTS_TOO_MUCH");
  const ids = new Set<string>();
  return results.map((result: unknown) => {
    const id = isRecord(result) && typeof result.id === "string" ? result.id : "";
    if (!isRecord(result) || id === "" || Buffer.byteLength(id) > 64) throw badRequest("RESULT_ID_INVALID");
    if (ids.has(id)) throw badRequest("RESULT_ID_DUPLICATE");
    ids.add(id);
    return result;
  });
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
      checkResults(params);
      if (Buffer.byteLength(readText(params, "next_offset")) > 64) throw badRequest("NEXT_OFFSET_INVALID");
      query.isAnswered = true;
      context.onChange();
      return true;
    },
  },
};
