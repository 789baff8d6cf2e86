/** A statement that leans on the one before it is read with it: the two must speak of one article. */
import { describe, expect, it } from "vitest";
import { writeAnswer } from "../../src/answer/generative.js";
import { verifyStatement } from "../../src/answer/verify.js";
import type { ChatModel } from "../../src/core/ports.js";
import type { Language } from "../../src/core/types.js";
import { NO_ALIASES } from "../../src/text/aliases.js";
import { passagesOf, showTexts } from "../support/shown-texts.js";

const ARTICLES = [
  ["云岭县累计培训212名养蜂人。", "云岭县的蜂蜜远销8个省。", "李岩是云岭县养蜂协会会长。"],
  [
    "平湖市推行银龄课堂项目。",
    "项目覆盖36个社区。",
    "该项目由市民政局出资。",
    "每节课有两名助教,其中一名是大学生。",
    "目前已开设课程480节。",
    "当地有志愿讲师150名。",
    "他们每周上课两次。",
    "平湖市图书馆提供教室20间。",
  ],
] as const;

/** What is shown of a reply. */
async function written(reply: string, language: Language = "zh"): Promise<string[]> {
  const model: ChatModel = {
    async *stream() {
      yield reply;
    },
  };
  const prompts = { render: async () => [] };
  const task = { question: "?", language, aliases: NO_ALIASES, history: "", passages: passagesOf(ARTICLES) };
  const { statements } = await writeAnswer({ model, prompts }, task);
  return statements.map(({ text }) => text);
}

const FIRST = "云岭县累计培训212名养蜂人。";

describe("a statement behind another", () => {
  it.each([
    "该项目由市民政局出资。[6]",
    "项目覆盖36个社区。[5]",
    "当地的项目覆盖36个社区。[5]",
    "目前已开设课程480节。[8]",
    "其中一名是大学生。[7]",
    "当地有志愿讲师150名。[9]",
    "他们每周上课两次。[10]",
    "覆盖36个社区。[5]",
  ])("is not taken for one about the first: %s", async (second) => {
    expect(await written(`${FIRST}[1] ${second}`)).toEqual([FIRST]);
  });

  it.each([
    ["云岭县的蜂蜜远销8个省。", 2],
    ["李岩是云岭县养蜂协会会长。", 3],
    ["平湖市推行银龄课堂项目。", 4],
    ["平湖市图书馆提供教室20间。", 11],
    ["当地的蜂蜜远销8个省。", 2],
    ["远销8个省。", 2],
  ])("stands when it names of what it speaks, or speaks of the same article: %s", async (second, number) => {
    expect(await written(`${FIRST}[1] ${second}[${number}]`)).toEqual([FIRST, second]);
  });

  it("may go on with a statement of its own article", async () => {
    const reply = "平湖市推行银龄课堂项目。[4] 该项目由市民政局出资。[6] 覆盖36个社区。[5]";
    expect(await written(reply)).toHaveLength(3);
  });

  it("is compared with what was shown, not with what was left out", async () => {
    expect(await written(`${FIRST}[1] 平湖市推行金龄课堂。[4] 该项目由市民政局出资。[6]`)).toEqual([FIRST]);
  });

  it("is told in English as well", async () => {
    const first = "云岭县 has trained 212 people.";
    expect(await written(`${first}[1] It covers 36 communities.[5]`, "en")).toEqual([first]);
    expect(await written(`${first}[1] The project covers 36 communities.[5]`, "en")).toEqual([first]);
    expect(await written("36 communities are covered.[5] It covers 36 communities.[5]", "en")).toHaveLength(2);
  });
});

describe("a statement that names nothing", () => {
  const shown = showTexts(ARTICLES);
  it.each([
    ["项目覆盖36个社区。", []],
    ["项目覆盖36个社区。", [99]],
    ["该项目由市民政局出资。", []],
    ["已开设课程480节。", [99]],
    ["该项目由市民政局出资。", [1]],
    ["当地有志愿讲师150名。", []],
  ])("is not looked for without a number that was shown: %s %j", (text, cited) => {
    expect(verifyStatement({ text, cited }, shown, "zh").passed).toBe(false);
  });

  it.each([
    ["该项目由市民政局出资。", [4]],
    ["已开设课程480节。", [5]],
    ["平湖市图书馆提供教室20间。", []],
    ["李岩是云岭县养蜂协会会长。", [99]],
  ])("is found within the article that it cites, or by its names: %s %j", (text, cited) => {
    expect(verifyStatement({ text, cited }, shown, "zh").passed).toBe(true);
  });
});
