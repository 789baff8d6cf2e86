/**
 * Evidence cards. In a private chat a tap under an answer turns that message into the card, and "back" turns it into the
 * answer again, from what is stored; in a group the card is a message of its own, so that others keep the answer in view.
 * Everything comes from the button and the store: works after any restart, for everybody who sees the button.
 */
import { Composer } from "grammy";
import { evidenceWords } from "../../i18n/evidence-words.js";
import { isButtonRefused, isMessageLost, refusalOf } from "../api-errors.js";
import type { Catalogue } from "../catalogue.js";
import { type BotContext, onButton } from "../context.js";
import type { Evidence, EvidenceLookup } from "../evidence.js";
import { type CardTap, readCardTap, readOpenTap } from "../evidence-taps.js";
import { pressedMessageId, putView } from "../pressed-message.js";
import { createRecentCards } from "../recent-cards.js";
import { editText, sendText } from "../reply.js";
import { renderAnswer } from "../views/answer-view.js";
import { renderArticlePage } from "../views/article-page-view.js";
import { type CardView, renderEvidence } from "../views/evidence-view.js";
import { withoutLinks } from "../views/keyboard.js";

/** What cards work with. */
export interface EvidenceDeps {
  evidence: EvidenceLookup;
  catalogue: Catalogue;
}

/** The feature; buttons of unknown answers and forged ones are left to the next. */
export function createEvidenceFeature({ evidence, catalogue }: EvidenceDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const recent = createRecentCards();

  onButton(
    composer,
    (pressed) => {
      const source = readOpenTap(pressed);
      return source && evidence.find(source.id, source.n);
    },
    async (ctx, found) => {
      const { place, asker, callbackQuery } = ctx;
      if (!place.isGroup) return putCard(ctx, renderEvidence(found, audienceOf(ctx)));
      const messageId = callbackQuery?.message?.message_id ?? 0;
      const tap = { chatId: place.chatId, messageId, n: found.citation.n, asker, updateId: ctx.update.update_id };
      if (!recent.isRepeated(tap)) recent.opened(tap, await sendCard(ctx, found));
    },
  );

  onButton(
    composer,
    (pressed) => {
      const tap = readCardTap(pressed);
      const found = tap && evidence.find(tap.id, tap.n);
      return tap && found && { tap, found };
    },
    async (ctx, { tap, found }) => {
      const messageId = pressedMessageId(ctx);
      if (messageId === undefined) return;
      if (tap.part === "close") {
        await closeCard(ctx, messageId);
        recent.closed(ctx.place.chatId, messageId);
      } else await putCard(ctx, viewOf(ctx, tap, found));
    },
  );

  function viewOf(ctx: BotContext, { part, place }: CardTap, found: Evidence): CardView {
    if (part === "page") return renderArticlePage(found, audienceOf(ctx), place);
    if (part !== "answer") return renderEvidence(found, audienceOf(ctx), place);
    const { messages, keyboard } = renderAnswer(found.answer, (citation) => catalogue.datesOf(citation), {
      canKeep: ctx.canKeep,
    });
    return { html: messages.at(-1) ?? "", ...(keyboard && { keyboard }) };
  }

  return composer;
}

/** Sends a card as a message of its own. @returns the id of that message. */
export async function sendCard(ctx: BotContext, found: Evidence): Promise<number> {
  const { api, place } = ctx;
  const { message_id } = await withKeyboard(renderEvidence(found, audienceOf(ctx)), ({ html, ...rest }) =>
    sendText(api, place, html, rest),
  );
  return message_id;
}

function putCard(ctx: BotContext, card: CardView): Promise<void> {
  return withKeyboard(card, (view) => putView(ctx, view));
}

/** An article's address may be one that Telegram takes for none: then the card comes without links. */
async function withKeyboard<Result>(view: CardView, show: (view: CardView) => Promise<Result>): Promise<Result> {
  try {
    return await show(view);
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal || !view.keyboard || !isButtonRefused(refusal.description)) throw error;
    const keyboard = withoutLinks(view.keyboard);
    return show({ html: view.html, ...(keyboard && { keyboard }) });
  }
}

/** No bot may delete a message that is older than two days: such a card becomes a short line. One that is gone is closed. */
async function closeCard({ api, place, language }: BotContext, messageId: number): Promise<void> {
  try {
    await api.deleteMessage(place.chatId, messageId);
  } catch (error) {
    if (refusalOf(error)?.error_code !== 400) throw error;
    try {
      await editText(api, place, messageId, evidenceWords(language).closed, { format: "plain" });
    } catch (editing) {
      if (!isMessageLost(refusalOf(editing)?.description ?? "")) throw editing;
    }
  }
}

function audienceOf({ language, place }: BotContext) {
  return { language, isGroup: place.isGroup };
}
