import { describe, expect, it } from "vitest";
import { bylineOf, isBareName, reportersOf, takeByline } from "./byline.js";

describe("takeByline", () => {
  it.each([
    ["(皮磊)", "皮磊"],
    ["（记者 张三）", "张三"],
    ["（本报记者 张三 通讯员 李四）", "张三、李四"],
    ["(张三 李四)", "张三、李四"],
    ["(张三、李四)", "张三、李四"],
    ["(记者张三李四)", "张三、李四"],
    ["(文/张三)", "张三"],
    ["(张三 文/图)", "张三"],
    ["(记者 张三 文/摄)", "张三"],
    ["(文 张三 摄影 李四)", "张三"],
    ["(李　庆)", "李庆"],
    ["(中国青年报记者 张三)", "张三"],
    ["(首席记者 王芳 实习生 李明)", "王芳、李明"],
    ["(欧阳明华)", "欧阳明华"],
    ["(阿卜杜拉·买买提)", "阿卜杜拉·买买提"],
    ["（記者 葉文彬）", "葉文彬"],
    ["【记者 张三】", "张三"],
    ["  (皮磊)  ", "皮磊"],
    [" 本报记者 张三", "张三"],
  ])("takes %j off the end as by %s", (byline, names) => {
    expect(takeByline(`贡献智慧和力量。${byline}`)).toEqual({ text: "贡献智慧和力量。", names: names.split("、") });
  });

  it.each([
    "(完)",
    "(节选)",
    "(资料图)",
    "(左图)",
    "(下转第4版)",
    "(张三 摄)",
    "(记者 张三 摄)",
    "(图/张三)",
    "(新华社)",
    "(本报综合)",
    "(来源:新华社)",
    "(来源:武汉市商务局)",
    "(江门市 商务局)",
    "(责任编辑:张三)",
    "(江苏)",
    "(单位:万元)",
    "(本报记者)",
    "(见第三版)",
    "(2023)",
    "()",
  ])("leaves %j where it is", (remark) => {
    expect(takeByline(`贡献智慧和力量。${remark}`)).toBeUndefined();
  });

  it("takes a name in brackets for a byline only behind a sentence", () => {
    expect(takeByline("副司长(刘胜安)")).toBeUndefined();
    expect(takeByline("他说:“好。”(皮磊)")?.text).toBe("他说:“好。”");
  });

  it("finds a byline at the end of a very long paragraph", () => {
    const text = "很长的段落。".repeat(50_000);
    expect(takeByline(`${text}(皮磊)`)).toEqual({ text, names: ["皮磊"] });
  });
});

describe("bylineOf", () => {
  it.each([
    ["本报记者 张三", ["张三"]],
    ["■本报记者 张三 通讯员 李四", ["张三", "李四"]],
    ["记者 张三 文/图", ["张三"]],
    ["□张三", ["张三"]],
    ["作者:张三", ["张三"]],
    ["(张三)", ["张三"]],
    ["本報記者 張三豐", ["張三豐"]],
    ["张三", undefined],
    ["记者从会上获悉", undefined],
    ["本报讯", undefined],
    ["作者单位:北京大学", undefined],
    ["责任编辑 张三", undefined],
  ])("reads the line %j as %j", (line, names) => {
    expect(bylineOf(line)).toEqual(names);
  });
});

describe("isBareName", () => {
  it.each([
    ["张三", true],
    ["欧阳明华", true],
    ["天气", false],
    ["张家界市风光", false],
  ])("says of %s: %s", (line, expected) => {
    expect(isBareName(line)).toBe(expected);
  });
});

describe("reportersOf", () => {
  it.each([
    ["本报讯(记者 张三)昨日,", ["张三"]],
    ["新华社北京2月3日电(记者张三、李四)县医院", ["张三", "李四"]],
    ["本报讯 记者张三报道:食堂", ["张三"]],
    ["中新社7月31日电 美国公司(FDIC)", []],
    ["县医院(记者站)的", []],
  ])("finds in %j the reporters %j", (opening, names) => {
    expect(reportersOf(opening)).toEqual(names);
  });
});
