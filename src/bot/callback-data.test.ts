import fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_CALLBACK_BYTES, questionButton, readCallbackData, sourcesButton } from "./callback-data.js";

it("carries a question that fits", () => {
  const question = "青龙县累计孵化了多少名电商从业者?";
  const button = questionButton(question, 0);
  expect(button).toEqual({ text: question, callback_data: `q:${question}` });
  expect(readCallbackData(button.callback_data)).toEqual({ kind: "question", question });
});

it("leaves a longer question on the button's face", () => {
  const button = questionButton("问".repeat(21), 2);
  expect(button.callback_data).toBe("f:2");
  expect(readCallbackData(button.callback_data)).toEqual({ kind: "face" });
});

it("carries a page", () => {
  expect(readCallbackData(sourcesButton("下一页", 12).callback_data)).toEqual({ kind: "sources", page: 12 });
});

it.each(["", "q:", "q:  ", "f:x", "s:-1", "s:1e9", "s:9999999", "x:1", "stars:3", "q"])("does not know %j", (data) => {
  expect(readCallbackData(data)).toBeUndefined();
});

it("never exceeds Telegram's 64 bytes and reads back, for any question", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }), fc.nat(99), (question, index) => {
      const { callback_data } = questionButton(question, index);
      expect(Buffer.byteLength(callback_data)).toBeLessThanOrEqual(MAX_CALLBACK_BYTES);
      if (question.trim() !== "") expect(readCallbackData(callback_data)).toBeDefined();
    }),
  );
});
