/**
 * Words of news that stand for one another in a retelling, chiefly verbs that say little of their own. General: nothing
 * here comes from one article. Words that differ in what is claimed (计划 and 完成, 支持 and 主办) never stand in one line.
 */

const GROUPS = `
培训 受训 参训
获得 夺得 赢得 取得 荣获 摘得 获赠
招聘 新聘 聘 聘用 录用 招录
采购 购买 购入 采购价 购置
孵化 培育 培养 培训出 扶持 育成 育
筹集 募集 筹得 筹款 募得 募捐 筹措 筹到 募到 筹 募
惠及 服务 受益 受惠 帮助 覆盖到 获益 造福 支援 帮扶 助力
举办 举行 召开 开 办 举办地 地点
发起 启动 开启 开展 推出 展开 开始 实施
设立 建立 成立 创立 创建 创办 组建 创设 设 建 建起 搭建 构建
建设 兴建 打造 构建 搭建 建立 布局 建 建起 搭起 修建
建成 建起 建立 落成 建 新建 构建 搭建 竣工 完工
派驻 派出 选派 派 派遣 委派 派往
达到 达 为 至 高达 增至 升至 增长至 增长到
增长 增加 上升 提高 提升 上涨 增 升 攀升 高出 涨 增幅 涨幅 上涨幅度 显著提升 增多 扩大 强化 加强
下降 减少 降低 下滑 降 回落 变少 缩减 缩短 下跌 降幅
捐赠 捐款 捐助 捐 捐献 善款 捐出 捐资 捐赠额 捐款额
发布 公布 推出 发表 对外发布 公开 亮相 问世 出炉
参加 参与 出席 到场 与会 加入 出席者
表示 指出 认为 称 说 介绍 谈到 提到 提出 强调 透露 坦言 分享
企业 公司
商家 店铺 卖家 商户 网店 电商
消费者 买家 顾客 用户
项目 计划 工程 活动 行动
活动 行动 倡导
会议 研讨会 会 发布会 论坛
覆盖 走进 进入 遍及 涉及 涵盖 包含 包括 囊括 触及 辐射
地区 区域 地方 地
县域 县 县区 县市
提供 给予 供给 给
推动 促进 带动 助推 推进 拉动 推 促
引发 导致 造成 使得 致使 带来
缺少 缺乏 没有 欠缺 缺失
主要 核心 主 重点 首要 支柱
价格 收购价 价 单价
帮助 助力 协助 扶助 援助 支持
共同 一起 联合 合作 携手 一同
平均 均 人均 均值 平均值
人员 从业者 人才 工作者 从业人员
负责人 主管 领导
网点 站点 站
手册 指南 指引
照料者 照护者 看护者
儿童 孩子 少儿 小朋友
老人 老年人 老龄 长者
残疾人 残障 残障人士
农户 农民 农家 村民 百姓
百姓 群众 居民 老百姓 民众 村民
推广 普及 宣传
销售 卖 出售
销售额 销售 营业额 成交额
模式 方式 做法 方法 形式
目的 旨在 目标 为了 宗旨
首次 第一次 首度
设计出 设计 制定
制度 机制
围绕 聚焦 针对 关于 就
当地 本地 地方 那里
全国 国内 各地 全国各地
北京 京
上海 沪
持续 继续 不断 连续 坚持
期间 时间 时 为期 时长 历时
研究 研究行动 调研
成立 创立 设立
次数 次
附加值 高附加值
变化 演变
演进 进化 迭代 演变
形成 产生 构成
依靠 依托 凭借 借助 通过
经由 通过 借助 透过 借
经过 经历 历经
其余 剩余 剩下 余下 其他
所有 全部 全体
联动 汇聚 汇集 凝聚 集合
显示 指出 表明 披露
`;

const GROUPS_OF = new Map<string, Set<string>>();
for (const line of GROUPS.trim().split("\n")) {
  const words = line.split(" ");
  for (const word of words) {
    const known = GROUPS_OF.get(word) ?? new Set<string>();
    for (const other of words) if (other !== word) known.add(other);
    GROUPS_OF.set(word, known);
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Words that may stand for this one, itself left out. Not transitive: a word may stand in two groups. */
export function synonymsOf(word: string): ReadonlySet<string> {
  return GROUPS_OF.get(word) ?? NONE;
}
