/**
 * What people count when they ask in English, in the words of Chinese articles: how many families → 多少家庭. Only
 * the nouns of social work that stand behind "how many"; it is no translation.
 */
const COUNTED: Readonly<Record<string, string>> = {
  family: "家庭",
  families: "家庭",
  household: "户家庭",
  households: "户家庭",
  people: "人",
  persons: "人",
  caregivers: "照料者",
  carers: "照料者",
  children: "儿童",
  volunteers: "志愿者",
  villages: "村",
  counties: "县",
  cities: "城市",
  provinces: "省",
  merchants: "商家",
  donors: "捐赠人",
  stations: "站",
  years: "年",
};

/** @example toHanCounted("how many families") // "多少家庭" */
export function toHanCounted(question: string): string {
  return question.replace(/how many (?<noun>[a-z]+)/u, (asking, noun: string) =>
    COUNTED[noun] === undefined ? asking : `多少${COUNTED[noun]}`,
  );
}
