/**
 * The chat model of the tests: truthful and simple. It reads what our prompts show to any model, answers with the
 * sentences that share most words with the question, word for word and with their numbers, and says NOT_FOUND when
 * little is shared. So whole flows can be tested without a network; it says nothing about how good a real model is.
 */
import { foldText } from "../../src/text/normalize.js";

/** A message as the API takes it. */
export interface ChatRequestMessage {
  role: string;
  content: string;
}

/** Share of the question's words, weighted by rarity, that a sentence and its headline must hold to be an answer. */
const MIN_SHARED = 0.34;
/** A second sentence is added when it says so much, compared with the first, of what that one leaves open. */
const MIN_ADDED = 0.3;

const QUESTION_WORDS =
  /请问|多少|什么|哪些|哪个|哪里|哪儿|哪年|哪天|哪几|几个|几名|谁|怎么|怎样|如何|为什么|是不是|有没有|一共|总共|分别|吗|呢|[的了是在有和与被把对从中]|\b(?:what|which|who|whom|when|where|how|many|much|the|of|is|are|was|were|did|does|do|in|a|an)\b/gu;

interface NumberedSentence {
  number: number;
  text: string;
  /** Terms of the sentence; those of its article's headline count less. */
  terms: Set<string>;
  headline: Set<string>;
}

/** The reply to a prompt of `prompts/answer.md` or `prompts/condense.md`; to any other, an acknowledgement. */
export function replyFromPrompt(messages: readonly ChatRequestMessage[]): string {
  const prompt = messages.findLast(({ role }) => role === "user")?.content ?? "";
  const question = readTag(prompt, "question");
  if (question === undefined) return "OK";
  const passages = readTag(prompt, "passages");
  return passages === undefined ? condense(question, readTag(prompt, "history") ?? "") : extract(question, passages);
}

function extract(question: string, passages: string): string {
  const sentences = readSentences(passages);
  const rarity = weighTerms(sentences);
  const wanted = termsOf(foldText(question).replaceAll(QUESTION_WORDS, " "));
  const asksFigure = /多少|几|how many|how much/iu.test(question);
  const share = (sentence: NumberedSentence, terms: ReadonlySet<string>): number => {
    let shared = 0;
    let total = 0;
    for (const term of terms) {
      const weight = rarity.get(term) ?? Math.log(sentences.length + 1);
      total += weight;
      if (sentence.terms.has(term)) shared += weight;
      else if (sentence.headline.has(term)) shared += weight / 2;
    }
    if (asksFigure && !/\d|[一二三四五六七八九十百千万亿两]/u.test(sentence.text)) shared /= 2;
    return total === 0 ? 0 : shared / total;
  };

  const ranked = sentences.toSorted((a, b) => share(b, wanted) - share(a, wanted));
  const [best] = ranked;
  if (!best || share(best, wanted) < MIN_SHARED) return "NOT_FOUND";
  const open = new Set(Array.from(wanted).filter((term) => !best.terms.has(term)));
  const second = ranked
    .slice(1)
    .find((sentence) => share(sentence, open) > MIN_ADDED && share(sentence, wanted) > MIN_SHARED);
  return [best, ...(second ? [second] : [])].map(({ text, number }) => `${text}[${number}]`).join(" ");
}

/** Leaves a question that names something as it is; else puts what the last one was about in front of it. */
function condense(question: string, history: string): string {
  const isFollowUp = /它|他们|这个|那|呢[??]?$|\b(?:it|they|there|that|what about|and)\b/iu.test(question);
  const last = Array.from(history.matchAll(/^Q: (.+)$/gmu), ([, asked = ""]) => asked).at(-1);
  if (!isFollowUp || last === undefined) return question;
  const [topic = ""] = last.split(/(?:一共|累计|共)?(?:有|是|派)?(?:了)?(?:多少|什么|哪|谁|几|何时)/u);
  const rest = question.replace(/^(?:那么|那|它们|它|他们|这个|what about|and)[\s,,]*/iu, "").replace(/呢[??]?$/u, "");
  return `${topic.replace(/[??]$/u, "")}${rest}`;
}

function readTag(prompt: string, tag: string): string | undefined {
  return new RegExp(`<${tag}>\\n?([\\s\\S]*?)\\n?</${tag}>`, "u").exec(prompt)?.[1];
}

function readSentences(passages: string): NumberedSentence[] {
  const sentences: NumberedSentence[] = [];
  let headline = new Set<string>();
  for (const line of passages.split("\n")) {
    const { number, text } = /^\[(?<number>\d+)\] (?<text>.+)$/u.exec(line)?.groups ?? {};
    if (text !== undefined) sentences.push({ number: Number(number), text, terms: termsOf(foldText(text)), headline });
    else if (line.trim() !== "") headline = termsOf(foldText(line));
  }
  return sentences;
}

/** Rarer among these sentences counts more, 0 to about ln(number of sentences). */
function weighTerms(sentences: readonly NumberedSentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of sentences) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map(Array.from(counts, ([term, count]) => [term, Math.log((sentences.length + 1) / count)]));
}

/** Pairs of neighbouring Han characters, and Latin words and figures. */
function termsOf(folded: string): Set<string> {
  const terms = new Set<string>();
  for (const [run] of folded.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)) {
    if (!/^\p{Script=Han}/u.test(run)) terms.add(run);
    else for (let i = 0; i + 1 < run.length; i++) terms.add(run.slice(i, i + 2));
  }
  return terms;
}
