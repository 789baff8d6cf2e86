import { expect, it } from "vitest";
import type { ArticleHead } from "../core/types.js";
import { ALL, programmesOf, readFilter, selectArticles, wordsFilter, writeFilter } from "./article-filter.js";
import { articleButton, readArticleTap } from "./article-taps.js";
import { readCallbackData } from "./callback-data.js";

const head = (title: string, changes: Partial<ArticleHead> = {}): ArticleHead => ({
  id: "0123456789abcdef",
  revision: 1,
  contentHash: "",
  source: "a.txt",
  ordinal: 0,
  title,
  language: "zh",
  aliases: [],
  eventDates: [],
  ...changes,
});
const heads = [
  head("茶园", { author: "皮磊", programme: "乡村: 振兴" }),
  head("食堂", { outlet: "公益时报", programme: "养老" }),
];
const found = (text: string) => selectArticles(heads, wordsFilter(text)).map(({ title }) => title);

it("finds articles in which all words stand, however they are spelt", () => {
  expect([found("皮磊"), found("公益時報 食堂"), found("皮磊 食堂"), found(" "), found("A.TXT")]).toEqual([
    ["茶园"],
    ["食堂"],
    [],
    ["茶园", "食堂"],
    ["茶园", "食堂"],
  ]);
});

it("chooses a programme", () => {
  const [first] = programmesOf(heads);
  expect(first?.name).toBe("乡村: 振兴");
  expect(selectArticles(heads, { kind: "programme", key: first?.key ?? "" }).map(({ title }) => title)).toEqual([
    "茶园",
  ]);
});

it.each(["茶:园 b", "长".repeat(50), "🈵🈵🈵🈵🈵🈵🈵🈵", "a".repeat(99)])(
  "a search for %s fits into every button and is read again",
  (text) => {
    const filter = wordsFilter(text);
    const tap = { part: "text", id: "0123456789abcdef-999", page: 999, list: { page: 9999, filter } } as const;
    const pressed = readCallbackData(articleButton("", tap).callback_data);
    expect(pressed && readArticleTap(pressed)).toEqual(tap);
  },
);

it("reads what is no filter as all", () => {
  expect([readFilter(""), readFilter("p12"), readFilter("x"), readFilter("w "), readFilter(writeFilter(ALL))]).toEqual(
    Array(5).fill(ALL),
  );
});
