import { describe, expect, it } from "vitest";
import { toBlocks } from "./blocks.js";
import { unwrapLines } from "./unwrap.js";

const TEXT =
  "江湾市启动助老行动以来共设立六十四个服务点,由经过培训的志愿者为老人提供手机使用、证件办理、就医陪同等服务。市民政局副局长毛建华介绍,服务点设在社区、医院和银行网点,老人可以随时求助,全年不休。";
const wrap = (text: string, width: number, indent = "") => {
  const lines: string[] = [];
  for (let rest = indent + text; rest !== ""; ) {
    let end = width;
    while (/^[,。、]/u.test(rest.slice(end))) end++;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return lines;
};
const unwrap = (lines: string[]) => unwrapLines(toBlocks(lines.join("\n"))).blocks.map(({ text }) => text);

describe("unwrapLines", () => {
  it.each([10, 12, 16, 20, 24])("puts a paragraph of lines of %i characters together", (width) => {
    expect(unwrap(wrap(TEXT, width))).toEqual([TEXT]);
  });

  it.each([28, 38, 60])("puts paragraphs of lines of %i characters together", (width) => {
    expect(unwrap([TEXT, TEXT, TEXT].flatMap((text) => [...wrap(text, width), ""]))).toEqual([TEXT, TEXT, TEXT]);
  });

  it.each(["\u3000\u3000", "    "])("begins a paragraph where a line is indented by %j", (indent) => {
    expect(unwrap([...wrap(TEXT, 20, indent), ...wrap(TEXT, 20, indent)])).toEqual([TEXT, TEXT]);
  });

  it("puts lines together that each have an empty line above", () => {
    expect(unwrap(wrap(TEXT, 20).flatMap((line) => [line, ""]))).toEqual([TEXT]);
  });

  it("takes columns of different widths on one page", () => {
    expect(unwrap([...wrap(TEXT, 16), "", ...wrap(TEXT, 28)])).toEqual([TEXT, TEXT]);
  });

  it("does not draw list items, rows or bylines in", () => {
    const lines = [...wrap(TEXT, 20), "一、建立档案", "二、配备人员", "本报记者 邱雪"];
    expect(unwrap(lines).slice(1)).toEqual(["一、建立档案", "二、配备人员", "本报记者 邱雪"]);
  });

  it.each([
    [
      "verse of equal lines",
      ["白日依山尽黄河入海流", "欲穷千里目更上一层楼", "空山新雨后天气晚来秋", "明月松间照清泉石上流"],
    ],
    [
      "a list of equal lines",
      ["江湾市明远纺织有限公司", "北岭县山泉饮料有限公司", "山城县青石农机有限公司", "水塘村蜂蜜专业有限公司"],
    ],
    ["paragraphs of about equal length", [TEXT, TEXT, TEXT, TEXT]],
    [
      "closed lines of equal length",
      ["食堂今天正式开张了。", "志愿者们忙得很高兴。", "老人们都说味道很好。", "明天还要来这里吃饭。"],
    ],
  ])("leaves %s alone", (_, lines) => {
    expect(unwrap(lines)).toEqual(lines);
  });

  it("tells what it joined", () => {
    const { joins } = unwrapLines(toBlocks(wrap(TEXT, 20).join("\n")));
    expect(joins).toHaveLength(wrap(TEXT, 20).length - 1);
    expect(joins[0]).toEqual({ before: TEXT.slice(8, 20), after: TEXT.slice(20, 32) });
  });
});
