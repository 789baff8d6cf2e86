/**
 * The line between headline and text of a news page that says when, where and by whom it was published. It counts only
 * when it holds nothing else, and a day on its own is none: lists of other news have such.
 * @example readImprint("2024-03-05 09:12 来源:公益时报 作者:皮磊") // { day: "2024-03-05 09:12", outlet: "公益时报", author: "皮磊" }
 */
import { foldText } from "../../text/normalize.js";
import { bylineOf } from "../byline.js";

/** What it says, as written. */
export interface Imprint {
  day?: string;
  outlet?: string;
  author?: string;
}

const LONGEST = 150;
const DATE = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?`;
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
const DAY = new RegExp(String.raw`${DATE}(?:\s*${CLOCK})?`, "u");
const VALUE = String.raw`${DAY.source}|[^\s|│丨:：。，,；;！？!?]{0,30}`;
const FIELD = new RegExp(String.raw`(?<label>\p{Script=Han}{2,6})\s*[:：]\s*(?<value>${VALUE})`, "gu");
/** What is left of a line that is nothing else: bars, and the buttons for the size of type. */
const NOTHING_ELSE = /^[\s|│丨·次大中小()（）[\]【】]*$/u;
/** Names, or names and a clock time, without a label: that says nothing for sure, but is no text. */
const UNLABELLED = new RegExp(
  String.raw`^(?:原创\s[^。，,；;！？!?:：]{1,60}|[^。，,；;！？!?:：]{0,60}${DATE}\s*${CLOCK})$`,
  "u",
);

const isNames = (value: string) => bylineOf(`记者 ${value}`) !== undefined;
const isOutlet = (value: string) => /^[^\d]{2,15}$/u.test(value);
const isAnything = () => true;
const FIELDS: readonly { label: RegExp; field?: keyof Imprint; fits: (value: string) => boolean }[] = [
  { label: /^(?:(?:文章|信息|新闻)?来源|稿源|出处)$/u, field: "outlet", fits: isOutlet },
  { label: /^(?:文章)?(?:作者|撰文|记者|采写)$/u, field: "author", fits: isNames },
  { label: /^(?:发布|发表|更新)?(?:时间|日期)$/u, field: "day", fits: (value) => DAY.test(value) },
  { label: /^(?:摄影|(?:责任)?编辑|责编|审核|校对|通讯员)$/u, fits: isAnything },
  { label: /^(?:(?:浏览|阅读|点击|访问)(?:次数|量|数)?|字号|字体)$/u, fits: isAnything },
];

/** Undefined for any other line. */
export function readImprint(line: string): Imprint | undefined {
  if (line.length > LONGEST) return undefined;
  if (UNLABELLED.test(line)) return {};
  const found: Imprint = {};
  let isOther = false;
  const rest = line.replace(FIELD, (_, label: string, value: string) => {
    const known = FIELDS.find((one) => one.label.test(foldText(label)));
    if (!known || (value !== "" && !known.fits(value))) isOther = true;
    else if (known.field !== undefined && value !== "") found[known.field] ??= value;
    return " ";
  });
  if (isOther || rest === line || !NOTHING_ELSE.test(rest.replace(DAY, " "))) return undefined;
  const day = found.day ?? DAY.exec(rest)?.[0];
  return { ...found, ...(day !== undefined && { day }) };
}

/** Of the lines of a page the first that is one, together with those right below it. */
export function findImprint(lines: readonly string[]): Imprint {
  const read = lines.map(readImprint);
  const from = read.findIndex((one) => one !== undefined && Object.keys(one).length > 0);
  const to = read.findIndex((one, i) => i > from && one === undefined);
  const run = from === -1 ? [] : read.slice(from, to === -1 ? undefined : to);
  return Object.assign({}, ...run.toReversed()) as Imprint;
}
