/** The words of the regression set: keeping an answer as a test, and running them all. Plain text. */
import type { Fault, KeptQuestion, RegressionFailure, RegressionReport } from "../core/regression-ports.js";
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

/** What every language must say. */
export interface RegressionWords {
  /** The button under an answer. */
  keep: string;
  kept(question: KeptQuestion): string;
  replaced(question: KeptQuestion): string;
  known(question: KeptQuestion): string;
  /** The question was forgotten, or the answer is small talk. */
  cannotKeep: string;
  /** `/keep` without an answer of ours that it replies to. */
  howToKeep: string;
  started: string;
  running(done: number, all: number): string;
  alreadyRunning: string;
  finished(report: RegressionReport): string;
  failure(failure: RegressionFailure): string;
  /** Failures that are not shown. */
  more(failures: number): string;
}

const FAULTS_ZH: Record<Fault, string> = {
  refused: "没有回答",
  answered: "应该拒答，却回答了",
  "fact missing": "缺少",
  "other article": "第一条出处不是那篇报道",
  "too long": "回答太长",
  "no citation": "没有出处",
};

const FAULTS_EN: Record<Fault, string> = {
  refused: "not answered",
  answered: "answered, should be refused",
  "fact missing": "missing",
  "other article": "another article comes first",
  "too long": "too long",
  "no citation": "without a source",
};

const groupsZh = (groups: readonly (readonly string[])[]) => groups.map((group) => group.join(" 或 ")).join("；");
const groupsEn = (groups: readonly (readonly string[])[]) => groups.map((group) => group.join(" or ")).join("; ");

function describeZh({ question, isRefusal, must, article }: KeptQuestion): string {
  if (isRefusal) return `问题：${question}\n要求：拒答`;
  return [
    `问题：${question}`,
    must.length === 0 ? "没有可核对的数字或名字，只核对是否有出处" : `必须出现：${groupsZh(must)}`,
    ...(article === null ? [] : [`出处：《${article}》`]),
  ].join("\n");
}

function describeEn({ question, isRefusal, must, article }: KeptQuestion): string {
  if (isRefusal) return `Question: ${question}\nMust be refused`;
  return [
    `Question: ${question}`,
    must.length === 0 ? "No figure or name to check, only that there is a source" : `Must say: ${groupsEn(must)}`,
    ...(article === null ? [] : [`Source: ${article}`]),
  ].join("\n");
}

const CORRECT_ZH = "要改，请回复那条回答：/keep 正确的事实（用分号隔开；应该拒答就写 /keep 拒答）。";
const CORRECT_EN =
  "To change it, reply to the answer with /keep and the right facts, parted by semicolons, or /keep refuse.";

const zh: RegressionWords = {
  keep: "留作测试题",
  kept: (question) => `已放进题集。\n${describeZh(question)}\n${CORRECT_ZH}`,
  replaced: (question) => `已改正题集里的这道题。\n${describeZh(question)}`,
  known: (question) => `题集里已经有这道题，没有改动。\n${describeZh(question)}\n${CORRECT_ZH}`,
  cannotKeep: "这条回答不能留作测试题：问题已经删去，或者它不是关于报道的回答。",
  howToKeep: "请回复机器人的一条回答（带按钮的那条消息）：/keep 照原样留作测试题，/keep 正确的事实 则按您写的来。",
  started: "开始跑题集…",
  running: (done, all) => `正在跑题集：${done}/${all}`,
  alreadyRunning: "题集正在跑，请等它跑完。",
  finished: ({ answerable, right, refusable, refused }) =>
    `题集跑完了。答对 ${right}/${answerable}，该拒答的拒答 ${refused}/${refusable}。`,
  failure: ({ question, fault, missing }) =>
    `${question}：${FAULTS_ZH[fault]}${fault === "fact missing" ? ` ${groupsZh(missing)}` : ""}`,
  more: (failures) => `还有 ${failures} 道没有列出。`,
};

const en: RegressionWords = {
  keep: "Keep as test",
  kept: (question) => `Kept in the question set.\n${describeEn(question)}\n${CORRECT_EN}`,
  replaced: (question) => `Corrected in the question set.\n${describeEn(question)}`,
  known: (question) =>
    `The question set has this question already; nothing was changed.\n${describeEn(question)}\n${CORRECT_EN}`,
  cannotKeep: "This answer cannot be kept as a test: its question was deleted, or it is not about the articles.",
  howToKeep:
    "Please reply to one of my answers (the message with the buttons): /keep keeps it as it is, /keep and facts keeps those.",
  started: "Running the question set…",
  running: (done, all) => `Running the question set: ${done}/${all}`,
  alreadyRunning: "The question set is being run already. Please wait for it.",
  finished: ({ answerable, right, refusable, refused }) =>
    `The question set is through. Right ${right}/${answerable}, refused as they should be ${refused}/${refusable}.`,
  failure: ({ question, fault, missing }) =>
    `${question}: ${FAULTS_EN[fault]}${fault === "fact missing" ? ` ${groupsEn(missing)}` : ""}`,
  more: (failures) => `${failures} more are not listed.`,
};

/** The words of one language. */
export function regressionWords(language: Language): RegressionWords {
  return pickWords({ zh, en }, language);
}
