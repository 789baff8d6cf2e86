/** What admins handed in and have not published yet, on SQLite: implements `UploadStore`. */
import type { PendingUpload, UploadStore } from "../../core/intake-ports.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

type Row = Omit<PendingUpload, "url" | "bytes"> & { url: string | null; bytes: Buffer };

/** Uploads on an open connection, which stays the caller's to close. */
export function createSqliteUploads(connection: Connection): UploadStore {
  const insert = connection.prepare(
    "INSERT OR REPLACE INTO uploads (id, at, admin, name, url, bytes, edits) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const one = connection.prepare<[string], Row>("SELECT * FROM uploads WHERE id = ?");
  const update = connection.prepare("UPDATE uploads SET edits = ? WHERE id = ?");
  const remove = connection.prepare("DELETE FROM uploads WHERE id = ?");
  const purge = connection.prepare("DELETE FROM uploads WHERE at < ?");

  return {
    put({ id, at, admin, name, url, bytes, edits }) {
      const values = [id, at, admin, name, url ?? null, Buffer.from(bytes), edits];
      inTransaction(connection, "an upload", () => insert.run(...values));
    },
    read(id) {
      const row = one.get(id);
      if (!row) return undefined;
      const { url, ...rest } = row;
      return { ...rest, ...(url !== null && { url }) };
    },
    saveEdits: (id, edits) => void inTransaction(connection, "an edit of an upload", () => update.run(edits, id)),
    remove: (id) => inTransaction(connection, "the end of an upload", () => remove.run(id).changes === 1),
    purge: (before) => inTransaction(connection, "the end of old uploads", () => purge.run(before).changes),
  };
}
