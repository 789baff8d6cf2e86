/** What people have chosen, on SQLite: implements `PreferenceStore`. */
import type { PreferenceStore } from "../../core/audience-ports.js";
import type { Language } from "../../core/types.js";
import type { Connection } from "./database.js";

/** Preferences on an open connection, which stays the caller's to close. */
export function createSqlitePreferences(connection: Connection): PreferenceStore {
  const read = connection.prepare<[string], Language>("SELECT language FROM preferences WHERE asker = ?").pluck();
  const write = connection.prepare("INSERT OR REPLACE INTO preferences (asker, language) VALUES (?, ?)");
  const forget = connection.prepare("DELETE FROM preferences WHERE asker = ?");

  return {
    languageOf: (asker) => read.get(asker),
    setLanguage(asker, language) {
      if (language === undefined) forget.run(asker);
      else write.run(asker, language);
    },
  };
}
