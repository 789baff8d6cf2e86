import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEmbeddedEmbeddings, EMBEDDED_DIMENSIONS, embedText } from "./embeddings.js";

const { embeddings, fingerprint, weights } = createEmbeddedEmbeddings();
const cosine = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe("createEmbeddedEmbeddings", () => {
  it("gives finite vectors of length 1 for any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const vector = embedText(text);
        expect(vector).toHaveLength(EMBEDDED_DIMENSIONS);
        expect(cosine(vector, vector)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("gives these very numbers on every machine", () => {
    const texts = ["青龙县累计孵化了339名电商从业者", "Taobao Villages 2019", "𠮷野家 café"];
    const bytes = Buffer.from(new Float64Array(texts.flatMap(embedText)).buffer);
    expect(createHash("sha256").update(bytes).digest("hex")).toMatchInlineSnapshot(
      `"c313ecb2feed91bdba994cafa9247ce3a58c00a421487a7842211dcc39282fe3"`,
    );
    expect(fingerprint).toBe("embedded:hashed-ngrams:256:v1");
  });

  it.each(["", "   ", "!?。…", "\u200b"])("gives a text without words (%j) the first axis", (text) => {
    expect(embedText(text)).toEqual(Array.from({ length: EMBEDDED_DIMENSIONS }, (_, i) => (i === 0 ? 1 : 0)));
  });

  it("makes no difference between scripts, widths and cases", () => {
    expect(embedText("青龍縣３３９名ＯＫ")).toEqual(embedText("青龙县339名ok"));
  });

  it("finds the sentence that shares the question's words, also between Han characters and letters", () => {
    const question = embedText("哪里用AI帮助孤独症孩子?");
    const near = cosine(question, embedText("乡村学校用AI技术帮助了孤独症孩子。"));
    const far = cosine(question, embedText("青龙县的板栗收购价上涨了一倍。"));
    expect(near).toBeGreaterThan(far + 0.3);
  });

  it("forgives a misspelt Latin word", () => {
    const question = embedText("Alibaba");
    expect(cosine(question, embedText("Alibabba"))).toBeGreaterThan(cosine(question, embedText("Tencent")) + 0.3);
  });

  it("hears what matters through words that stand everywhere", () => {
    const question = embedText("这个项目的名字是什么?");
    const near = cosine(question, embedText("项目名字:加油木兰"));
    expect(near).toBeGreaterThan(cosine(question, embedText("这个人的年龄是多少?")));
  });

  it("embeds a list as it embeds each text, in order, and an empty list", async () => {
    const texts = Array.from({ length: 70 }, (_, i) => `第${i}段,公益项目${i}`);
    expect(await embeddings.embedDocuments(texts)).toEqual(texts.map(embedText));
    expect(await embeddings.embedQuery("公益")).toEqual(embedText("公益"));
    expect(await embeddings.embedDocuments([])).toEqual([]);
  });

  it("takes a megabyte without a blank", () => {
    expect(embedText("公益abc".repeat(200_000))).toHaveLength(EMBEDDED_DIMENSIONS);
  });

  it("counts word search for more than itself", () => {
    expect(weights.lexical).toBeGreaterThan(weights.vector);
  });
});
