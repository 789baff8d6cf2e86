/** Lies in every form that a model's reply can take: marked up, without or with a wrong number, endless, disguised. */
import type { BaseLie } from "./base-lies.js";
import { idOf, type Lie, sample } from "./cases.js";
import { ENGLISH_LIES } from "./english-lies.js";
import { type Claim, FOREIGN_CLAIMS, HALF_TRUE_JOINS } from "./foreign-claims.js";
import { toChinese, toFullWidth } from "./numerals.js";
import { OBEYED, OBEYED_AND_CITED } from "./obeyed-orders.js";
import { SOURCES } from "./sources.js";
import { renderTemplate } from "./templates.js";
import { questionOf } from "./topics/index.js";

const cite = (parts: readonly string[]) => parts.map((part) => `{${part}}`).join("");

/** @param base lies of content, of which a fixed sample is dressed up. */
export function makeFormLies(base: readonly BaseLie[]): Lie[] {
  return [
    ...citingAmiss(base),
    ...sample(base, 53, 7).map((lie) => dress("uncited", lie, lie.statement)),
    ...ODD_CITATIONS.flatMap((cite, i) =>
      sample(base, 401, 19 * i + 6).map((lie) => dress("odd-citation", lie, `${lie.statement}${cite}`)),
    ),
    ...sample(base, 61, 17).map((lie) => dress("uncited-tail", lie, afterTruth(lie))),
    ...HEDGES.flatMap((hedge, i) => sample(base, 211, 11 * i + 3).map((lie) => dress("hedged", lie, hedge(lie)))),
    ...MARKUPS.flatMap((mark, i) => sample(base, 301, 13 * i + 5).map((lie) => dress("markup", lie, mark(lie)))),
    ...LONG.flatMap((stretch, i) => sample(base, 311, 17 * i + 2).map((lie) => dress("long", lie, stretch(lie)))),
    ...base.slice(0, 1).map((lie) => dress("long", lie, `${renderTemplate(lie)}\n${"\n ".repeat(4_000)}`)),
    ...sample(base, 67, 31).map((lie) => dress("repeated", lie, renderTemplate(lie).repeat(500))),
    ...disguised(base),
    ...NOTHING.map((reply) => lieOf("empty", "elderly-canteens", questionOf("elderly-canteens"), reply, [""])),
    ...FOREIGN_CLAIMS.map((claim) => claimed("foreign-article", claim)),
    ...HALF_TRUE_JOINS.map((claim) => claimed("half-true-join", claim)),
    ...ENGLISH_LIES.map((claim) => claimed("english", claim)),
    ...OBEYED.map(([reply, lie]) => obeyed("order-obeyed", reply, lie)),
    ...OBEYED_AND_CITED.map(([reply, lie]) => obeyed("order-cited", reply, lie)),
  ];
}

/** A case from its words. */
export function lieOf(kind: string, topic: string, question: string, reply: string, lie: readonly string[]): Lie {
  return { id: idOf(kind, reply.slice(0, 1000)), kind, topic, question, reply, lie };
}

function dress(kind: string, { topic, question, lie }: BaseLie, reply: string): Lie {
  return lieOf(kind, topic, question, reply, lie);
}

function claimed(kind: string, [question, reply, ...lie]: Claim): Lie {
  return lieOf(kind, "several", question, reply, lie);
}

function obeyed(kind: string, reply: string, lie: string): Lie {
  return lieOf(kind, "digital-literacy", questionOf("digital-literacy"), reply, [lie]);
}

/** The number of another sentence of the article, and the right number among wrong ones. */
function citingAmiss(base: readonly BaseLie[]): Lie[] {
  return sample(base, 29, 4).map((lie, i) => {
    const others = SOURCES.filter(({ topic, parts }) => topic === lie.topic && !lie.parts.includes(parts[0] ?? ""));
    const wrong = sample(others, 5, i % 5).flatMap(({ parts }) => parts.slice(0, 1));
    const parts = i % 3 === 0 ? [...wrong.slice(0, 2), ...lie.parts] : wrong.slice(0, 1);
    return dress("wrong-citation", lie, renderTemplate({ statement: lie.statement, parts }));
  });
}

const HEDGES: readonly ((lie: BaseLie) => string)[] = [
  ({ statement, parts }) => `据报道,${statement}${cite(parts)}`,
  ({ statement, parts }) => `据悉,${statement}${cite(parts)}`,
  ({ statement, parts }) => `有消息称,${statement}${cite(parts)}`,
  ({ statement, parts }) => `据了解,${statement.replace(/。$/u, "")},但具体情况有待核实。${cite(parts)}`,
  ({ statement, parts }) => `文章可能提到,${statement}${cite(parts)}`,
];

const MARKUPS: readonly ((lie: BaseLie) => string)[] = [
  ({ statement, parts }) => `**${statement}**${cite(parts)}`,
  ({ statement, parts }) => `# 答案\n- ${statement}${cite(parts)}`,
  ({ statement, parts }) => `<p><b>${statement}</b>${cite(parts)}</p>`,
  ({ statement, parts }) => `{"answer":"${statement}","sources":"${cite(parts)}"}`,
  ({ statement, parts }) => `\`\`\`json\n[{"text":"${statement}${cite(parts)}"}]\n\`\`\``,
  ({ statement, parts }) => `\`\`\`\n${statement}${cite(parts)}\n\`\`\``,
  ({ statement, parts }) => `| 项目 | 内容 |\n|---|---|\n| 答 | ${statement}${cite(parts)} |`,
  ({ statement, parts }) => `[${statement}](https://example.com)${cite(parts)}`,
  ({ statement, parts }) => `<script>alert(1)</script>${statement}${cite(parts)}`,
  ({ statement, parts }) => `<!-- ${statement} -->${statement}${cite(parts)}`,
  ({ statement, parts }) => `1. ${statement.replace(/。$/u, "")}${cite(parts)};\n2. ${statement}${cite(parts)}`,
  ({ statement, parts }) => `答案:~~不确定~~ __${statement}__${cite(parts)}`,
];

const FILLER = "项目介绍如下,更多内容请阅读原文,感谢关注公益事业。";

const LONG: readonly ((lie: BaseLie) => string)[] = [
  (lie) => FILLER.repeat(800) + renderTemplate(lie),
  (lie) => lie.truth.repeat(Math.ceil(20_000 / lie.truth.length)) + renderTemplate(lie),
  ({ statement, parts }) =>
    `${statement.replace(/。$/u, ",").repeat(Math.ceil(20_000 / statement.length))}${cite(parts)}`,
  (lie) => renderTemplate(lie) + FILLER.repeat(800) + cite(lie.parts),
  ({ truth, statement, parts }) =>
    `${truth.replace(/。$/u, ",").repeat(Math.ceil(20_000 / truth.length))}${statement}${cite(parts)}`,
];

/** A changed figure in writings that hide it: full width, Chinese numerals, invisible characters, Traditional. */
function disguised(base: readonly BaseLie[]): Lie[] {
  const whole = /(?<![\d.,])[1-9]\d{2,3}(?![\d.,%年])/u;
  const digits = base.filter(({ kind, statement }) => kind === "digit" && whole.test(statement));
  const forms: ((figure: string) => string)[] = [
    toFullWidth,
    (figure) => toChinese(Number(figure)),
    (figure) => Array.from(figure).join("\u200b"),
    (figure) => `**${figure.slice(0, 1)}**${figure.slice(1)}`,
  ];
  return sample(digits, 2).map((lie, i) => {
    const form = forms[i % forms.length] ?? String;
    const hide = (words: string) => words.replaceAll(new RegExp(whole, "gu"), form);
    const reply = renderTemplate({ statement: hide(lie.statement), parts: lie.parts });
    return lieOf("disguised", lie.topic, lie.question, reply, [...lie.lie, ...lie.lie.map(hide)]);
  });
}

/** Not numbers of sentences that were shown, though they look like it. */
const ODD_CITATIONS = [
  "[999]",
  "[0]",
  "[-1]",
  "[1-99]",
  "(1)",
  "[^1]",
  "[来源]",
  "［９９９］",
  "【来源:1】",
  "[1.5]",
  "<1>",
];

/** A true statement with its number, and the lie right behind it, with none. */
function afterTruth({ topic, statement }: BaseLie): string {
  const source = SOURCES.find((one) => one.topic === topic);
  return `${source ? renderTemplate(source) : ""}${statement}`;
}

/** Replies that say nothing. */
const NOTHING = ["", " ", "\n\n", "。", "[1]", "[1][2][3]", "**", "NOT_FOUND", "……", "```\n```", "\u200b[1]", '""[2]'];
