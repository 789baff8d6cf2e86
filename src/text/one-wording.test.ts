import { expect, it } from "vitest";
import { inOneWording } from "./one-wording.js";

it.each([
  ["平时每周开放16个小时", "平时每周开放16小时"],
  ["较上一年增加6个县", "比上年增加6个县"],
  ["年满60周岁", "年满60岁"],
  ["首周收到的衣物", "第一周收到的衣物"],
  ["头两天", "前两天"],
  ["灾后半年", "灾后6个月"],
  ["月补贴1500元", "每月补贴1500元"],
  ["平均每筛查一例花费90元", "平均每例筛查花费90元"],
  ["还没有达到95%的目标", "低于95%的目标"],
])("writes %s as %s", (text, written) => expect(inOneWording(text)).toBe(written));

it.each(["另一半在2024年", "上半年度报告", "首次", "每月工资", "3月补贴", "第一年"])("leaves %s as it is", (text) =>
  expect(inOneWording(text)).toBe(text),
);
