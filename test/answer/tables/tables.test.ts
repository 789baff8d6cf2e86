/** Truths and lies by hand over other sentences than the adversarial suite's: no lie is shown, hardly a truth is dropped. */
import { describe, expect, it } from "vitest";
import { ARTICLE_LIES } from "./article-lies.js";
import { ARTICLE_TRUTHS } from "./article-truths.js";
import { ENGLISH_LIES } from "./english-lies.js";
import { ENGLISH_TRUTHS } from "./english-truths.js";
import { FURTHER_LIES } from "./further-lies.js";
import { NEWS_LIES } from "./news-lies.js";
import { NEWS_TRUTHS } from "./news-truths.js";
import { playReply, rowsOf, showEverything } from "./tables.js";

/** Share of the truths that may be dropped. */
const MAX_DROPPED = 0.035;

const shown = showEverything();

describe("the check of statements", () => {
  it.each([
    ["made-up news", NEWS_LIES, "zh"],
    ["the articles", ARTICLE_LIES, "zh"],
    ["both, written after the rules", FURTHER_LIES, "zh"],
    ["both, in English", ENGLISH_LIES, "en"],
  ] as const)("shows no lie about %s", (_, table, language) => {
    const through = rowsOf(table).filter(({ reply, lies }) => {
      const { passed } = playReply(reply, shown, language);
      return lies.some((lie) => passed.some((text) => text.includes(lie.replace(/[。.]$/u, ""))));
    });
    expect(through.map(({ reply }) => reply)).toEqual([]);
  });

  it.each([
    ["in Chinese", `${NEWS_TRUTHS.trim()}\n${ARTICLE_TRUTHS.trim()}`, "zh"],
    ["in English", ENGLISH_TRUTHS, "en"],
  ] as const)("keeps truths %s", (_, table, language) => {
    const rows = rowsOf(table);
    const dropped = rows.filter(({ reply }) => playReply(reply, shown, language).reasons.length > 0);
    expect(dropped.length / rows.length, dropped.map(({ reply }) => reply).join("\n")).toBeLessThanOrEqual(MAX_DROPPED);
  });
});
