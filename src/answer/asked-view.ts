/** What somebody thinks or proposes: asked by 提了什么建议 and 怎么看, told by a word of saying. By form, on folded text. */

import { findSubjectPerson } from "../text/person-names.js";

const ASKS =
  /(?:提|说|讲|谈|建议|认为|呼吁|希望|主张|强调|指出)(?:到|出|过|了)*(?:些?什么|些?啥|哪些)|(?:什么|啥|哪些)(?:建议|意见|看法|观点|主张|评价)|(?:怎么|如何|怎样)(?:看|评价|认为|说)|(?:觉得|(?<!被)认为|看来)\p{Script=Han}{0,20}(?:什么|哪|怎么|如何)/u;
const STATES = /提出|提议|评价|建议|认为|表示|指出|强调|呼吁|主张|希望|称[,:“]|说[,:“]|“.{8,}”/u;

/** Whether a question asks for a view. */
export function asksForView(question: string): boolean {
  return ASKS.test(question);
}

/** Whether a sentence may hold one. */
export function statesView(sentence: string): boolean {
  return STATES.test(sentence);
}

/** What somebody says names him, goes on about him, or stands between marks behind his name; another's words are no answer. */
const GOES_ON = /^[“"他她]/u;

/**
 * Whether a sentence may be what the asked person says; true when nobody's view is asked for.
 * @param before the sentence right before it.
 */
export function mayBeSaidBy(question: string, sentence: string, before: string): boolean {
  const person = asksForView(question) ? findSubjectPerson(question) : undefined;
  if (person === undefined) return true;
  return (
    statesView(sentence) &&
    (sentence.includes(person) || before.includes(person) || (GOES_ON.test(sentence) && GOES_ON.test(before)))
  );
}
