/** The product over a few short reports about neighbouring towns beside the shipped corpus, without a model. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import type { Answer } from "../../src/core/types.js";
import { createSandbox, environmentOf } from "./program.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

const REPORTS: Readonly<Record<string, string>> = {
  "station.txt": `白沙乡卫生站正式启用

6月3日,白沙乡卫生站正式启用,建筑面积540平方米,总投资280万元,其中腾讯公益捐赠120万元。卫生站有医生5名,护士8名,站长何志明。

白沙乡共有居民4310人,65岁以上老人占22%。卫生站启用首月接诊960人次。

相邻的清泉乡卫生站只有医生2名,去年接诊2800人次。
`,
  "canteen.md": `---
title: 临江镇养老食堂调查
author: 周文
published: 2024-03-05
source: 公益周刊
---

临江镇养老食堂自2021年10月开办以来,每天为126位老人供餐。午餐每份7元,80岁以上老人只收4元。

食堂负责人孙国华介绍,镇政府每年补贴21万元,壹基金捐赠了厨房设备,价值11.5万元。

志愿者队伍共有39人,平均年龄58岁。邻近的枫林镇也开办了食堂,每天供餐64份,午餐每份9元。
`,
  "flood.md": `# 洪灾过后四十天 青河县转入重建

项目经理宋小满介绍,桃源乡计划重建住房310户,目前开工96户,尚无一户完工;白石乡修复水井58口。每户重建补助标准为3.5万元,高于2017年的2万元。

捐款已支出4050万元,占六成多。华安公益基金会理事长邵明远表示,与2017年那次相比,基金会的响应时间由11小时缩短到4小时。
`,
  "library.md": `# “山野书屋”项目三省图书捐赠情况公布

截至2023年10月,“山野书屋”项目已向甘肃、云南、贵州三省捐赠图书86.5万册,建成乡村书屋1240间。

| 省份 | 图书（万册） | 书屋（间） |
| --- | --- | --- |
| 甘肃 | 31.2 | 452 |
| 云南 | 28.8 | 410 |
| 贵州 | 26.5 | 378 |
`,
};

/** An open app and conversations with it. */
export interface ToldTowns {
  app: App;
  /** Asks one after the other in a conversation of their own, and gives all answers. */
  converse(...questions: string[]): Promise<Answer[]>;
  close(): Promise<void>;
}

/** Opens and indexes. */
export async function openToldTowns(): Promise<ToldTowns> {
  const sandbox = createSandbox();
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(sandbox.corpusDir, name), text);
  const app = await createApp(readConfig(environmentOf(sandbox)), silent);
  await app.ingest();
  let conversations = 0;
  return {
    app,
    async converse(...questions) {
      const conversation = `towns ${++conversations}`;
      const answers: Answer[] = [];
      for (const question of questions) answers.push(await app.answerer.answer({ question, conversation }));
      return answers;
    },
    async close() {
      await app.close();
      sandbox.remove();
    },
  };
}
