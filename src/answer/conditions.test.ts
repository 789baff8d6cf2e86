import { describe, expect, it } from "vitest";
import { passageOf, rankIn } from "../../test/support/ranked-article.js";
import { findUnmet } from "./conditions.js";

const unmet = (question: string, text: string, changes = {}) => {
  const { question: asked, ranked } = rankIn(question, passageOf(text, changes));
  return findUnmet(asked, ranked);
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
    ["attributes", "云溪县的人口是多少?", "云溪县2018年累计种茶超3.2万亩。"],
  ])("misses %s for %s", (name, question, text) => {
    expect(unmet(question, text)).toContain(name);
  });

  it("takes the year of publication for the year of a text that names none", () => {
    const text = "云溪县累计种茶超3.2万亩。";
    expect(unmet("云溪县2020年种了多少亩茶?", text)).toContain("years");
    expect(unmet("云溪县2020年种了多少亩茶?", text, { published: "2020-05-01" })).toEqual([]);
  });
});
