import { describe, expect, it } from "vitest";
import { findImprint, readImprint } from "./imprint.js";

describe("the line below a headline", () => {
  it.each([
    [
      "2024-03-05 09:12　来源：山城晚报　作者：何晓云　编辑：张三",
      { day: "2024-03-05 09:12", outlet: "山城晚报", author: "何晓云" },
    ],
    ["2024年03月05日08:10 | 来源：公益时报", { day: "2024年03月05日08:10", outlet: "公益时报" }],
    ["发布时间：2024-03-05 来源： 山城晚报 浏览次数：132 字号：[大 中 小]", { day: "2024-03-05", outlet: "山城晚报" }],
    ["发布时间：2024/3/5　记者：何晓云　阅读：132次", { day: "2024/3/5", author: "何晓云" }],
    ["2024-03-05 09:00:00 来源：新华网", { day: "2024-03-05 09:00:00", outlet: "新华网" }],
    ["原创 何晓云 山城公益", {}],
    ["山城公益 2024-03-05 09:00", {}],
  ])("%s", (line, said) => {
    expect(readImprint(line)).toEqual(said);
  });

  it.each([
    "2024-03-05",
    "项目时间：三年",
    "作者：何晓云认为,这件事还没有结束。",
    "来源：市财政局拨款120万元",
    "记者：您为什么要办这所学校?",
    "记者：为什么办学校",
    "会议时间：2024-03-05 09:00 地点：县文化馆",
    "2024年3月5日,山城市举办志愿服务日活动。",
    "活动将于2024年3月5日 09:00,在县文化馆举行",
  ])("is not %s", (line) => {
    expect(readImprint(line)).toBeUndefined();
  });

  it("may be two lines; a later one says nothing", () => {
    const lines = ["首页", "发布时间：2024-03-05", "来源：山城晚报", "正文。", "来源：别的报 作者：李庆"];
    expect(findImprint(lines)).toEqual({ day: "2024-03-05", outlet: "山城晚报" });
  });
});
