/** Why, and what for: asked by 为什么 and 目的, told by a word of cause or purpose. By form, on folded text. */

const ASKS =
  // 改名为什么? asks for the name.
  /为什么(?![?？]?$)|(?<=^|是|[,，这那]|到底|究竟)为什么|为何(?![?？]?$)|(?<=^|是|[,，])为何|为啥|什么原因|什么缘故|原因(?:是|在于)什么|(?:目的|宗旨|用意)是?(?:什么|啥)|图(?:的是)?(?:什么|啥)|\bwhy\b/u;
const STATES =
  /因为|由于|原因|缘故|因此|因而|所以|导致|造成|使得?|让|从而|为了|以便|旨在|目的|宗旨|致力|出于|鉴于|基于|以(?:实现|促进|推动|帮助|激活|提[升高])|弥补|补充|填补|空[缺白]|不足|缺[乏少]|受.{1,12}影响|故[而此]|为.{2,20}提供/u;

/** Whether a question asks for a cause or a purpose. */
export function asksForReason(question: string): boolean {
  return ASKS.test(question);
}

/** Whether a sentence may tell one. */
export function statesReason(sentence: string): boolean {
  return STATES.test(sentence);
}
