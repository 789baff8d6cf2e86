import { describe, expect, it } from "vitest";
import { readCallbackData } from "./callback-data.js";
import { cardButton, openButton, readCardTap, readEvidenceLink, readOpenTap } from "./evidence-taps.js";

const source = { id: "_bC-EfG_IjK-", n: 31 };
const press = (data: string) => {
  const pressed = readCallbackData(data);
  if (!pressed) throw new Error(`no data of ours: ${data}`);
  return pressed;
};

describe("buttons of evidence", () => {
  it("are read as they were written", () => {
    expect(openButton("出处 31", source)).toEqual({ text: "出处 31", callback_data: "e:_bC-EfG_IjK-:31" });
    expect(readOpenTap(press("e:_bC-EfG_IjK-:31"))).toEqual(source);
    const data = cardButton("x", source, "paragraph", 12).callback_data;
    expect(data).toBe("a:_bC-EfG_IjK-:31:p:12");
    expect(readCardTap(press(data))).toEqual({ ...source, part: "paragraph", place: 12 });
    for (const part of ["paragraph", "page", "answer", "close"] as const) {
      expect(readCardTap(press(cardButton("x", source, part).callback_data))).toEqual({ ...source, part });
    }
  });

  it.each([
    "e:_bC-EfG_IjK-",
    "e:short:1",
    "e:_bC-EfG_IjK-:-1",
    "e:_bC-EfG_IjK-:1:2",
    "e:_bC-EfG_IjK!:1",
    "a:_bC-EfG_IjK-:1:p",
  ])("%s opens nothing", (data) => {
    expect(readOpenTap(press(data))).toBeUndefined();
  });

  it.each([
    "a:_bC-EfG_IjK-:1",
    "a:_bC-EfG_IjK-:1:z",
    "a:_bC-EfG_IjK-:1:p:",
    "a:_bC-EfG_IjK-:1:p:x",
    "a:_bC-EfG_IjK-:1:p:1:1",
    "a:_bC-EfG_IjK-:x:p:1",
    "a:::",
    "e:_bC-EfG_IjK-:1",
  ])("%s turns a card into nothing", (data) => {
    expect(readCardTap(press(data))).toBeUndefined();
  });
});

it.each([
  ["e_AbCdEfGhIjKl", { id: "AbCdEfGhIjKl" }],
  ["e__bC-EfG_IjK-", { id: "_bC-EfG_IjK-" }],
  ["e__bC-EfG_IjK-_3", { id: "_bC-EfG_IjK-", n: 3 }],
  ["e_AbCdEfGhI_12", { id: "AbCdEfGhI_12" }],
  ["e_AbCdEfGhI_12_12", { id: "AbCdEfGhI_12", n: 12 }],
  ["e_AbCdEfGhIjK", undefined],
  ["e_AbCdEfGhIjKlM", undefined],
  ["e_AbCdEfGhIjKl_x", undefined],
  ["AbCdEfGhIjKl", undefined],
  ["", undefined],
])("the link %j names %j", (payload, link) => {
  expect(readEvidenceLink(payload)).toEqual(link);
});
