/** The words of re-indexing, in the chat and on the command line: the plan, how it comes on, the two scores. Plain text. */
import type { ChangedAnswer, ReindexPlan, ReindexProgress, Score } from "../core/reindex-ports.js";
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";

type Counts = Pick<
  ReindexPlan,
  "added" | "updated" | "removed" | "unchanged" | "articles" | "chunks" | "embedded" | "tokens"
>;

/** What every language must say. */
export interface ReindexWords {
  /** Until the plan is known. */
  comparing: string;
  /** What will change, a line each. */
  plan(counts: Counts): string;
  steps: Record<ReindexProgress["step"], string>;
  progress(step: string, done: number, total: number): string;
  /** The index was in line with the corpus. */
  same(articles: number): string;
  swapped: string;
  /** The new index waits for a decision. */
  worse: string;
  /** The same on the command line, where nothing waits. */
  worseHere: string;
  scores(before: Score, after: Score): string;
  /** There was nothing to compare with. */
  unrehearsed: string;
  allTheSame: string;
  changedHeading(count: number): string;
  changed(answer: ChangedAnswer): string;
  more(count: number): string;
  accept: string;
  discard: string;
  accepted: string;
  discarded: string;
  /** There is nothing to decide any more. */
  gone: string;
  /** Before going back, and the buttons under it. */
  confirmRollBack: string;
  rollBack: string;
  stay: string;
  stayed: string;
  rolledBack(articles: number): string;
  /** Another index serves by now than the one that was asked about. */
  notRolledBack(articles: number): string;
  nothingToRollBack: string;
  /** First line of what admins are told without having asked. */
  corpusChanged: string;
}

const zh: ReindexWords = {
  comparing: "正在比较文章和索引…",
  plan: ({ added, updated, removed, unchanged, chunks, embedded, tokens }) =>
    [
      `新增 ${added} 篇，更新 ${updated} 篇，移除 ${removed} 篇，不变 ${unchanged} 篇。`,
      `索引共 ${chunks} 个片段，其中 ${embedded} 个要计算向量${tokens > 0 ? `，约 ${tokens} 个 token` : ""}。`,
    ].join("\n"),
  steps: { read: "读取文章", embed: "计算向量", index: "建立索引", rehearse: "演练题集" },
  progress: (step, done, total) => `${step} ${done}/${total}`,
  same: (articles) => `索引已经是最新的，现有 ${articles} 篇。`,
  swapped: "索引已更新。",
  worse: "有问题答得不如以前，新索引还没有启用。现在仍由原来的索引回答。",
  worseHere: "有问题答得不如以前，新索引没有启用。要照样启用，加上 --yes。",
  scores: (before, after) => `题集：原来答对 ${before.right}/${before.of}，现在答对 ${after.right}/${after.of}。`,
  unrehearsed: "没有可以对比的题集或旧索引，未作演练。",
  allTheSame: "所有答案都没有变。",
  changedHeading: (count) => `${count} 个问题的答案变了：`,
  changed: ({ question, before, after, verdict }) =>
    `${{ worse: "变差", better: "变好", other: "不同" }[verdict]}：${question}\n原来：${before}\n现在：${after}`,
  more: (count) => `还有 ${count} 个。`,
  accept: "照样启用",
  discard: "放弃",
  accepted: "新索引已启用。要退回，用 /rollback。",
  discarded: "已放弃。原来的索引继续回答；文件再有变动时才会重试。",
  gone: "这个新索引已经不在了（重启过，或者又更新过）。需要的话请再用 /reindex。",
  confirmRollBack: "要退回上一版索引吗？现在这一版的报道变动会一起退回。",
  rollBack: "退回上一版",
  stay: "不退回",
  stayed: "好的，没有退回。",
  notRolledBack: (articles) => `索引已经换过了，没有再退回。现有 ${articles} 篇。需要的话请再用 /rollback。`,
  rolledBack: (articles) => `已退回上一版索引，现有 ${articles} 篇。文件再有变动，或者用 /reindex，才会再更新。`,
  nothingToRollBack: "没有保留上一版索引，无法退回。",
  corpusChanged: "文章文件夹有变动。",
};

const en: ReindexWords = {
  comparing: "Comparing articles and index…",
  plan: ({ added, updated, removed, unchanged, chunks, embedded, tokens }) =>
    [
      `${added} added, ${updated} updated, ${removed} removed, ${unchanged} unchanged.`,
      `${chunks} chunks in the index, ${embedded} of them to be embedded${tokens > 0 ? `, about ${tokens} tokens` : ""}.`,
    ].join("\n"),
  steps: {
    read: "Reading articles",
    embed: "Computing vectors",
    index: "Building the index",
    rehearse: "Rehearsing the questions",
  },
  progress: (step, done, total) => `${step} ${done}/${total}`,
  same: (articles) => `The index is up to date: ${articles} articles.`,
  swapped: "The new index is in place.",
  worse:
    "Some questions are answered worse than before. The new index is not in place; the former one goes on answering.",
  worseHere:
    "Some questions are answered worse than before. The new index was not put in place; do it nevertheless with --yes.",
  scores: (before, after) =>
    `Question set: ${before.right}/${before.of} right before, ${after.right}/${after.of} right now.`,
  unrehearsed: "There was no question set or no former index to compare with: not rehearsed.",
  allTheSame: "No answer has changed.",
  changedHeading: (count) => `${count} ${count === 1 ? "answer has" : "answers have"} changed:`,
  changed: ({ question, before, after, verdict }) =>
    `${{ worse: "Worse", better: "Better", other: "Different" }[verdict]}: ${question}\nbefore: ${before}\nnow: ${after}`,
  more: (count) => `And ${count} more.`,
  accept: "Put it in place anyway",
  discard: "Discard it",
  accepted: "The new index is in place. /rollback goes back.",
  discarded: "Discarded. The former index goes on answering; it is tried again when a file changes.",
  gone: "This new index is gone (after a restart or another update). Use /reindex again if you need it.",
  confirmRollBack: "Go back to the index before? What this one changed about the articles goes back as well.",
  rollBack: "Go back",
  stay: "Stay",
  stayed: "Nothing was changed.",
  notRolledBack: (articles) =>
    `Another index answers by now, with ${articles} articles: nothing was changed. Use /rollback again if you need it.`,
  rolledBack: (articles) =>
    `The former index answers again, with ${articles} articles. It is updated when a file changes, or by /reindex.`,
  nothingToRollBack: "No former index is kept: there is nothing to go back to.",
  corpusChanged: "The corpus folder has changed.",
};

/** The words of one language. */
export function reindexWords(language: Language): ReindexWords {
  return pickWords({ zh, en }, language);
}
