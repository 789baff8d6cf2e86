/** What a case is: a question, what the model replies, and what must or must not be shown then. Its half is by its id. */

/** A reply with something false in it. */
export interface Lie {
  id: string;
  kind: string;
  /** Id of the topic; see `topics/`. */
  topic: string;
  question: string;
  /** Statements; `{…}` stands for the number of the sentence that holds these words. */
  reply: string;
  /** None of these may be shown; "" means that nothing at all may be. */
  lie: readonly string[];
}

/** A reply with a true statement in it. */
export interface Truth {
  id: string;
  kind: string;
  topic: string;
  question: string;
  reply: string;
  /** Must be shown, apart from marks and blanks. */
  statement: string;
  /** Parts of sentences that prove it: the shown statement must cite one that holds one of them. */
  proof: readonly string[];
}

/** A case's id: its kind and a hash of what it says, so that it stays when cases are added. */
export function idOf(kind: string, said: string): string {
  return `${kind}-${hashOf(said).toString(36).padStart(6, "0")}`;
}

/** Whether a case belongs to the third that is counted but not shown, so that nobody fits the check to it. */
export function isHeld({ id }: Pick<Lie | Truth, "id">): boolean {
  return hashOf(id) % 3 === 0;
}

/** FNV-1a over UTF-16 units, mixed once more so that the low digits are even; 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** For comparing what is shown with what was expected: marks, blanks, citation numbers and widths make no difference. */
export function bare(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/\[\d+\]/gu, "")
    .replaceAll(/[\s\p{Cf}*_`#|>~]/gu, "")
    .toLowerCase();
}

/** Every `every`-th of a list, from the first: a fixed sample. */
export function sample<Item>(items: readonly Item[], every: number, from = 0): Item[] {
  return items.filter((_, i) => i % every === from);
}
