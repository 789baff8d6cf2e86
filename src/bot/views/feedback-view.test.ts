import { describe, expect, it } from "vitest";
import { feedbackWords } from "../../i18n/feedback-words.js";
import { readCallbackData } from "../callback-data.js";
import { commentPrompt, readWhyLink, readWhyPayload, reasonsKeyboard, voteRow, whyLink } from "./feedback-view.js";

const ID = "AbCdEfGhIjKl";
const zh = feedbackWords("zh");
const en = feedbackWords("en");

it("has words on both votes, in every language", () => {
  expect(voteRow(ID, zh)).toEqual([
    { text: "👍 有用", callback_data: "v:AbCdEfGhIjKl:good" },
    { text: "👎 没帮助", callback_data: "v:AbCdEfGhIjKl:bad" },
  ]);
  expect(voteRow(ID, feedbackWords("zh-Hant")).map(({ text }) => text)).toEqual(["👍 有用", "👎 沒幫助"]);
  expect(voteRow(ID, en).map(({ text }) => text)).toEqual(["👍 Helpful", "👎 Not helpful"]);
});

it("marks chosen reasons in words, and each button says what it leads to", () => {
  const rows = reasonsKeyboard(ID, ["source"], zh).inline_keyboard;
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
    ["数字不对", "已选：出处不对"],
    ["答非所问", "不完整"],
    ["其他"],
    ["写一句意见", "完成"],
  ]);
  const fields = rows
    .flat()
    .map((button) => "callback_data" in button && readCallbackData(button.callback_data)?.fields);
  expect(fields).toEqual([
    [ID, "with", "figure"],
    [ID, "without", "source"],
    [ID, "with", "offTopic"],
    [ID, "with", "incomplete"],
    [ID, "with", "other"],
    [ID, "comment"],
    [ID, "done"],
  ]);
});

describe("the link to an answer's reasons", () => {
  it("is read back from a message and from /start", () => {
    const link = whyLink("-b_dEfGhIjK-", "some_bot");
    expect(link).toBe("https://t.me/some_bot?start=why--b_dEfGhIjK-");
    expect(readWhyLink(link)).toBe("-b_dEfGhIjK-");
    expect(readWhyPayload("why-AbCdEfGhIjKl")).toBe(ID);
  });

  it.each(["https://t.me/some_bot", "https://t.me/some_bot?start=other", "https://example.org/why-x", ""])(
    "is not %s",
    (url) => expect(readWhyLink(url)).toBeUndefined(),
  );

  it("stands in the message that asks for a comment", () => {
    expect(commentPrompt(ID, "some_bot", en)).toBe(
      '<a href="https://t.me/some_bot?start=why-AbCdEfGhIjKl">Your comment on this answer</a>: please reply to this message with it (500 characters at most).',
    );
  });
});
