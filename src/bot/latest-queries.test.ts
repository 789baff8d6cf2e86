import { expect, it } from "vitest";
import { createLatestQueries } from "./latest-queries.js";

const query = (updateId: number, userId: unknown) => ({ update_id: updateId, inline_query: { from: { id: userId } } });

it("knows which query of a person is the newest, until it is done with", () => {
  const latest = createLatestQueries();
  latest.note([query(1, 7), query(2, 8), query(3, 7)]);
  expect([latest.isOutdated(7, 1), latest.isOutdated(7, 3), latest.isOutdated(8, 2)]).toEqual([true, false, false]);
  latest.done(7, 1);
  expect(latest.isOutdated(7, 1)).toBe(true);
  latest.done(7, 3);
  expect(latest.isOutdated(7, 1)).toBe(false);
});

it("takes no offence at any shape, and other updates are none of its business", () => {
  const latest = createLatestQueries();
  latest.note([
    null,
    1,
    {},
    { update_id: 4 },
    { update_id: 5, message: { from: { id: 7 } } },
    query(6, "7"),
    { inline_query: [] },
  ]);
  expect(latest.isOutdated(7, 1)).toBe(false);
});
