/**
 * What people expect to find first, and why. Each set is small enough to read; a change of settings that turns one of
 * these orders round is wrong, whatever it does to a benchmark.
 */
import { expect, it } from "vitest";
import { createBm25 } from "./bm25.js";
import { createBm25Builder } from "./bm25-build.js";
import { openBm25Segment } from "./bm25-segment.js";

const chunks: Record<string, { title: string; text: string }> = {
  spread: {
    title: "乡村振兴工作综述",
    text: "青龙县的板栗远近闻名,当地干部群众为产业发展付出了很多努力,各项工作都有新的进展,受到上级的肯定。会议还听取了其他地区的汇报,并安排了下一阶段的任务。卢龙县去年孵化的电商从业者人数不多,但增长很快,已有数十名。",
  },
  answer: {
    title: "乡村特派员在青龙",
    text: "特派员到任以后,青龙县累计孵化了339名电商从业者,销售额超过500万元。",
  },
  long: {
    title: "电商培训",
    text: `${"培训班讲授了开店、选品、客服和物流等内容,学员们反响热烈。".repeat(8)}青龙县累计孵化了电商从业者。`,
  },
  family: { title: "心青年项目服务心智障碍家庭", text: "项目发起于2019年,已在二十个城市落地,服务家庭超过三千户。" },
  other: { title: "公益周活动", text: "心智障碍者家庭的代表在活动上发言,感谢社会各界的关心。" },
  figures: { title: "年度账目", text: "全年支出4.5万元,其中3400元用于交通,58,000元用于物资。" },
  wanfold: { title: "年度账目", text: "全年支出45万元,其中340元用于交通,5800元用于物资。" },
  english: { title: "合作", text: "该项目与 UNICEF 中国办事处合作开展。" },
  place: { title: "龙卷风", text: "青山遮不住,龙卷风过后县城一片狼藉。" },
};

const names = Object.keys(chunks);
const builder = createBm25Builder();
names.forEach((name, i) => builder.add(i + 1, chunks[name]?.title ?? "", chunks[name]?.text ?? ""));
const index = createBm25([openBm25Segment(builder.finish().buffer)]);
const search = (question: string) => index.search(question, 9).map(({ chunkId }) => names[chunkId - 1]);

it("puts the chunk that says it in one sentence before one that has the same words far apart", () => {
  const found = search("青龙县孵化了多少名电商从业者");
  expect(found[0]).toBe("answer");
  expect(found.indexOf("answer")).toBeLessThan(found.indexOf("spread"));
});

it("puts a short chunk before a long one that says the same among much else", () => {
  const found = search("青龙县累计孵化电商从业者");
  expect(found.slice(0, 2)).toEqual(["answer", "long"]);
});

it("finds what the title says of a text that does not repeat it", () => {
  expect(search("心智障碍家庭项目是哪一年发起的")[0]).toBe("family");
});

it("takes the words as asked for, in whatever script, width or case", () => {
  expect(search("青龍縣累計孵化了多少名電商從業者?")).toEqual(search("青龙县累计孵化了多少名电商从业者?"));
  expect(search("ｕｎｉｃｅｆ 参与了什么")[0]).toBe("english");
});

it("puts the county before characters that only stand near one another", () => {
  const found = search("青龙县");
  expect(found.slice(0, 3)).toContain("answer");
  expect(found.slice(0, 3)).not.toContain("place");
});

it("keeps numbers whole: 4.5 is not 45, and 58000 is 58,000", () => {
  expect(search("4.5万元")[0]).toBe("figures");
  expect(search("58000元")[0]).toBe("figures");
  expect(search("45万元")[0]).toBe("wanfold");
});

it("makes no difference between a bare topic and the same topic asked politely", () => {
  expect(search("请问一下乡村特派员销售额是多少呢?")).toEqual(search("乡村特派员销售额"));
});

it("finds nothing for what no chunk has a character of", () => {
  expect(search("火箭")).toEqual([]);
});
