/** Words before or behind a figure that limit it. 超500万, 500多万 and 500万以上 say the same; 近, 约 and 不足 do not. */

/** What is claimed of the number; `several`: 数十亿, `upwards`: 上百. */
export type Qualifier = "exact" | "over" | "atLeast" | "near" | "about" | "under" | "atMost" | "several" | "upwards";

/** 至少|开放16小时, 最多|带4人: what is done so much may stand between. */
const VERB = "[^\\d,。;:“”的和与及并或、每一二三四五六七八九十百千万两]{0,3}";

/** Tried in this order, so that 不超过 is not read as 超过. */
const BEFORE: readonly (readonly [Qualifier, RegExp])[] = [
  [
    "atMost",
    new RegExp(
      `(?:不超过|不高于|不多于|最多|至多|不大于|最高(?!的))${VERB}$|上限(?:为|是)?(?:每\\p{Script=Han}{1,2})?$`,
      "u",
    ),
  ],
  ["atLeast", new RegExp(`(?:至少|不少于|不低于|最少|起码)${VERB}$`, "u")],
  ["under", /(?:不足|不到|低于|少于|未满|未达|未达到|不满|小于|未超过)$/u],
  ["over", /(?:超过|超出|超|逾|突破|多于|高于|大于|不止)(?:了|为|有|达)?$/u],
  ["near", /(?:将近|接近|几近|近|逼近)(?:为|有|达)?$/u],
  ["about", new RegExp(`(?:(?:大约|大概|大致|估计)${VERB}|约(?:是|为|有|达|在|占)?)$`, "u")],
  ["upwards", /(?:成|上)$/u],
];

const BEHIND: readonly (readonly [Qualifier, RegExp])[] = [
  ["over", /^(?:多(?![种样元重方边])|余(?!下)|(?:及|或)?以上|开外)/u],
  ["about", /^(?:左右|上下|前后)/u],
  ["under", /^(?:(?:及|或)?以下|不到|以内)/u],
];

/**
 * The qualifier of the figure from `start` to `end` (its unit included).
 * @param hasMore whether 多 or 余 stands inside the figure (800多万).
 */
export function qualifierAround(text: string, start: number, end: number, hasMore: boolean): Qualifier {
  if (hasMore) return "over";
  const near = text.slice(Math.max(0, start - 16), start).replace(/\s+$/u, "");
  // 不到燃油车的三分之一: a share of something is limited before it.
  const before = near.replace(/(?<=不到|不足|超过|超出|约占|约为)(?![\d一二三四五六七八九])[^,。;:\d]{1,8}的$/u, "");
  for (const [qualifier, pattern] of BEFORE) {
    if (!pattern.test(before)) continue;
    // 上百, 成千: only before a bare magnitude; 增至上百 is one, 线上5个 is not.
    if (qualifier === "upwards" && !/^[十百千万]/u.test(text.slice(start, start + 1))) continue;
    return qualifier;
  }
  const behind = text.slice(end, end + 3);
  return BEHIND.find(([, pattern]) => pattern.test(behind))?.[0] ?? "exact";
}
