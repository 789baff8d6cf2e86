/**
 * Shown sentences made ready for checking: each is read once per answer, and only when a statement needs it, together
 * with what the sentences before it in the same article say, since news names its subject once and says 该项目 afterwards.
 */
import { keepResults } from "../text/keep-results.js";
import { foldText } from "../text/normalize.js";
import { inOneWording } from "../text/one-wording.js";
import { findPlaces } from "../text/places.js";
import { SURNAMES } from "../text/surnames.js";
import { isOrder } from "./orders.js";
import { findQuoted, type KnownNames, type Reading, readText } from "./reading.js";
import type { ShownSentence } from "./shown-sentences.js";

/** A sentence as proof. */
export interface Proof extends Reading {
  shown: ShownSentence;
  /** The article's names and the few sentences before this one, folded: where its subject may be named. */
  context: string;
  /** The article's title, subtitle, programme and aliases, folded. */
  names: string;
  /** The sentences before this one, nearest first. */
  before: readonly Proof[];
  /** The sentence after this one in the same article, unread: who said a quotation often stands behind it. */
  after: () => Proof | undefined;
  /** Words of the sentence with their synonyms are looked up in this. */
  wordSet: ReadonlySet<string>;
}

/** All that was shown for one answer. A sentence is read when it is first asked for: reading is what costs. */
export interface ProofBook {
  /** Undefined for a number that was not shown. */
  get(number: number): Proof | undefined;
  /** The sentences whose folded text passes; only these are read. */
  find(test: (text: string, shown: ShownSentence) => boolean): Proof[];
  /** The persons and quoted names of what was shown that this folded text may speak of. */
  names(text: string): KnownNames;
}

/** A quoted word shorter than this is mostly just a word. */
const MIN_KNOWN_NAME = 4;
/**
 * A sentence longer than this proves nothing, and is only shown as it stands: no sentence of news is so long, reading one
 * costs more than its length, and cut anywhere it might lose the words that deny or doubt it. UTF-16 units.
 */
export const MAX_PROOF = 2000;
/** Sentences back to which a subject may lie. */
const CONTEXT_SENTENCES = 6;

/** What is asked about next is mostly shown the same articles again. Some 10 kB a sentence. */
const readSentence = keepResults<Readonly<Reading>>((text) => readText(text), 500);

const books = new WeakMap<ReadonlyMap<number, ShownSentence>, ProofBook>();

/** The book of these sentences; made once for one map. The map must not change afterwards. */
export function prepareProofs(shown: ReadonlyMap<number, ShownSentence>): ProofBook {
  const known = books.get(shown);
  if (known) return known;
  const book = createBook(shown);
  books.set(shown, book);
  return book;
}

function createBook(shown: ReadonlyMap<number, ShownSentence>): ProofBook {
  const proofs = new Map<number, Proof>();
  const folded = new Map<number, string>();
  let quoted: string[] | undefined;
  let lastNames: { text: string; names: KnownNames } | undefined;

  function get(number: number): Proof | undefined {
    const known = proofs.get(number);
    if (known) return known;
    const own = shown.get(number);
    if (!own || own.sentence.text.length > MAX_PROOF || isOrder(own.sentence.text)) return undefined;
    const before: Proof[] = [];
    for (let n = number - 1; n > 0 && before.length < CONTEXT_SENTENCES; n--) {
      const other = shown.get(n);
      if (other?.passage.articleId !== own.passage.articleId) break;
      const proof = get(n);
      // A sentence of many semicolons is cut at them; what one of its parts says is not the subject of the next.
      if (proof && !proof.text.endsWith(";")) before.push(proof);
    }
    const reading = readSentence(foldedAt(number));
    const articleNames = foldText(own.passage.names);
    const proof: Proof = {
      ...reading,
      shown: own,
      names: articleNames,
      before,
      after() {
        const next = get(number + 1);
        return next?.shown.passage.articleId === own.passage.articleId ? next : undefined;
      },
      context: [articleNames, ...before.map(({ text }) => text), ...behindQuotation(number, reading.text)].join("\n"),
      wordSet: new Set(reading.clauses.flatMap(({ words }) => words.map(({ word }) => word))),
    };
    proofs.set(number, proof);
    return proof;
  }

  /** Who speaks in a sentence that is all quotation stands in the next. */
  function behindQuotation(number: number, text: string): string[] {
    const next = shown.get(number + 1);
    const isSame = next?.passage.articleId === shown.get(number)?.passage.articleId;
    return next && isSame && /^“[^“”]*”$/u.test(text) ? [foldText(next.sentence.text)] : [];
  }

  function find(test: (text: string, shown: ShownSentence) => boolean): Proof[] {
    return Array.from(shown, ([number, one]) => (test(foldedAt(number), one) ? get(number) : undefined)).filter(
      (proof) => proof !== undefined,
    );
  }

  function foldedAt(number: number): string {
    const known = folded.get(number);
    if (known !== undefined) return known;
    const text = inOneWording(foldText(shown.get(number)?.sentence.text ?? ""));
    folded.set(number, text);
    return text;
  }

  return {
    get,
    find,
    names(text) {
      if (lastNames?.text === text) return lastNames.names;
      // Only a sentence with two characters in common that may begin a name can name somebody of the text.
      const beginnings = Array.from(text, (_, i) => text.slice(i, i + 2)).filter((two) =>
        SURNAMES.has(two.slice(0, 1)),
      );
      const near = find((other) => beginnings.some((two) => other.includes(two)));
      quoted ??= Array.from(shown.keys(), (number) => findQuoted(foldedAt(number)))
        .flat()
        .filter((name) => name.length >= MIN_KNOWN_NAME);
      const names = {
        persons: new Set(near.flatMap(({ persons }) => persons.map(({ name }) => name))),
        quoted: new Set(quoted),
      };
      lastNames = { text, names };
      return names;
    },
  };
}

/** Whether a sentence speaks of more than one place (全国, 国内外): no place named before is then meant by it. */
export function hasOwnPlace({ text, places }: Reading): boolean {
  if (/全国|国内外|全球|各地|全省|世界/u.test(text)) return true;
  return places.some(
    (place) => new RegExp(`${place}[省市县区州镇乡村]`, "u").test(text) || findPlaces(`${place}市`).length > 1,
  );
}
