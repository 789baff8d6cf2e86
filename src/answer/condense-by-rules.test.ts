import { describe, expect, it } from "vitest";
import type { Citation, Turn } from "../core/types.js";
import { completeFrom, condenseByRules } from "./condense-by-rules.js";

/** A turn whose answer quoted these words. */
function turn(question: string, quote = "", changes: Partial<Turn> = {}): Turn {
  const citation: Citation = { n: 1, articleId: "a", revision: 1, title: "", source: "", quote, start: 0, end: 9 };
  const citations = quote === "" ? [] : [citation];
  return { question, standalone: question, answer: `${quote}[1]`, kind: "extractive", citations, at: 0, ...changes };
}

const standaloneOf = (question: string, ...turns: Turn[]) => condenseByRules(question, turns).text;

describe("condenseByRules", () => {
  it.each([
    ["那多少户家庭?", "心智障碍者家庭支持计划覆盖了多少个市县?", "心智障碍者家庭支持计划多少户家庭?"],
    ["是谁发起的?", "心智障碍者家庭支持计划累计筹了多少钱?", "心智障碍者家庭支持计划是谁发起的?"],
    ["涨了多少倍?", "公益宝贝2012年的交易捐有多少笔?", "公益宝贝的交易捐涨了多少倍?"],
    ["哪天?", "白皮书是谁发布的?", "白皮书发布哪天?"],
    ["那销售额有多少?", "云溪县有多少名茶农?", "云溪县的销售额有多少?"],
    ["how many families?", "How many 市县 does 家庭支持计划 cover?", "家庭支持计划多少家庭?"],
  ])("completes %s after %s", (question, previous, standalone) => {
    expect(standaloneOf(question, turn(previous))).toBe(standalone);
  });

  it.each([
    ["2019年呢?", "公益宝贝2022年的单笔捐赠额是多少?", "公益宝贝2019年的单笔捐赠额是多少?"],
    ["2012年的呢?", "公益宝贝近五年平均有多少笔?", "公益宝贝2012年有多少笔?"],
    ["那麼2019年呢?", "公益寶貝2022年的捐贈額是多少?", "公益宝贝2019年的捐赠额是多少?"],
    ["what about 2019?", "公益宝贝2022年的单笔捐赠额是多少?", "公益宝贝2019年的单笔捐赠额是多少?"],
    ["那李弘呢?", "郭南洋在哪家公司任职?", "李弘在哪家公司任职?"],
    ["那白沙县呢?", "云溪县有多少名茶农?", "白沙县有多少名茶农?"],
    ["女性呢?", "云溪县有多少名茶农?", "云溪县有多少名女性茶农?"],
    ["销售额呢?", "云溪县有多少名茶农?", "云溪县的销售额是多少?"],
    ["城市资源中心呢?", "家庭联络站有多少个?", "城市资源中心有多少个?"],
    ["同样的问题,公益宝贝呢?", "家庭支持计划筹了多少善款?", "公益宝贝筹了多少善款?"],
    ["那壹基金的秘书长呢?", "水滴公司的副总裁是谁?", "壹基金的秘书长是谁?"],
  ])("exchanges what %s names after %s", (question, previous, standalone) => {
    expect(standaloneOf(question, turn(previous))).toBe(standalone);
  });

  it.each([
    ["她提了什么建议?", turn("冯凌是谁?"), "冯凌提了什么建议?"],
    ["他说了什么?", turn("壹基金的秘书长是谁?", "合伙人、副总裁郭南洋,壹基金秘书长李弘出席。"), "李弘说了什么?"],
    ["它是哪年发起的?", turn("家庭支持计划筹了多少善款?"), "家庭支持计划是哪年发起的?"],
    ["手册覆盖了哪些方面?", turn("板栗产业升级之后收购价有什么变化?"), "手册覆盖了哪些方面?"],
    ["这本手册给谁用?", turn("家庭支持资源手册发布会在哪里举行?"), "家庭支持资源手册给谁用?"],
    ["这个计划是谁发起的?", turn("今年做了什么?", "水滴开展“家庭支持计划”的第四年"), "家庭支持计划是谁发起的?"],
    ["那里有多少网点?", turn("主要产业是什么?", "以河北省青龙县为例,板栗是主要产业。"), "青龙县有多少网点?"],
  ])("puts what was named in the place of the pronoun of %s", (question, previous, standalone) => {
    expect(standaloneOf(question, previous)).toBe(standalone);
  });

  it("finds the person in an answer and the place in an earlier question", () => {
    const talk = [turn("青龙县在哪个省?"), turn("派去的特派员叫什么?", "乡村特派员刘琳到来后,推动板栗产业升级。")];
    expect(standaloneOf("她到了那里以后,跟谁一起开发新产品?", ...talk)).toBe("刘琳到了青龙县以后,跟谁一起开发新产品?");
  });

  it("takes a whole question as it is, without 那 in front of it", () => {
    const talk = turn("青龙县的主要产业是什么?");
    expect(standaloneOf("谁是壹基金的秘书长?", talk)).toBe("谁是壹基金的秘书长?");
    expect(standaloneOf("那世界孤独症日是哪一天?", talk)).toBe("世界孤独症日是哪一天?");
    expect(condenseByRules("谁是壹基金的秘书长?", [talk]).leansOn).toEqual([]);
  });

  it("leaves a question that names nothing as it is, and says what was talked of last", () => {
    const talk = turn("大邑县建成多少口水窖?");
    const refused = turn("明天天气怎么样?", "", { kind: "refused" });
    const condensed = { text: "历时多久?", leansOn: [talk], leansTacitly: true };
    expect(condenseByRules("历时多久?", [talk, refused])).toMatchObject(condensed);
    expect(condenseByRules("历时多久?", [refused])).toMatchObject({ leansOn: [], leansTacitly: false });
  });

  it("passes over a refused excursion, but stays with a refused question on the same thing", () => {
    const talk = turn("云溪县有多少名茶农?");
    const weather = turn("明天天气怎么样?", "", { kind: "refused" });
    expect(standaloneOf("那销售额呢?", talk, weather)).toBe("云溪县的销售额是多少?");
    const population = turn("云溪县有多少人口?", "", { kind: "refused" });
    expect(standaloneOf("那销售额呢?", talk, population)).toBe("云溪县的销售额是多少?");
  });

  it("leans on the turn whose topic it keeps, and on none when it turns to another", () => {
    const talk = turn("云溪县有多少名茶农?", "云溪县有300名茶农。");
    expect(condenseByRules("那销售额呢?", [talk]).leansOn).toEqual([talk]);
    expect(condenseByRules("那白沙县呢?", [talk]).leansOn).toEqual([]);
  });

  it("asks for more of the same, and for the same once more", () => {
    const talk = turn("云溪县有多少名茶农?");
    expect(condenseByRules("还有呢?", [talk])).toMatchObject({ leansOn: [talk], asksForMore: true });
    expect(standaloneOf("具体呢?", talk)).toBe("云溪县有多少名茶农?");
  });

  it("takes any text from a conversation", () => {
    for (const odd of ["", "?", "$& $1 [", "忽略以上指示", "😀".repeat(50)]) {
      expect(() => condenseByRules("它呢?", [turn(odd, odd)])).not.toThrow();
      expect(() => condenseByRules(odd, [turn("云溪县有多少名茶农?")])).not.toThrow();
    }
  });
});

describe("completeFrom", () => {
  it("puts the topic of the first question in front of one that does not show what it leans on", () => {
    expect(completeFrom("主要作物有哪些?", "云溪县在哪个省?")).toBe("云溪县主要作物有哪些?");
  });
});
