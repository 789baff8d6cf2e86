/**
 * Telegram cuts a long pasted text into several messages. Remembers for a moment what was pasted last in a chat, so that
 * the next piece is put to it. Only in memory: after a restart the pieces are two uploads, which can be seen.
 */

/** A pasted message. */
export interface Paste {
  /** Of Telegram's update: the same one, handled again, is the same piece in the same place. */
  updateId: number;
  chatId: number;
  /** Seconds since the epoch, as Telegram says. */
  date: number;
  text: string;
}

/** Pastes of the last moments. */
export interface RecentPastes {
  /** The upload that this message goes on, and all of its text so far; undefined when it begins one of its own. */
  continued(paste: Paste): { id: string; text: string } | undefined;
  /** @param whole all of it so far. */
  note(paste: Paste, id: string, whole: string): void;
}

/** Apps cut at 4096, some of them earlier, where a line ends. UTF-16 units. */
const CUT_CHARS = 3000;
const WITHIN_SECONDS = 3;
const REMEMBERED = 100;

/** The last piece of a chat, and how far the text goes with it. */
interface Piece extends Paste {
  id: string;
  /** All of it so far. */
  whole: string;
}

/** An empty memory. */
export function createRecentPastes(): RecentPastes {
  const last = new Map<number, Piece>();
  return {
    continued({ updateId, chatId, date, text }) {
      const former = last.get(chatId);
      if (former?.updateId === updateId) return { id: former.id, text: former.whole };
      if (!former || former.text.length < CUT_CHARS || date - former.date > WITHIN_SECONDS) return undefined;
      return { id: former.id, text: `${former.whole}\n${text}` };
    },
    note(paste, id, whole) {
      if (last.size >= REMEMBERED) last.clear();
      last.set(paste.chatId, { ...paste, id, whole });
    },
  };
}
