/** True statements of particular kinds, by hand: word for word, in English, from two sentences at once. Data only. */

/** Kind, topic, question, statement with its sentences. */
export type WordedTruth = readonly [kind: string, topic: string, question: string, template: string];

export const WORDED_TRUTHS: readonly WordedTruth[] = [
  [
    "verbatim",
    "rural-revival",
    "青龙县累计孵化了多少名电商从业者?",
    "此外,阿里巴巴还孵化了当地致富带头人,带动全县百姓做直播,累计孵化339名电商从业者,销售额超500万元。{339名电商从业者}",
  ],
  [
    "verbatim",
    "elderly-canteens",
    "临溪县的长者食堂供了多少份餐?",
    "食堂每天供餐约1.1万份，累计供餐超过六百八十万份。{六百八十万份}",
  ],
  ["verbatim", "rural-teachers", "烛芯计划给学校发奖金吗?", "他强调,项目不给学校发奖金,也不组织教师排名。{发奖金}"],
  ["verbatim", "flood-relief", "安澜行动的捐款用了多少?", "捐款已支出4,050万元，占六成多。{4,050万元}"],
  [
    "verbatim",
    "hearing-rehabilitation",
    "听见春天的筛查率是多少?",
    "此前五年，项目累计筛查新生儿86.4万人，筛查率由71.2%提高到九成五。{86.4万人}",
  ],
  [
    "verbatim",
    "women-microloans",
    "木槿计划的贷款利率是多少?",
    "年利率由2019年的10.8%下调到2023年的8.6%,贷款上限由三万元提高到5万元。{10.8%}",
  ],
  [
    "verbatim",
    "digital-literacy",
    "银发触网课堂的经费来自哪里?",
    "项目经费全部来自捐赠，2022年支出648万元，2023年预算为712万元，增加约一成。{648万元}",
  ],
  [
    "joined",
    "rural-revival",
    "青龙县的产业和电商怎么样?",
    "青龙县的主要产业是板栗,当地累计孵化了339名电商从业者。{以河北省青龙县为例}{339名电商从业者}",
  ],
  [
    "joined",
    "online-giving",
    "公益宝贝的捐赠规模有多大?",
    "800多万商家17年来贡献了数十亿元捐款,国内外约5000万人次受益。{100多元钱}{7亿消费者}",
  ],
  [
    "joined",
    "family-support",
    "心智障碍者家庭支持计划筹了多少钱、服务了多少家庭?",
    "截至2022年12月该计划累计筹集超1000万元,项目为5.8万个心智障碍者家庭提供了服务。{截至2022年12月}{5.8万个}",
  ],
  [
    "joined",
    "elderly-canteens",
    "临溪县现在和将来有多少家长者食堂?",
    "临溪县已建成186家长者食堂,计划在2025年底前再新建45家。{一百八十六家}{2025年底前}",
  ],
  [
    "joined",
    "rural-teachers",
    "“双师课堂”的资金够吗?",
    "“双师课堂”共需240万元,目前已落实150万元,还有90万元缺口。{双师课堂}{一百五十万元}",
  ],
  [
    "joined",
    "flood-relief",
    "安澜行动收到和用掉了多少捐款?",
    "安澜行动共接收社会捐款6420万元,已支出4050万元。{六千四百二十万元}{4,050万元}",
  ],
  [
    "joined",
    "hearing-rehabilitation",
    "听见春天2022年的手术和支出情况如何?",
    "2022年,项目为412名听障儿童植入人工耳蜗,总支出为5730万元。{412名}{五千七百三十万元}",
  ],
  [
    "joined",
    "women-microloans",
    "木槿计划的贷款规模和还款情况怎样?",
    "木槿计划二十年来累计发放贷款36.2亿元,还款率达到99.2%。{36.2亿元}{99.2%}",
  ],
  [
    "joined",
    "digital-literacy",
    "银发触网课堂有多少讲师和学员?",
    "项目有1850名志愿讲师,已培训老人9.7万人次。{1,850名}{403个社区}",
  ],
  [
    "english",
    "rural-revival",
    "Did 339 people become e-commerce workers with sales of 500 in the county?",
    "青龙县 has incubated 339名 e-commerce practitioners, with sales of over 500万元.{339名电商从业者}",
  ],
  [
    "english",
    "online-giving",
    "What rose from 4.5 in 2019 to 5.3 in 2022?",
    "The average donation per transaction grew from 4.5分 in 2019 to 5.3分 in 2022.{4.5分}",
  ],
  [
    "english",
    "family-support",
    "Were 5.8 and 6.6 the numbers of families and carers served since 2019?",
    "The project has served 5.8万 families and benefited 6.6万 family caregivers.{5.8万个}",
  ],
  [
    "english",
    "rural-teachers",
    "Did 1,268 teachers from 71 counties take part?",
    "A total of 1,268 rural teachers from 71 counties attended the training camp.{1,268名}",
  ],
  [
    "english",
    "hearing-rehabilitation",
    "Did 412 children get implants in 2022 and 286 in 2021?",
    "In 2022, 412 children received cochlear implants, up 44% year on year.{412名}",
  ],
  [
    "english",
    "women-microloans",
    "Did the rate fall from 10.8% in 2019 to 8.6% in 2023?",
    "The annual interest rate was lowered from 10.8% in 2019 to 8.6% in 2023.{10.8%}",
  ],
];
