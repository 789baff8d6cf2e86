/** Conversations about one of several programmes that are told in the same words: what names nothing stays with it. Without a model. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../src/app.js";
import { readConfig } from "../../src/config.js";
import type { Log } from "../../src/core/ports.js";
import { createSandbox, environmentOf } from "./program.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const COUNTIES = ["大邑县", "小金县", "丹巴县", "泸定县", "理塘县", "德格县", "石渠县"];

let app: App;
let close: () => Promise<void>;

beforeAll(async () => {
  const sandbox = createSandbox();
  for (const [i, county] of COUNTIES.entries()) {
    const text = `---
title: ${county}水窖工程完工
---
近日,${county}水窖工程完工,建成水窖${1000 + i * 7}口,受益${2000 + i * 13}户。

${county}水利局局长${"王李张刘陈杨赵".charAt(i)}建明介绍,工程投资${300 + i * 11}万元,历时${5 + i}个月。

下一步,将新建蓄水池${10 + i}座。
`;
    writeFileSync(join(sandbox.corpusDir, `county-${i}.md`), text);
  }
  app = await createApp(readConfig(environmentOf(sandbox)), silent);
  await app.ingest();
  close = async () => {
    await app.close();
    sandbox.remove();
  };
});
afterAll(() => close());

async function converse(...questions: string[]) {
  const conversation = questions.join("|");
  let last: string | undefined;
  for (const question of questions) {
    const { citations, kind, text } = await app.answerer.answer({ question, conversation });
    last = kind === "refused" ? `refused: ${text}` : citations.map(({ quote }) => quote).join("\n");
  }
  return last;
}

describe("what names no programme is asked of the one that is talked about", () => {
  const cases = COUNTIES.flatMap((county, i) => [
    [`历时${5 + i}个月`, `${county}建成多少口水窖?`, "历时多久?"],
    [`投资${300 + i * 11}万元`, `${county}建成多少口水窖?`, "工程投资多少万元?"],
    [`蓄水池${10 + i}座`, `${county}水窖工程受益多少户?`, "下一步要新建多少座蓄水池?"],
    [`蓄水池${10 + i}座`, `${county}建成多少口水窖?`, "历时多久?", "下一步要新建多少座蓄水池?"],
  ]);
  it.each(cases)("%s: %s %s %s", async (fact, ...questions) => {
    expect(await converse(...questions.filter((question) => question !== undefined))).toContain(fact);
  });

  it("and what comes next goes on from there", async () => {
    const talk = ["丹巴县水窖工程投资多少?", "历时多久?"];
    expect(await converse(...talk, "局长叫什么?")).toContain("张建明");
    expect(await converse(...talk, "泸定县呢?")).toContain("历时8个月");
    expect(await converse(...talk, "局长叫什么?", "那德格县呢?")).toContain("杨建明");
    expect(await converse("大邑县建成多少口水窖?", "新建多少座蓄水池?", "泸定县呢?")).toContain("蓄水池13座");
    expect(await converse("大邑县建成多少口水窖?", "新建多少座蓄水池?", "谁是局长?")).toContain("王建明");
  });

  it("but not what names another", async () => {
    expect(await converse("大邑县建成多少口水窖?", "石渠县水窖工程投资多少万元?")).toContain("投资366万元");
    expect(await converse("大邑县建成多少口水窖?", "公益宝贝升级了几次?")).toContain("8次升级");
    expect(await converse("大邑县建成多少口水窖?", "板栗的收购价涨了多少?")).toContain("1倍");
    expect(await converse("大邑县建成多少口水窖?", "建了多少个村级物流网点?")).toContain("200个");
  });
});
