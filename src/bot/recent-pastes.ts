/**
 * Telegram cuts a long pasted text into several messages. Remembers for a moment what was pasted last in a chat, so that
 * the next piece is put to it. Only in memory: after a restart the pieces are two uploads, which can be seen.
 */

/** A pasted message. */
export interface Paste {
  chatId: number;
  /** Seconds since the epoch, as Telegram says. */
  date: number;
  text: string;
}

/** Pastes of the last moments. */
export interface RecentPastes {
  /** The upload that this message goes on, and all of its text so far; undefined when it begins one of its own. */
  continued(paste: Paste): { id: string; text: string } | undefined;
  /** @param text all of it so far. */
  note(paste: Paste, id: string, text: string): void;
}

/** Apps cut at 4096, some of them earlier, where a line ends. UTF-16 units. */
const CUT_CHARS = 3000;
const WITHIN_SECONDS = 3;
const REMEMBERED = 100;

/** An empty memory. */
export function createRecentPastes(): RecentPastes {
  const last = new Map<number, { id: string; date: number; length: number; text: string }>();
  return {
    continued({ chatId, date, text }) {
      const former = last.get(chatId);
      if (!former || former.length < CUT_CHARS || date - former.date > WITHIN_SECONDS) return undefined;
      return { id: former.id, text: `${former.text}\n${text}` };
    },
    note({ chatId, date, text: piece }, id, text) {
      if (last.size >= REMEMBERED) last.clear();
      last.set(chatId, { id, date, length: piece.length, text });
    },
  };
}
