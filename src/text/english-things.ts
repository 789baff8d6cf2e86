/**
 * English nouns of news for things and matters, each with the Chinese that one of them needs in the sentence. One form is
 * enough: endings are taken off by `english-lexicon`.
 */
export const ENGLISH_THINGS = `
project programme program = 项目|计划|工程|行动|活动
plan scheme = 计划|方案|规划|项目; initiative campaign action drive = 行动|计划|活动|倡导|项目|运动
report = 报告|报道|通报; handbook manual guide = 手册|指南|指引; book = 书|册|手册; research study = 研究|调研|学习
symposium seminar workshop = 研讨|座谈|会; conference meeting forum summit = 会
event activity ceremony = 活动|会|仪式; survey = 调查|调研; evaluation assessment = 评估|评价
result outcome effect impact = 结果|成效|效果|效应|影响|成果; donation gift = 捐|赠|善款|礼
fund funding = 资金|基金|款|资助|出资|经费; money = 钱|款|资金|元; grant subsidy allowance = 补贴|补助|津贴|资助|款|金
loan credit = 贷|借; lender borrower = 贷|借|银行; bank = 银行; interest rate = 利率|利息|率
interest = 利息|利率|息|兴趣; rate ratio = 率|比例|比; share proportion percentage = 比例|占|份额|股|成|率|比
investment = 投资|投入; spending expenditure expense = 支出|花费|费用|开支|经费; cost fee charge = 成本|费|花费|价
price = 价; income earnings = 收入|增收; revenue turnover = 销售额|收入|营收|营业额; profit = 利润|盈利
sale = 销售|售|卖|成交; salary wage pay = 工资|薪|报酬|付|缴; budget = 预算; tax = 税; debt = 债|欠; loss = 损失|亏|损
transaction trade = 交易|单|笔|贸易; order = 订单|单; product goods = 产品|商品|货; packaging = 包装; brand = 品牌
market = 市场; industry sector = 产业|行业|业; factory plant = 厂; workshop = 车间|作坊|研讨; cooperative = 合作社
agriculture = 农业|农; crop = 作物|产业|农; chestnut = 板栗|栗; tea = 茶; rice = 米|稻; fruit = 果; apple = 苹果
orchard = 果园; field = 田|领域|地|现场; forest = 林; tree sapling seedling shrub = 树|株|棵|苗|灌木
land mu hectare acre = 地|亩|公顷; water = 水; river = 河|江|流域; well = 井; road = 路; bridge = 桥
vehicle car truck bus = 车; boat ship = 船; phone smartphone mobile = 手机|电话|部; computer = 电脑|计算机
internet web = 互联网|网; e-commerce ecommerce = 电商|电子商务; livestream livestreaming broadcast = 直播
logistics = 物流; outlet site point = 网点|点|站; hub = 枢纽; station = 站; liaison = 联络; centre center = 中心
platform = 平台; network = 网; technology tech science = 科技|技术|科学; data information = 数据|信息|资料
system = 系统|制度|体系; mechanism = 机制; model mode pattern = 模式|型
method approach way = 方式|方法|做法|模式|办法|路; measure = 措施|举措; policy = 政策; law = 法; legal = 法律|法
right = 权; service = 服务; support = 支持|扶|助; assistance aid help = 帮|助|援|扶
care = 照护|照料|护理|照顾|看护|关爱|养|医疗|托; training = 训|培|课; education = 教育|教学|教|学
course class lesson session = 课|班|期|节|场; lecture talk = 讲座|讲|课|谈; camp = 营; curriculum = 课程
exam test examination = 考|试|检查|检测; reading = 阅读|读; mathematics math = 数学; english = 英语
pass = 达标|通过|及格; score mark = 分|成绩; grade = 年级|成绩|级; experience = 经验|经历; skill = 技能|技术|本领
knowledge = 知识; health = 健康|卫生|医; medicine drug = 药|医; disease illness = 病; diabetes diabetic = 糖尿病
surgery operation = 手术|运营|运作; implant = 植入|耳蜗; cochlear = 耳蜗; hearing = 听; speech = 言语|讲话|致辞|语
recognition = 识别|认; rehabilitation = 康复; disability = 障碍|残; autism = 孤独症|自闭
intellectual mental = 心智|智力|心理|精神; employment job = 就业|工作|岗|职; canteen kitchen dining = 食堂|厨房|餐
meal lunch dinner breakfast = 餐|饭|份; food = 食|餐|粮|菜; diet = 膳|餐|饮食; library = 图书|书; museum = 博物馆
camera = 相机|摄像; product development = 产品|发展; development = 发展|开发|研发
revitalisation revitalization rejuvenation = 振兴; reduction alleviation = 减|攻坚|脱贫; poverty = 贫
charity philanthropy = 慈善|公益; welfare = 公益|福利; public-welfare nonprofit non-profit = 公益|非营利
commerce = 商; economy = 经济; country nation = 国|全国; china = 中国|国内|全国|国; province = 省
city municipality = 市|城; county = 县; district = 区; town township = 镇|乡|市|县; village = 村|乡
countryside = 乡村|农村|乡; community neighbourhood neighborhood = 社区|小区; area region zone = 地区|区|地|区域
place location = 地|处|点; capital = 首都|资本|省会|资金; world globe = 世界|全球; flood flooding = 洪|水灾|涝
rain rainfall rainstorm = 雨; earthquake quake = 地震|震; disaster = 灾; relief = 救灾|救援|救助|救济|赈
rescue = 救援|救; rescuer = 救援|队员; reconstruction = 重建; renovation refurbishment = 改造|翻新|修
construction = 建; project manager = 项目经理; quality = 质量|水质|质|优; pollution = 污染; emission = 排放
energy = 能源|能; solar = 太阳能|光伏; electricity power = 电|力; equipment device = 设备|器|装备
supply material = 物资|材料|物品|供|资料; vaccine vaccination = 疫苗|接种; blood = 血; screening = 筛查|筛
checkup check-up = 体检|检查; kit parcel package = 包|套
number figure quantity = 数|名|个|家|量|次|笔|所|株|户|份|人|单|件|间; amount sum value volume = 额|量|元|值|款|金
average = 均; majority = 多数|大多|以上|多; minority = 少数; rest remainder = 其余|剩|余; level = 水平|级|率|程度
standard = 标准|达标; capacity ability = 能力|容量; scale size = 规模|面积
goal target aim objective purpose = 目标|目的|旨在|为了|宗旨; value worth = 价值|值|折; role = 作用|角色|职
need demand = 需; problem issue challenge question difficulty = 问题|难|困|议题|挑战; solution = 解决|方案
reason cause = 原因|因|由; opportunity chance = 机会|机遇; resource = 资源; element factor = 要素|因素
cycle period term phase stage = 周期|期|阶段|届; year annual = 年|岁|周年; month = 月; week = 周|星期; day = 天|日
hour = 小时|时; minute = 分钟|分; second = 秒|第二|二|再; time = 次|时|倍|届|年; times fold = 倍|次; century = 世纪
decade = 十年|年代; spring = 春; summer = 夏|暑; autumn fall = 秋|降|落; winter = 冬|寒; morning = 早|上午|晨
afternoon = 下午; evening night = 晚|夜; today = 今天|今日|当天|目前; age = 岁|年龄; half = 半|50%
quarter = 四分之一|季度|25%; third = 三分之一|第三|三; yuan rmb cny renminbi = 元|款; fen cent jiao = 分|角|毛
dollar = 美元; percent per-cent percentage = %|百分|成; point = 百分点|点|分; ton tonne = 吨; kilogram kg = 公斤|千克
kilometre kilometer km = 公里|千米; metre meter = 米; case = 案|件|例|病例; clue tip = 线索; complaint = 投诉|举报
award prize = 奖; champion championship = 冠军|锦标赛; competition contest match game race = 赛|比赛
athlete runner player = 运动员|选手|跑者|队员; record = 纪录|记录; film movie = 电影|片
news media press = 新闻|媒体|报; journalist reporter = 记者; reader = 读者|人
copy volume edition issue = 册|本|份|期|版; story = 故事; culture = 文化; tourism tourist visitor = 旅|游|参观
history = 历史|史; ecology ecosystem environment = 生态|环境; gene = 基因; line = 线; path route = 路径|路; chain = 链
ingredient part portion = 部分|份|配; side = 方|边|侧; party = 方|党; agreement contract = 协议|合同|签
certificate licence license = 证|许可; rule regulation = 规|制度|条例; application applicant = 申请|报名|应用
registration = 登记|注册|报名; space room = 空间|室|间|房; classroom = 教室|课堂; bed = 床
tens dozens = 数十|几十|十几|十余|多; hundreds = 数百|几百|上百|百余|百多; thousands = 数千|几千|上千|千余|数万|几万
millions = 数百万|几百万|上百万|百万|万; billions = 数十亿|数亿|几亿|十亿|亿; dozen = 十二|12|打; sugar = 糖
advice = 建议|咨询|指导; success = 成功|成效; end = 底|末|结束|止; beginning = 初|开始|起; background = 背景
framework = 框架; meaning significance = 意义; idea concept = 理念|概念|想法; tool = 工具; perspective = 视角|角度
topic theme = 主题|议题; strategy = 战略|策略; mission = 使命; trust = 信任|信托; safety security = 安全
traffic = 交通; crime = 罪|犯; war = 战; peace = 和平; music = 音乐; art = 艺术|美术; sport = 体育|运动; card = 卡|证
bag = 包|袋; clothes clothing = 衣|服装; shoe = 鞋; milk = 奶; meat = 肉; egg = 蛋; fish = 鱼; pig = 猪
cattle cow = 牛; sheep goat = 羊|羊; bee honey = 蜂; mushroom = 菌|菇; vegetable = 菜|蔬; flower = 花; grass = 草
mountain hill = 山; lake = 湖; sea ocean coast = 海; island = 岛; desert = 沙漠|沙; animal = 动物; bird = 鸟
dog = 犬|狗; air = 空气|航空; weather = 天气; climate = 气候; temperature = 气温|温度; heat = 热; fire = 火
smoke = 烟; gas = 气; oil = 油; coal = 煤; mine mining = 矿; steel = 钢; textile = 纺织; garment = 服装
restaurant = 餐馆|餐厅|饭店; hotel = 酒店|宾馆|旅馆; airport = 机场; train railway = 火车|铁路|列车; ticket = 票
insurance = 保险; pension = 养老|退休金; retirement = 退休; box = 箱|盒; letter = 信; message = 信息|消息|短信
email = 邮; website app = 网站|应用|程序; video = 视频|录像; photo picture = 照片|图; game = 游戏|赛
`;
