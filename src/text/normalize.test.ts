import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, stripInvisible } from "./normalize.js";

describe("foldText", () => {
  it.each([
    ["青龍縣累計孵化３３９名電商從業者", "青龙县累计孵化339名电商从业者"],
    ["ＡＢ c", "ab c"],
    ["⼈⺠⻓江⻢", "人民长江马"],
    ["公\u200b益\ufeff宝\u00ad贝", "公益宝贝"],
    ["第\u0000一\u0007段", "第一段"],
    ["軟體", "软体"],
    ["薴", "苎"],
    ["", ""],
  ])("folds %j to %j", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("is idempotent for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it("is idempotent for any Chinese string", () => {
    const han = fc.integer({ min: 0x2e80, max: 0x9fff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit: han }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe("stripInvisible", () => {
  it("takes terminal sequences and direction marks away, keeps tabs and line feeds", () => {
    expect(stripInvisible("红\u001b[31m色\u202e\t一\n二\r")).toBe("红[31m色\t一\n二");
  });
});
