/**
 * Made-up programme articles in any number, for the benchmark: the same seed gives the same articles. Sentences come
 * from patterns filled with places, organisations, people, goods and figures, so that words are as unevenly spread as in
 * real news: some in every article, most in few.
 */

/** A made-up article; `text` holds paragraphs parted by an empty line. */
export interface SyntheticArticle {
  title: string;
  text: string;
}

const PLACES_A = Array.from("云青清临安长平新东南北阳宁河金永怀龙凤石桃竹松柏梅兰白沙双三大");
const PLACES_B = Array.from("溪山江川城阳源水泉岭湖峰田坪塘关桥林洲浦岗原谷湾台门坝沟港岩");
const SURNAMES = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕");
const GIVEN = Array.from("明华建国平芳丽静强磊军洋勇艳杰娟涛敏超秀霞刚桂英玉兰欣怡子涵宇轩晨雨嘉诺思远文博");
const GOODS =
  "板栗 茶叶 苹果 柑橘 核桃 蜂蜜 木耳 香菇 大米 小米 花椒 枸杞 蓝莓 草莓 葡萄 黄牛 山羊 土鸡 鲈鱼 竹编 刺绣 剪纸 中药材 藜麦 青稞 猕猴桃 莲子 百合 辣椒 红薯".split(
    " ",
  );
const FIELDS =
  "留守儿童陪伴 乡村教育 孤独症家庭支持 助残就业 养老照护 大病救助 营养午餐 女童保护 乡村医生培训 灾害应急 数字素养 电商培训 文化传承 生态修复 饮水安全 听力康复 视障阅读 社区食堂 心理健康 助学金".split(
    " ",
  );
const ORGS = "基金会 公益协会 社会工作服务中心 合作社 慈善会 志愿者联合会 乡村发展中心 研究院".split(" ");
const TITLES = "秘书长 理事长 项目主任 负责人 副会长 院长 总干事 特派员".split(" ");
const UNITS = "名 户 个村 家企业 所学校 位老人 名儿童 个家庭".split(" ");

const SENTENCES: readonly ((word: Vocabulary) => string)[] = [
  (w) => `${w.date()},${w.place()}${w.field()}项目在${w.place()}启动,${w.org()}${w.title()}${w.person()}出席。`,
  (w) => `截至${w.year()}年底,项目累计投入${w.figure()}万元,覆盖${w.small()}个乡镇,惠及${w.figure()}${w.unit()}。`,
  (w) => `${w.person()}介绍,${w.place()}的${w.good()}种植面积超过${w.figure()}亩,年销售额近${w.figure()}万元。`,
  (w) => `“我们希望${w.field()}不再只是一次性的捐赠。”${w.org()}${w.title()}${w.person()}表示。`,
  (w) => `与${w.year()}年相比,参与${w.field()}的志愿者增长了${w.small()}倍,达到${w.figure()}人。`,
  (w) => `${w.place()}通过直播带货销售${w.good()}${w.figure()}吨,带动${w.figure()}户农户平均增收${w.figure()}元。`,
  (w) => `该项目由${w.place()}${w.org()}联合${w.place()}${w.org()}发起,首期为期${w.small()}年。`,
  (w) => `在${w.place()},${w.org()}建成了${w.small()}个服务站点,为${w.figure()}${w.unit()}提供${w.field()}服务。`,
  (w) => `村民${w.person()}说,参加培训以后,家里的${w.good()}卖到了${w.place()},收入比过去高出${w.small()}成。`,
  (w) => `下一步,${w.org()}计划用${w.small()}年时间,把${w.field()}的经验推广到${w.small()}个县区。`,
  (w) => `评估报告显示,${w.small()}0%的受访者对${w.field()}表示满意,其中${w.place()}的比例最高。`,
  (w) => `专家${w.person()}认为,${w.field()}要与当地${w.good()}产业结合,才能形成长期的内生动力。`,
];

const SENTENCES_PER_PARAGRAPH = 4;
const PARAGRAPHS = 9;

/** @param count how many. @param seed any integer. About four chunks an article. */
export function createSyntheticArticles(count: number, seed: number): SyntheticArticle[] {
  const word = createVocabulary(createRandom(seed));
  return Array.from({ length: count }, () => {
    const title = `${word.place()}${word.field()}项目${word.year()}年惠及${word.figure()}${word.unit()}`;
    const paragraphs = Array.from({ length: PARAGRAPHS }, () =>
      Array.from({ length: SENTENCES_PER_PARAGRAPH }, () => word.pick(SENTENCES)(word)).join(""),
    );
    return { title, text: paragraphs.join("\n\n") };
  });
}

type Vocabulary = ReturnType<typeof createVocabulary>;

function createVocabulary(random: () => number) {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  };
  return {
    pick,
    place: () => `${pick(PLACES_A)}${pick(PLACES_B)}${pick(["县", "县", "市", "镇"])}`,
    person: () => `${pick(SURNAMES)}${pick(GIVEN)}${random() < 0.5 ? pick(GIVEN) : ""}`,
    org: () => `${pick(PLACES_A)}${pick(PLACES_B)}${pick(ORGS)}`,
    good: () => pick(GOODS),
    field: () => pick(FIELDS),
    title: () => pick(TITLES),
    unit: () => pick(UNITS),
    figure: () => String(whole(11, 9800)),
    small: () => String(whole(2, 9)),
    year: () => String(whole(2012, 2023)),
    date: () => `${whole(1, 12)}月${whole(1, 28)}日`,
  };
}

/** Mulberry32: small, seeded, good enough to mix words. Gives numbers from 0 to below 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
