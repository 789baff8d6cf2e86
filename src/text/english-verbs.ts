/**
 * English verbs of news with the Chinese words of which one must stand in the sentence, so that "arrested" is not told
 * of people who were trained. Stems: every form of the verb begins with one of them.
 */

const VERBS: readonly (readonly [stems: string, chinese: RegExp])[] = [
  ["train|educat|taught|teach", /训|培|孵|教|育|课|学/u],
  ["incubat|nurtur|cultivat|foster", /孵|培|育|养|扶/u],
  ["rais(?:ed|es|ing)|fundrais|collected", /筹|募|捐|集|收|提高|上调|提升/u],
  ["donat|contribut", /捐|献|贡献|赠/u],
  ["serv(?:ed|es|ing)|help(?:ed|s|ing)|benefit", /服务|惠|益|帮|助|为|供/u],
  ["launch|initiat|start(?:ed|s|ing)|began|begun|kicked", /发起|启动|开|推出|起|始|创/u],
  ["held|hosted|organi[sz]ed|convened|took place", /举办|举行|召开|主办|办|开/u],
  ["publish|released|unveil|issu(?:ed|es|ing)", /发布|公布|发表|推出|出版|发/u],
  [
    "said|says|stated|noted|explain|according|told|point(?:ed|s) out|stress|emphasi",
    /说|表示|介绍|指出|认为|称|透露|强调|显示|通报|提醒|报告/u,
  ],
  ["cover(?:ed|s|ing)|reach(?:ed|es|ing)|span", /覆盖|达|至|到|走进|超|分布|涉/u],
  ["establish|set up|built|build(?:s|ing)?|found(?:ed)|creat|construct", /建|设|立|创|成/u],
  ["dispatch|sent|assign|deploy", /派|驻|送/u],
  ["fund(?:ed|s)|financ|sponsor|subsidi[sz]|invest", /出资|资助|投|补|赞助|款|资/u],
  ["support(?:ed|s|ing)", /支持|助|扶/u],
  ["provid|offer|suppl(?:y|ied)|deliver", /提供|供|送|发|为/u],
  ["transferr|evacuat|rescu|relocat", /转移|救|撤/u],
  ["affect(?:ed|s)|hit by", /受灾|影响|受/u],
  ["collaps|destroy", /倒塌|毁|塌/u],
  ["implant|operat(?:ed) on", /植入|手术/u],
  ["fitted", /验配|配/u],
  ["screen(?:ed|s|ing)", /筛/u],
  ["hir(?:ed|es|ing)|recruit|employ", /聘|招|雇|工/u],
  ["lent|lend|loan|borrow", /贷|借/u],
  ["repair|restor|renovat|refurbish|rebuil|reconstruct", /修|翻新|改造|重建/u],
  ["plant(?:ed|s|ing)", /种|植/u],
  ["sold|sell|bought|buy|purchas", /售|卖|销|购|买/u],
  ["develop(?:ed|s|ing)|design", /开发|设计|研发|发展|出/u],
  ["attend|participat|joined|took part", /参加|出席|参与|参赛|加入/u],
  ["graduat|complet|finish", /结业|毕业|完成|完工|完|建成/u],
  ["open(?:ed|s)", /开|启/u],
  ["expand|extend", /扩|增|延|推广/u],
  ["spent|spend", /支出|花|投入|用/u],
  ["distribut|hand(?:ed|s) out", /发放|分布|分|发/u],
  ["postpon|delay", /推迟|延/u],
  ["cancel", /取消/u],
  ["won\\b|win(?:s|ning)", /夺|获|赢|冠军/u],
  ["doubl", /倍|翻/u],
];

/** Verbs that say something grave: without their word in the sentence nothing excuses them. */
const GRAVE: readonly (readonly [stems: string, chinese: RegExp])[] = [
  ["arrest|detain|jail|imprison|sentenc|convict", /逮捕|拘|捕|判/u],
  ["die[sd]?\\b|dying|kill|dead\\b|death|perish|drown", /死|亡|遇难|丧/u],
  ["injur|wound|hurt", /伤/u],
  ["sue[ds]?\\b|suing|lawsuit|prosecut|indict|charged with", /诉|告|控/u],
  ["fired|dismiss|laid off|sack(?:ed)?|resign|quit\\b", /辞|解雇|裁|开除|离职/u],
  ["bankrupt|insolven|default(?:ed|s)?\\b", /破产|倒闭|违约|逾期/u],
  ["fraud|scam|corrupt|brib|embezzl|steal|stole|theft|misus|misappropriat|launder", /骗|贪|贿|挪用|盗|偷|侵占/u],
  ["ban(?:ned|ning|s)?\\b|prohibit|outlaw|forbid|forbad", /禁/u],
  ["attack|assault|abus|bomb|murder|kidnap|threaten", /袭|攻|虐|炸|杀|绑|威胁/u],
  ["protest|strike|riot", /抗议|罢工|骚乱/u],
  ["fined\\b|penali[sz]|punish|investigat(?:ed)", /罚|处分|调查|查处/u],
  ["expel|evict|deport", /驱逐|开除|赶/u],
  ["reject|refus|oppos|denied|deny", /拒|反对|否/u],
  ["infect|poison", /感染|中毒|毒/u],
];

const compile = (verbs: typeof VERBS, before = "") =>
  verbs.map(
    ([stems, chinese]) =>
      [new RegExp(`\\b(?:${stems})`, "iu"), new RegExp(`${before}(?:${chinese.source})`, "u")] as const,
  );

/** What a claim's verbs need in the sentence; look each up that occurs. 无伤亡 is no word for a death. */
export const ENGLISH_VERBS = [...compile(VERBS), ...compile(GRAVE, "(?<![无没未不].{0,4})")];
