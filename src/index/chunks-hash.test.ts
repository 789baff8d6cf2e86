import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createChunksHash } from "./chunks-hash.js";

interface Listed {
  id: number;
  hash: string;
}

/** The same in one line: all at once, nothing kept. */
function hashPlainly(chunks: readonly Listed[]): string {
  const lines = chunks.toSorted((one, other) => one.id - other.id).map(({ id, hash }) => `${id}:${hash}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex");
}

it("is the hash of all lines, whatever was hashed before and in whatever order they come", async () => {
  const list = fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 1, max: 20_000 }), hash: fc.string({ unit: "binary-ascii" }) }),
    {
      selector: ({ id }) => id,
      maxLength: 60,
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(list, { maxLength: 6 }), async (lists) => {
      const hashChunks = createChunksHash();
      for (const chunks of lists) expect(await hashChunks(chunks)).toBe(hashPlainly(chunks));
    }),
  );
});

it("tells lists apart that differ in one chunk among those that were hashed before", async () => {
  const hashChunks = createChunksHash();
  const chunks = Array.from({ length: 10_000 }, (_, i) => ({ id: i + 1, hash: `h${i}` }));
  const before = await hashChunks(chunks);
  const changed = chunks.with(7000, { id: 7001, hash: "another" });
  expect(await hashChunks(changed)).toBe(hashPlainly(changed));
  expect(await hashChunks(chunks.toSpliced(5, 1))).toBe(hashPlainly(chunks.toSpliced(5, 1)));
  expect(await hashChunks([...chunks])).toBe(before);
});
