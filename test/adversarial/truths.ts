/** The other side of the suite: what a good model writes and a good check lets through. Hand-written, then by rules. */
import { makeBaseLies } from "./base-lies.js";
import { idOf, sample, type Truth } from "./cases.js";
import { FLUENT_TRUTHS } from "./fluent-truths.js";
import { groupDigits, toChinese, toChineseDigits, toFullWidth } from "./numerals.js";
import { PLAIN, SOURCES, type Source } from "./sources.js";
import { parseTemplate, renderTemplate } from "./templates.js";
import { questionOf, TOPICS } from "./topics/index.js";
import { WORDED_TRUTHS } from "./worded-truths.js";

/** All true cases. */
export function makeTruths(): Truth[] {
  return [
    ...SOURCES.map((source) => truthOf("paraphrase", source, renderTemplate(source), source.statement)),
    ...roles(),
    ...otherNumerals(),
    ...miscited(),
    ...twins(),
    ...marked(),
    ...[...WORDED_TRUTHS, ...FLUENT_TRUTHS].map(([kind, topic, question, template]) => {
      const parsed = parseTemplate(template);
      return truthOf(kind, { topic, question, ...parsed }, template, parsed.statement);
    }),
  ];
}

function truthOf(kind: string, source: Source, reply: string, statement: string): Truth {
  const { topic, question, parts } = source;
  return { id: idOf(kind, reply), kind, topic, question, reply, statement, proof: parts };
}

function roles(): Truth[] {
  return TOPICS.flatMap(({ id, people }) =>
    people.map(([name, title, part]) => {
      const source = { topic: id, question: `${name}担任什么职务?`, statement: `${name}是${title}。`, parts: [part] };
      return truthOf("role", source, renderTemplate(source), source.statement);
    }),
  );
}

/** A whole number before a measure word; not a year, not a part of a decimal or of a range, no leading zero. */
const WHOLE = /(?<![\d.,至−+=])(?<digits>[1-9]\d{0,3}(?:,\d{3})*)(?=多?[名家所人户口期条部个次笔份种])/u;
const YEAR = /(?<![\d.])(?<digits>(?:19|20)\d\d)(?=年)/u;

function otherNumerals(): Truth[] {
  const whole = PLAIN.filter(({ statement }) => WHOLE.test(statement));
  const spell = (source: Source, pattern: RegExp, form: (digits: string) => string): Truth => {
    const statement = source.statement.replace(pattern, (digits) => form(digits.replaceAll(",", "")));
    return truthOf("numeral", source, renderTemplate({ ...source, statement }), statement);
  };
  return [
    ...sample(whole, 4, 0).map((source) => spell(source, WHOLE, (digits) => toChinese(Number(digits)))),
    ...sample(whole, 4, 1).map((source) => spell(source, WHOLE, toFullWidth)),
    ...sample(whole, 4, 2).flatMap((source) => {
      const grouped = spell(source, WHOLE, groupDigits);
      return grouped.statement === source.statement ? [] : [grouped];
    }),
    ...sample(
      PLAIN.filter(({ statement }) => YEAR.test(statement)),
      4,
    ).map((source) => spell(source, YEAR, toChineseDigits)),
  ];
}

/** True, but with the number of another sentence of the same article: it must be tied anew, not dropped. */
function miscited(): Truth[] {
  return sample(
    PLAIN.filter(({ parts }) => parts.length === 1),
    8,
    3,
  ).map((source) => {
    const others = SOURCES.filter(
      ({ topic, parts }) => topic === source.topic && !parts.includes(source.parts[0] ?? ""),
    );
    const wrong = others.at(source.statement.length % others.length)?.parts.slice(0, 1) ?? [];
    const reply = renderTemplate({ statement: source.statement, parts: wrong });
    return truthOf("miscited", { ...source, question: questionOf(source.topic) }, reply, source.statement);
  });
}

/** Kinds of lies whose true side is a statement that somebody would write as it is. */
const TWINS = new Set(
  "per-item swapped-figures qualifier measure organisation place programme as-of period negation direction comparison plan first-and-all".split(
    " ",
  ),
);
/** Named one sentence before the cited one; a stricter reading of proof may ask for both. */
const NAMED_BEFORE = /江城通信|川江农商|启行教育基金会计划|卓玉华/u;

/** What hand-made lies were made from, word for word: a check that is too tight drops them together with the lies. */
function twins(): Truth[] {
  const known = new Set(SOURCES.map(({ statement }) => statement));
  const fitting = makeBaseLies().filter(({ kind, truth }) => TWINS.has(kind) && !known.has(truth));
  const once = new Map(fitting.filter(({ truth }) => !NAMED_BEFORE.test(truth)).map((lie) => [lie.truth, lie]));
  return sample(Array.from(once.values()), 2).map(({ topic, question, truth, parts }) =>
    truthOf("twin", { topic, question, statement: truth, parts }, renderTemplate({ statement: truth, parts }), truth),
  );
}

/** Marks that models add although they were asked for plain text; a truth under them is shown without. */
const MARKS: readonly ((source: Source) => string)[] = [
  ({ statement, parts }) => `- **${statement}**${renderTemplate({ statement: "", parts })}`,
  ({ statement, parts }) => `## 答案\n1. ${statement}${renderTemplate({ statement: "", parts })}\n`,
  ({ statement, parts }) => `> ${statement.replace(/。$/u, "")}${renderTemplate({ statement: "", parts })}。`,
];

function marked(): Truth[] {
  return sample(PLAIN, 16, 5).map((source, i) => {
    const mark = MARKS[i % MARKS.length] ?? renderTemplate;
    return truthOf("marked", source, mark(source), source.statement);
  });
}
