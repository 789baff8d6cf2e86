/** English nouns of news for people and for what they form, each with the Chinese that one of them needs in the sentence. */
export const ENGLISH_PEOPLE = `
people person individual = 人|名|位|者|员|民|众; public = 公众|社会|公共|公立|公开|群众; family household home = 家|户
house housing dwelling building = 房|屋|楼|户; parent = 家长|父母|父|母; mother = 母|妈; father = 父|爸
child kid = 童|孩|子女|学生|生; daughter girl = 女; son boy = 儿子|男; baby infant = 婴|宝宝|幼儿; woman female = 女
man male = 男; elderly senior elder = 老|长者|岁以上; caregiver carer caretaker = 照料者|照护|看护
student pupil = 学生|生|童|学员; trainee learner = 学员|学生|参训|人; teacher = 教师|老师
lecturer instructor = 讲师|教师|导师; tutor mentor = 导师|助教|辅导; principal headmaster = 校长
doctor physician = 医生|医师; nurse = 护士; patient = 患者|病人|病; therapist = 治疗师|康复师|师
expert specialist = 专家; scholar = 学者; volunteer = 志愿; worker employee staff = 工|员|人员|从业|职
practitioner = 从业|人员|人; professional = 专业|人员|人才|职业; talent = 人才; farmer peasant = 农|户
villager = 村民|群众|百姓|农; resident inhabitant = 居民|村民|群众|百姓|住户|市民; citizen = 市民|公民|居民
fisherman = 渔; merchant seller vendor = 商|店|卖家; trader = 商; shop store = 店|商|铺
consumer buyer customer = 消费者|买家|顾客|用户|客户; user = 用户|使用; business enterprise = 企业|商|业务|公司|业
firm company = 公司|企业; entrepreneur = 企业家|创业; partner = 合作|合伙|伙伴
partnership cooperation collaboration = 合作|伙伴|联合; foundation = 基金会; association society = 协会|学会|社会|会
organisation organization institution agency body = 机构|组织|单位|主体|方|会|部门
institute = 研究院|学院|研究所|院|所; academy = 科学院|学院|院; university college = 大学|学院|高校; school = 校|学|所
kindergarten preschool = 幼儿园; hospital = 医院; clinic = 诊所|卫生|门诊|医院; government = 政府
department bureau ministry administration = 部|局|厅|司|委|署; committee council = 委员会|理事会|会; court = 法院
police = 警|公安; team squad group = 队|组|团|群体|集团; member = 员|成员|会员|人; crew = 队|员|组
participant attendee = 参加|参与|与会|参会|学员|代表|人; representative delegate = 代表
leader = 负责人|领导|带头人|队长; head = 负责人|主任|长|首; director = 主任|总监|局长|处长|所长|院长|导演|董事
manager = 经理|主管; chairman chairwoman chairperson chair = 理事长|董事长|主席|会长
president = 会长|院长|校长|总裁|主席|理事长; secretary = 秘书|书记; secretary-general = 秘书长
founder initiator = 发起人|创始|创办; commissioner = 特派员|专员; official = 官|干部|局长|主任|正式|负责人
deputy vice = 副; captain = 队长; beneficiary recipient = 受益|惠|受助|受援; donor = 捐; officer = 官|员|长
judge = 法官; lawyer = 律师; engineer = 工程师; designer = 设计师; scientist researcher = 科学家|研究|学者
artist = 艺术家|画家; author writer = 作者|作家; driver = 司机|驾驶; rider courier = 骑手|快递; guide = 导游|讲解
owner = 主|所有; founder = 创始|创办|发起; mayor = 市长; governor = 省长|州长; minister = 部长
spokesperson spokesman spokeswoman = 发言人; accountant = 会计; orphan = 孤儿|孤; migrant = 务工|农民工|外来|移民
refugee = 难民; veteran = 退役|老兵|军人; soldier = 战士|士兵|官兵|军; youth teenager adolescent = 青年|青少年|少年
friend = 朋友|友; neighbour neighbor = 邻; couple = 夫妇|夫妻; husband = 丈夫|夫; wife = 妻; brother = 兄|弟|哥
sister = 姐|妹; grandmother = 奶奶|外婆|祖母|姥; grandfather = 爷爷|外公|祖父; relative = 亲
victim = 受害|灾民|受灾|遇难; survivor = 幸存; tenant = 租; group = 组|群|团; liar = 骗|谎; criminal = 罪|犯
thief = 贼|偷|盗
`;
