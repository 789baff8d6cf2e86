/** Answers that were given, on SQLite: implements `AnswerStore`. */
import { randomBytes } from "node:crypto";
import type { AnswerRecord, AnswerStore } from "../../core/audience-ports.js";
import type { AnswerKind, Language } from "../../core/types.js";
import type { Connection } from "./database.js";
import { inTransaction } from "./transaction.js";

interface Row {
  id: string;
  at: number;
  asker: string | null;
  question: string | null;
  standalone: string | null;
  kind: AnswerKind;
  language: Language;
  content: string;
}

type Content = Pick<AnswerRecord, "text" | "statements" | "citations" | "suggestions" | "notice">;

const ID_BYTES = 9;

/** Answers on an open connection, which stays the caller's to close. */
export function createSqliteAnswers(connection: Connection): AnswerStore {
  const insert = connection.prepare<unknown[], { id: string }>(
    `INSERT INTO answers (id, update_id, at, asker, question, standalone, kind, language, content, total_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (update_id) DO UPDATE SET at = excluded.at, standalone = excluded.standalone, kind = excluded.kind,
       language = excluded.language, content = excluded.content, total_ms = excluded.total_ms
     RETURNING id`,
  );
  const one = connection.prepare<[string], Row>("SELECT * FROM answers WHERE id = ?");

  return {
    save({ answer, asker, updateId }) {
      const { question, standalone, kind, language, timings, ...content } = answer;
      const fresh = randomBytes(ID_BYTES).toString("base64url");
      const values = [asker, question, standalone, kind, language, JSON.stringify(content)];
      const write = () => insert.get(fresh, updateId, Date.now(), ...values, Math.round(timings.totalMs));
      return inTransaction(connection, "an answer", write, "lazy")?.id ?? fresh;
    },
    read(id) {
      const row = one.get(id);
      return row && toRecord(row);
    },
  };
}

function toRecord({ id, at, asker, question, standalone, kind, language, content }: Row): AnswerRecord {
  return {
    id,
    at,
    kind,
    language,
    ...(JSON.parse(content) as Content),
    ...(asker !== null && { asker }),
    ...(question !== null && { question }),
    ...(standalone !== null && { standalone }),
  };
}
