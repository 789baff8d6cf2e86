/** Whole pages through the real reading rules: what is apart stays apart, what was broken is whole again. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readArticles } from "../../src/ingest/read-file.js";
import { encodeLegacy } from "./encode-legacy.js";

const bytesOf = (name: string) => readFileSync(new URL(name, import.meta.url));
const read = (bytes: Uint8Array, name: string) => {
  const { drafts, joins } = readArticles(bytes, name);
  return {
    joins: joins.length,
    articles: drafts.map(({ title, author, text, sentences, eventDates }) => ({
      title,
      author,
      eventDates,
      paragraphs: text.split("\n"),
      captions: sentences.filter(({ kind }) => kind === "caption").map(({ start, end }) => text.slice(start, end)),
    })),
  };
};
const page = (name: string) => read(bytesOf(name), name);

describe("the shipped page", () => {
  const { articles, joins } = page("../../corpus/000_d37ea6d2383917c8.txt");

  it("is three articles with headline, byline and the days of the text", () => {
    expect(articles.map(({ title, author, eventDates }) => ({ title, author, eventDates }))).toEqual([
      { title: "探索推动乡村振兴 清华大学发布阿里巴巴乡村振兴模式研究报告", author: "皮磊", eventDates: ["2月22日"] },
      { title: "《商业向善:百万商家参与中国式现代化慈善报告》发布", author: "皮磊", eventDates: ["2月23日"] },
      {
        title: "多方共议家庭支持服务下沉 “心智障碍者家庭支持资源手册发布会”在京举行",
        author: "李庆",
        eventDates: ["4月2日"],
      },
    ]);
  });

  it.each([
    [0, "并发布了清华大学社会科学学院县域治理研究中心全新的研究报告——"],
    [0, "主要产业,产量大但知名度低,导致"],
    [0, "阿里巴巴还孵化了当地致富带头人,带动全县"],
    [1, "“公益的心态、商业的手法、科技的力量”完美结合"],
    [2, "水滴公益也在不遗余力地参与心智障碍者支持"],
    [2, "面对“如何将一二线城市的心智障碍家庭服务经验和资源下沉到社区、县域及农村”这一棘手问题"],
  ])("is whole again in article %i at %s", (article, words) => {
    expect(articles[article]?.paragraphs.some((paragraph) => paragraph.includes(words))).toBe(true);
  });

  it("is joined at those six places only, and keeps the caption apart", () => {
    expect(joins).toBe(6);
    expect(articles.flatMap(({ captions }) => captions)).toEqual([
      "清华大学社会科学学院与阿里公益达成乡村振兴研究合作",
    ]);
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([10, 7, 8]);
  });

  it("loses nothing but the bylines", () => {
    const original = readFileSync(new URL("../../corpus/000_d37ea6d2383917c8.txt", import.meta.url), "utf8");
    const kept = articles.map(({ title, paragraphs, author }) => `${title}${paragraphs.join("")}(${author})`).join("");
    expect(kept.replace(/\s/g, "")).toHaveLength(original.replace(/\s/g, "").length);
  });
});

describe("a page of one article", () => {
  const { articles, joins } = page("one-article.txt");

  it("keeps its subheading apart, takes the reporter from the dateline and leaves the dateline in the text", () => {
    expect(joins).toBe(0);
    expect(articles).toMatchObject([
      {
        title: "青石镇建起社区食堂 三百位老人吃上热饭",
        author: "郭晓岚",
        eventDates: ["3月6日"],
        captions: ["开张后的头一个月"],
      },
    ]);
    expect(articles[0]?.paragraphs).toHaveLength(5);
    expect(articles[0]?.paragraphs[0]).toMatch(/^本报讯\(记者 郭晓岚\)3月6日/);
  });
});

describe("a page of four articles", () => {
  const { articles } = page("four-articles.txt");

  it("is split at bylines of every form, and at a dateline where there is no byline", () => {
    expect(articles.map(({ title, author }) => [title, author])).toEqual([
      ["水塘村小学有了新图书室", "邱雪"],
      ["“银发课堂”走进八个社区 教老人用手机 也教老人防诈骗", "邱雪、田野"],
      ["北岭县为护林员配发急救包", "万里鹏"],
      ["残疾青年的咖啡店开了第三家", undefined],
    ]);
  });

  it("is healed where a word and where a sentence was cut", () => {
    expect(articles[0]?.paragraphs[1]).toContain("至少能借到20本书。“孩子们");
    expect(articles[1]?.paragraphs[0]).toContain("健康饮食三部分,由46名大学生");
    expect(articles.map(({ paragraphs }) => paragraphs.length)).toEqual([2, 2, 2, 2]);
  });
});

describe("a page without sentences", () => {
  it.each([
    ["poem.txt", "写给乡村教师", 11],
    ["old-poem.txt", "春日访村", 8],
    ["short-list.txt", "2022年度爱心企业名单", 13],
  ])("%s is one article whose lines stay apart", (name, title, lines) => {
    const { articles, joins } = page(name);
    expect(joins).toBe(0);
    expect(articles.map((article) => [article.title, article.paragraphs.length])).toEqual([[title, lines]]);
  });
});

describe("a page with tables", () => {
  it("keeps every row a paragraph, with its tabs and gaps", () => {
    const { articles, joins } = page("table.txt");
    expect(joins).toBe(0);
    expect(articles).toHaveLength(1);
    expect(articles[0]?.paragraphs).toHaveLength(9);
    expect(articles[0]?.paragraphs).toContain("护林员急救包\t31\t530\t北岭县林业局");
    expect(articles[0]?.paragraphs).toContain("山城县    120    46");
  });
});

describe("a page without a byline", () => {
  it("is one article, its questions subheadings", () => {
    const { articles, joins } = page("no-byline.txt");
    expect(joins).toBe(0);
    expect(articles).toMatchObject([
      { title: "县里的照料者有了喘息日", author: undefined, captions: ["为什么要做喘息服务", "谁可以申请"] },
    ]);
  });
});

describe("a page with Windows line ends", () => {
  it("is healed all the same", () => {
    const { articles } = page("crlf.txt");
    expect(articles).toMatchObject([{ title: "一本手册送到护工手中", author: "简宁" }]);
    expect(articles[0]?.paragraphs[0]).toContain("方便随时查阅,内容包括");
    expect(articles[0]?.paragraphs.join("")).not.toContain("\r");
  });
});

describe("a page in Traditional Chinese", () => {
  const name = "traditional.txt";
  const text = bytesOf(name).toString("utf8");
  const expected = [
    { title: "海棠里社區開辦共享廚房", author: "葉文彬", eventDates: ["七月三日"] },
    { title: "「夜間自習室」延長開放", author: "趙靜", eventDates: [] },
  ];

  it.each([
    ["UTF-8", bytesOf(name)],
    ["Big5", encodeLegacy(text, "big5")],
  ])("is healed and split, in %s", (_, bytes) => {
    const { articles, joins } = read(bytes, name);
    expect(joins).toBe(2);
    expect(articles).toMatchObject(expected);
    expect(articles[0]?.paragraphs[0]).toContain("居民可免費預約使用。首月");
    expect(articles[0]?.paragraphs[1]).toContain("並把經驗整理成冊。");
  });
});

describe("a page in GB18030", () => {
  it("reads as the same page in UTF-8", () => {
    const bytes = bytesOf("four-articles.txt");
    expect(read(encodeLegacy(bytes.toString("utf8"), "gb18030"), "four-articles.txt")).toEqual(
      page("four-articles.txt"),
    );
  });
});

describe("a hard-wrapped page", () => {
  it("gets its paragraphs back, and no headline or subheading is drawn into them", () => {
    const { articles } = page("wrapped.txt");
    expect(articles).toMatchObject([
      { title: "江湾市启动“蓝马甲”助老行动", author: "任晓光", captions: ["服务点开放第一周"] },
    ]);
    expect(articles[0]?.paragraphs).toEqual([
      "9月1日,江湾市启动“蓝马甲”助老行动。全市共设立64个服务点,由经过培训的志愿者为老人提供手机使用、证件办理、就医陪同等服务。市民政局副局长毛建华介绍,服务点设在社区、医院和银行网点,老人可以随时求助。",
      "“我不会用手机挂号,志愿者手把手地教,现在自己能操作了。”72岁的居民薛桂兰说,她还学会了和外地的孙女视频通话。",
      "服务点开放第一周",
      "据统计,64个服务点第一周共接待老人3850人次,其中求助手机使用的占六成。下一步,行动将扩大到所辖的五个县,并为行动不便的老人提供上门服务。",
    ]);
  });
});

describe("a caption inside a broken sentence", () => {
  it("goes behind the paragraph that it stood in", () => {
    const [article] = page("caption-inside.txt").articles;
    expect(article?.captions).toEqual(["队员们在新球场上训练", "万里鹏 摄"]);
    expect(article?.paragraphs[0]).toContain(
      "去年还获得了体育道德风尚奖。教练龙晓明说,孩子们最大的变化是敢大声说话了。",
    );
    expect(article?.paragraphs.slice(1, 3)).toEqual(["队员们在新球场上训练", "万里鹏 摄"]);
    expect(article?.paragraphs).toHaveLength(4);
  });
});

describe("a page broken in short fragments", () => {
  it("is put together without drawing the headline in", () => {
    const [article] = page("short-fragments.txt").articles;
    expect(article?.title).toBe("多方携手关爱听障儿童 “听见花开”项目在江湾市举行");
    expect(article?.paragraphs.map((paragraph) => paragraph.slice(0, 24))).toEqual([
      "项目负责人贺敏介绍,面对“怎样让听障孩子尽早得到",
      "他说,“越早干预,效果越好。”",
      "截至8月底,项目为217名听障儿童提供了康复训练",
    ]);
    expect(article?.paragraphs[2]).toContain("普通小学就读。家长们组成了互助小组,每月见面");
  });
});

describe("a page with a bit of everything", () => {
  const { articles } = page("mixed.txt");

  it("is three articles", () => {
    expect(articles.map(({ title, author }) => [title, author])).toEqual([
      ["江湾市将建成首座无障碍公园 “让每个孩子都能荡上秋千”", "陶然"],
      ["志愿者招募", undefined],
      ["县医院送药进山", "田静、马跃"],
    ]);
  });

  it.each([
    [0, "共同出资1200万元兴建。"],
    [0, "先后听取了《无障碍设计规范》编写组"],
    [0, "高建平说:“过去,坐轮椅的孩子"],
    [0, "志愿者(年满16周岁,每周服务两小时),报名"],
    [1, "介绍设施的用法;"],
    [2, "司机兼任药品管理员。"],
    [2, "这样几句话,说的是"],
  ])("is whole again in article %i at %s", (article, words) => {
    expect(articles[article]?.paragraphs.join("\n")).toContain(words);
  });

  it("keeps list items, dialogue, captions and the remark (完) where they are", () => {
    expect(articles[0]?.captions).toEqual(["工人在安装轮椅秋千,公园的主体工程已完成九成", "(高建平供图)"]);
    expect(articles[1]?.paragraphs).toContain("三、维护:每月检查一次设施");
    expect(articles[1]?.captions).toEqual(["报名电话:0599-1234567"]);
    expect(articles[1]?.paragraphs.at(-1)).toMatch(/\(本报综合\)$/);
    expect(articles[2]?.paragraphs).toContain("“以前下山取一次药要走半天。”");
    expect(articles[2]?.paragraphs).toContain("“盼着冬天也别停。”");
    expect(articles[2]?.paragraphs.at(-1)).toMatch(/\(完\)$/);
  });
});
