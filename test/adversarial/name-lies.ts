/** Lies by rule on persons: somebody else's title, a title a step higher or lower, somebody who does not exist. */

import { isInArticles } from "./articles.js";
import { hashOf } from "./cases.js";
import type { EditedSource } from "./quantity-lies.js";
import { SOURCES } from "./sources.js";
import { renderTemplate } from "./templates.js";
import { TOPICS } from "./topics/index.js";
import type { Topic } from "./topics/topic.js";

type Person = Topic["people"][number];

/** People of no article, with surnames that are and are not common. */
const NOBODY = ["赵文博", "孙丽娜", "欧阳海", "牟晓东", "黄志强", "褚一帆", "周建国"];

/** Each of these is another post. The first that fits is used. */
const OTHER_TITLES: readonly (readonly [from: string, to: string])[] = [
  ["常务副秘书长", "秘书长"],
  ["副理事长兼秘书长", "理事长"],
  ["副司长", "司长"],
  ["副局长", "局长"],
  ["副主任", "主任"],
  ["副书记", "书记"],
  ["副行长", "行长"],
  ["副总裁", "总裁"],
  ["副秘书长", "秘书长"],
  ["秘书长", "理事长"],
  ["理事长", "秘书长"],
  ["主任医师", "副主任医师"],
  ["总干事", "理事长"],
  ["总监", "总经理"],
  ["主任", "院长"],
  ["院长", "副院长"],
  ["局长", "副局长"],
  ["会长", "名誉会长"],
  ["负责人", "院长"],
  ["发起人", "院长"],
  ["研究员", "所长"],
  ["队长", "副队长"],
  ["主席", "副主席"],
  ["校长", "副校长"],
  ["经理", "总裁"],
  ["治疗师", "治疗科主任"],
  ["特派员", "合作社理事长"],
];

/** Everybody with the title of the next one, both sentences cited. */
export function swapPeople(): EditedSource[] {
  return TOPICS.flatMap(({ id, people }) =>
    people.flatMap(([name, title, part], i) => {
      const [other = name, , otherPart = part] = people[(i + 1) % people.length] ?? [];
      if (other === name) return [];
      const parts = Array.from(new Set([part, otherPart]));
      return [
        { kind: "person", topic: id, edited: renderTemplate({ statement: `«${name}→${other}»是${title}。`, parts }) },
      ];
    }),
  );
}

/** Everybody with a title that nobody gave them. */
export function changeTitles(): EditedSource[] {
  return everybody().flatMap(([topic, [name, title, part]]) => {
    const [from, to] = OTHER_TITLES.find(([from]) => title.includes(from)) ?? [];
    if (from === undefined || to === undefined) throw new Error(`no other title is known for ${title}`);
    const statement = `${name}是${title.replace(from, () => `«${from}→${to}»`)}。`;
    return [{ kind: "title", topic, edited: renderTemplate({ statement, parts: [part] }) }];
  });
}

/** Somebody of no article in the place of a person: in the role, and in statements that name one. */
export function inventPeople(): EditedSource[] {
  const roles = everybody().map(([topic, [name, title, part]]) => ({
    kind: "invented-person",
    topic,
    edited: renderTemplate({ statement: `«${name}→${nobodyFor(name)}»是${title}。`, parts: [part] }),
  }));
  const deeds = SOURCES.flatMap((source) => {
    const [name] =
      TOPICS.find(({ id }) => id === source.topic)?.people.find(([one]) => source.statement.includes(one)) ?? [];
    if (name === undefined) return [];
    const statement = source.statement.replace(name, `«${name}→${nobodyFor(source.statement)}»`);
    return [{ kind: "invented-person", topic: source.topic, edited: renderTemplate({ ...source, statement }) }];
  });
  return [...roles.filter((_, i) => i % 2 === 0), ...deeds];
}

function everybody(): (readonly [topic: string, person: Person])[] {
  return TOPICS.flatMap(({ id, people }) => people.map((person) => [id, person] as const));
}

function nobodyFor(words: string): string {
  const name = NOBODY[hashOf(words) % NOBODY.length] ?? "";
  if (isInArticles(name)) throw new Error(`${name} stands in an article`);
  return name;
}
