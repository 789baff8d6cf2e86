import { expect, it } from "vitest";
import { linkToSentence } from "./text-fragment.js";

const LONG =
  "以河北省青龙县为例，板栗是当地农户的主要产业，产量大但知名度低，导致农民缺乏主动议价权，此外，阿里巴巴还孵化了当地致富带头人，带动全县百姓做直播，累计孵化339名电商从业者。";
const directive = (url: string | undefined) => (url ?? "").split(":~:text=")[1] ?? "";

it("names a short sentence as a whole, with everything that has a meaning in the link encoded", () => {
  expect(linkToSentence("https://a.cn/x?y=1", "A-B, C&D 100%。")).toBe(
    "https://a.cn/x?y=1#:~:text=A%2DB%2C%20C%26D%20100%25%E3%80%82",
  );
});

it("names a long sentence by its beginning and its end, which end where words do", () => {
  const [start = "", end = "", ...rest] = directive(linkToSentence("https://a.cn", LONG))
    .split(",")
    .map(decodeURIComponent);
  expect(rest).toEqual([]);
  expect(start).toBe("以河北省青龙县为例，板栗是当地农户");
  expect(end).toBe("直播，累计孵化339名电商从业者。");
});

it("keeps an anchor of the page, and takes a directive of another sentence away", () => {
  expect(linkToSentence("https://a.cn/x#top", "一。")).toBe("https://a.cn/x#top:~:text=%E4%B8%80%E3%80%82");
  expect(linkToSentence("https://a.cn/x#:~:text=b", "一。")).toBe("https://a.cn/x#:~:text=%E4%B8%80%E3%80%82");
});

it("is ASCII, whatever the address and the sentence are", () => {
  const link = linkToSentence("https://例子.cn/新闻 一?q=“二”", "三\u200b\ud800\n四");
  expect(link).toMatch(/^https:\/\/[\x21-\x7e]+$/);
  expect(decodeURIComponent(directive(link))).toBe("三 四");
});

it("stays short for a sentence without a single border", () => {
  const link = linkToSentence("https://a.cn/x", "x".repeat(5000));
  expect(link).toBe("https://a.cn/x");
});

it.each([
  "",
  "x",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "http://localhost/x",
  "https://u:p@a.cn/",
  "ftp://a.cn/",
])("%j is no page to open", (url) => {
  expect(linkToSentence(url, "一。")).toBeUndefined();
});
