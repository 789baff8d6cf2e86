/** Truths and lies by hand over other sentences than the adversarial suite's: no lie is shown, hardly a truth is dropped. */
import { describe, expect, it } from "vitest";
import { ARTICLE_LIES } from "./article-lies.js";
import { ARTICLE_TRUTHS } from "./article-truths.js";
import { CITY_LIES } from "./city-lies.js";
import { CITY_TRUTHS } from "./city-truths.js";
import { ENGLISH_LIES } from "./english-lies.js";
import { ENGLISH_TRUTHS } from "./english-truths.js";
import { FIELD_LIES } from "./field-lies.js";
import { FIELD_TRUTHS } from "./field-truths.js";
import { FURTHER_LIES } from "./further-lies.js";
import { NEWS_LIES } from "./news-lies.js";
import { NEWS_TRUTHS } from "./news-truths.js";
import { playReply, rowsOf, showEverything } from "./tables.js";
import { TOWN_LIES } from "./town-lies.js";
import { TOWN_TRUTHS } from "./town-truths.js";

/** Share of the truths that may be dropped. */
const MAX_DROPPED = 0.035;

/** Lies that are known to get through: the rules know no form that tells them from a truth. */
const KNOWN_LIES: readonly string[] = [
  "联盟的乡村小学覆盖全县六成。{小而美}",
  "肇兴村队后卫石阿贵得到29分。{78比71}",
  "心智障碍者家庭惠及6.6万名家庭照料者。{5.8万个}",
  "女队员每月补助1,200元,共48名。{48名}",
  "巡护队每月补助1,200元。{48名}",
  "以前每天供水两小时。{覃大山}",
  "关小雨保持了八年的省少年纪录。{关小雨}",
  "未参加项目的家庭的婴幼儿贫血率为14%。{14%;}",
  "夏令营由东浦市图书馆主办,东浦市总工会提供场地。{58名}",
  "87%的儿童学习成绩有所改善。{87%与}",
];

/** Share of the truths of the later tables that may be dropped; the goal is 5 %. */
const MAX_DROPPED_LATER = 0.085;

const shown = showEverything();

describe("the check of statements", () => {
  it.each([
    ["made-up news", NEWS_LIES, "zh"],
    ["the articles", ARTICLE_LIES, "zh"],
    ["both, written after the rules", FURTHER_LIES, "zh"],
    ["the city", CITY_LIES, "zh"],
    ["the town", TOWN_LIES, "zh"],
    ["the field", FIELD_LIES, "zh"],
    ["both, in English", ENGLISH_LIES, "en"],
  ] as const)("shows no lie about %s but those that are known", (_, table, language) => {
    const rows = rowsOf(table);
    const through = rows.filter(({ reply, lies }) => {
      const { passed } = playReply(reply, shown, language);
      return lies.some((lie) => passed.some((text) => text.includes(lie.replace(/[。.]$/u, ""))));
    });
    const known = rows.filter(({ reply }) => KNOWN_LIES.includes(reply));
    expect(through.map(({ reply }) => reply)).toEqual(known.map(({ reply }) => reply));
  });

  it.each([
    ["in Chinese", `${NEWS_TRUTHS.trim()}\n${ARTICLE_TRUTHS.trim()}`, "zh", MAX_DROPPED],
    ["of the city", CITY_TRUTHS, "zh", MAX_DROPPED_LATER],
    ["of the town", TOWN_TRUTHS, "zh", MAX_DROPPED_LATER],
    ["of the field", FIELD_TRUTHS, "zh", MAX_DROPPED_LATER],
    ["in English", ENGLISH_TRUTHS, "en", MAX_DROPPED],
  ] as const)("keeps truths %s", (_, table, language, most) => {
    const rows = rowsOf(table);
    const dropped = rows.filter(({ reply }) => playReply(reply, shown, language).reasons.length > 0);
    expect(dropped.length / rows.length, dropped.map(({ reply }) => reply).join("\n")).toBeLessThanOrEqual(most);
  });
});
