/** How far something has come: what is only begun or under way (启动建设, 开始培训, 打造) is not told as done (建成, 培训了). */
import type { ReadClause } from "../reading.js";
import type { ClauseCheck } from "./check.js";
import { retold } from "./retold.js";

const BEGUN = /启动|开始|着手|开工|动工|奠基|筹备|筹建|立项|在建|正在|招标/u;
const BUILT = /建成|建好|建完|修成|修好|竣工|完工|落成|建有/u;
/** 建设 and 打造 tell of what is under way; whatever else is said of building tells of what stands. */
const UNDER_WAY = /建设|打造|布局|兴建|建造|开工|动工/u;
const STANDS =
  /[建修盖搭设办开]\p{Script=Han}?(?:了|成|起|好|有|立)|[新改扩]建|[已了]|竣工|完工|落成|投用|投入使用|启用|运营|开放|成立|设立|建设有/u;

/** Whether nothing that the sentence only tells the beginning of is done in the claim. */
export function stageIsKept({ clause, proof }: ClauseCheck): boolean {
  const told = holdersOf(clause, retold(clause, proof));
  if (BEGUN.test(clause.text) || told.length === 0) return true;
  if (BUILT.test(clause.text) && !BUILT.test(proof.text)) {
    if (told.every(({ text }) => UNDER_WAY.test(text) && (BEGUN.test(text) || !STANDS.test(text)))) return false;
  }
  const begun = told.filter(({ text }) => BEGUN.test(text));
  if (begun.length < told.length) return true;
  return clause.words.every(({ word, tag, weight }) => {
    if (!tag.startsWith("v") || weight <= 0.3) return true;
    const isDone = new RegExp(`${word}(?:了|完)|(?:已|共|累计|均|完成)[^,。;]{0,3}${word}`, "u");
    return !isDone.test(clause.text) || isDone.test(proof.text) || !begun.some(({ text }) => text.includes(word));
  });
}

/** Of the clauses retold those with the figure, where there is one. */
function holdersOf({ figures }: ReadClause, told: readonly ReadClause[]): readonly ReadClause[] {
  const bound = told.filter((one) => one.figures.some(({ value }) => figures.some((figure) => figure.value === value)));
  return bound.length > 0 ? bound : told.slice(0, 1);
}
