/**
 * Re-indexing as one message: the plan, under it how far it is, at last what came of it: the two scores and the answers
 * that changed, and when something got worse two buttons. Plain text, well below Telegram's limit.
 */
import type { Rehearsal, ReindexOutcome, ReindexPlan, ReindexProgress } from "../../core/reindex-ports.js";
import type { Language } from "../../core/types.js";
import { errorWords } from "../../i18n/error-words.js";
import { type ReindexWords, reindexWords } from "../../i18n/reindex-words.js";
import { actionButton, type Pressed } from "../callback-data.js";
import { type Button, type Keyboard, keyboardOf } from "./keyboard.js";
import { clipLine } from "./paging.js";

const CHANGED_SHOWN = 10;
/** UTF-16 units of a question or an answer. Ten of each with their words stay below 3000. */
const SHORT = 80;
const PROBLEMS_SHOWN = 5;
const SOURCE_SHOWN = 60;

/** A text to be sent, and the buttons under it. */
export interface ReindexView {
  text: string;
  keyboard?: Keyboard;
}

/** While it runs. */
export function viewProgress(
  plan: ReindexPlan | undefined,
  progress: ReindexProgress | undefined,
  language: Language,
): string {
  const words = reindexWords(language);
  const step =
    progress && progress.total > 0
      ? words.progress(words.steps[progress.step], progress.done, progress.total)
      : undefined;
  return [plan ? words.plan(plan) : words.comparing, step].filter(isThere).join("\n");
}

/** Afterwards. */
export function viewOutcome(outcome: ReindexOutcome, language: Language): ReindexView {
  const words = reindexWords(language);
  const { plan } = outcome;
  const problems = plan.problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ source, code }) => `${clipLine(source, SOURCE_SHOWN)}: ${errorWords(code, language)}`);
  const others = plan.problems.length - problems.length;
  if (others > 0) problems.push(words.more(others));
  if (outcome.kind === "same") return { text: [words.same(plan.articles), ...problems].join("\n") };
  const text = [
    outcome.kind === "worse" ? words.worse : words.swapped,
    words.plan(plan),
    ...problems,
    viewRehearsal(outcome.rehearsal, language),
  ].join("\n");
  if (outcome.kind === "swapped") return { text };
  const { candidate } = outcome;
  const keyboard = keyboardOf(
    [actionButton(words.accept, "reindex", "put", candidate)],
    [actionButton(words.discard, "reindex", "drop", candidate)],
  );
  return { text, ...(keyboard && { keyboard }) };
}

function viewRehearsal(rehearsal: Rehearsal | undefined, language: Language): string {
  const words = reindexWords(language);
  if (!rehearsal) return words.unrehearsed;
  const { before, after, changed } = rehearsal;
  const scores = words.scores(before, after);
  if (changed.length === 0) return `${scores}\n${words.allTheSame}`;
  const shown = changed.slice(0, CHANGED_SHOWN).map((answer) =>
    words.changed({
      ...answer,
      question: clipLine(answer.question, SHORT),
      before: clipLine(answer.before, SHORT),
      after: clipLine(answer.after, SHORT),
    }),
  );
  const others = changed.length - shown.length;
  const more = others > 0 ? [words.more(others)] : [];
  return [scores, words.changedHeading(changed.length), ...shown.map((each) => `\n${each}`), ...more].join("\n");
}

/** @param from the generation that serves. */
export function rollBackButtons(from: string, words: ReindexWords): Button[] {
  return [actionButton(words.rollBack, "reindex", "back", from), actionButton(words.stay, "reindex", "stay", from)];
}

/** Undefined when it is another button, or forged. */
export function readRollBack({ kind, fields }: Pressed): { isSure: boolean; from: string } | undefined {
  const [choice, from = "", ...more] = fields;
  if (kind !== "reindex" || from === "" || more.length > 0) return undefined;
  return choice === "back" || choice === "stay" ? { isSure: choice === "back", from } : undefined;
}

function isThere(line: string | undefined): line is string {
  return line !== undefined;
}
