import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeLegacy } from "../../test/pages/encode-legacy.js";
import { isAppError } from "../core/errors.js";
import { isBlank, loadText, MAX_FILE_BYTES } from "./load.js";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean) => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  for (const [i, unit] of ["\uFEFF", ...text.split("")].entries()) view.setUint16(i * 2, unit.charCodeAt(0), !isBig);
  return bytes;
};
const codeOf = (bytes: Uint8Array) => {
  try {
    loadText(bytes, "a.txt");
    return "read";
  } catch (error) {
    return isAppError(error) ? error.code : error;
  }
};

const SIMPLIFIED = "县里的老人吃上了热饭,食堂每天供应午餐。";
const TRADITIONAL = "社區的共享廚房正式開放,居民可以免費使用。";

describe("loadText", () => {
  it.each([
    ["UTF-8", utf8(SIMPLIFIED), SIMPLIFIED, "utf-8"],
    ["UTF-8 with a mark", utf8(`\uFEFF${SIMPLIFIED}`), SIMPLIFIED, "utf-8"],
    ["UTF-16 LE", utf16(SIMPLIFIED, false), SIMPLIFIED, "utf-16le"],
    ["UTF-16 BE", utf16(SIMPLIFIED, true), SIMPLIFIED, "utf-16be"],
    ["GB18030", encodeLegacy(SIMPLIFIED, "gb18030"), SIMPLIFIED, "gb18030"],
    ["Traditional in GB18030", encodeLegacy(TRADITIONAL, "gb18030"), TRADITIONAL, "gb18030"],
    ["Big5", encodeLegacy(TRADITIONAL, "big5"), TRADITIONAL, "big5"],
    ["a short line of GB18030", encodeLegacy("食堂开张", "gb18030"), "食堂开张", "gb18030"],
    ["a short line of Big5", encodeLegacy("廚房開放", "big5"), "廚房開放", "big5"],
    ["four-byte GB18030", Uint8Array.of(0xc4, 0xe3, 0x81, 0x39, 0xef, 0x30), "你\u3401", "gb18030"],
  ])("reads %s", (_, bytes, text, charset) => {
    expect(loadText(bytes, "a.txt")).toMatchObject({ text, charset, warnings: [] });
  });

  it("believes a declaration where the bytes alone would mislead", () => {
    const bytes = encodeLegacy("---\ncharset: big5\n---\n捐款", "big5");
    expect(loadText(bytes, "a.md")).toMatchObject({ charset: "big5", text: "---\ncharset: big5\n---\n捐款" });
    expect(loadText(encodeLegacy("-*- coding: gbk -*-\n廚房開放", "gb18030"), "a.txt").charset).toBe("gb18030");
  });

  it("prefers valid UTF-8 to what the file declares", () => {
    expect(loadText(utf8("encoding: gbk\n你好"), "a.txt")).toMatchObject({
      charset: "utf-8",
      text: "encoding: gbk\n你好",
    });
  });

  it.each([1, 2])("leaves out a last character of which %i bytes are missing, and says so", (missing) => {
    const loaded = loadText(utf8(SIMPLIFIED).subarray(0, -missing), "a.txt");
    expect(loaded).toMatchObject({ text: SIMPLIFIED.slice(0, -1), charset: "utf-8" });
    expect(loaded.warnings).toHaveLength(1);
  });

  it("leaves out a cut-off last character of the other encodings too", () => {
    expect(loadText(utf16("好\u{20000}", false).subarray(0, -1), "a.txt")).toMatchObject({ text: "好" });
    const cut = loadText(encodeLegacy(SIMPLIFIED, "gb18030").subarray(0, -1), "a.txt");
    expect(cut).toMatchObject({ text: SIMPLIFIED.slice(0, -1), charset: "gb18030" });
    expect(cut.warnings).toHaveLength(1);
  });

  it("keeps a long UTF-8 text readable when one byte of it is damaged", () => {
    const bytes = utf8(SIMPLIFIED.repeat(20));
    bytes[300] = 0xff;
    const loaded = loadText(bytes, "a.txt");
    expect(loaded.charset).toBe("utf-8");
    expect(loaded.text.slice(0, 90)).toBe(SIMPLIFIED.repeat(20).slice(0, 90));
    expect(loaded.warnings).toHaveLength(1);
  });

  it("makes every line end a line feed and changes nothing else", () => {
    const text = "一\r\n二\r三\n四\f五\u2028六\t\u200b７\u0007⼈";
    expect(loadText(utf8(text), "a.txt").text).toBe("一\n二\n三\n四\n五\n六\t\u200b７\u0007⼈");
  });

  it.each([
    ["no bytes", new Uint8Array()],
    ["a mark only", utf8("\uFEFF")],
    ["blanks only", utf8(" \r\n\t\u3000\u200b\n")],
  ])("refuses %s as empty", (_, bytes) => {
    expect(codeOf(bytes)).toBe("FILE_EMPTY");
  });

  it.each([
    ["a NUL in text", utf8("标题\0正文")],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
    ["mostly control characters", Uint8Array.from({ length: 200 }, (_, i) => (i % 8) + 1)],
    ["bytes of no encoding", Uint8Array.of(0x41, 0xff, 0xfe, 0xff, 0xff, 0x42)],
    ["UTF-16 without a mark", utf16("ab", false).subarray(2)],
    ["Windows-1251", Uint8Array.from({ length: 64 }, (_, i) => 0xe0 + ((i * 7) % 32))],
  ])("refuses %s as no text", (_, bytes) => {
    expect(codeOf(bytes)).toBe("FILE_NOT_TEXT");
  });

  it("refuses a file above the limit before it decodes it", () => {
    expect(codeOf(new Uint8Array(MAX_FILE_BYTES + 1))).toBe("FILE_TOO_LARGE");
  });

  it("names the file and never quotes it", () => {
    expect(() => loadText(utf8("秘密\0"), "dir/a.txt")).toThrow(/^dir\/a\.txt cannot be read: (?!.*秘密)/);
  });

  it("comes to a clear end for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(["read", "FILE_EMPTY", "FILE_NOT_TEXT"]).toContain(codeOf(bytes));
      }),
    );
  });
});

describe("isBlank", () => {
  it("sees through characters that show nothing", () => {
    expect(isBlank("\u200b\u3000\n\u2800")).toBe(true);
    expect(isBlank("\u200b。")).toBe(false);
  });
});
