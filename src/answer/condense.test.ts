import { describe, expect, it } from "vitest";
import type { ChatModel, Log, Prompts } from "../core/ports.js";
import type { Turn } from "../core/types.js";
import { condenseByRules, condenseQuestion, isFollowUp } from "./condense.js";

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
const prompts: Prompts = { render: async (_, { question = "" }) => [{ role: "user", content: question }] };

function turn(question: string, changes: Partial<Turn> = {}): Turn {
  return { question, standalone: question, answer: "……", kind: "extractive", citations: [], at: 0, ...changes };
}

function modelThatSays(reply: string): ChatModel {
  return {
    async *stream() {
      yield reply;
    },
  };
}

describe("isFollowUp", () => {
  it.each([
    "那多少户?",
    "它是哪年发起的?",
    "2019年呢?",
    "what about 2019?",
    "还有呢",
    "谁发起的?",
    "那他是谁",
    "多少钱?",
  ])("takes %s for one", (question) => expect(isFollowUp(question)).toBe(true));

  it.each([
    "青龙县累计孵化了多少名电商从业者?",
    "公益宝贝项目创立多少年了?",
    "谁是壹基金的秘书长?",
    "请问世界孤独症日是哪一天?",
    "板栗",
    "曹頔是谁",
    "???",
  ])("takes %s for a question of its own", (question) => expect(isFollowUp(question)).toBe(false));
});

describe("condenseByRules", () => {
  it.each([
    ["2019年呢?", "公益宝贝2022年的单笔捐赠额是多少?", "公益宝贝2019年的单笔捐赠额是多少?"],
    ["what about 2019?", "公益宝贝2022年的单笔捐赠额是多少?", "公益宝贝2019年的单笔捐赠额是多少?"],
    ["它是哪年发起的?", "心智障碍者家庭支持计划累计筹集了多少善款?", "心智障碍者家庭支持计划是哪年发起的?"],
    ["那李弘呢?", "郭南洋在哪家公司任职?", "李弘哪家公司任职?"],
  ])("reads %s after %s", (question, previous, standalone) => {
    expect(condenseByRules(question, previous)).toBe(standalone);
  });

  it("keeps the topic for another figure of the same thing", () => {
    const standalone = condenseByRules("那多少户?", "家庭支持计划惠及多少名照料者?");
    expect(standalone).toContain("家庭支持计划");
    expect(standalone).toContain("多少户");
  });
});

describe("condenseQuestion", () => {
  const turns = [turn("公益宝贝2022年的平均捐赠额是多少?"), turn("谢谢", { kind: "smalltalk" })];

  it("leaves a question of its own alone, and does not ask the model", async () => {
    const model: ChatModel = {
      stream() {
        throw new Error("must not be asked");
      },
    };
    const question = "青龙县累计孵化了多少名电商从业者?";
    expect(await condenseQuestion({ model, prompts, log: silent }, question, turns)).toBe(question);
  });

  it("takes the model's wording when it brings in nothing new", async () => {
    const model = modelThatSays("公益宝贝2019年的平均捐赠额是多少?");
    expect(await condenseQuestion({ model, prompts, log: silent }, "2019年呢?", turns)).toBe(
      "公益宝贝2019年的平均捐赠额是多少?",
    );
  });

  it.each([
    ["another year", "公益宝贝2020年的平均捐赠额是多少?"],
    ["another name", "水滴公益平台筹款规模有多大?"],
    ["an essay", "公益宝贝".repeat(200)],
    ["nothing", " "],
  ])("falls back to the rules when the model brings in %s", async (_, reply) => {
    const deps = { model: modelThatSays(reply), prompts, log: silent };
    expect(await condenseQuestion(deps, "2019年呢?", turns)).toBe("公益宝贝2019年的平均捐赠额是多少?");
  });

  it("falls back to the rules when the model fails", async () => {
    const model: ChatModel = {
      stream() {
        throw new Error("down");
      },
    };
    const standalone = await condenseQuestion({ model, prompts, log: silent }, "2019年呢?", turns);
    expect(standalone).toBe("公益宝贝2019年的平均捐赠额是多少?");
  });

  it("has nothing to resolve from in a new conversation", async () => {
    expect(await condenseQuestion({ prompts, log: silent }, "那多少户?", [])).toBe("那多少户?");
  });
});
