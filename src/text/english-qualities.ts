/** English adjectives and adverbs of news with the Chinese that one of them needs in the sentence. */
export const ENGLISH_QUALITIES = `
rural village-level = 乡村|农村|村|乡; urban = 城; less-developed underdeveloped less-advantaged = 欠发达|落后|贫困
developed = 发达|开发|研发|发展; poor impoverished needy = 贫|困|欠发达|差; rich wealthy prosperous = 富|丰富
local = 当地|本地|地方|在地|地; national nationwide = 全国|国家|国; global worldwide = 全球|世界|国际
international foreign overseas = 国际|国外|海外|外; domestic = 国内|家; provincial = 省; municipal = 市
regional = 区域|地区|区; home = 国内|家|户; abroad = 国外|海外|内外|境外; social = 社会|社交; economic = 经济
industrial = 产业|工业; agricultural = 农; commercial = 商; financial = 金融|财|资金; digital = 数字|数码|数智
online = 线上|网|在线; offline = 线下; mobile = 手机|移动; medical = 医; legal = 法
psychological mental = 心理|精神|心智; physical = 身体|体|实物; educational = 教育; professional = 专业|职业
technical = 技术; public = 公众|公共|公益|公立|公开|社会; private = 民营|私|民办
charitable philanthropic = 慈善|公益|善; voluntary = 志愿|自愿; full-time = 专职|全职; part-time = 兼职
joint jointly together = 联合|共同|合|携手|一起|一同
main major key core principal chief primary = 主|重|关键|核心|首|小学|总; important significant = 重要|显著|重|明显
special = 特殊|专|特; new newly = 新; old former = 老|旧|原|前|岁; young = 年轻|青年|青|小; big large = 大; small = 小
high = 高; low = 低; long = 长|久; short = 短; early earlier = 早|初|前|先
late later latest recent recently = 近|晚|最新|后|日前|末
current currently present now = 目前|现|今|当前|至今|已|迄今; previous last past = 上|前|去|近|过去|来|之前|往
next coming upcoming future = 下|明|未来|将|接下来|今后; far = 目前|至今|迄今|累计|截至|已|远
yearly annual annually = 年; monthly = 月; weekly = 周; daily = 天|日; double = 双|倍; single = 单|一
multiple several various many numerous = 多|数|各|几|诸; few = 少|几|数; different = 不同|异|各; same = 同|一样
other = 其他|其它|其余|另|还; another = 另|又|再; additional further extra = 另|新增|追加|还|进一步|额外
every each = 每|各|均; all entire whole = 全|所有|各|都|均; most = 大多|多数|最|大部分
more = 多|更|余|超|逾|增|以上|高; less fewer = 少|不足|不到|低|减|下; least = 至少|最少|最低|最小|以上; average = 均
overall cumulative cumulatively = 共|累计|总|合计|整体|全; respective respectively = 分别|各
initial initially originally = 初|最初|原|起; final finally eventually = 最终|终|最后; first = 第一|首|一|初
second = 第二|二|再; third = 第三|三; only just merely solely = 仅|只|才|唯一|就; also = 也|还|同时|并|又
even = 甚至|还|连|更; still = 仍|还|尚|依然; already = 已; again = 再|又|重; once = 曾|一次|一旦|一
twice = 两次|两倍|2倍|2次|翻|1倍|一倍; nearly almost = 近|将近|接近|几乎
about around approximately roughly = 约|左右|大概|近|围绕|关于|有关|上下; exactly = 正好|恰好|刚好|整
directly direct = 直接; successfully successful = 成功|功|成; effective effectively = 有效|成效|效
free = 免费|无偿|自由|免; available = 可|供|有; open = 开|公开; common = 共同|常见|普通|共; strong = 强
good better best = 好|优|良|佳|善; bad worse worst = 差|坏|恶|糟; safe = 安全; clean = 清洁|洁|净; fresh = 新鲜|鲜
healthy = 健康; sick ill = 病|患; disabled = 残|障碍; deaf = 聋|听障|听力; blind = 盲|视障; autistic = 孤独症|自闭
left-behind = 留守; homeless = 无家|流浪; unemployed = 失业; low-sugar = 低糖; low-income = 低收入|困难
hearing-impaired = 听障|听力; value-added high-value-added = 附加值; second-hand used = 旧|二手; one-stop = 一站式
sustainable = 可持续; innovative = 创新|新; typical = 典型; modern = 现代; comprehensive = 全面|综合; pilot = 试点|试
third-party = 第三方; independent = 独立; official = 官方|正式; heavy heavily = 重|大|强|严重
severe serious = 重|严重; direct = 直接; quickly fast = 快|迅速|及时; slightly = 略|微|小幅
sharply significantly greatly = 大幅|显著|明显|大|快速; steadily = 稳; continuously consecutive = 连续|持续
ahead = 先|提前|前; away = 外|离; apart = 外|除; instead = 而|改|代替; because = 因|由于; however = 但|不过|然而|却
therefore thus hence = 因此|因而|从而|故; while whereas = 而|同时|但; though although = 虽|尽管; since = 自|以来|起|因
until till = 直到|至|到; before = 前; after = 后; during = 期间|中|间|期|时; without = 无|不|没|未
against = 反|对|防|抗; despite = 尽管|虽; including = 包括|其中|含|有; per = 每|/|均|单|单笔; detailed = 详实|详细|细
unpaid = 无薪|无偿|拖欠|义务; illegal illegally = 非法|违法; secret secretly = 秘密|机密; true = 真; false = 假|虚
right correct = 正确|对; wrong = 错|误; possible = 可能|可以; impossible = 不可能|无法; easy = 易|简单|方便
difficult hard = 难|困难; cheap = 便宜|平价|低价|低; expensive = 贵|昂; empty = 空; full = 满|全; hot = 热
cold = 冷|寒; dry = 干; wet = 湿; dead = 死|亡|遇难; alive = 活|生还; injured = 伤; missing = 失踪|缺失|缺
happy = 快乐|高兴|幸福; popular = 受欢迎|普及|热; famous = 知名|著名|名; well-known = 知名|著名; traditional = 传统
ancient = 古; religious = 宗教; political = 政治; military = 军; cultural = 文化; scientific = 科学|科研
natural = 自然; organic = 有机; green = 绿; red = 红; blue = 蓝; white = 白; black = 黑; yellow = 黄; western = 西
eastern = 东; northern = 北; southern = 南; remote = 偏远|远程|边远; mountainous = 山; coastal = 沿海|海; central = 中
high-speed = 高速|高铁; large-scale = 大规模|规模; long-term = 长期; short-term = 短期; real = 真|实
actual actually = 实际|实; basic = 基本|基础; general = 总|一般|普; necessary = 必要|必须|需; voluntarily = 自愿|志愿
equally = 平等|均; mostly mainly largely = 主要|大多|多; partly partially = 部分; fully = 全
especially particularly = 尤其|特别; always = 一直|始终|总; often = 经常|常|往往; sometimes = 有时
usually = 通常|一般; rarely = 很少|少; ever = 曾|从; soon = 即将|不久|很快; afterwards afterward = 后|之后
meanwhile = 同时; overnight = 一夜|夜; part = 部分
`;
