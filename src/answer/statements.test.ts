import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuMs } from "../../test/support/cpu-time.js";
import { createStatementParser, type DraftStatement } from "./statements.js";

/** Feeds a reply in pieces of the given length. */
function parse(reply: string, size = reply.length || 1): DraftStatement[] {
  const parser = createStatementParser();
  const statements: DraftStatement[] = [];
  for (let i = 0; i < reply.length; i += size) statements.push(...parser.push(reply.slice(i, i + size)));
  return [...statements, ...parser.end()];
}

describe("the statement parser", () => {
  it.each<[string, DraftStatement[]]>([
    ["孵化339名。[12]", [{ text: "孵化339名。", cited: [12] }]],
    ["孵化339名[12]。", [{ text: "孵化339名。", cited: [12] }]],
    [
      "孵化339名[12][15]。销售额超500万元。[13]",
      [
        { text: "孵化339名。", cited: [12, 15] },
        { text: "销售额超500万元。", cited: [13] },
      ],
    ],
    ["共27名【3】", [{ text: "共27名", cited: [3] }]],
    ["共27名[3, 4,3]", [{ text: "共27名", cited: [3, 4] }]],
    [
      "没有编号。有编号。[2]",
      [
        { text: "没有编号。", cited: [] },
        { text: "有编号。", cited: [2] },
      ],
    ],
    ["没有编号", [{ text: "没有编号", cited: [] }]],
    ["", []],
    ["共27名[3-5]。", [{ text: "共27名。", cited: [3, 4, 5] }]],
    ["共27名[^3]", [{ text: "共27名", cited: [3] }]],
    ["共27名（来源：3）。", [{ text: "共27名。", cited: [3] }]],
    ["孵化339名(含兼职)。[2]", [{ text: "孵化339名(含兼职)。", cited: [2] }]],
    ["[1][2]", []],
    ["增长到5.3分。[1]", [{ text: "增长到5.3分。", cited: [1] }]],
  ])("reads %j", (reply, expected) => {
    expect(parse(reply)).toEqual(expected);
  });

  it("takes markup away that the model was asked not to write", () => {
    const reply = "## 答案\n- **339名**电商从业者。[1]\n2. <b>500万元</b>,见[报道](http://x)。[2]";
    expect(parse(reply).filter(({ cited }) => cited.length > 0)).toEqual([
      { text: "339名电商从业者。", cited: [1] },
      { text: "500万元,见报道。", cited: [2] },
    ]);
  });

  it("keeps a figure at the start of a line", () => {
    expect(parse("5.3分是2022年的平均值。[1]")).toEqual([{ text: "5.3分是2022年的平均值。", cited: [1] }]);
  });

  it("gives out nothing of a statement whose numbers may go on", () => {
    const parser = createStatementParser();
    expect(parser.push("孵化339名。[1")).toEqual([]);
    expect(parser.push("2]")).toEqual([]);
    expect(parser.push("[15]")).toEqual([]);
    expect(parser.push("销")).toEqual([{ text: "孵化339名。", cited: [12, 15] }]);
  });

  it.each([" ", "\n", ""])("gives out a statement as soon as the next one begins, %j between them", (blank) => {
    const parser = createStatementParser();
    expect(parser.push(`孵化339名。[12]${blank}`)).toEqual([]);
    expect(parser.push("销")).toEqual([{ text: "孵化339名。", cited: [12] }]);
  });

  it.each<[string, string]>([
    ["blanks", " ".repeat(200_000)],
    ["line feeds", "\n".repeat(200_000)],
    ["brackets", "[(【".repeat(66_667)],
    ["open markers", "[1,".repeat(66_667)],
    ["markers", "[1]".repeat(66_667)],
    ["markers with stops", "[1]。".repeat(50_000)],
    ["links", "[a](".repeat(50_000)],
    ["tags", "<b ".repeat(66_667)],
    ["digits", "7".repeat(200_000)],
    ["one sentence", "孵化电商从业者".repeat(28_572)],
    ["stops", "。".repeat(200_000)],
    ["titles", "《好?".repeat(66_667)],
    ["repeats", `${"当地累计孵化339名电商从业者,销售额超500万元。".repeat(16)}[1]`.repeat(500)],
  ])("reads 200,000 characters of %s in small pieces without standing still", (_, reply) => {
    const started = cpuMs();
    parse(reply, 3);
    expect(cpuMs() - started).toBeLessThan(1_000);
  });

  it("gives out a long stretch without numbers before the reply ends, and its last sentence whole", () => {
    const parser = createStatementParser();
    const early = parser.push("孵化339名电商从业者。".repeat(300));
    expect(early.length).toBeGreaterThan(100);
    expect(early.every(({ text, cited }) => text === "孵化339名电商从业者。" && cited.length === 0)).toBe(true);
  });

  it("never gives out the end of an overlong sentence as a statement of its own", () => {
    const [only, ...more] = parse(`没有证据表明${"真的".repeat(5_000)}孵化339名。[1]`, 3);
    expect(more).toEqual([]);
    expect(only?.text.length).toBeGreaterThan(300);
    expect(parse(`${"*".repeat(5_000)}没有${"*".repeat(5_000)}孵化339名。[1]`, 3)[0]?.text.length).toBeGreaterThan(300);
  });

  it("takes numbers behind the full stop for the same statement", () => {
    expect(parse("孵化339名[1]。[2] 另有27名。[3]", 2)).toEqual([
      { text: "孵化339名。", cited: [1, 2] },
      { text: "另有27名。", cited: [3] },
    ]);
  });

  it("gives the same statements however the reply is cut into pieces", () => {
    const piece = fc.constantFrom(
      "孵化339名",
      "。",
      "[1]",
      "[12]",
      "【3】",
      "(来源: 4)",
      "(",
      " ",
      "\n",
      "销售额",
      "5.3分",
      ",",
      "[",
      "]",
      "-",
      "**",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (pieces, size) => {
        const reply = pieces.join("");
        expect(parse(reply, size)).toEqual(parse(reply));
      }),
    );
  });
});
