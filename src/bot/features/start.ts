/**
 * /start: who we are, and three questions to begin with as buttons. A tap shows the question and answers it. Called by a
 * link of an inline message it opens the evidence that the link names.
 */
import { Composer } from "grammy";
import { evidenceWords } from "../../i18n/evidence-words.js";
import { type Pressed, questionButton } from "../callback-data.js";
import type { Catalogue } from "../catalogue.js";
import { type BotContext, onButton, onCommand } from "../context.js";
import type { EvidenceLookup } from "../evidence.js";
import { readEvidenceLink } from "../evidence-taps.js";
import { pressedButton } from "../pressed-message.js";
import { sendText } from "../reply.js";
import type { Ask } from "./ask.js";
import { sendCard } from "./evidence.js";

const MAX_EXAMPLES = 3;

/** What the greeting works with. */
export interface StartDeps {
  catalogue: Catalogue;
  examples: () => readonly string[];
  ask: Ask;
  evidence: EvidenceLookup;
}

/** The feature; its buttons work for as long as their message is there. */
export function createStartFeature({ catalogue, examples, ask, evidence }: StartDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  onCommand(composer, "start", async (ctx, payload) => {
    const { api, place, words } = ctx;
    const link = readEvidenceLink(payload);
    if (link) {
      const found = evidence.find(link.id, link.n);
      if (found) await sendCard(ctx, found);
      else await sendText(api, place, evidenceWords(ctx.language).unknown, { format: "plain" });
      return;
    }
    const articles = catalogue.count();
    const questions = articles === 0 ? [] : examples().slice(0, MAX_EXAMPLES);
    const lines = [words.start(articles), ...(questions.length > 0 ? [words.tryOne] : [])];
    await sendText(api, place, lines.join("\n\n"), {
      format: "plain",
      ...(questions.length > 0 && {
        keyboard: { inline_keyboard: questions.map((question, i) => [questionButton(question, i)]) },
      }),
    });
  });

  onButton(composer, questionOf, async (ctx, question) => {
    await sendText(ctx.api, ctx.place, ctx.words.asked(question), { format: "plain" });
    await ask(ctx, question);
  });

  return composer;
}

/** The question that a button asks; one too long for its data stands on its face, as long as Telegram shows us that. */
function questionOf(pressed: Pressed, ctx: BotContext): string | undefined {
  if (pressed.kind === "question") return pressed.fields[0];
  if (pressed.kind !== "face") return undefined;
  return pressedButton(ctx)?.text;
}
