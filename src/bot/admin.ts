/**
 * Who is an admin, and the ways in which a feature is kept for admins. To anybody else an admin's command does not exist
 * and an admin's button leads nowhere: the next feature says so, and nothing tells that there was one.
 */
import type { Composer } from "grammy";
import type { GrantStore } from "../core/admin-ports.js";
import type { AdminCommandName } from "../i18n/admin-words.js";
import type { Pressed } from "./callback-data.js";
import { type BotContext, onButton } from "./context.js";

/** Whether a Telegram id is an admin's. */
export interface Admins {
  has(telegramId: number | undefined): boolean;
  /** Those of the configuration, whom nobody can remove from the chat. */
  readonly owners: readonly number[];
}

/** @param owners of the configuration. */
export function createAdmins(owners: readonly number[], grants: Pick<GrantStore, "has">): Admins {
  const known = new Set(owners);
  return {
    owners,
    has: (telegramId) => telegramId !== undefined && (known.has(telegramId) || grants.has(telegramId)),
  };
}

/** Runs `handle` for an admin's command; `text` is what stands behind it, never what it replies to. */
export function onAdminCommand(
  composer: Composer<BotContext>,
  admins: Admins,
  name: AdminCommandName,
  handle: (ctx: BotContext, text: string, admin: number) => Promise<void>,
): void {
  composer.use(async (ctx, next) => {
    const { incoming, from } = ctx;
    const isAsked = incoming.kind === "command" && incoming.name === name;
    if (isAsked && from && admins.has(from.id)) await handle(ctx, incoming.argument, from.id);
    else await next();
  });
}

/** Runs `handle` for an admin's button whose data is one that `read` accepts. */
export function onAdminButton<Data>(
  composer: Composer<BotContext>,
  admins: Admins,
  read: (pressed: Pressed, ctx: BotContext) => Data | undefined,
  handle: (ctx: BotContext, data: Data, admin: number) => Promise<void>,
): void {
  onButton(
    composer,
    (pressed, ctx) => (admins.has(ctx.from?.id) ? read(pressed, ctx) : undefined),
    (ctx, data) => handle(ctx, data, ctx.from?.id ?? 0),
  );
}
