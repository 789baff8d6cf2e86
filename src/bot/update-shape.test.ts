import fc from "fast-check";
import { expect, it } from "vitest";
import { laneOf, updateIdOf } from "./update-shape.js";

it.each([
  ["a message", { message: { chat: { id: 5 }, from: { id: 9 } } }, "5"],
  ["a message in a topic", { message: { chat: { id: -5 }, is_topic_message: true, message_thread_id: 7 } }, "-5:7"],
  ["a reply outside a forum", { message: { chat: { id: -5 }, message_thread_id: 7 } }, "-5"],
  ["a pressed button", { callback_query: { from: { id: 9 }, message: { chat: { id: -5 } } } }, "-5"],
  ["a button of an inline result", { callback_query: { from: { id: 9 }, inline_message_id: "x" } }, "user:9"],
  ["an inline query", { inline_query: { from: { id: 9 }, query: "" } }, "user:9"],
  ["a vote", { poll_answer: { user: { id: 9 } } }, "user:9"],
  ["a change of membership", { my_chat_member: { chat: { id: -5 }, from: { id: 9 } } }, "-5"],
  ["something new", { future_thing: { color: 1 } }, "other"],
  ["nothing", {}, "other"],
])("puts %s into its lane", (_, content, lane) => {
  expect(laneOf({ update_id: 1, ...content })).toBe(lane);
});

it.each([
  [{ update_id: 7 }, 7],
  [{ update_id: "7" }, undefined],
  [{ update_id: 1.5 }, undefined],
  [{}, undefined],
  [null, undefined],
  [[], undefined],
  ["x", undefined],
])("finds the id of %j", (update, id) => {
  expect(updateIdOf(update)).toBe(id);
});

it("takes anything", () => {
  fc.assert(
    fc.property(fc.anything(), (update) => {
      updateIdOf(update);
      return typeof laneOf(update) === "string";
    }),
  );
});
