/**
 * How the bot gets its updates: long polling, and the webhook that excludes it. Webhooks are remembered, not called.
 */
import { ApiError, badRequest } from "../api-error.js";
import { type Params, readFlag, readInteger, readObject, readText } from "../params.js";
import type { Methods } from "./method.js";

const WEBHOOK_IS_SET =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

function readAllowed(params: Params): string[] | undefined {
  const allowed = readObject(params, "allowed_updates", "allowed_updates");
  if (allowed === undefined) return undefined;
  if (!Array.isArray(allowed)) throw badRequest("can't parse allowed_updates: expected an Array");
  return allowed.map(String);
}

/** Creates the methods; each fake has its own webhook. */
export function createUpdateMethods(): Methods {
  let webhookUrl = "";
  return {
    getUpdates: {
      params: ["offset", "limit", "timeout", "allowed_updates"],
      run(params, { feed, signal }) {
        if (webhookUrl !== "") throw new ApiError(409, WEBHOOK_IS_SET);
        const limit = readInteger(params, "limit", 100);
        return feed.poll(
          {
            offset: readInteger(params, "offset"),
            limit: limit < 1 || limit > 100 ? 100 : limit,
            timeoutMs: Math.min(Math.max(readInteger(params, "timeout"), 0), 50) * 1000,
            allowed: readAllowed(params),
          },
          signal,
        );
      },
    },
    setWebhook: {
      params: [
        "url",
        "certificate",
        "ip_address",
        "max_connections",
        "allowed_updates",
        "drop_pending_updates",
        "secret_token",
      ],
      run(params, { feed }) {
        const url = readText(params, "url");
        if (url !== "" && !url.startsWith("https://")) {
          throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        webhookUrl = url;
        if (url !== "") feed.conflict("Conflict: terminated by setWebhook request");
        if (readFlag(params, "drop_pending_updates")) feed.dropPending();
        return true;
      },
    },
    deleteWebhook: {
      params: ["drop_pending_updates"],
      run(params, { feed }) {
        webhookUrl = "";
        if (readFlag(params, "drop_pending_updates")) feed.dropPending();
        return true;
      },
    },
    getWebhookInfo: {
      params: [],
      run: (_params, { feed }) => ({
        url: webhookUrl,
        has_custom_certificate: false,
        pending_update_count: feed.pending().length,
      }),
    },
  };
}
