/** Answers that were given, on SQLite: implements `AnswerStore`. */
import { createHash, randomBytes } from "node:crypto";
import type { AnswerRecord, AnswerStore } from "../../core/audience-ports.js";
import type { AnswerKind, Citation, Language } from "../../core/types.js";
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
  const insertFact = connection.prepare(
    `INSERT OR IGNORE INTO answers (id, at, kind, language, content, total_ms) VALUES (?, ?, 'extractive', ?, ?, 0)`,
  );
  const forgetCited = connection.prepare("DELETE FROM cited WHERE answer_id = ?");
  const insertCited = connection.prepare("INSERT OR IGNORE INTO cited (article_id, answer_id) VALUES (?, ?)");
  const one = connection.prepare<[string], Row>("SELECT * FROM answers WHERE id = ?");
  const exists = connection.prepare<[string], number>("SELECT 1 FROM answers WHERE id = ?").pluck();

  return {
    save({ answer, asker, updateId }) {
      const { question, standalone, kind, language, timings, ...content } = answer;
      const fresh = randomBytes(ID_BYTES).toString("base64url");
      const values = [asker, question, standalone, kind, language, JSON.stringify(content)];
      const write = () => {
        const row = insert.get(fresh, updateId ?? null, Date.now(), ...values, Math.round(timings.totalMs));
        const id = row?.id ?? fresh;
        forgetCited.run(id); // of the former answer to the same update
        for (const { articleId } of answer.citations) insertCited.run(articleId, id);
        return id;
      };
      return inTransaction(connection, "an answer", write, "lazy");
    },
    saveFacts(facts, language) {
      const known = facts.map((fact) => ({ id: factId(fact), articleId: fact.articleId, content: factContent(fact) }));
      const fresh = known.filter(({ id }) => exists.get(id) === undefined);
      if (fresh.length > 0) {
        const write = () => {
          for (const { id, articleId, content } of fresh) {
            insertFact.run(id, Date.now(), language, JSON.stringify(content));
            insertCited.run(articleId, id);
          }
        };
        inTransaction(connection, "facts", write, "lazy");
      }
      return known.map(({ id }) => id);
    },
    read(id) {
      const row = one.get(id);
      return row && toRecord(row);
    },
  };
}

/** Of the place of the sentence: it never changes within a revision. */
function factId({ articleId, revision, start, end }: Citation): string {
  const place = JSON.stringify([articleId, revision, start, end]);
  return createHash("sha256").update(place).digest().subarray(0, ID_BYTES).toString("base64url");
}

function factContent(fact: Citation): Content {
  const { articleId, revision, title, author, source, quote, start, end } = fact;
  const place = { n: 1, articleId, revision, title, source, quote, start, end };
  return {
    text: `${quote}[1]`,
    statements: [{ text: quote, citations: [1] }],
    citations: [author === undefined ? place : { ...place, author }],
    suggestions: [],
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
