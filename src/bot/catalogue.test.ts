import { expect, it } from "vitest";
import { articleWith } from "../../test/support/bot-rig.js";
import { createCatalogue } from "./catalogue.js";

const NONE = { listHeads: () => [], countArticles: () => 0, getRevision: () => undefined };

it("reads the articles anew after ten seconds, not at every press of a button", () => {
  let reads = 0;
  let now = 0;
  const listHeads = () => [articleWith(`a${++reads}`, `报道${reads}`)];
  const catalogue = createCatalogue({ ...NONE, listHeads }, () => now);
  expect(catalogue.list()[0]?.title).toBe("报道1");
  now = 10_000;
  expect(catalogue.list()[0]?.title).toBe("报道1");
  now = 10_001;
  expect(catalogue.list()[0]?.title).toBe("报道2");
});

it("keeps what a list shows, no texts", () => {
  const catalogue = createCatalogue({ ...NONE, listHeads: () => [articleWith("a", "题")] });
  expect(catalogue.list()).toEqual([{ title: "题", author: "皮磊", eventDates: ["2月22日"] }]);
});

it("knows the dates of the revision that was cited, and nothing of one that never was", () => {
  const article = { ...articleWith("a", "题"), published: "2023-03-01" };
  const getRevision = (id: string, revision: number) => (id === "a" && revision === 1 ? article : undefined);
  const catalogue = createCatalogue({ ...NONE, getRevision });
  expect(catalogue.datesOf({ articleId: "a", revision: 1 })).toEqual({
    eventDates: ["2月22日"],
    published: "2023-03-01",
  });
  expect(catalogue.datesOf({ articleId: "a", revision: 2 })).toBeUndefined();
});
