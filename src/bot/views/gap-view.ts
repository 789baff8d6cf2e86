/** One gap in the knowledge as a message: the question, how often and when it was asked, what can be done. Pure. */
import type { GapWords } from "../../i18n/gap-words.js";
import { actionButton, numberField, type Pressed } from "../callback-data.js";
import type { Gap } from "../gaps.js";
import { renderHtml, type Span, span } from "./html.js";
import { type Keyboard, keyboardOf } from "./keyboard.js";
import { clipLine, dayOf } from "./paging.js";

const ACTIONS = { page: "p", article: "a", alias: "n", ignore: "x" } as const;

/** A pressed button of a gap; pages are counted from 0. */
export type GapTap =
  | { action: "page"; page: number }
  | { action: "article" | "alias"; id: string }
  | { action: "ignore"; id: string; page: number };

/** Other wordings that are shown. */
const MAX_OTHERS = 4;
/** A question is shown so far, since four others must fit beside it. UTF-16 units. */
const MAX_QUESTION_CHARS = 400;

/** @param page from 0; one beyond the end shows the last, since there may be fewer by now. */
export function renderGap(gaps: readonly Gap[], page: number, words: GapWords): { html: string; keyboard?: Keyboard } {
  const shown = Math.min(Math.max(page, 0), gaps.length - 1);
  const gap = gaps[shown];
  if (!gap) return { html: renderHtml([span(words.none)]) };
  const counts = words.counts({ ...gap, first: dayOf(gap.first), last: dayOf(gap.last) });
  const others = gap.others.slice(0, MAX_OTHERS).map((other) => `· ${clipLine(other, MAX_QUESTION_CHARS)}`);
  const spans: Span[] = [
    span(clipLine(gap.question, MAX_QUESTION_CHARS), "bold"),
    span(`\n\n${counts}`),
    ...(others.length > 0 ? [span(`\n\n${[words.alsoAsked, ...others].join("\n")}`)] : []),
    span(`\n\n${words.position(shown + 1, gaps.length)}`),
  ];
  const keyboard = keyboardOf(
    [
      actionButton(words.addArticle, "gaps", ACTIONS.article, gap.id),
      actionButton(words.addAlias, "gaps", ACTIONS.alias, gap.id),
    ],
    [actionButton(words.ignore, "gaps", ACTIONS.ignore, gap.id, shown)],
    [
      ...(shown > 0 ? [actionButton(words.previous, "gaps", ACTIONS.page, shown - 1)] : []),
      ...(shown < gaps.length - 1 ? [actionButton(words.next, "gaps", ACTIONS.page, shown + 1)] : []),
    ],
  );
  return { html: renderHtml(spans), ...(keyboard && { keyboard }) };
}

/** Undefined when it is another button, or forged. */
export function readGapTap({ kind, fields }: Pressed): GapTap | undefined {
  if (kind !== "gaps") return undefined;
  const [action, subject = "", number] = fields;
  if (action === ACTIONS.page && fields.length === 2) {
    const page = numberField(subject);
    return page === undefined ? undefined : { action: "page", page };
  }
  if (!/^[\w-]{12}$/.test(subject)) return undefined;
  if (action === ACTIONS.article && fields.length === 2) return { action: "article", id: subject };
  if (action === ACTIONS.alias && fields.length === 2) return { action: "alias", id: subject };
  const page = numberField(number);
  const isIgnore = action === ACTIONS.ignore && fields.length === 3 && page !== undefined;
  return isIgnore ? { action: "ignore", id: subject, page } : undefined;
}
