/** What the made-up articles are about: each line as news write it and as people ask for it, who share no word. */

/** One thing in two wordings. */
export interface Wording {
  news: string;
  asked: string;
}

const read = (lines: string): Wording[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [news = "", asked = ""] = line.split(" ");
      return { news, asked };
    });

/** What a programme cares for. */
export const FIELDS = read(`
留守儿童陪伴 爸妈外出打工的娃
乡村教师培训 山里教书先生进修
孤独症家庭支持 星星的孩子家里缺帮手
助残就业 手脚不便者找活干
养老照护 上岁数了没人伺候
大病救助 得了重疾没钱治
营养午餐 学堂晌午吃得好
女童保护 小姑娘别受欺负
医疗下乡 村里大夫长本事
灾害应急 发洪水闹地震
数字素养 不会摆弄手机
电商孵化 想开网店
文化传承 老手艺快失传
生态修复 荒山变绿
饮水安全 喝不上干净水
听力康复 耳朵不好使
视障阅读 眼睛看不见还想翻书
社区食堂 楼下有口热饭
心理健康 心里堵得慌
助学金 穷学生交不起费
`);

/** What a programme did. */
export const ACTIONS = read(`
建成服务站点 盖了几处地方
派出骨干讲师 来讲课的都是谁
发放物资 送了哪些东西
开通热线 打电话找哪里
募集善款 凑了多少钱
出版手册 印了啥小书
举办论坛 聚一块儿聊了啥
开展筛查 查出来几个
组建志愿队 热心肠来了几位
发布评估报告 到底管不管用
签署合作协议 跟谁联手
设立奖项 夸了哪些能手
`);

/** For the vectors: what means the same. */
export const MEANINGS = [...FIELDS, ...ACTIONS].map(({ news, asked }) => [news, asked]);
