/**
 * English verbs of news with the Chinese that one of them needs in the sentence. Irregular forms are listed, the others are
 * found by their endings; for the commonest verbs `english-verbs` asks the same once more.
 */
export const ENGLISH_DEEDS = `
include comprise contain involve = 包括|包含|其中|含|涵盖|涉|有|达|元; account = 占|账
amount = 达|共|为|额; rely depend base = 依托|依靠|靠|基于|根据|以
use utilise utilize apply adopt used = 用于|采用|使用|利用|运用|用|应用|以
run operate manage managed = 运营|管理|办|运行|经营|运作; work = 工作|从事|合作|就业|务工|上班
live = 居住|住|生活|独居; stay = 住|留|驻; station stationed = 驻|派; leave left = 离|走了|留下|剩|辞
go went gone = 前往|赴|走|去了|上学|就; come came = 来自|来到|到来|前来|源于; arrive = 到达|抵达|到来|来到|到
return = 返|回到|回国|归还|退还|还给; enter = 进|入; visit = 访|探望|参观|走访|慰问; travel = 行|旅|前往|赴
pay paid = 支付|付|缴|交费|交纳|发放|支出|赔; cost = 花|费|需|成本|价|元; charge = 收费|收取|费
receive = 收到|收取|接收|接受|接|获|得到|领|植入|享; get got = 得|获|收到|领; gain obtain acquire = 获|得|取|增
accept = 接|受理|收|纳; handle process = 处理|办理|受理|办; deal = 处理|应对|交易; treat = 治|诊|疗|待
cure heal = 治|愈; detect find found discover = 发现|检|查|创|找; check inspect examine = 查|检
test tested = 测|检|试; monitor = 监测|监控|监; measure measured = 测|量|衡
show reveal indicate suggest = 显示|表明|指出|发现|披露|数据|报告; report reported = 报告|报|举报|通报|称
announce declare = 宣布|公布|通报|发布|称; introduce = 介绍|引|推出; share = 分享|共享|交流|共
discuss talk = 讨论|议|研讨|谈|交流|探讨|聊; comment remark = 点评|评|表示
speak spoke deliver address = 讲话|致辞|发言|演讲|说|表示|送|发表; propose advise recommend = 建议|提出|提议|推荐
call urge appeal = 呼吁|号召|叫|称|希望|电话; praise commend = 表扬|赞|肯定; thank = 感谢|谢
believe think thought consider = 认为|觉得|相信|看来; remind warn = 提醒|警|提示; want wish hope = 想|希望|愿|要
plan intend aim = 计划|拟|将|旨在|打算|目标; expect = 预计|期待|预期|有望|希望; promise pledge commit = 承诺|保证
decide = 决定|判|定; agree = 同意|协议|达成|约定|一致; sign signed = 签
cooperate collaborate partner = 合作|携手|联合|协同|伙伴; join joint unite = 加入|参|联合|携手|入
lead led = 带|领|引|率|主导|牵头|致; guide = 指导|引导|导; direct = 指导|主|导
encourage motivate = 鼓励|激励|激发|带动|动员; promote boost drive advance = 推|促|提升|带动|倡导|推进|宣传|拉动
improve enhance upgrade strengthen = 提|改|善|升|优化|增强|加强|强化|完善; activate = 激活|激发
raise raised = 筹|募|提高|上调|提升|集|养; increase rise grow climb = 增|升|涨|高|提|长
decrease decline drop reduce cut lower fall = 降|减|下|跌|低|缩; double = 倍|翻; triple treble = 倍|翻
quadruple = 倍|翻; halve = 半; exceed surpass = 超|逾|突破|高|过|多; reach = 达|到|突破|覆盖|至|超
remain = 仍|保持|剩|还|维持; keep kept maintain = 保持|维持|留|保|坚持; change = 变|改; become became = 成为|变|成了
turn = 转|变|成为; replace = 换|取代|代替|接替; remove = 除|去|拆|清; add = 增|新|加上|添; save = 节|省|救|存|挽
lose lost = 失|丢|输|亏; win = 赢|获|夺|胜; gather collect = 集|聚|收|汇|筹|募; bring brought = 带来|带动|带|使
take took taken = 采取|取得|采用|承担|拿|参加|花|带; give gave given = 给|赠|发放|捐|提供|授予|送; hand = 交|发放|递
send sent = 派|发送|寄|送; carry = 载|带|运|开展|承担|举办|进行; transport ship = 运|送; transfer = 转|移|调
move moved = 搬|迁|移|转; connect link = 链接|连接|联|接|打通|结合; combine integrate = 结合|融|整合|综合
form formed = 形成|组成|构成|成立; make made = 制作|制定|做|作出|造|使|生产|打造|达成; produce = 产|制|出
process = 加工|处理; manufacture = 制造|生产; create = 创|建|设|造|立; design = 设计
develop = 开发|发展|研发|设计|制定; build = 建|筑|打造|构; set = 建|设|立|定|创|制定|搭; construct = 建|构
repair fix = 修; restore = 修|恢复|复; renovate = 改造|翻新|修|改; rebuild = 重建|修|复建; equip install = 装|配|设
pilot = 试点|试; write wrote written compile = 写|编|撰; edit = 编; translate = 译|翻译; draw = 画|吸引|抽
read = 读|阅; teach = 教|授|课; learn = 学|了解|获悉; study studied = 学|研究|调研|读; graduate = 结业|毕业
enrol enroll register = 报名|登记|注册|入学|招|登; attend = 参加|出席|参|上|到; participate = 参
host hold organise organize = 主办|举办|举行|召开|办|组织|开展
conduct implement perform undertake = 开展|进行|举|做|实施|执行|推行|承担|完成
finish complete = 完成|完工|结束|建成|结业|毕业|完; start begin open = 开|启|始|发起|创
close end = 停|止|结束|关闭|闭|完; continue = 继续|续|持续|连续|仍|还; stop = 停|止; serve = 服务|惠|供|为
help assist aid = 帮|助|援|扶|协; support = 支持|扶|助|援|支撑; fund finance sponsor = 资助|出资|投|款|资|赞助|补
subsidise subsidize = 补; donate contribute = 捐|献|赠|贡献; benefit = 惠|益; cover = 覆盖|涵盖|遍及|涉及|走进|承担|达
protect = 保护|护|防|保; prevent = 防|预防|避免|阻; solve resolve = 解决|化解|调解|解
meet met = 满足|见|会见|遇|达到|达标|会面; face faced = 面对|面临|遇; affect = 影响|受|波及
damage destroy collapse = 毁|塌|损|坏|倒; hit strike struck = 遭|袭|击|受|打; flood = 洪|淹|涝
evacuate relocate = 转移|撤|疏散|搬; rescue = 救; plant = 种|植|栽; grow grew grown = 种|长|增|栽|升
harvest = 收|采|丰收; sell = 售|卖|销; buy purchase = 购|买|采购; lend borrow = 贷|借; invest = 投|资
spend = 支出|花|投入|用|费; earn = 挣|赚|收入|得|增收; owe = 欠; rent = 租; repay = 还
allocate distribute = 分|发|拨|配; provide offer supply = 提供|供|给|送|发|为
deliver = 送|派送|交付|发放|供|运|配|发表; publish release issue unveil = 发布|公布|发表|推出|出版|颁|发放|放贷|印发
launch = 发起|启动|推出|开展|上线|开; establish found = 建|设立|设|创|成立; initiate = 发起|启动|创
focus concentrate = 聚焦|重点|关注|围绕|专注|集中; explore = 探索|探讨|摸索; examine = 检查|研究|查
summarise summarize = 总结|概括|梳理; analyse analyze = 分析; evaluate assess = 评; rank = 排名|列|位|名次|排
select choose chosen chose = 选; recruit hire employ = 招|聘|雇|录用|用; train = 训|培|孵|教
incubate nurture cultivate foster = 孵|培|育|养|扶; dispatch deploy assign appoint = 派|驻|任|送|选派
mobilise mobilize = 动员|发动; celebrate mark = 庆|纪念|标志; commemorate = 纪念; connect connected = 接|联|连
detect detected = 检|发现|查; prove = 证|明; prefer = 更|偏|喜欢; enjoy = 享|喜欢; wear = 戴|穿|佩
undergo underwent = 接受|做|经|植入; diagnose = 诊断|确诊|患; suffer = 患|受|遭; recover = 康复|恢复|追回|挽回
die = 死|亡|遇难|去世|逝; survive = 幸存|存活|生还; control controlled = 控|制; respond = 响应|回应|应对|答
answer = 答|接|回; ask request = 问|要求|请|申请; require = 要求|需|须|必须; allow permit = 允许|准|可|让; ban = 禁
punish fine = 罚|处分; investigate = 调查|查; sue accuse = 诉|告|控; harm ruin spoil = 害|伤|损|毁|破坏
abandon = 放弃|弃; cheat deceive = 骗|欺; hide = 藏|隐; act = 行动|担任|代理|作为; represent = 代表; belong = 属于
supplement fill = 补充|填补|补|填; postpone delay = 推迟|延|晚; shorten = 缩短|短
extend expand broaden = 扩|增|延|推广|拓展|长; lay = 铺|奠; undertake undertook = 承|担|做; retain = 留|保
outnumber outperform = 高于|超|多于; last = 持续|为期|历时|延续|长达; view watch = 观看|看|观察; freeze frozen = 冻|冰
stop quit = 停|辞|戒; own possess = 拥有|持有|有; like love = 喜欢|爱; know = 知|了解; see saw seen = 看|见
hear heard = 听; feel felt = 感|觉; try = 尝试|试|努力; need = 需; lack = 缺|不足; exist = 存在|有
happen occur = 发生; appear = 出现|亮相; disappear = 消失|失踪; fail = 失败|未|没; succeed = 成功; depend = 依|取决
compare = 比|较; calculate = 算; count = 计|数|统计; estimate = 估|预计; confirm = 确认|证实|确诊; deny = 否认|否
admit = 承认|录取|收治; apologise apologize = 道歉|致歉; criticise criticize = 批评|指责; complain = 投诉|抱怨
oppose = 反对; refuse reject = 拒; approve = 批准|通过|核准|获批; register = 登记|注册|报名; vote elect = 选|票
retire = 退休; resign = 辞; dismiss = 辞|免|开除|解雇; marry = 婚|嫁|娶; divorce = 离婚; born = 出生|生于
adopt = 收养|领养|采用|采纳; feed fed = 喂|养|供餐; cook = 煮|烹|做饭|厨; clean = 清|洁|扫; collect = 收|集|征
store = 存|储; pack = 包装|装; load = 装|载; drive drove = 驾|开车|带动; fly flew = 飞; swim = 游泳
run ran = 跑|运|办; walk = 走|步行; climb = 爬|登; dig = 挖; paint = 画|刷; print = 印; record = 记录|录
score = 得分|得; award = 颁|奖|授; honour honor = 表彰|荣誉; name = 命名|名; call = 称|叫|呼吁|电话; link = 链|联
block = 阻|堵|封; break broke = 打破|断|破; burn = 烧|焚; steal = 偷|盗; pollute = 污染; discharge = 排放|排|出院
emit = 排; recycle = 回收|再生; reuse = 再利用|重复; drink = 喝|饮; eat ate = 吃|食|餐; sleep = 睡
play = 玩|演|参赛|发挥; sing = 唱; dance = 舞; perform = 演|做|履; film shoot = 拍|摄; interview = 采访|访谈
`;
