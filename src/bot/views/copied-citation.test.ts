import fc from "fast-check";
import { expect, it } from "vitest";
import type { Citation } from "../../core/types.js";
import { copiedCitation, MAX_COPIED_CHARS } from "./copied-citation.js";

const cite = (changes: Partial<Citation>): Citation => ({
  n: 1,
  articleId: "a1",
  revision: 1,
  title: "商业向善",
  source: "a.txt",
  quote: "累计孵化339名。",
  start: 0,
  end: 10,
  ...changes,
});

it("is the quote, then author, title and date", () => {
  expect(copiedCitation(cite({ author: "皮磊" }), "2023-02-28", [])).toBe(
    "“累计孵化339名。”——皮磊《商业向善》，2023-02-28",
  );
  expect(copiedCitation(cite({}), "", [])).toBe("“累计孵化339名。”——《商业向善》");
});

it("keeps the figure that is proven when a long quote is cut, in whole words", () => {
  const quote = `2019年，${"前面的话，".repeat(60)}累计孵化339名电商从业者，${"后面的话，".repeat(60)}共1,200万元。`;
  const copied = copiedCitation(cite({ quote, author: "皮磊" }), "2023-02-28", ["青龙县孵化339名电商从业者"]);
  expect(copied.length).toBeLessThanOrEqual(MAX_COPIED_CHARS);
  expect(copied).toMatch(/^“….*累计孵化339名电商从业者.*…”——皮磊《商业向善》，2023-02-28$/);
  expect(copiedCitation(cite({ quote }), "", ["共1200万元"])).toContain("共1,200万元");
  expect(copiedCitation(cite({ quote }), "", ["没有数字"])).toContain("“2019年");
});

it("cuts a long title and a long author, never the quote's figure", () => {
  const copied = copiedCitation(
    cite({ title: "题".repeat(300), author: "人".repeat(300), quote: `${"长".repeat(300)}7人` }),
    "日".repeat(300),
    [],
  );
  expect(copied.length).toBeLessThanOrEqual(MAX_COPIED_CHARS);
  expect(copied).toMatch(/7人”——人+…《题+…》，日+…$/);
});

it("is one line of 1 to 256 characters without a broken one, for any citation", () => {
  const text = fc.string({ unit: "binary", maxLength: 600 });
  fc.assert(
    fc.property(text, text, text, text, (title, author, quote, date) => {
      const copied = copiedCitation(cite({ title, author, quote }), date, [quote]);
      expect(copied.length).toBeLessThanOrEqual(MAX_COPIED_CHARS);
      expect(copied).not.toMatch(/\p{Cs}|\p{Cc}/u);
    }),
  );
});
