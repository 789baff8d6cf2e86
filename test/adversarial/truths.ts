/** The other side of the suite: what a good model writes and a good check lets through. Hand-written, then by rules. */
import { idOf, sample, type Truth } from "./cases.js";
import { FLUENT_TRUTHS } from "./fluent-truths.js";
import { groupDigits, toChinese, toChineseDigits, toFullWidth } from "./numerals.js";
import { parseTemplate, renderTemplate, type Template } from "./templates.js";
import { questionOf, TOPICS } from "./topics/index.js";
import { WORDED_TRUTHS } from "./worded-truths.js";

/** A statement that rules may work on. */
export interface Source extends Template {
  topic: string;
  question: string;
}

/** The hand-written statements. */
export const SOURCES: readonly Source[] = TOPICS.flatMap(({ id, asked }) =>
  asked.flatMap(([question, templates]) =>
    templates.map((template) => {
      const parsed = parseTemplate(template);
      return { topic: id, question: answers(question, parsed.statement) ? question : questionOf(id), ...parsed };
    }),
  ),
);

/** A statement without any figure does not answer 多少, however true it is; it is an answer about the whole article. */
function answers(question: string, statement: string): boolean {
  if (/哪天|什么时候/u.test(question)) return /\d月\d/u.test(statement);
  if (!/多[少大]|几/u.test(question)) return true;
  return /\d|[一二两三四五六七八九十]家/u.test(statement.replaceAll(/第?[\d一二三四五六七八九十]+[年月日届]/gu, ""));
}

/** Statements that show a calculation are kept as they are. */
const PLAIN = SOURCES.filter(({ statement }) => !/[−+=]/u.test(statement));

/** All true cases. */
export function makeTruths(): Truth[] {
  return [
    ...SOURCES.map((source) => truthOf("paraphrase", source, renderTemplate(source), source.statement)),
    ...roles(),
    ...otherNumerals(),
    ...miscited(),
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
