/**
 * Ways of writing one thing, made the same in a claim and in its proof before they are compared: 16个小时 and 16小时, 上一年
 * and 上年, 首周 and 第一周, 一半 and 50%. Only what says just the same; other words for a thing are `synonyms`. Expects
 * folded text; does not keep the places of characters.
 */

const NUMBER = "\\d零一二两三四五六七八九十百千万半几多余";

const SAME: readonly (readonly [pattern: RegExp, written: string])[] = [
  [/周岁/gu, "岁"],
  [new RegExp(`(?<=[${NUMBER}])个?(?:钟头|小时)`, "gu"), "小时"],
  [new RegExp(`(?<=[${NUMBER}])个?(?:星期|礼拜)`, "gu"), "周"],
  [/(?:上一年度?|前一年度?|上年度)(?=[^\d一二三四五六七八九十]|$)/gu, "上年"],
  [/首(?=[周年月季日天批期届轮场])(?!期待|日期)/gu, "第一"],
  [/头(?=[一两二三四五六七八九十几\d]+[个年天月周日批次])/gu, "前"],
  [/一年(?:下来|中|里|内)(?=[,\p{Script=Han}])/gu, "全年"],
  [/(?<![每个当本上下\d一二三四五六七八九十年])月(?=补贴|工资|薪|租金|补助|津贴)/gu, "每月"],
  [/(?<=[灾年满每来前后近了过])半年(?![度报])/gu, "6个月"],
  [/(?<!另)一半|(?<!过)半数(?!以)/gu, "50%"],
  [/(?<=^|[,。;:“])(?:相?较于?|相比)(?=上年|去年|同期|前年|\d{4}年|往年|此前|之前)/gu, "比"],
  [/每(?<verb>\p{Script=Han}{2})一(?<measure>[例件次台户名人份])/gu, "每$<measure>$<verb>"],
  [/(?<![\d一二三四五六七八九十第每])一天(?=最多|最少|至少|可|能)/gu, "每天"],
  [/(?:还|仍)?(?:没有?|未)达到?(?=\d)/gu, "低于"],
  [/出于(?=\p{Script=Han}{2,6}原因)/gu, "因"],
  [/(?:当中|之中)(?=[,有的\d\p{Script=Han}]|$)/gu, "中"],
  [/(?<![并而])(?:起码)/gu, "至少"],
  [/(?:加起来|合起来)/gu, "合计"],
  [/平均(?:下来|算下来|而言|来看)/gu, "平均"],
  [/每(?:一个?|个)(?=月|人|家庭)/gu, "每"],
  [/(?<![\d一二三四五六七八九十第每满近前后])一个月(?=最多|最少|至少|可|能|得)/gu, "每月"],
  [/得到(?=(?:解决|缓解|改善|落实|控制|满足|提升|提高|恢复)(?!方案|办法))/gu, ""],
  [/(?:予以|加以)(?=\p{Script=Han}{2})/gu, ""],
  [/从根本上/gu, "根本"],
  [/(?:无需|不用|不必|无须)(?:付费|付钱|花钱|交钱|缴费|交费)|不收费/gu, "免费"],
  [/没有(?<deed>执法|投票|表决|审批|否决|决策)权/gu, "无权$<deed>"],
  [/(?:不到|不满)(?=\d+岁)/gu, "未满"],
  [/最(?:主要|重要)的?原因/gu, "首要原因"],
  [/(?<!首要|主要)主因/gu, "主要原因"],
  [/夜里|夜晚/gu, "夜间"],
  [/摆脱亏损|扭亏为盈/gu, "扭亏"],
  [/[及或]更高(?:的)?(?=学历|学位|职称|级别)/gu, "及以上"],
  [/要(?=比\p{Script=Han}{1,12}[多少高低快慢早晚大小强])/gu, ""],
  [/(?<=[水平均的率])要(?=[高低多少大小快慢])/gu, ""],
  [/从(?<from>[\d.,]+\p{Script=Han}{1,2})[到至](?<to>[\d.,]+\p{Script=Han}{1,2})不等/gu, "在$<from>至$<to>之间"],
  [/另外(?=\d|有)/gu, "另"],
];

/** @example inOneWording("平时每周开放16个小时,较上一年增加") // "平时每周开放16小时,比上年增加" */
export function inOneWording(text: string): string {
  return SAME.reduce((told, [pattern, written]) => told.replaceAll(pattern, written), text);
}
