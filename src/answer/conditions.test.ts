import { describe, expect, it } from "vitest";
import { passageOf, rankIn } from "../../test/support/ranked-article.js";
import { findUnmet } from "./conditions.js";

const unmet = (question: string, text: string, changes = {}) => {
  const { question: asked, ranked } = rankIn(question, passageOf(text, changes));
  return findUnmet(asked, ranked[0], ranked);
};

describe("findUnmet", () => {
  it.each([
    ["云溪县种了多少亩茶?", "云溪县2018年累计种茶超3.2万亩。"],
    ["项目是哪一年启动的?", "茶园项目2019年启动。"],
    ["陆一鸣是谁?", "项目负责人陆一鸣表示,明年不再扩种。"],
    ["夜校是谁发起的?", "夜校由退休教师沈月华发起。"],
    ["带动了多少户茶农?", "合作社带动了近600户茶农。"],
    ["桥是什么时候修建的?", "该桥兴建于1982年。"],
    ["比赛排名第几?", "该校在比赛中名列第四。"],
    ["合作社在哪个县?", "合作社设在云溪县。"],
    ["晚会的主持人是谁?", "晚会由陆一鸣主持。"],
    ["蓝天基金会的秘书长是谁?", "蓝天基金会常务秘书长赵启明出席。"],
    ["谁发布了年度报告?", "研究员陆一鸣发布了年度报告。"],
    ["青禾县的投资金额是多少?", "青禾县总投资2.38亿元。"],
    ["How many doctors are there in Qinghe?", "青禾县有卫生站。卫生站有医生4名。"],
    ["鱼生活在水深多少的海域?", "这种鱼生活在水深2至23米的地方。"],
  ])("finds nothing missing for %s", (question, text) => {
    expect(unmet(question, text)).toEqual([]);
  });

  it.each([
    ["form", "云溪县种了多少亩茶?", "云溪县种茶已有多年。"],
    ["form", "项目是哪一年启动的?", "茶园项目已经启动。"],
    ["form", "合作社在哪个城市?", "合作社带动了近600户茶农。"],
    ["subject", "王一凡是谁?", "项目负责人陆一鸣表示,明年不再扩种。"],
    ["post", "合作社的理事长是谁?", "合作社负责人陆一鸣表示,明年不再扩种。"],
    ["action", "谁创立了合作社?", "合作社负责人陆一鸣出席并致辞。"],
    ["action", "合作社是哪一年成立的?", "2019年,合作社带动了近600户茶农。"],
    ["counted", "合作社有多少名员工?", "合作社带动了近600名茶农。"],
    ["places", "白沙县种了多少亩茶?", "云溪县2018年累计种茶超3.2万亩。"],
    ["years", "云溪县2020年种了多少亩茶?", "云溪县2018年累计种茶超3.2万亩。"],
    ["years", "云溪县去年种了多少亩茶?", "云溪县2018年累计种茶超3.2万亩。"],
    ["form", "云溪县在哪个省?", "志愿者张帆在云溪县支教三年。"],
    ["post", "绿洲公司的总裁是谁?", "绿洲公司副总裁孙丽致辞。"],
    ["post", "蓝天基金会副秘书长是谁?", "蓝天基金会秘书长赵启明致辞。"],
    ["organisation", "蓝天基金会的秘书长是谁?", "绿洲基金会秘书长孙丽致辞。"],
    ["organisation", "谁代表北京大学发布了报告?", "清华大学教授陆一鸣发布了报告。"],
    ["action", "谁代表学校领取了奖状?", "教师陆一鸣出席,奖状挂在墙上。"],
    ["ownPlace", "青禾县茶叶产值是多少?", "青禾县种茶。2022年,云溪县茶叶产值2.4亿元。"],
    ["measured", "青禾县的茶叶销售收入是多少?", "青禾县有茶农95户,去年产茶12吨。"],
    ["measured", "青禾县的苹果产量是多少?", "青禾县的农产品收购价高出了1倍。"],
    ["latin", "How many doctors are there in Qinghe?", "青禾县有卫生站。云溪县有医生4名。"],
    ["names", "腾讯资助了多少名学生?", "合作社资助了600名学生。"],
    ["attributes", "云溪县的人口是多少?", "云溪县2018年累计种茶超3.2万亩。"],
  ])("misses %s for %s", (name, question, text) => {
    expect(unmet(question, text)).toContain(name);
  });

  it("takes a sentence to be about the place that was named last", () => {
    const two = "云溪镇办了养老食堂。午餐每份8元。邻近的柳河镇也办了食堂,午餐每份10元。";
    const of = (question: string, part: string) => {
      const { question: asked, ranked } = rankIn(question, passageOf(two));
      const told = ranked.find(({ sentence }) => sentence.text.includes(part));
      return told && findUnmet(asked, told, ranked);
    };
    expect(of("柳河镇的午餐多少钱?", "8元")).toContain("ownPlace");
    expect(of("云溪镇的午餐多少钱?", "8元")).toEqual([]);
    expect(of("柳河镇的午餐多少钱?", "10元")).toEqual([]);
    expect(of("云溪镇的午餐多少钱?", "10元")).toContain("ownPlace");
  });

  it("gives a figure to what its own paragraph names, unless it goes on about what the one before names", () => {
    const question = "梅花结晶捐了多少钱?";
    const inTwo = (second: string) => {
      const passage = passageOf(`代表梅花结晶的孙丽分享了企业的爱心。${second}`);
      const sentences = passage.sentences.map((one, paragraph) => ({ ...one, paragraph }));
      const { question: asked, ranked } = rankIn(question, { ...passage, sentences });
      const told = ranked.find(({ sentence }) => sentence.paragraph === 1);
      return told && findUnmet(asked, told, ranked);
    };
    expect(inTwo("“每笔捐款四元,累计500亿元。”")).toContain("holder");
    expect(inTwo("绿洲公司捐款500万元。")).toContain("holder");
    expect(inTwo("此外还捐款500万元。")).not.toContain("holder");
  });

  it("takes the year of publication for the year of a text that names none", () => {
    const text = "云溪县累计种茶超3.2万亩。";
    expect(unmet("云溪县2020年种了多少亩茶?", text)).toContain("years");
    expect(unmet("云溪县2020年种了多少亩茶?", text, { published: "2020-05-01" })).toEqual([]);
  });

  it("takes a sentence with years of its own for one about those", () => {
    const text = "2012年有商家24万家。单笔平均捐赠额从2019年的4.5分增长到2022年的5.3分。";
    const of = (question: string) => {
      const { question: asked, ranked } = rankIn(question, passageOf(text));
      const told = ranked.find(({ sentence }) => sentence.text.includes("4.5分"));
      return told && findUnmet(asked, told, ranked);
    };
    expect(of("2012年的单笔平均捐赠额是多少?")).toContain("years");
    expect(of("2022年的单笔平均捐赠额是多少?")).toEqual([]);
  });

  it("asks for what grew, and for places of the asked kind", () => {
    const text = "单笔捐赠额从2019年的4.5分增长到2022年的5.3分。";
    expect(unmet("参与的电商从多少增长到多少?", text)).toContain("measured");
    expect(unmet("单笔捐赠额从多少增长到多少?", text)).toEqual([]);
    expect(unmet("项目资助了哪些县?", "项目的发布会在京举行,资助方到场。")).toContain("form");
    expect(unmet("项目资助了哪些县?", "项目资助了云溪县和白沙县。")).toEqual([]);
  });
});
