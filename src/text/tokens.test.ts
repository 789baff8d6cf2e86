import { describe, expect, it } from "vitest";
import { indexTerms } from "./tokens.js";

describe("indexTerms", () => {
  it("gives characters, pairs, long words and numbers, in order", () => {
    expect(indexTerms("青龙县339名")).toEqual(["青", "龙", "县", "青龙", "龙县", "青龙县", "339", "名"]);
  });

  it("makes no difference between scripts, widths and grouped digits", () => {
    expect(indexTerms("青龍縣５８,０００元ＯＫ")).toEqual(indexTerms("青龙县58000元ok"));
  });

  it("keeps a decimal whole and finds nothing in punctuation", () => {
    expect(indexTerms("4.5!?“”")).toEqual(["4.5"]);
  });
});
