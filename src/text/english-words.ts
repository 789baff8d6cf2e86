/**
 * English words of questions in Chinese, so that a question in English finds Chinese articles without a model. One word
 * for one: enough for what people ask about programmes, and for seeing that something else is asked (salary, email).
 */

const WORDS = `
programme 项目|program 项目|programmes 项目|programs 项目|project 项目|projects 项目|plan 计划|campaign 行动|initiative 行动|action 行动
report 报告|study 研究|research 研究|seminar 研讨会|symposium 研讨会|conference 会议|meeting 会议|forum 论坛|event 活动|activity 活动|activities 活动
handbook 手册|manual 手册|guide 手册|book 手册|survey 调查|evaluation 评估
family 家庭|families 家庭|household 户|households 户|caregiver 照料者|caregivers 照料者|carers 照料者|parents 家长|parent 家长|child 儿童|children 儿童
people 人|person 人|persons 人|elderly 老人|women 妇女|farmer 农户|farmers 农户|villagers 村民|student 学生|students 学生|teacher 教师|teachers 教师
merchant 商家|merchants 商家|seller 商家|sellers 商家|consumer 消费者|consumers 消费者|buyers 消费者|practitioner 从业者|practitioners 从业者
volunteer 志愿者|volunteers 志愿者|expert 专家|experts 专家|doctor 医生|doctors 医生|beneficiary 受益|beneficiaries 受益
county 县|counties 县|province 省|provinces 省|city 市|cities 市|village 村|villages 村|town 镇|township 乡|region 地区|regions 地区|area 地区|areas 地区
rural 乡村|urban 城市|national 全国|nationwide 全国|country 全国|local 当地|international 国际
company 公司|companies 公司|firm 公司|foundation 基金会|organisation 机构|organization 机构|organisations 机构|organizations 机构|university 大学
institute 研究院|centre 中心|center 中心|centres 中心|centers 中心|station 站|stations 站|hub 枢纽|hubs 枢纽|outlet 网点|outlets 网点|government 政府|hospital 医院
secretary-general 秘书长|secretary 秘书长|chairman 理事长|chairperson 理事长|director 主任|president 会长|founder 创始人|partner 合伙人|deputy 副|vice 副
head 负责人|leader 负责人|position 职务|title 职务|role 职务|job 职务|commissioner 特派员|commissioners 特派员
donate 捐赠|donated 捐赠|donates 捐赠|donation 捐赠|donations 捐赠|donor 捐赠|donors 捐赠|raise 筹集|raised 筹集|fund 资金|funds 资金|money 钱|fundraising 筹款
transaction 交易|transactions 交易|sale 销售|sales 销售额|sell 销售|sold 销售|price 价格|purchase 收购|cost 价格|income 收入|revenue 销售额
amount 金额|average 平均|total 累计|number 数量|per 每|each 每|increase 增长|increased 增长|grow 增长|grew 增长|growth 增长|rise 增长|rose 增长
decrease 下降|decreased 下降|fall 下降|fell 下降|decline 下降|times 倍|order 订单|orders 订单|share 比例|percentage 比例|proportion 比例
train 培训|trained 孵化|training 培训|incubate 孵化|incubated 孵化|help 帮助|helped 帮助|serve 服务|served 服务|service 服务|services 服务|benefit 受益
benefited 受益|benefitted 受益|support 支持|supported 支持|cover 覆盖|covered 覆盖|covers 覆盖|reach 覆盖|reached 覆盖|build 建|built 建立|establish 建立
established 建立|set 建立|found 创立|founded 创立|launch 发起|launched 发起|start 发起|started 发起|initiate 发起|initiated 发起|publish 发布|published 发布
release 发布|released 发布|issue 发布|issued 发布|organise 举办|organised 举办|organize 举办|organized 举办|hold 举办|held 举办|host 主办|hosted 主办
attend 出席|attended 出席|join 参与|joined 参与|participate 参与|participated 参与|participants 参与|send 派驻|sent 派驻|dispatched 派驻|develop 开发
developed 开发|product 产品|products 产品|industry 产业|industrial 产业|crop 产业|brand 品牌|logistics 物流|livestream 直播|livestreaming 直播|e-commerce 电商|ecommerce 电商
online 线上|platform 平台|model 模式|mode 模式|approach 模式|system 制度|culture 文化|element 要素|elements 要素|body 主体|bodies 主体|factors 要素
education 教育|medical 医疗|health 健康|legal 法律|law 法律|rehabilitation 康复|employment 就业|autism 孤独症|disability 障碍|disabilities 障碍|disabled 残障
awareness 宣传|day 日|date 日期|year 年|years 年|month 月|last 为期|long 为期|first 首次|main 主要|major 主要|key 主要|core 核心|goal 目标|purpose 目的|aim 目的
revitalisation 振兴|revitalization 振兴|poverty 贫困|charity 慈善|philanthropy 慈善|welfare 公益|giving 捐赠|resource 资源|resources 资源|value 价值
email 邮箱|e-mail 邮箱|address 地址|phone 电话|telephone 电话|contact 联系方式|website 网站|salary 工资|wage 工资|wages 工资|population 人口|age 年龄|old 年龄
born 出生|birthday 生日|birth 出生|married 结婚|wife 妻子|husband 丈夫|stock 股票|stocks 股票|shares 股票|weather 天气|loan 贷款|loans 贷款|tax 税|profit 利润
member 成员|members 成员|cooperative 合作社|co-operative 合作社|canteen 食堂|canteens 食堂|meal 餐|meals 餐|lunch 午餐|nurse 护士|nurses 护士
patient 患者|patients 患者|resident 居民|residents 居民|output 产量|yield 产量|livelihood 生计|invest 投资|invested 投资|investment 投资|branch 分社|branches 分社
mayor 市长|governor 省长|premier 总理|minister 部长|died 去世|death 去世|height 身高|size 面积|capital 资本|budget 预算|employees 员工|staff 员工
`;

const MEANING = new Map(
  WORDS.trim()
    .split(/[|\n]/u)
    .map((entry) => entry.split(" ") as [string, string]),
);

/** Words that mean something else together than one by one. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bhealth (?:station|post)s?\b/gu, "卫生站"],
  [/\bhealth (?:cent(?:er|re)|clinic)s?\b/gu, "卫生院"],
  [/\bmember households?\b/gu, "社员户"],
  [/\bpress conference\b/gu, "发布会"],
  [/\bnursing homes?\b/gu, "养老院"],
  // A report is published, a programme is started.
  [
    /(?<=\b(?:report|handbook|manual|book|guide|study|survey)s? (?:was |were |been )?)(?:launched|released)\b/gu,
    "发布",
  ],
];

/** Whether a word is an English one that questions about programmes hold: no name. @param word lower case. */
export function isKnownEnglish(word: string): boolean {
  return MEANING.has(word) || COMMON.has(word);
}

/** Words that people like to write with a capital, and that say nothing to search for. */
const COMMON = new Set(
  (
    "january february march april may june july august september october november december monday tuesday wednesday thursday " +
    "friday saturday sunday chinese english china world global new old big group association society media news press network " +
    "department ministry bureau committee council office school college white paper annual first second third blue green common"
  ).split(" "),
);

/**
 * English words in a text replaced by Chinese ones where one is known; all else stays. For matching only.
 * @param text folded.
 * @example translateWords("how many families in 青龙县?") // "how many 家庭 in 青龙县?"
 */
export function translateWords(text: string): string {
  const joined = PHRASES.reduce((words, [phrase, meaning]) => words.replaceAll(phrase, meaning), text);
  return joined.replaceAll(/[a-z]+(?:-[a-z]+)*/gu, (word) => MEANING.get(word) ?? word);
}
