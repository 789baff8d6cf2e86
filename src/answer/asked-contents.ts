/** What a book, report or course consists of: asked by 有哪些内容 or 涵盖什么, told by 涵盖, 包括, 分为. By form, on folded text. */

const HOLDS_WHAT =
  /(?:包[括含]|涵盖|囊括|含有?|分为|分成)了?(?:些|哪些|什么|啥|哪几)|(?:哪些|哪几个?|什么|啥)(?:方面的?)?(?:内容|章节|板块|栏目|部分)|(?:报告|手册|书|文章|论文)(?:里|中)?(?:都|主要)?[写讲说谈](?:了|的是)?些?(?:什么|啥)/u;
const CONTENTS = /(?:哪些|什么|啥)(?:方面的?)?内容|(?<!核心|主要|重要)内容(?:都|主要)?(?:有|包[括含])(?:什么|哪些|啥)/u;
const STATES =
  /包[括含]|涵盖|囊括|内含|收录|内容|梳理|总结|阐述|分析|解读|分为|分成|组成|构成|[一二三四五六七八九十\d]个?(?:大?部分|章|板块|篇)/u;

/** Whether a sentence that tells what something consists of is preferred. */
export function asksWhatItHolds(question: string): boolean {
  return HOLDS_WHAT.test(question) || CONTENTS.test(question);
}

/** Whether it is asked so plainly that no other sentence answers. */
export function asksForContents(question: string): boolean {
  return CONTENTS.test(question);
}

/** Whether a sentence may tell it. */
export function statesContents(sentence: string): boolean {
  return STATES.test(sentence);
}
