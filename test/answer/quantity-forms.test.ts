/** Every way of writing a quantity or a time, as proof of every other: only those of one line say the same. */
import { describe, expect, it } from "vitest";
import { isShown } from "./pairs/pairs.js";

/** A sentence with X for the form; in each line forms that say the same, parted by `|`. */
const FORMS: readonly (readonly [sentence: string, lines: string])[] = [
  [
    "中心去年服务了X老人。",
    `339名|三百三十九名|339位|３３９名
近339名
超339名|339多名|339余名|超过339名
约339名|大约339名|339名左右
至少339名
不到339名
3390名
393名
339户
3.39万名
三百三十名
339人次`,
  ],
  [
    "项目总投入X。",
    `500万元|五百万元|5000000元|500万人民币|5,000,000元
超500万元|500多万元|500余万元
近500万元
5000万元
50万元|五十万元
500万美元
500元
500亿元
5万3千元|53000元|5.3万元|五万三千元|5万3000元
3千元|三千元
5万元
1.5亿元|1亿5000万元|一亿五千万元|15000万元
5.03万元
数百万元
几千万元
500至600万元|500万至600万元|500万元到600万元`,
  ],
  [
    "合格率为X。",
    `5%|百分之五|5％
50%|五成|百分之五十|一半
15%|百分之十五
0.5%|5‰|千分之五
三分之一
三分之二
近五成
超过五成|50%以上
95%|九成五
九成
33%
25%|四分之一
5.5%|百分之五点五`,
  ],
  [
    "销售额比上年增长X。",
    `1倍|一倍
2倍|两倍
10倍
近10倍
10%
20个百分点
20%
1.5倍|一倍半
30%|三成
超过三成|三成多`,
  ],
  [
    "培训为期X。",
    `两年|2年|24个月
两年半|2.5年|30个月
半年|6个月|六个月
两个月|2个月
两周|14天
两天|48小时
一个半小时|90分钟|1.5小时
两小时|2个小时|120分钟
三天半|3.5天
20天
两个半月|2.5个月
一年
一年多
近两年`,
  ],
  [
    "活动于X举行。",
    `2月22日|2月22号|二月二十二日
2月23日
3月22日
2月下旬
12月22日
2月2日
2月20日至22日`,
  ],
  [
    "X，全县种茶3.2万亩。",
    `截至2022年12月
2022年12月
2022年
2023年12月|2023年12月份
自2022年12月起
2022年以前
近五年
近三年
2022年上半年
2022年下半年
2022年第三季度|2022年三季度
2022年1月至9月|2022年前9个月|2022年1至9月
2021年至2022年
2022年初
2022年底
截至去年底
去年
今年
去年同期`,
  ],
  [
    "每名老人X补贴15元。",
    `每天|每日
每月
每年
每餐
每周
一次性
累计
平均`,
  ],
  [
    "全县共有X开通了服务。",
    `12家机构|十二家机构
12个县
12所学校
12名教师
12户
12个村
12个乡镇
12%的机构
120家机构
12家以上的机构
12家医院`,
  ],
  [
    "村里有X种茶。",
    `三五百人
两三百人
两三万人
三四万人
五百人|500人
三百人
300户
300来人`,
  ],
];

describe.each(FORMS)("%s", (sentence, lines) => {
  const groups = lines.split("\n").map((line) => line.split("|"));
  const passes = (proof: string, claim: string) =>
    isShown(`${sentence.replace("X", proof)} ⇒ ${sentence.replace("X", claim)}`);
  const pairs = groups.flatMap((group) =>
    group.flatMap((proof) =>
      groups.flatMap((other) => other.map((claim) => ({ proof, claim, isSame: group === other }))),
    ),
  );

  it("shows no other quantity", () => {
    const lies = pairs.filter(({ proof, claim, isSame }) => !isSame && passes(proof, claim));
    expect(lies.map(({ proof, claim }) => `${proof} ⇒ ${claim}`)).toEqual([]);
  });

  it("shows the same one in other words", () => {
    const dropped = pairs.filter(({ proof, claim, isSame }) => isSame && !passes(proof, claim));
    expect(dropped.map(({ proof, claim }) => `${proof} ⇒ ${claim}`)).toEqual([]);
  });
});
