import { expect, it, vi } from "vitest";
import { readFileBounded } from "./read-bounded.js";
import type { ReadingThread } from "./reading-thread.js";

const SENTENCE = "县里的第一家长者食堂开张,首批三十二位老人吃上了热饭。";
const ARTICLE = `---\ntitle: 长者食堂\npublished: 2023-05-01\n---\n${`${SENTENCE.repeat(6)}\n\n`.repeat(20)}`;

it.each([
  { about: "an article, one of few", text: ARTICLE, isOneOfFew: true, isRead: "here" },
  { about: "an article, one of many", text: ARTICLE, isOneOfFew: false, isRead: "on the thread" },
  { about: "a small one with many marks", text: "_*".repeat(300), isOneOfFew: true, isRead: "on the thread" },
  { about: "a small one with many lines", text: "字\n".repeat(500), isOneOfFew: true, isRead: "on the thread" },
  { about: "a large one", text: ARTICLE.repeat(4), isOneOfFew: true, isRead: "on the thread" },
])("Markdown, $about, is read $isRead", async ({ text, isOneOfFew, isRead }) => {
  const read = vi.fn<ReadingThread["read"]>().mockResolvedValue({ kind: "md", drafts: [], joins: [], warnings: [] });
  const thread = { read, end: async () => {} };
  const { drafts } = await readFileBounded(new TextEncoder().encode(text), "a.md", {}, { thread, isOneOfFew });
  expect(read).toHaveBeenCalledTimes(isRead === "here" ? 0 : 1);
  expect(drafts.map(({ title }) => title)).toEqual(isRead === "here" ? ["长者食堂"] : []);
});
