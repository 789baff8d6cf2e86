/**
 * Attributes that a text states by their own words or not at all: where nothing is said of a telephone number, no sentence
 * gives one, however much of the question it shares. What can be put in many ways (purpose, effect, feature) is not here.
 */

/** What asks for an attribute, and what a sentence that gives it holds. Both on folded text. */
const ATTRIBUTES: readonly (readonly [asks: RegExp, states: RegExp])[] = [
  [/人口/u, /人口|常住|居民|户籍/u],
  [/女性|女生|女孩|女的/u, /女|妇/u],
  [/男性|男生|男孩|男的/u, /男/u],
  [/比例|占比|百分之几|百分比/u, /%|百分|比例|占|成|比重|分之/u],
  [/主题[是为]|什么主题/u, /主题|为题|题为/u],
  [/(?:什么时候|何时|哪一?[年天])(?:会|将)?(?:结束|到期|闭幕)/u, /结束|截止|到期|为期|闭幕|落幕/u],
  [/电话|手机号|热线|联系方式|怎么联系|如何联系|微信号|\bphone\b/u, /电话|手机|热线|微信|致电|拨打|联系|邮箱|\d{7,}/u],
  [/邮箱|邮件地址|email/u, /邮箱|邮件|@/u],
  [/网址|官网|网站/u, /网址|官网|网站|www|http/u],
  [/地址|邮编/u, /地址|位于|坐落|地处|路\d+号|号楼/u],
  [/工资|薪水|薪酬|月薪|年薪|收入多少|待遇/u, /工资|薪|收入|待遇|报酬/u],
  [/股价|市值|股票/u, /股价|市值|股票|每股|收盘|股/u],
  [/净利润|利润|盈利|赚了多少/u, /利润|盈利|净利|赚|亏/u],
  [/房价|房租|租金/u, /房价|房租|租金/u],
  [/票价|门票|学费|报名费|会费/u, /价|费|票|元|免费/u],
  [
    /定价|售价|多少钱一[本斤个件份张]|一[本斤个件份张](?:卖)?多少钱/u,
    /定价|售价|单价|价格|每[本斤个件份张]|\/[本斤]|元一/u,
  ],
  [/多大年纪|今年多大|多少岁|几岁|年龄|岁数/u, /岁|年龄|生于|出生/u],
  [/出生|生日|哪年生/u, /出生|生于|诞生|生日|出世|年生/u],
  [/妻子|丈夫|老婆|老公|结婚|配偶|娶|嫁/u, /妻|夫|婚|配偶|娶|嫁|夫人|太太/u],
  [/身高|体重/u, /身高|体重|公分|厘米|公斤/u],
  [/学历|毕业于|哪所大学毕业|哪个学校毕业/u, /毕业|学历|学士|硕士|博士|就读|学位/u],
  [/籍贯|老家|哪里人/u, /籍|老家|人氏|出生|生于/u],
  [/面积/u, /面积|平方|亩|公顷/u],
  [/口号|标语/u, /口号|标语/u],
  [/获得过?什么奖|什么奖项|获过什么奖/u, /奖|荣誉|称号|表彰/u],
  [/成立于|(?:哪一?年|什么时候|何时)成立/u, /成立|创立|创建|建立|设立|创办|组建|始建/u],
  [/天气|气温|温度|下雨/u, /天气|气温|温|雨|晴|度/u],
  [/密码|账号|银行卡|账户/u, /密码|账号|账户|卡号/u],
  [/创始人|创立者|谁(?:创立|创办|创建)/u, /创始|创立|创办|创建|创会|发起人/u],
  [/(?:when|which year).*(?:创立|建立|成立)/u, /成立|创立|创建|建立|设立|创办|组建|始建/u],
  [/停止|终止|取消|暂停|中止|叫停|停办/u, /停|终止|取消|中止|结束/u],
  [/(?:离开|离职|辞去|辞职|卸任|退休|退出|被免)(?!的人)\p{Script=Han}{0,5}[?？]?$/u, /离|辞|卸任|退休|退出|免去/u],
  [/罚款|处罚|被罚/u, /罚/u],
  [/上市/u, /上市|挂牌|ipo/u],
  [/倒闭|破产|解散/u, /倒闭|破产|解散|清算|注销/u],
  [/门店|店面|分店/u, /门店|店面|分店|家店/u],
  [/营业额|营收/u, /营业|营收/u],
  [/gdp|生产总值/u, /gdp|生产总值/u],
  [/粉丝/u, /粉丝|关注者|订阅/u],
  [
    /(?:什么时候|何时|哪一?年).{0,4}(?:当上|担任|出任|上任|就任|接任|当选|升任)/u,
    /(?<![主责现信])任(?![务何])|当选|就职|接掌|接替|升|授|拜|封|选为|成为/u,
  ],
  [/法人代表|法定代表人/u, /法人|法定代表/u],
  [/注册资本|注册资金/u, /注册资/u],
];

/** Whether a question asks for one of these. Folded. */
export function asksForAttribute(question: string): boolean {
  return ATTRIBUTES.some(([asks]) => asks.test(question));
}

/** Whether a text states every attribute that a question asks for; true when it asks for none of these. Both folded. */
export function statesAskedAttributes(question: string, text: string): boolean {
  return ATTRIBUTES.every(([asks, states]) => !asks.test(question) || states.test(text));
}
