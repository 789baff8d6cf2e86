/** What somebody thinks or proposes: asked by 提了什么建议 and 怎么看, told by a word of saying. By form, on folded text. */

const ASKS =
  /(?:提|说|讲|谈|建议|认为|呼吁|希望|主张|强调|指出)(?:到|出|过|了)*(?:些?什么|些?啥|哪些)|(?:什么|啥|哪些)(?:建议|意见|看法|观点|主张|评价)|(?:怎么|如何|怎样)(?:看|评价|认为|说)/u;
const STATES = /提出|提议|建议|认为|表示|指出|强调|呼吁|主张|希望|称[,:“]|说[,:“]|“.{8,}”/u;

/** Whether a question asks for a view. */
export function asksForView(question: string): boolean {
  return ASKS.test(question);
}

/** Whether a sentence may hold one. */
export function statesView(sentence: string): boolean {
  return STATES.test(sentence);
}
