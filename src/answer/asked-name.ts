/** What a thing is called: asked by 报告叫什么, told by a name between marks. By form, on folded text. */

/** Things that have names in marks; the inside of a regular expression. */
export const NAMED_THINGS =
  "报告|手册|图书|书|文章|论文|课题|项目|计划|活动|行动|工程|研讨会|论坛|会议|展览|比赛|节目|电影|歌曲|歌|产品|平台|品牌|公司|机构|基金会|学校|医院|县|市|镇|乡|村|河|湖|山|岛|桥|路";

/** These are written in marks; a county or a company is not. */
const ASKS =
  /(?<noun>报告|手册|书|文章|论文|课题|项目|计划|活动|行动|工程|研讨会|论坛|会议|展览|节目|电影|歌)的?(?:叫什么|名[字称](?:叫|是)什么)/u;

/** Whether a sentence may tell the name that a question asks for: in marks, and of such a thing. True when it asks for none. */
export function statesAskedName(question: string, sentence: string): boolean {
  const noun = ASKS.exec(question)?.groups?.noun;
  return (
    noun === undefined ||
    new RegExp(`${noun}[^,。]{0,8}[《“「"]|${noun}[》”」"]|[》”」"]\\p{Script=Han}{0,6}${noun}`, "u").test(sentence)
  );
}
