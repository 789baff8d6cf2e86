/**
 * Claims about news that nothing was made for: the bounds are what is reached, so that it can only get better. None of
 * the lies should pass and none of the truths be dropped.
 */
import { describe, expect, it } from "vitest";
import { ARTICLE_LIES } from "./tables/article-lies.js";
import { ARTICLE_TRUTHS } from "./tables/article-truths.js";
import { NEWS_LIES } from "./tables/news-lies.js";
import { NEWS_TRUTHS } from "./tables/news-truths.js";
import { playReply, rowsOf, showEverything } from "./tables/tables.js";

const shown = showEverything();
const withoutStop = (text: string) => text.replace(/。$/u, "");

function findFaults(table: string): string[] {
  return rowsOf(table)
    .filter(({ reply, lies }) => {
      const { passed, reasons } = playReply(reply, shown, "zh");
      if (lies.length === 0) return reasons.length > 0;
      return lies.some((lie) => passed.some((text) => text.includes(withoutStop(lie))));
    })
    .map(({ reply }) => reply);
}

describe("claims about other news", () => {
  it.each([
    ["lies about news", NEWS_LIES, 21],
    ["lies about the suite's articles", ARTICLE_LIES, 6],
    ["truths about news", NEWS_TRUTHS, 15],
    ["truths about the suite's articles", ARTICLE_TRUTHS, 7],
  ])("%s: at most so many faults", (_, table, most) => {
    const faults = findFaults(table);
    expect(faults.length, faults.join("\n")).toBeLessThanOrEqual(most);
  });
});
