/**
 * Words that the tagger puts together by guess and that are two: 冯凌是 is 冯凌 · 是, 太快 is 太 · 快, 花得 is 花 · 得. What the
 * dictionary knows is left as it is.
 */

/** A word with its part of speech as the dictionary names it: `n…` noun, `v…` verb, `x` a word it does not know. */
export interface TaggedWord {
  word: string;
  tag: string;
}

/** A small word in front of what it belongs to; a guess begins with it only by mistake. */
const IN_FRONT = /^[据比由在与和对从被向按把让较为因不没未无仍还已共占达均须需]\p{Script=Han}+$/u;
/** A small word behind a name. */
const BEHIND = /^(?:\p{Script=Han}{2,}[从说将也与和对及向则曾已称近约超]|\p{Script=Han}+[是为在有于近约超共至到])$/u;
const DEGREE = /^[更太很颇][\p{Script=Han}]{1,2}$/u;
/** 时仅, 后才: where one clause's time ends. */
const AFTER_TIME = /^[时后][仅只就才也都]$/u;
/** 花得|最多. */
const MANNER = /^\p{Script=Han}得$/u;
/** 只能|靠. */
const MODAL = /^(?<modal>只能|才能|最多能|最多可)(?<verb>\p{Script=Han}?)$/u;
const LEVEL = /^[率量额值价度前后][高低多少大小]$/u;
const COMPARED = /^\p{Script=Han}{2}比$/u;

const cut = (word: string, at: number, before: string, behind: string): TaggedWord[] => [
  { word: word.slice(0, at), tag: before },
  { word: word.slice(at), tag: behind },
];

/** The words that a tagged word is made of: mostly itself. */
export function splitGuess({ word, tag }: TaggedWord): TaggedWord[] {
  const isUnknown = tag === "x";
  if (isUnknown && IN_FRONT.test(word)) return cut(word, 1, "p", tag);
  // 到校率高了, 比禁渔前多19种: the level is a word of its own.
  if (LEVEL.test(word)) return cut(word, 1, "n", "a");
  // 价格比市场价低: 价格 · 比.
  if (COMPARED.test(word) && !/^(?:性价|百分|信噪)/u.test(word)) return cut(word, -1, tag, "p");
  if (isUnknown && DEGREE.test(word)) return cut(word, 1, "d", "a");
  if (isUnknown && AFTER_TIME.test(word)) return cut(word, 1, "f", "d");
  if (isUnknown && MANNER.test(word)) return cut(word, 1, "v", "ud");
  const { modal, verb = "" } = MODAL.exec(word)?.groups ?? {};
  if (modal !== undefined && word !== modal) return cut(word, -verb.length, "v", "v");
  return isUnknown && BEHIND.test(word) ? cut(word, -1, tag, "p") : [{ word, tag }];
}

/** 占|比|约4%: the share is one word. */
export function joinShares(words: readonly TaggedWord[]): TaggedWord[] {
  return words.flatMap((one, i) => {
    const [last, next] = [words[i - 1], words[i + 1]];
    if (one.word === "占" && next?.word === "比") return [{ word: "占比", tag: "n" }];
    return one.word === "比" && last?.word === "占" ? [] : [one];
  });
}
