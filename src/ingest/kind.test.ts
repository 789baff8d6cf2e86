import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/support/cpu-time.js";
import { fileKindOf, kindOfBytes, readingKindOf } from "./kind.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe("fileKindOf", () => {
  it.each([
    ["a.txt", "txt"],
    ["A.TXT", "txt"],
    ["b.c.md", "md"],
    ["a.pdf", "pdf"],
    ["a.HTM", "html"],
    ["a.html", "html"],
    ["a.docx", "docx"],
    ["a.doc", undefined],
    ["txt", undefined],
    ["a.txt.bak", undefined],
    ["a.constructor", undefined],
  ])("takes %s as %s", (name, kind) => {
    expect(fileKindOf(name)).toBe(kind);
  });
});

describe("kindOfBytes", () => {
  it.each([
    ["%PDF-1.4\n%", "pdf"],
    ["\n%PDF-2.0\n", "pdf"],
    ["scanner says hello\n%PDF-1.4\n", "pdf"],
    ["PK\u0003\u0004\u0014", "docx"],
    ["<!DOCTYPE html><p>好", "html"],
    ["\uFEFF\n<html lang=zh>", "html"],
    ['<?xml version="1.0"?>\n<!-- saved -->\n<!doctype HTML>', "html"],
    ["<body>好", "html"],
    ["<!-- a -- b --><!----> \n<!--->--><html>", "html"],
    ["<!-- <html>", undefined],
    ["H\0T\0", undefined],
    ["<p>一行</p>", undefined],
    ["书里说<html>是标签", undefined],
    ["", undefined],
  ])("sees what %j is: %s", (text, kind) => {
    expect(kindOfBytes(bytesOf(text))).toBe(kind);
  });

  it("is not held up by a row of comments", () => {
    const began = cpuMs();
    expect(kindOfBytes(bytesOf("<!---->".repeat(100)))).toBeUndefined();
    expect(kindOfBytes(bytesOf(`${"<!-- -->".repeat(100)}<html>`))).toBe("html");
    expect(cpuMs() - began).toBeLessThan(200);
  });

  it("sees through UTF-16", () => {
    const utf16 = Buffer.from("\uFEFF<!DOCTYPE html><html>", "utf16le");
    expect(kindOfBytes(utf16)).toBe("html");
  });
});

describe("readingKindOf", () => {
  it("believes the bytes before the name", () => {
    expect(readingKindOf(bytesOf("%PDF-1.4\n"), "a.txt")).toBe("pdf");
    expect(readingKindOf(bytesOf("标题"), "a.md")).toBe("md");
    expect(readingKindOf(bytesOf("标题"), "a.exe")).toBe("txt");
  });
});
