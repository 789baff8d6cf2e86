/**
 * Makes a follow-up a question of its own: 那多少户?, 它是哪年发起的?, what about 2019? With a model, the model rewrites
 * it, and names or figures that the conversation never had are not accepted; without one, rules do: a slot of the same
 * kind is replaced, or the topic of the turn before is put in front.
 */
import type { ChatModel, Log, Prompts } from "../core/ports.js";
import type { Turn } from "../core/types.js";
import { foldText } from "../text/normalize.js";
import { findQuantities, isSameQuantity } from "../text/quantities.js";
import { stripQuestionWords } from "../text/question-words.js";
import { indexTerms } from "../text/tokens.js";
import { renderTurns } from "./draft.js";
import { analyseQuestion } from "./question.js";

/** What condensing may use; without a model, rules alone. */
export interface CondenseDeps {
  model?: ChatModel;
  prompts: Prompts;
  log: Log;
}

/** A longer rewriting is no question; UTF-16 units. */
const MAX_LENGTH = 300;
const OPENING = /^(?:那么|那|还有|然后|另外|再问一下|请问|and|so|then|what about|how about)[\s,，、]*/iu;
const PRONOUN =
  /(?:这个|那个|该|此|这一|上述)(?:项目|计划|活动|报告|制度|模式|县|机构|公司|基金会|手册|平台)|它们|它|他们|她们|他|她|这里|那里|那儿|当地|\b(?:it|they|he|she|there|this|that)\b/iu;
const YEAR = /(?:19|20)\d{2}年?/u;

/**
 * The question as it must be read without the conversation. Returned unchanged when it stands on its own.
 * @param turns oldest first; small talk in it is passed over.
 */
export async function condenseQuestion(
  deps: CondenseDeps,
  question: string,
  turns: readonly Turn[],
  signal?: AbortSignal,
): Promise<string> {
  const last = turns.findLast((turn) => turn.kind !== "smalltalk");
  if (!last || !isFollowUp(question)) return question;
  const byRules = condenseByRules(question, last.standalone);
  if (!deps.model) return byRules;
  try {
    const history = renderTurns(turns);
    const messages = await deps.prompts.render("condense", { history, question });
    const rewritten = (await collectText(deps.model.stream(messages, signal && { signal }), MAX_LENGTH * 2)).trim();
    return isFaithful(rewritten, `${history}\n${question}\n${byRules}`) ? rewritten : byRules;
  } catch (error) {
    if (signal?.aborted) return byRules;
    const reason = error instanceof Error ? error.message : String(error);
    deps.log.warn({ reason }, "the model did not condense the follow-up; rules did");
    return byRules;
  }
}

/**
 * Whether a question leans on the one before: it opens like one, has a pronoun, or asks for something without saying of
 * what (多少户?, 谁发起的?). A word alone (板栗) and a name (曹頔是谁) stand on their own.
 */
export function isFollowUp(question: string): boolean {
  const folded = foldText(question).trim();
  const bare = folded.replace(/[^\p{L}\p{N}]/gu, "");
  if (bare === "") return false;
  const opensAsOne = OPENING.test(folded) && !folded.startsWith("请问");
  const { kind, content } = analyseQuestion(folded);
  const said = content === folded ? "" : content.replace(/[^\p{L}\p{N}]/gu, "");
  const saysNothing = kind !== "other" && kind !== "role" && Array.from(said).length <= 2;
  return opensAsOne || PRONOUN.test(folded) || /呢[?？]?$/u.test(folded) || saysNothing;
}

/** @example condenseByRules("2019年呢?", "公益宝贝2022年的单笔捐赠额是多少?") // "公益宝贝2019年的单笔捐赠额是多少?" */
export function condenseByRules(question: string, previous: string): string {
  const rest = question
    .trim()
    .replace(OPENING, "")
    .replace(/呢\s*[?？]?$/u, "")
    .trim();
  const year = YEAR.exec(rest);
  const isYearAlone =
    year !== null && stripQuestionWords(rest.replace(year[0], "")).replace(/[^\p{L}\p{N}]/gu, "") === "";
  if (isYearAlone && YEAR.test(previous))
    return previous.replace(YEAR, year[0].endsWith("年") ? year[0] : `${year[0]}年`);

  const topic = topicOf(previous);
  const pronoun = PRONOUN.exec(rest);
  if (pronoun) return rest.replace(pronoun[0], topic);
  const asksAgain = /多少|几|谁|哪|什么|何|怎|吗|who|what|when|where|how/iu.test(rest);
  // "李弘呢?" asks the same of somebody else; "那多少户?" asks something else of the same.
  if (asksAgain) return `${topic}${rest}`;
  return previous.includes(topic) ? previous.replace(topic, rest) : `${previous.replace(/[?？。]\s*$/u, "")},${rest}?`;
}

/** What a question is about: its words without the asking ones, up to the first of them. */
function topicOf(question: string): string {
  const [head = ""] = question.split(/累计|一共|总共|共计|已经|(?:有|是|共)*(?:多少|几[^何乎]|谁|哪|什么|何时|怎)/u);
  const topic = stripQuestionWords(head.replace(/[,，。?？]/gu, " ")).trim();
  return topic.length >= 2
    ? topic
    : stripQuestionWords(question)
        .replace(/[?？。]/gu, "")
        .trim();
}

function isFaithful(rewritten: string, conversation: string): boolean {
  if (rewritten === "" || rewritten.length > MAX_LENGTH || rewritten.includes("\n")) return false;
  const known = findQuantities(conversation);
  if (!findQuantities(rewritten).every((figure) => known.some((other) => isSameQuantity(figure, other)))) return false;
  const terms = new Set(indexTerms(conversation));
  const names = indexTerms(stripQuestionWords(rewritten)).filter(
    (term) => Array.from(term).length === 1 || /[a-z]/u.test(term),
  );
  const unknown = names.filter((term) => !terms.has(term));
  return unknown.length <= Math.max(2, names.length * 0.2);
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
