import fc from "fast-check";
import { expect, it } from "vitest";
import { actionButton, MAX_CALLBACK_BYTES, numberField, questionButton, readCallbackData } from "./callback-data.js";

it("carries a question that fits", () => {
  const question = "青龙县累计孵化了多少名电商从业者?";
  const button = questionButton(question, 0);
  expect(button).toEqual({ text: question, callback_data: `q:${question}` });
  expect(readCallbackData(button.callback_data)).toEqual({ kind: "question", fields: [question] });
});

it("leaves a longer question on the button's face", () => {
  const button = questionButton("问".repeat(21), 2);
  expect(button.callback_data).toBe("f:2");
  expect(readCallbackData(button.callback_data)).toEqual({ kind: "face", fields: ["2"] });
});

it("carries fields", () => {
  const { callback_data } = actionButton("下一页", "evidence", "AbCdEfGhIjKl", 12);
  expect(callback_data).toBe("e:AbCdEfGhIjKl:12");
  expect(readCallbackData(callback_data)).toEqual({ kind: "evidence", fields: ["AbCdEfGhIjKl", "12"] });
});

it("refuses to make a button that Telegram would not take", () => {
  expect(() => actionButton("x", "evidence", "问".repeat(21))).toThrow(RangeError);
});

it.each([
  ["0", 0],
  ["123456", 123456],
  ["1234567", undefined],
  ["-1", undefined],
  ["1e3", undefined],
  ["", undefined],
  [undefined, undefined],
])("reads a field of %j as %j", (field, number) => expect(numberField(field)).toBe(number));

it.each(["", "q:", "q:  ", "z:1", "stars:3", "q", "Q:1"])("does not know %j", (data) => {
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
