/** The cache of embeddings, so that no text is embedded twice by the same model. Part of the article store. */
import type { ArticleStore } from "../../core/ports.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

/** Vectors by fingerprint and chunk hash, kept as little-endian float32 (as every platform that Node runs on). */
export function createVectorCache(connection: Connection): Pick<ArticleStore, "getVectors" | "putVectors"> {
  const one = connection
    .prepare<[string, string], Buffer>("SELECT vector FROM vectors WHERE fingerprint = ? AND hash = ?")
    .pluck();
  const put = connection.prepare("INSERT OR REPLACE INTO vectors (fingerprint, hash, vector) VALUES (?, ?, ?)");

  return {
    getVectors(fingerprint, hashes) {
      const found = new Map<string, Float32Array>();
      for (const hash of hashes) {
        const bytes = one.get(fingerprint, hash);
        // Copied: a Buffer from the database need not be aligned to four bytes.
        if (bytes) found.set(hash, new Float32Array(new Uint8Array(bytes).buffer));
      }
      return found;
    },
    putVectors(fingerprint, vectors) {
      const putAll = () => {
        for (const [hash, vector] of vectors) {
          put.run(fingerprint, hash, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
        }
      };
      inTransaction(connection, "a batch of embeddings", putAll, "lazy");
    },
  };
}
