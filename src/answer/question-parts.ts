/**
 * A message may hold several questions: 刘胜安是什么职务?他希望做什么? Each is searched and answered by itself, since a sentence
 * that answers one of them seldom answers the other. Only what asks is parted; the rest stays with its question.
 */
import { foldText } from "../text/normalize.js";

/** More questions than this in one message are taken as one. */
const MOST = 3;
/** A shorter part cannot stand by itself; UTF-16 units. */
const MIN_LENGTH = 4;

const ASKS =
  /多少|几(?!何|乎)|谁|哪|什么|啥|何时|何地|怎么|怎样|如何|为什么|吗|是不是|有没有|多[久大高远长]|\b(?:who|what|when|where|which|how|why)\b/iu;
/** Ends of questions: marks, and words that begin a further one. */
const ENDS = /[?？;；\n]+|[,，。]\s*(?=(?:另外|还有|此外|顺便|同时|以及|and )[^?？]*)/u;
const OPENING = /^(?:另外|还有|此外|顺便(?:问一下)?|同时|以及|and|also)[\s,，:：]*/iu;

/**
 * The questions of a message in order, each with its mark; the message as it is when it holds one.
 * @example splitIntoQuestions("刘胜安是什么职务?他希望做什么?") // ["刘胜安是什么职务?", "他希望做什么?"]
 */
export function splitIntoQuestions(message: string): string[] {
  const parts: string[] = [];
  let pending = "";
  for (const piece of message.split(ENDS)) {
    const words = piece.trim().replace(OPENING, "");
    if (words === "") continue;
    pending = pending === "" ? words : `${pending},${words}`;
    if (!ASKS.test(foldText(pending)) || pending.length < MIN_LENGTH) continue;
    parts.push(`${pending}?`);
    pending = "";
  }
  const isWhole = pending === "" || parts.length === 0;
  if (!isWhole) parts[parts.length - 1] = `${parts.at(-1)?.slice(0, -1) ?? ""},${pending}?`;
  return parts.length > 1 && parts.length <= MOST ? parts : [message];
}
