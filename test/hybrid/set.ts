/**
 * Articles and questions for measuring hybrid retrieval, made by rule: the same each time. One article tells of one
 * programme: a field and an action, in a place, with names and figures. Four kinds of questions, for what each list is
 * good at: `paraphrase` shares no word with its article, `partly` names the field, `exact` is for a name, and `mixed` needs
 * a name and the meaning at once.
 */
import { createRandom } from "../../src/eval/synthetic.js";
import { ACTIONS, FIELDS, type Wording } from "./words.js";

/** An article; `id` is its source. */
export interface HybridArticle {
  id: string;
  title: string;
  paragraphs: string[];
}

/** What a question is good for. */
export const KINDS = ["paraphrase", "partly", "exact", "mixed"] as const;
export type HybridKind = (typeof KINDS)[number];

/** A question with the one article that answers it. */
export interface HybridQuestion {
  kind: HybridKind;
  text: string;
  id: string;
}

/** Articles, and as many questions of each kind as there are articles. */
export interface HybridSet {
  articles: HybridArticle[];
  questions: HybridQuestion[];
}

const PLACES_A = Array.from("云青清临安长平新东南");
const PLACES_B = Array.from("溪川城源岭湖");
const SURNAMES = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗");
const GIVEN = Array.from("明华建国芳丽静强磊军洋勇艳杰娟涛敏超秀霞");
const NAMES = Array.from("禾苗蓝橙灯塔帆桥萤火竹笛石榴雁雀枫杏荷露");

/** One article for each pair of a field and an action. */
export function createHybridSet(seed: number): HybridSet {
  const random = createRandom(seed);
  const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? "";
  const figure = () => String(11 + Math.floor(random() * 9000));
  const person = () => `${pick(SURNAMES)}${pick(GIVEN)}${pick(GIVEN)}`;
  const places = PLACES_A.flatMap((a) => PLACES_B.map((b) => `${a}${b}县`));
  const pairs = FIELDS.flatMap((field) => ACTIONS.map((action) => ({ field, action })));
  const set: HybridSet = { articles: [], questions: [] };
  for (const [i, { field, action }] of pairs.entries()) add(i, field, action);
  return set;

  function add(i: number, field: Wording, action: Wording): void {
    const id = `${i}.md`;
    // Four or five articles of one place, each of another field.
    const place = places[(i * 7) % places.length] ?? "";
    const name = `${pick(NAMES)}${pick(NAMES)}`;
    const leader = person();
    const paragraphs = [
      `${name}计划在${place}${action.news},投入${figure()}万元。这是当地${field.news}工作的一部分。`,
      `${place}民政局负责人${leader}表示,项目启动以来进展顺利,参与的志愿者有${figure()}名。`,
      `村民${person()}说,日子比过去好了。${pick(places)}的${person()}也来参观,随行的还有${figure()}人。`,
      `下一步,项目组计划用3年时间把经验推广到${pick(places)}和${pick(places)}。`,
    ];
    set.articles.push({ id, title: `${place}${name}计划走访记`, paragraphs });
    set.questions.push(
      { kind: "paraphrase", text: `${field.asked},${action.asked}?`, id },
      { kind: "partly", text: `${field.news}方面,${action.asked}?`, id },
      { kind: "exact", text: i % 2 === 0 ? `${leader}是谁?` : `${name}计划在哪个县?`, id },
      { kind: "mixed", text: `${place}${field.asked}怎么办?`, id },
    );
  }
}
