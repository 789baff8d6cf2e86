/** /aliases, from the message to the file and to the next answer. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { aliasWords } from "../../src/i18n/alias-words.js";
import { botWords } from "../../src/i18n/bot-words.js";
import type { StoredMessage } from "../support/telegram/model.js";
import { OWNER, startWholeBot, type WholeBot } from "../support/whole-bot.js";

const zh = aliasWords("zh");
const FILE = "# 审核过的名单\n- [孤独症, 自闭症] # 常见\n# 机构\n- [晓更助残基金会, 晓更基金会, 晓更]\n";

let whole: WholeBot;
let path: string;
beforeAll(async () => {
  const tea = "---\ntitle: 云溪县茶园项目\n---\n云溪县茶园项目带动了612户茶农。\n";
  whole = await startWholeBot({ "tea.md": tea });
  path = join(whole.corpusDir, "aliases.yaml");
});
beforeEach(() => writeFileSync(path, FILE));
afterAll(() => whole.close());

const file = () => readFileSync(path, "utf8");
const faces = ({ reply_markup }: StoredMessage) => reply_markup?.inline_keyboard.flat().map(({ text }) => text);

it("a name that an admin adds is understood in the next question, and stands in the file below its comments", async () => {
  const ask = (part: string) => whole.tell("云雾山庄带动了多少户茶农?", part, 1001);
  await ask("没有找到");
  await whole.tell("/aliases 云雾山庄 ＝ 云溪县茶园项目", zh.added("云雾山庄 = 云溪县茶园项目"));
  await ask("612户");
  expect(file()).toBe(`${FILE}- ["云雾山庄", "云溪县茶园项目"]\n`);
  expect(whole.app().audit.list(1)).toMatchObject([
    { admin: OWNER, action: "add aliases", detail: { group: "云雾山庄 = 云溪县茶园项目" } },
  ]);
  await whole.tell("/aliases 云溪县茶园项目=云雾山庄", zh.known("云雾山庄 = 云溪县茶园项目"));
  await whole.tell("/aliases 自閉症 = 孤独谱系", zh.added("孤独症 = 自闭症 = 孤独谱系"));
  expect(file()).toContain('- ["孤独症", "自闭症", "孤独谱系"] # 常见\n# 机构\n- [晓更助残');
});

it.each([
  ["add 北京市 = 京城", "北京市 = 京城"],
  ["加 北京市=京城", "北京市 = 京城"],
  ["添加：北京市 = 京城", "北京市 = 京城"],
  ["Add\n北京市\n京城", "北京市 = 京城"],
  // Names that only begin like that, or are that.
  ["加油站 = 油站", "加油站 = 油站"],
  ["add = 注意力缺陷", "add = 注意力缺陷"],
  ["ADD-on = 附加组件", "ADD-on = 附加组件"],
])("takes /aliases %s as an admin means it", async (said, group) => {
  await whole.tell(`/aliases ${said}`, zh.added(group));
});

it("deletes a name or a group after asking once more, also after a restart, and only once", async () => {
  const list = await whole.tell("/aliases", zh.heading(2));
  expect(list.text).toContain("1. 孤独症 = 自闭症\n2. 晓更助残基金会 = 晓更基金会 = 晓更");
  const group = await whole.press(list, "2", zh.groupHeading);
  const question = await whole.press(
    group,
    zh.buttons.removeName("晓更"),
    zh.confirmName("晓更", "晓更助残基金会 = 晓更基金会 = 晓更"),
  );
  await whole.press(question, zh.buttons.keep, zh.groupHeading);
  await whole.restart();
  const left = await whole.press(question, zh.buttons.confirm, zh.removedName("晓更", "晓更助残基金会 = 晓更基金会"));
  expect(file()).toBe(FILE.replace("[晓更助残基金会, 晓更基金会, 晓更]", '["晓更助残基金会", "晓更基金会"]'));
  expect(faces(left)).toEqual([zh.buttons.removeGroup, zh.buttons.list]);
  const again = await whole.press(question, zh.buttons.confirm, zh.changed);
  const first = await whole.press(again, "1", zh.groupHeading);
  const sure = await whole.press(first, zh.buttons.removeGroup, zh.confirmGroup("孤独症 = 自闭症"));
  await whole.press(sure, zh.buttons.confirm, zh.removedGroup("孤独症 = 自闭症"));
  expect(file()).toBe('# 审核过的名单\n# 机构\n- ["晓更助残基金会", "晓更基金会"]\n');
});

it.each([
  ["自闭症 = 晓更", zh.problems.twoGroups("自闭症", "晓更")],
  ["京 = 北京", zh.problems.tooShort("京")],
  ["北京", zh.problems.tooFew],
  ["add 北京", zh.problems.tooFew],
  ["= =", zh.problems.tooFew],
  [`北京 = ${"长".repeat(99)}`, zh.problems.tooLong(`${"长".repeat(60)}…`, 40)],
  [Array.from({ length: 21 }, (_, i) => `名字${i}`).join("="), zh.problems.tooManyNames(20)],
])("says why %s cannot be, and changes nothing", async (names, words) => {
  await whole.tell(`/aliases ${names}`, words);
  expect(file()).toBe(FILE);
});

it("says it when the file is broken, and leaves it alone", async () => {
  writeFileSync(path, "- [孤独症,");
  await whole.tell("/aliases 北京市 = 京城", zh.problems.fileBroken);
  expect(file()).toBe("- [孤独症,");
});

it("turns the pages of a long list, whose longest groups fit into one message", async () => {
  const groups = Array.from({ length: 12 }, (_, i) =>
    Array.from({ length: 20 }, (__, j) => `<名>${"长".repeat(30)}${i}-${j}`),
  );
  whole.app().aliases.save(groups);
  const list = await whole.tell("/aliases", zh.heading(12));
  const last = await whole.press(list, zh.buttons.next, zh.page(2, 2));
  const group = await whole.press(last, "12", zh.groupHeading);
  await whole.press(group, zh.buttons.removeName(`${`<名>${"长".repeat(30)}`.slice(0, 30)}…`), "要从这一组里删掉");
});

it.each(["n:l", "n:g:x", "n:x:0123456789", "n:x:0123456789ab:-1", "n:q:0123456789ab"])(
  "the forged data %s is an old button",
  async (data) => {
    const list = await whole.tell("/aliases", zh.heading(2));
    expect((await whole.telegram.press(list, { data }).answer()).text).toBe(botWords("zh").oldButton);
  },
);

it.each(["n:x:0123456789ab", "n:d:0123456789ab:7"])("the data %s of no group shows the list", async (data) => {
  await whole.press(await whole.tell("/aliases", zh.heading(2)), { data }, zh.changed);
  expect(file()).toBe(FILE);
});

it("nobody else finds any of it, not even with an admin's buttons", async () => {
  const mine = await whole.tell("/aliases 北京市 = 京城", botWords("zh").unknownCommand, 9);
  const list = await whole.tell("/aliases", zh.heading(2));
  const data = list.reply_markup?.inline_keyboard[0]?.[0]?.callback_data ?? "";
  for (const forged of [data, data.replace("n:g", "n:x")]) {
    expect((await whole.telegram.press(mine, { data: forged }, { userId: 9 }).answer()).text).toBe(
      botWords("zh").oldButton,
    );
  }
  expect(file()).toBe(FILE);
});
