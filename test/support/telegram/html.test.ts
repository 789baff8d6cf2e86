import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHtml } from "./html.js";

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function refusalOf(html: string): string {
  try {
    parseHtml(html);
  } catch (error) {
    return error instanceof Error ? error.message.replace("Bad Request: can't parse entities: ", "") : String(error);
  }
  return "accepted";
}

describe("parseHtml", () => {
  it.each([
    ["<b>339</b>名", "339名", [{ type: "bold", offset: 0, length: 3 }]],
    ["𠮷<i>野</i>", "𠮷野", [{ type: "italic", offset: 2, length: 1 }]],
    ["1 &lt; 2 &amp;&#38;&#x26; &quot;x&quot; &gt;", '1 < 2 &&& "x" >', []],
    ["&amp;lt;", "&lt;", []],
    [
      '<a href="https://x.cn/?a=1&amp;b=2">n</a>',
      "n",
      [{ type: "text_link", offset: 0, length: 1, url: "https://x.cn/?a=1&b=2" }],
    ],
    ["<blockquote expandable>引</blockquote>", "引", [{ type: "expandable_blockquote", offset: 0, length: 1 }]],
    [
      "<blockquote>引</blockquote>\n<blockquote>用</blockquote>",
      "引\n用",
      [
        { type: "blockquote", offset: 0, length: 1 },
        { type: "blockquote", offset: 2, length: 1 },
      ],
    ],
    ['<pre><code class="language-ts">x</code></pre>', "x", [{ type: "pre", offset: 0, length: 1, language: "ts" }]],
    [
      '<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>',
      "xy",
      [
        { type: "spoiler", offset: 0, length: 1 },
        { type: "spoiler", offset: 1, length: 1 },
      ],
    ],
    [
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
      "👍",
      [{ type: "custom_emoji", offset: 0, length: 2, custom_emoji_id: "5368324170671202286" }],
    ],
    ["<B>x</b >", "x", [{ type: "bold", offset: 0, length: 1 }]],
    ["<b></b>x", "x", []],
    [
      "<b>a<i>b</i></b>",
      "ab",
      [
        { type: "bold", offset: 0, length: 2 },
        { type: "italic", offset: 1, length: 1 },
      ],
    ],
  ])("reads %j", (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities });
  });

  it.each([
    ["中<p>x</p>", 'Unsupported start tag "p" at byte offset 3'],
    ["<script>x</script>", 'Unsupported start tag "script" at byte offset 0'],
    ["a < b", 'Unsupported start tag "" at byte offset 2'],
    ["a <3", "Unclosed start tag at byte offset 2"],
    ["<b>x", 'Can\'t find end tag corresponding to start tag "b"'],
    ["<b", "Unclosed start tag at byte offset 0"],
    ["x</b>", "Unexpected end tag at byte offset 1"],
    ["<b>x</i>", "Unmatched end tag at byte offset 4"],
    ["<b><i>x</b></i>", "Unmatched end tag at byte offset 7"],
    ["<b>x</b", "Unclosed end tag at byte offset 4"],
    ['<a href="x>y</a>', 'Unclosed start tag "a" at byte offset 0'],
    ["<b class=x>y</b>", 'Unsupported attribute "class" in the tag "b" at byte offset 0'],
    ['<a href="x" onclick="y">z</a>', 'Unsupported attribute "onclick" in the tag "a" at byte offset 0'],
    ["<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified at byte offset 0"],
    ["R&D", "Unescaped character '&' at byte offset 1"],
    ["&nbsp;", "Unescaped character '&' at byte offset 0"],
    ["&#xD800;", "Unescaped character '&' at byte offset 0"],
    ["1 > 0", "Unescaped character '>' at byte offset 2"],
    ["<code><b>x</b></code>", 'Tag "b" can\'t be nested in "code" at byte offset 6'],
    [
      "<blockquote>a<blockquote>b</blockquote></blockquote>",
      'Tag "blockquote" can\'t be nested in itself at byte offset 13',
    ],
  ])("refuses %j", (html, refusal) => {
    expect(refusalOf(html)).toBe(refusal);
  });

  it("gives back any escaped text as it was, inside tags as well", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(parseHtml(escape(text))).toEqual({ text, entities: [] });
        const quoted = parseHtml(`<blockquote expandable><b>${escape(text)}</b></blockquote>`);
        expect(quoted.text).toBe(text);
        expect(quoted.entities).toHaveLength(text === "" ? 0 : 2);
      }),
    );
  });

  it("either reads or refuses any string, with entities inside the text", () => {
    const piece = fc.constantFrom(
      "<b>",
      "</b>",
      "<a href='x'>",
      "</a>",
      "<",
      ">",
      "&",
      "&lt;",
      "字",
      "𠮷",
      "/",
      " ",
      "=",
      '"',
      "<i",
      "<blockquote expandable>",
      "</blockquote>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = pieces.join("");
        if (refusalOf(html) !== "accepted") return;
        const { text, entities } = parseHtml(html);
        for (const { offset, length } of entities) expect(offset + length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
