import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { CorpusChange } from "../../core/ports.js";
import type { Article, Chunk } from "../../core/types.js";
import { createSqliteArticleStore } from "./articles.js";
import { openDatabase } from "./database.js";

// What a store keeps in memory, against what a store that has just been opened reads.

const IDS = ["a", "b", "c"];
const steps = fc.array(
  fc.record({
    by: fc.constantFrom(0, 1),
    id: fc.constantFrom(...IDS),
    what: fc.constantFrom("write", "remove", "look"),
  }),
  { maxLength: 12 },
);

function changeOf(id: string, revision: number): CorpusChange {
  const article: Article = {
    id,
    revision,
    contentHash: `${id}${revision}`,
    source: `${id}.txt`,
    ordinal: 0,
    title: `${id}的第${revision}版`,
    language: "zh",
    aliases: [],
    eventDates: [],
    text: "正文。",
    sentences: [],
  };
  const chunk: Chunk = {
    articleId: id,
    revision,
    firstSentence: 0,
    lastSentence: 0,
    start: 0,
    end: 3,
    hash: `${id}${revision}`,
  };
  return { write: [{ article, chunks: Array.from({ length: revision }, () => chunk) }], remove: [], files: [] };
}

it("lists the same as a store that has just been opened, whoever has changed what", () => {
  fc.assert(
    fc.property(steps, (all) => {
      const dataDir = mkdtempSync(join(tmpdir(), "current-"));
      const connections = [openDatabase(dataDir), openDatabase(dataDir), openDatabase(dataDir)];
      const [one, other, fresh] = connections.map((connection) => () => createSqliteArticleStore(connection));
      const stores = [one?.(), other?.()];
      for (const { by, id, what } of all) {
        const store = stores[by];
        if (what === "write") store?.applyChange(changeOf(id, (store.lastRevision(id) ?? 0) + 1));
        if (what === "remove") store?.applyChange({ write: [], remove: [id], files: [] });
        for (const looking of what === "look" ? [store] : stores) {
          const expected = fresh?.();
          expect(looking?.listCurrentChunks()).toEqual(expected?.listCurrentChunks());
          expect(looking?.listHeads()).toEqual(expected?.listHeads());
          expect(looking?.listCurrentChunks()).toBe(looking?.listCurrentChunks());
        }
      }
      for (const connection of connections) connection.close();
      rmSync(dataDir, { recursive: true, force: true });
    }),
    { numRuns: 25 },
  );
});
