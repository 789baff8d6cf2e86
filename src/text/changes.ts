/** What a figure is in a change: where it started (从24万), where it got to (增至233万), or by how much (增长10倍). */

/** `from` and `to` are levels, `by` is a difference. */
export type Change = "from" | "to" | "by";

/** Verbs of change. A level behind them needs 至, 到, 为 or 成. */
const VERB =
  "上调|下调|增收|减收|增产|减产|延长|增长|上升|提高|增加|提升|扩大|下降|减少|降低|下滑|缩减|缩短|高出|多出|翻|涨|跌|增|减为|降|升|跃升|升高|走高|恢复|攀升|扩展|扩充|缩小|回落|上涨";
const TO = new RegExp(
  `(?:减为|改为|变为|推迟到|推迟至|提前到|提前至|改到|改至|延至|(?:${VERB})了?(?:至|到|为|成)|达到|达|至|到)了?$`,
  "u",
);
const BY = new RegExp(
  `(?:${VERB})(?:了|幅度为|幅度达|率为|率达)?$|(?:增幅|涨幅|降幅|幅度)(?:为|达|达到)?$|比[^,。;]{1,12}[多少高低大小快慢长短轻重早晚矮](?:出|了)?$`,
  "u",
);
const FROM = /(?:从|由)$/u;

/** Words that may stand between the verb and its figure, without changing what it is. */
const BETWEEN =
  /(?:超过|超出|超|逾|近|将近|接近|约|大约|大概|不足|不到|平均|年均|每(?:人|月|年|天|日|户|亩|名|位|周|餐|件|单|笔|份)+|去年|今年|上年|当年|目前|如今|现在|的|每单|每笔|单笔|[\d年月日初底末中旬近\s]|[一二三四五六七八九十〇零两]+年)+$/u;

/** 由开课时的17%升至76%: words between 由 and its figure, which a change follows. */
const FAR_FROM = /(?:从|由)[^从由]{1,12}$/u;
const CHANGE_BEHIND = new RegExp(`^(?:[一直稳步逐年]{0,2})(?:${VERB}|到|至|减为|变为)`, "u");

/**
 * 从300只增加到900只 starts with 300; 由9名理事组成 and 从3000名报名者中录取120名 start with nothing. A character that is a verb
 * of change by itself (升, 翻) is part of many other words.
 */
const CHANGE_IN_CLAUSE = new RegExp(
  `^[^,，。;；中里内]{0,16}?(?:(?:${VERB.split("|")
    .filter((verb) => verb.length > 1)
    .join(
      "|",
    )})|[涨跌增减降升翻](?:至|到|为|了|成)|(?<![得达收感受看遇找做接直])[至到](?!场|岗|位|会|处|家)|减为|变为|变成|改为|调整为|发展)`,
  "u",
);

/** The role of the figure from `start` to `end` in the change that the words around it tell of, if they do. */
export function changeAround(text: string, start: number, end: number): Change | undefined {
  const near = text.slice(Math.max(0, start - 20), start);
  const before = near.slice(Math.max(...Array.from(",，。;；、", (mark) => near.lastIndexOf(mark))) + 1);
  const bare = before.endsWith("超出") ? before : before.replace(BETWEEN, "");
  // 比2021年底的62家增加了两倍: what it is compared with is where it started.
  if (/比[^,。;比]{1,14}的$/u.test(before) && CHANGE_BEHIND.test(text.slice(end, end + 6))) return "from";
  if (FROM.test(bare) && CHANGE_IN_CLAUSE.test(text.slice(end, end + 24))) return "from";
  // 从20个县起步: no more than where it began.
  if (FROM.test(bare) && /^\p{Script=Han}{0,6}?起(?:步|家)/u.test(text.slice(end, end + 9))) return "from";
  if (FAR_FROM.test(bare) && CHANGE_BEHIND.test(text.slice(end, end + 6))) return "from";
  if (TO.test(bare)) return "to";
  return BY.test(bare) ? "by" : undefined;
}
