/** /sources: the articles that answers come from, a page at a time; buttons turn the pages of the same message. */
import { Composer } from "grammy";
import { numberField, type Pressed } from "../callback-data.js";
import type { Catalogue } from "../catalogue.js";
import { type BotContext, onButton, onCommand } from "../context.js";
import { putView } from "../pressed-message.js";
import { sendText } from "../reply.js";
import { renderSources } from "../views/sources-view.js";

/** The feature; a button of an old list shows the page as it is now. */
export function createSourcesFeature({ catalogue }: { catalogue: Catalogue }): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  onCommand(composer, "sources", async ({ api, place, words }) => {
    const { html, ...rest } = renderSources(catalogue.list(), 0, words);
    await sendText(api, place, html, rest);
  });

  onButton(composer, pageOf, async (ctx, page) => {
    await putView(ctx, renderSources(catalogue.list(), page, ctx.words));
  });

  return composer;
}

function pageOf({ kind, fields }: Pressed): number | undefined {
  return kind === "sources" ? numberField(fields[0]) : undefined;
}
