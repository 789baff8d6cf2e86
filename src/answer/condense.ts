/**
 * Makes a follow-up a question of its own: 那多少户?, 它是哪年发起的?, what about 2019? With a model, the model rewrites
 * it, and names or figures that the conversation never had are not accepted; without one, rules do: a slot of the same
 * kind is replaced, or the topic of the turn before is put in front.
 */
import { reasonOf } from "../core/errors.js";
import type { ChatModel, Log, Prompts } from "../core/ports.js";
import type { Turn } from "../core/types.js";
import { readArticleQuestion } from "./article-question.js";
import { type Condensed, condenseByRules, standingAlone } from "./condense-by-rules.js";
import { renderTurns } from "./draft.js";
import { isFaithful, MAX_REWRITING } from "./faithful-rewriting.js";
import { readFollowUp } from "./follow-up.js";

/** What condensing may use; without a model, rules alone. */
export interface CondenseDeps {
  model?: ChatModel;
  prompts: Prompts;
  log: Log;
}

/** Turns that a follow-up is resolved from. */
export const TURNS_USED = 5;

/**
 * The question as it must be read without the conversation. Returned unchanged when it stands on its own.
 * @param turns oldest first; small talk in it is passed over.
 */
export async function condenseQuestion(
  deps: CondenseDeps,
  question: string,
  turns: readonly Turn[],
  signal?: AbortSignal,
): Promise<Condensed> {
  // Who wrote the article is an aside: what comes next is about what was talked of before.
  const talk = turns.filter((turn) => turn.kind !== "smalltalk" && !readArticleQuestion(turn.question));
  if (talk.length === 0) return standingAlone(question);
  const byRules = condenseByRules(question, talk);
  if (!deps.model || !readFollowUp(question)) return byRules;
  try {
    const history = renderTurns(turns);
    const messages = await deps.prompts.render("condense", { history, question });
    const rewritten = (await collectText(deps.model.stream(messages, signal && { signal }), MAX_REWRITING * 2)).trim();
    if (isFaithful(rewritten, { question, byRules: byRules.text, turns: talk }))
      return { ...byRules, text: rewritten, exchanged: "" };
    deps.log.info({}, "the model's wording of a follow-up was not accepted; rules made one");
    return byRules;
  } catch (error) {
    if (signal?.aborted) return byRules;
    const reason = reasonOf(error);
    deps.log.warn({ reason }, "the model did not condense the follow-up; rules did");
    return byRules;
  }
}

/** The whole reply, or its beginning: nobody waits for the first words of a rewriting. */
async function collectText(stream: AsyncIterable<string>, maxChars: number): Promise<string> {
  let text = "";
  for await (const piece of stream) {
    text += piece;
    if (text.length >= maxChars) break;
  }
  return text.slice(0, maxChars);
}
