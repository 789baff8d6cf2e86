/**
 * /gaps: questions without an answer that helped, one at a time, and what an admin can do about it: add an article, add an
 * alias (both are told how, the doing is other features'), ignore it. In private chats only: others' questions are not for a
 * group. Never shows who asked.
 */
import { Composer } from "grammy";
import type { AuditStore } from "../../core/admin-ports.js";
import type { GapStore } from "../../core/gap-ports.js";
import { gapWords } from "../../i18n/gap-words.js";
import { type Admins, onAdminButton, onAdminCommand } from "../admin.js";
import type { BotContext } from "../context.js";
import { createGapLookup, type Gap } from "../gaps.js";
import { putView } from "../pressed-message.js";
import { sendText } from "../reply.js";
import { type GapTap, readGapTap, renderGap } from "../views/gap-view.js";

/** What it works with. */
export interface GapsDeps {
  admins: Admins;
  gaps: GapStore;
  audit: Pick<AuditStore, "note">;
}

/** A tap and the gap that it is about; none for turning a page. */
type Meant = { tap: GapTap; gap: Gap | undefined };

/** The feature; a button of a gap that is none any more is left to the next. */
export function createGapsFeature({ admins, gaps, audit }: GapsDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const lookup = createGapLookup({ gaps });

  onAdminCommand(composer, admins, "gaps", async ({ api, place, language }) => {
    const words = gapWords(language);
    const { html, ...rest } = place.isGroup ? { html: words.privateOnly } : renderGap(lookup.list(), 0, words);
    await sendText(api, place, html, rest);
  });

  onAdminButton(composer, admins, meantBy, async (ctx, { tap, gap }, admin) => {
    const words = gapWords(ctx.language);
    if (tap.action === "ignore" && gap && gaps.ignore(gap.key, admin)) {
      audit.note({ at: Date.now(), admin, action: "ignore gap", detail: { gap: gap.id, times: gap.times } });
    }
    if (tap.action === "page" || tap.action === "ignore")
      return putView(ctx, renderGap(lookup.list(), tap.page, words));
    if (!gap) return;
    const { question } = gap;
    const said = tap.action === "article" ? words.howToAddArticle(question) : words.howToAddAlias(question);
    await sendText(ctx.api, ctx.place, said, { format: "plain" });
  });

  function meantBy(pressed: Parameters<typeof readGapTap>[0], { place }: BotContext): Meant | undefined {
    const tap = place.isGroup ? undefined : readGapTap(pressed);
    if (!tap) return undefined;
    const gap = tap.action === "page" ? undefined : lookup.find(tap.id);
    // Ignoring what is ignored already, in another message or before a crash, shows the list as it is now.
    return gap || tap.action === "page" || tap.action === "ignore" ? { tap, gap } : undefined;
  }

  return composer;
}
