import { describe, expect, it } from "vitest";
import { readCallbackData } from "./callback-data.js";
import { joinWithPrevious, splitAt, type UploadState, withField } from "./upload-state.js";
import { askLink, readAskLink, readUploadTap, type UploadTap, uploadButton } from "./upload-taps.js";

const p = (text: string) => ({ text, kind: "body" }) as const;
const state = (...articles: UploadState["articles"]): UploadState => ({
  v: 1,
  version: 3,
  cut: 2,
  articles,
  joins: [],
  joined: 0,
  warnings: [],
  isEdited: false,
});
const one = state({
  title: "甲",
  author: "皮磊",
  published: "2024-05-01",
  isUntitled: true,
  paragraphs: [p("一"), p("二"), p("三")],
});

describe("withField", () => {
  it("sets, replaces and takes away, and counts the version up", () => {
    expect(withField(one, 0, "title", " 新的\n标题 ")).toEqual({
      ...one,
      version: 4,
      isEdited: true,
      articles: [
        { title: "新的 标题", author: "皮磊", published: "2024-05-01", paragraphs: one.articles[0]?.paragraphs },
      ],
    });
    expect(withField(one, 0, "author", "无")?.articles[0]).toEqual({
      title: "甲",
      published: "2024-05-01",
      isUntitled: true,
      paragraphs: one.articles[0]?.paragraphs,
    });
  });

  it.each([
    ["2024-05-01", "2024-05-01"],
    ["2024年5月1日", "2024-05-01"],
    ["2024/5/1", "2024-05-01"],
    ["2024.12.31", "2024-12-31"],
    ["2023-02-29", undefined],
    ["5月1日", undefined],
    ["2024-13-01", undefined],
  ])("reads the day %s", (said, day) => {
    expect(withField(one, 0, "published", said)?.articles[0]?.published).toBe(day);
  });

  it.each([
    ["title", "无"],
    ["title", " "],
    ["author", "长".repeat(201)],
  ] as const)("refuses for %s %j", (field, said) => {
    expect(withField(one, 0, field, said)).toBeUndefined();
  });

  it("knows no article that is not there", () => {
    expect(withField(one, 1, "title", "乙")).toBeUndefined();
  });
});

describe("splitAt and joinWithPrevious", () => {
  it("makes the paragraph the title of the second article, and undoes that but for its heading", () => {
    const two = splitAt(one, 0, 1);
    expect(two?.articles).toEqual([
      { title: "甲", author: "皮磊", published: "2024-05-01", isUntitled: true, paragraphs: [p("一")] },
      { title: "二", published: "2024-05-01", paragraphs: [p("三")] },
    ]);
    const joined = two && joinWithPrevious(two, 1);
    expect(joined?.articles).toEqual([
      { ...one.articles[0], paragraphs: [p("一"), { text: "二", kind: "caption" }, p("三")] },
    ]);
    expect([joined?.version, joined?.cut]).toEqual([5, 5]);
  });

  it("keeps a last or a long paragraph as text, so that no article is empty and nothing is lost", () => {
    expect(splitAt(one, 0, 2)?.articles[1]).toMatchObject({ title: "三", paragraphs: [p("三")] });
    const long = "长".repeat(300);
    const [, second] = splitAt(state({ title: "甲", paragraphs: [p("一"), p(long), p("二")] }), 0, 1)?.articles ?? [];
    expect(second).toEqual({ title: "长".repeat(200), paragraphs: [p(long), p("二")] });
  });

  it("does nothing where there is nothing to do", () => {
    expect([splitAt(one, 0, 0), splitAt(one, 0, 3), splitAt(one, 1, 1), joinWithPrevious(one, 0)]).toEqual(
      Array(4).fill(undefined),
    );
  });
});

it("every tap is read as it was written", () => {
  const id = "zzzzzzzzzzzz";
  const taps: UploadTap[] = [
    { part: "preview", id, page: 999 },
    { part: "article", id, n: 9999 },
    { part: "ask", id, cut: 99999, n: 9999, letter: "t" },
    { part: "paragraphs", id, n: 9999, page: 9999 },
    { part: "split", id, version: 9999, n: 9999, p: 99999 },
    { part: "join", id, version: 9999, n: 9999 },
    { part: "publish", id, version: 9999 },
    { part: "replace", id, version: 9999 },
    { part: "drop", id },
  ];
  const read = taps.map((tap) => {
    const pressed = readCallbackData(uploadButton("", tap).callback_data);
    return pressed && readUploadTap(pressed);
  });
  expect(read).toEqual(taps);
  const asked = { id: "k9", cut: 90_210, n: 12, letter: "d" } as const;
  expect(readAskLink(askLink(asked, "some_bot"))).toEqual(asked);
  expect(readAskLink("https://t.me/some_bot?start=edit-k9-12-x")).toBeUndefined();
  expect(readAskLink("https://t.me/some_bot?start=edit-k9-12-d")).toEqual({ ...asked, cut: -1 });
});
