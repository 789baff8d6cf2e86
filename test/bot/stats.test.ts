import { afterAll, expect, it } from "vitest";
import { botWords } from "../../src/i18n/bot-words.js";
import { feedbackWords } from "../../src/i18n/feedback-words.js";
import { answerWith, type Script } from "../support/bot-rig.js";
import { closeBots, startBot } from "./starting.js";

afterAll(closeBots);

const OWNER = 1;
const ANN = 1001;

const script: Script = ({ question }) =>
  answerWith("回答。", {
    kind: question.includes("股价") ? "refused" : "grounded",
    question,
    standalone: question,
    timings: { retrieveMs: 0, totalMs: 250 },
  });

it("an admin sees the overview, with the cost when there is a price; nobody else does", async () => {
  const index = { generation: "g42", articles: 3, chunks: 23 };
  const { telegram, database } = await startBot({ script, index, bot: { adminIds: [OWNER], pricePerMillion: 2 } });
  telegram.say("多少名?", { userId: ANN });
  const answer = await telegram.waitForMessage(ANN, ({ reply_markup }) => reply_markup !== undefined);
  await telegram.press(answer, feedbackWords("zh").good).answer();
  telegram.say("股价多少?", { userId: ANN });
  await telegram.waitForMessage(ANN, ({ message_id }) => message_id > answer.message_id);
  const today = new Date().toISOString().slice(0, 10);
  database().prepare("INSERT INTO spending (day, tokens) VALUES (?, 1500000)").run(today);
  telegram.say("/stats", { userId: OWNER });
  const { text } = await telegram.waitForMessage(OWNER);
  const numbers =
    "提问: 2\n有回答: 1\n没找到: 1\n用时中位数: 0.25 秒\n模型 token: 1500000\n费用: 3.00\n👍 有用: 1\n👎 没帮助: 0";
  expect(text.split("\n\n")).toEqual([
    `今天\n${numbers}`,
    `最近 7 天\n${numbers}`,
    `最近 30 天\n${numbers}`,
    "问得最多的项目 (最近 30 天)\n1. 商业向善: 1",
    "索引: g42\n报道: 3\n片段: 23",
    "日期按 UTC 计算。",
  ]);
  telegram.say("/stats", { userId: ANN });
  await telegram.waitForMessage(ANN, (message) => message.text === botWords("zh").unknownCommand);
});
