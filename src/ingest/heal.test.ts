import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBlocks } from "./blocks.js";
import { healBlocks } from "./heal.js";

const healPage = (text: string) => healBlocks(toBlocks(text), "pageStart");

/** Headline first, so that what follows stands in the running text. */
const heal = (...blocks: string[]) => {
  const { parts } = healPage(["食堂开张", "县里第一家社区食堂开张了。", ...blocks].join("\n\n"));
  return parts
    .slice(2)
    .map((part) => (part.role === "byline" ? `by ${part.names.join("、")}` : `${part.role}: ${part.text}`));
};
const LONG = "县慈善会会长说,食堂由县里和镇里共同出资改建,每天供应午餐,下一步将在全县推广";

describe("healPage joins", () => {
  it.each([
    ["a word cut in two", ["栗子是县里的主要产业,产", "量大但价格低。"]],
    ["a word cut in a short line", ["县里的主要产", "业是栗子。"]],
    ["an idiom cut in two", ["志愿者们不遗", "余力地奔走。"]],
    ["behind a comma", ["课程分为三部分,", "由大学生授课。"]],
    ["behind an enumeration", ["参加的有镇政府、", "县慈善会和学校。"]],
    ["behind a word that leads on", ["大家讨论如何把", "经验带到乡村。"]],
    ["inside a quotation", ["会议围绕“怎样让", "老人吃好”展开。"]],
    ["inside a title, even behind a question mark", ["会上发布了《谁来照顾老人?", "来自三县的报告》一书。"]],
    ["inside brackets", ["面向志愿者(年满", "十六周岁)招募。"]],
    ["a number cut in two", ["共有老人3", "200名。"]],
    ["a decimal cut in two", ["共筹得善款12.", "5万元。"]],
    ["a number from its unit", ["受益家庭超过230", "个,分布在六个乡镇。"]],
    ["before what no sentence begins with", ["这是全县老人", "的第一家食堂。"]],
    ["before a comma", ["食堂开张以后", ",来的人很多。"]],
    ["before a closing quote", ["她说:“大家都爱来。", "”说完就笑了。"]],
    ["a long sentence that just stops", [LONG, "并邀请志愿者参加。"]],
    ["text that stops behind a full stop", ["食堂很热闹。志愿者忙着给老人", "端菜盛饭。"]],
    ["three pieces", ["栗子是主要产", "业,但知名", "度低。"]],
    ["a list item", ["1. 对失能老人进行评", "估,建立档案。"]],
  ])("%s", (_, pieces) => {
    expect(heal(...pieces)).toEqual([expect.stringMatching(/: /)]);
    expect(heal(...pieces)[0]?.replace(/^\w+: /, "")).toBe(pieces.join(""));
  });

  it.each([
    ["a caption", "孩子们在练习合唱", "caption"],
    ["a caption that says so", "图为食堂开张当天的情景。", "caption"],
    ["a photographer's credit", "万里鹏 摄", "caption"],
    ["a caption with a comma", "老人们在食堂里用餐,志愿者在一旁帮忙", "caption"],
    ["a caption that is a sentence", "志愿者在食堂里为老人盛饭。", "caption"],
    ["a page number", "第3版", "caption"],
  ])("the halves of a sentence over %s, which follows them", (_, between, role) => {
    expect(heal("栗子是县里的主要产业,产", between, "量大但价格低。")).toEqual([
      "body: 栗子是县里的主要产业,产量大但价格低。",
      `${role}: ${between}`,
    ]);
  });

  it("Chinese without a blank and Latin words with one", () => {
    expect(heal("志愿者学习了整理档案用的", "OCR software and how to", "use it every day.")).toEqual([
      "body: 志愿者学习了整理档案用的OCR software and how to use it every day.",
    ]);
  });

  it("and tells what it joined", () => {
    const { joins } = healPage("食堂开张\n\n栗子是县里的主要产业,产\n\n量大但价格低,大家都着急。");
    expect(joins).toEqual([{ before: "栗子是县里的主要产业,产", after: "量大但价格低,大家都着急" }]);
  });
});

describe("healPage keeps apart", () => {
  it.each([
    ["whole sentences", ["食堂很热闹。", "志愿者很忙。"]],
    ["a caption without punctuation", ["孩子们在练习合唱", "合唱团成立于去年。"]],
    ["a subheading", ["食堂开张的头一个月", "一个月里共供餐七千份。"]],
    ["what introduces a list", ["条件如下:", "年满十六周岁。"]],
    ["an open line above a list", [LONG, "一、建立档案"]],
    ["list items without full stops", ["(一)建立档案,上门评估", "(二)配备护理员,定期回访"]],
    ["questions and answers", ["问:谁可以用餐", "答:六十岁以上老人。"]],
    ["verse that ends with 的", ["折成清晨的光", "落在孩子们的", "肩膀上", "山路很长"]],
    ["rows of a table", ["县别\t户数", "山城\t120", "北岭\t98"]],
    ["columns set with blanks", ["县别 户数 志愿者", "山城 120 46", "北岭 98 35"]],
    ["dialogue", ["“你去哪?”", "“去县城。”", "“几点走?”"]],
    ["a remark behind a full stop", ["项目还将继续。(完)", "食堂很热闹。"]],
    ["a turned page", ["项目还将在全县推广,覆盖所有乡镇(下转第4版)", "食堂很热闹。"]],
    ["an unfinished paragraph above one that begins afresh", [LONG, "据了解,食堂每天供应午餐。"]],
    ["two lines of equal form", ["江湾市明远纺织有限公司", "北岭县山泉饮料厂"]],
  ])("%s", (_, blocks) => {
    expect(heal(...blocks).map((part) => part.replace(/^\w+: /, ""))).toEqual(blocks);
  });

  it("a headline behind a byline from the text before and behind it", () => {
    expect(heal("食堂很热闹。(邱雪)", "新书上架了", "图书馆上周买了三百册新书。")).toEqual([
      "body: 食堂很热闹。",
      "by 邱雪",
      "headline: 新书上架了",
      "body: 图书馆上周买了三百册新书。",
    ]);
  });

  it("a byline on its own line from an unfinished sentence", () => {
    expect(heal(LONG, "本报记者 邱雪")).toEqual([`body: ${LONG}`, "by 邱雪"]);
  });

  it("a headline as wide as the column from the wrapped text below it", () => {
    const lines = [
      "江湾市五十个村有了自己的图书馆",
      "",
      "　　江湾市共有五十个村建起了图书",
      "馆,每个图书馆藏书三千册,由志愿",
      "者轮流值守,每天开放八个小时,村",
      "民可以免费借阅。",
    ];
    const { parts } = healPage(lines.join("\n"));
    expect(parts.map(({ role }) => role)).toEqual(["headline", "body"]);
  });
});

describe("healPage", () => {
  const piece = fc.constantFrom(
    "食堂开张",
    "产",
    "量大。",
    "“",
    "”",
    "《",
    "》",
    "(",
    ")",
    "\n",
    "\n\n",
    "。",
    ",",
    "、",
    " ",
    "\t",
    "3",
    "5万",
    "一、",
    "本报讯",
    "图为",
    "　　",
    "的",
    "abc",
    "\u200b",
    "𠮷",
    LONG,
  );

  it("loses and changes nothing of a page without bylines, only moves captions", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        const kept = healPage(text)
          .parts.map((part) => (part.role === "byline" ? "" : part.text))
          .join("");
        const letters = (words: string) =>
          Array.from(words.replace(/[\s\u200b]/gu, ""))
            .toSorted()
            .join("");
        expect(letters(kept)).toBe(letters(text));
      }),
      { numRuns: 300 },
    );
  });

  it("gives nothing for nothing", () => {
    expect(healPage(" \n\u3000\n\u200b")).toEqual({ parts: [], joins: [] });
  });

  it("gets through a hostile page in its stride", () => {
    for (const text of [
      "“".repeat(200_000),
      "(产\n".repeat(20_000),
      "标题\n".repeat(20_000),
      "一,二,三,产\n".repeat(20_000),
    ]) {
      expect(healPage(text).parts.length).toBeGreaterThan(0);
    }
  });
});
