/**
 * English words of claims with the Chinese words that one of them needs in the sentence: what is counted, directions,
 * negation, plans. Nouns here are checked next to a figure only; the rest wherever they stand.
 */

/** What a figure counts: the sentence must hold one of the Chinese words close behind the same figure. */
export const COUNTED: readonly (readonly [english: RegExp, chinese: RegExp])[] = [
  [/^(?:yuan|rmb|cny|renminbi)\b/iu, /元|分|角|毛|块|款/u],
  [/^(?:us dollars?|dollars?|usd)\b/iu, /美元/u],
  [/^(?:percent|per cent|%)/iu, /%|百分之|成/u],
  [/^(?:percentage points?)\b/iu, /百分点/u],
  [/^(?:times|fold|-fold)\b/iu, /倍|次/u],
  [/^(?:provinces?)\b/iu, /省/u],
  [/^(?:cities and counties|cities|city|municipalit)/iu, /市|城/u],
  [/^(?:[a-z-]+\s){0,2}?(?:county|counties|districts?)\b/iu, /县|区/u],
  [/^(?:towns?|townships?)\b/iu, /乡|镇|市|县/u],
  [/^(?:villages?)\b/iu, /村/u],
  [/^(?:[a-z-]+\s){0,3}?(?:families|family|households?)\b/iu, /家庭|户/u],
  [/^(?:[a-z-]+\s){0,2}?(?:children|kids|pupils|students)\b/iu, /童|孩|学生|生/u],
  [
    /^(?:[a-z-]+\s){0,2}?(?:merchants?|sellers?|shops?|stores?|businesses|companies|enterprises|firms)\b/iu,
    /商|店|企|家|公司/u,
  ],
  [/^(?:consumers?|buyers?|customers?)\b/iu, /消费者|买家|顾客|用户/u],
  [/^(?:transactions?|orders?|donations?|deals?)\b/iu, /笔|单|捐/u],
  [/^(?:[a-z-]+\s){0,2}?(?:caregivers?|carers?|caretakers?)\b/iu, /照料者|照护者|看护/u],
  [
    /^(?:[a-z-]+\s){0,2}?(?:people|persons?|individuals|practitioners|workers|[a-z-]+ practitioners|experts|volunteers|commissioners|beneficiaries|teachers|doctors|farmers)\b/iu,
    /人|名|位|者|员/u,
  ],
  [/^(?:[a-z-]+\s){0,1}?(?:canteens?|kitchens?)\b/iu, /食堂|厨房/u],
  [/^(?:[a-z-]+\s){0,2}?(?:vehicles?|cars?|buses|trucks?)\b/iu, /车/u],
  [/^(?:[a-z-]+\s){0,1}?(?:trees?|seedlings?|saplings?|shrubs?)\b/iu, /株|棵|树|苗/u],
  [/^(?:[a-z-]+\s){0,1}?(?:cases?|clues?|reports?|tips?)\b/iu, /件|案|线索|条/u],
  [
    /^(?:[a-z-]+\s){0,1}?(?:donors?|readers?|runners?|athletes?|members?|residents?|patients?|trainees?|learners?|participants?|seniors?|elderly|women|villagers?|therapists?)\b/iu,
    /人|名|位|者|员|手|民/u,
  ],
  [/^(?:[a-z-]+\s){0,1}?(?:loans?|grants?)\b/iu, /贷款|笔|款/u],
  [/^(?:[a-z-]+\s){0,1}?(?:books?|copies|volumes?)\b/iu, /册|本|书/u],
  [/^(?:[a-z-]+\s){0,1}?(?:wells?)\b/iu, /井/u],
  [/^(?:[a-z-]+\s){0,1}?(?:houses?|homes?|housing)\b/iu, /房|户/u],
  [/^(?:[a-z-]+\s){0,2}?(?:phones?)\b/iu, /手机|部/u],
  [/^(?:[a-z-]+\s){0,1}?(?:schools?)\b/iu, /学校|所|小学|中学/u],
  [/^(?:[a-z-]+\s){0,1}?(?:communities|neighbou?rhoods?)\b/iu, /社区|小区/u],
  [/^(?:[a-z-]+\s){0,1}?(?:courses?|sessions?|classes|lessons?)\b/iu, /课|期|节/u],
  [/^(?:meals?)\b/iu, /餐|份/u],
  [/^(?:years?)\b/iu, /年/u],
  [/^(?:months?)\b/iu, /月/u],
  [/^(?:days?)\b/iu, /天|日/u],
  [/^(?:hours?)\b/iu, /小时/u],
  [/^(?:centers?|centres?|stations?|outlets?|sites?|hubs?)\b/iu, /中心|站|网点|点|枢纽/u],
  [/^(?:mu|hectares?|acres?)\b/iu, /亩|公顷/u],
  [/^(?:tons?|tonnes?|kilograms?|kg)\b/iu, /吨|公斤|千克/u],
  [/^(?:fen|cents?|jiao)\b/iu, /分|角|毛/u],
];

/** Wherever one of these stands in the claim, the sentence must hold one of the Chinese words. */
export const SENSES: readonly (readonly [english: RegExp, chinese: RegExp])[] = [
  [
    /\b(?:not|no|never|none|without|neither|nor|n't|cannot|failed|fails|refused|denied|lack(?:s|ed)?)\b|n't\b/iu,
    /不|没|未|无|非|缺|拒/u,
  ],
  [
    /\b(?:more than|over(?!\s+(?:the|(?:[a-z-]+|\d+)\s+(?:years?|months?|weeks?|days?)))|exceed(?:s|ed|ing)?|above|surpass(?:es|ed)?|upwards of|in excess of)\b/iu,
    /超|逾|多|余|突破|以上|高/u,
  ],
  [/\b(?:less than|under|fewer than|below)\b/iu, /不足|不到|低于|少于|以下|未满/u],
  [/\b(?:nearly|almost|close to)\b/iu, /近|将近|接近/u],
  [/\b(?:about|around|approximately|roughly|some)\s+(?=\d|[a-z]+-)/iu, /约|左右|大概/u],
  [/\b(?:increas|grew|grow|rose|rise|risen|climb|up from|higher|gain)/iu, /增|升|涨|高|提/u],
  [/\b(?:decreas|declin|fell|fall|fallen|drop|reduc|lower|shrank|down from)/iu, /降|减|下|跌|低|缩/u],
  [
    /\b(?:will|plans?|planned|planning|to be|going to|expects?|expected|aims?|intends?|would|next step)\b/iu,
    /将|计划|拟|预计|下一步|希望|旨在|要|期待|未来/u,
  ],
  [/\b(?:may|might|could|possibly|perhaps|probably)\b/iu, /可能|或|也许/u],
  [/\b(?:all|every|entire|whole)\b/iu, /全|所有|每|各/u],
  [/\b(?:first|only|sole|unprecedented)\b/iu, /第一|首|唯一|仅|只/u],
  [/\b(?:most|largest|biggest|highest|best|greatest)\b/iu, /最|第一/u],
  [/\b(?:because|due to|caused|causes|therefore|thus|led to|thanks to|as a result)\b/iu, /因|由于|导致|使|致|从而/u],
  [/\b(?:average|mean|per|each)\b/iu, /均|每|单/u],
  [/\b(?:before|prior)\b/iu, /前/u],
  [/\b(?:after|following)\b/iu, /后/u],
  [/\b(?:stopped|ended|cancell?ed|suspended|closed)\b/iu, /停|止|取消|结束|关/u],
];

/** What the sentence says and the claim must not drop. */
export const KEPT: readonly (readonly [chinese: RegExp, english: RegExp])[] = [
  [
    /不(?![断仅遗同])|没|未(?!来)|无法/u,
    /\b(?:not|no|never|without|neither|cannot|lack(?:s|ed)?|fail(?:s|ed)?|few|little)\b|n't\b|\bun/iu,
  ],
  [
    /拟|预计|下一步|力争|有望|将(?=继续|连续|于|在|会|建|新|开|推|进)|计划(?=在|于|到|今|明|建|新|开|推)/u,
    /\b(?:will|plan(?:s|ned)?|expect(?:s|ed)?|aim(?:s)?|intend(?:s)?|next|hope(?:s|d)?|going to|upcoming|to be)\b/iu,
  ],
];
