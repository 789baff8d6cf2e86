/** /admin lists what admins can do; /grant, /revoke and /admins say who is one; /audit shows what was done. For admins. */
import { Composer } from "grammy";
import type { AuditStore, GrantStore } from "../../core/admin-ports.js";
import { adminWords } from "../../i18n/admin-words.js";
import { type Admins, onAdminCommand } from "../admin.js";
import type { BotContext } from "../context.js";
import { sendText } from "../reply.js";
import { span } from "../views/html.js";
import { clip } from "../views/paging.js";
import { splitSpans } from "../views/split.js";

/** What it works with. */
export interface AdminsDeps {
  admins: Admins;
  grants: GrantStore;
  audit: AuditStore;
}

const AUDIT_SHOWN = 20;
/** Of one value: a title, a file. */
const MAX_DETAIL_CHARS = 200;

/** The feature. */
export function createAdminsFeature({ admins, grants, audit }: AdminsDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const say = async ({ api, place }: BotContext, text: string) => {
    await sendText(api, place, text, { format: "plain" });
  };

  onAdminCommand(composer, admins, "admin", async (ctx) => {
    const { commands } = adminWords(ctx.language);
    await say(
      ctx,
      Object.entries(commands)
        .map(([name, what]) => `/${name} ${what}`)
        .join("\n"),
    );
  });

  onAdminCommand(composer, admins, "grant", async (ctx, text, admin) => {
    const words = adminWords(ctx.language);
    const telegramId = personOf(ctx, text);
    if (telegramId === undefined) return say(ctx, words.whom);
    if (admins.has(telegramId)) return say(ctx, words.alreadyAdmin(telegramId));
    grants.grant({ telegramId, grantedBy: admin, at: Date.now() });
    audit.note({ at: Date.now(), admin, action: "grant", detail: { telegramId } });
    await say(ctx, words.granted(telegramId));
  });

  onAdminCommand(composer, admins, "revoke", async (ctx, text, admin) => {
    const words = adminWords(ctx.language);
    const telegramId = personOf(ctx, text);
    if (telegramId === undefined) return say(ctx, words.whom);
    if (admins.owners.includes(telegramId)) return say(ctx, words.isOwner(telegramId));
    if (!grants.revoke(telegramId)) return say(ctx, words.noSuchAdmin(telegramId));
    audit.note({ at: Date.now(), admin, action: "revoke", detail: { telegramId } });
    await say(ctx, words.revoked(telegramId));
  });

  onAdminCommand(composer, admins, "admins", async (ctx) => {
    await say(ctx, adminWords(ctx.language).admins(admins.owners, grants.list()));
  });

  onAdminCommand(composer, admins, "audit", async (ctx) => {
    const words = adminWords(ctx.language);
    const entries = audit.list(AUDIT_SHOWN).map(({ at, admin, action, detail }) => {
      const what = Object.entries(detail).map(([key, value]) => `${key}=${clip(String(value), MAX_DETAIL_CHARS)}`);
      const minute = new Date(at).toISOString().slice(0, 16).replace("T", " ");
      return [minute, admin, words.actions[action] ?? action, ...what].join(" · ");
    });
    const text = entries.length === 0 ? words.auditEmpty : [words.auditHeading, ...entries].join("\n");
    for (const part of splitSpans([span(text)])) await say(ctx, part.map((piece) => piece.text).join(""));
  });

  return composer;
}

/**
 * The id behind the command; when nothing stands there, the person whose message it replies to. In a topic every message
 * "replies" to the one that opened it, and whoever speaks as a chat is nobody in particular.
 */
function personOf({ message }: BotContext, text: string): number | undefined {
  if (text !== "") return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  const { from, sender_chat: chat, forum_topic_created: topic } = message?.reply_to_message ?? {};
  return from && !from.is_bot && !chat && !topic ? from.id : undefined;
}
