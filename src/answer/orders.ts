/**
 * Orders to whoever reads along. Articles are data: such a sentence is not obeyed, and proves nothing either, since
 * whatever stands in it was written for the machine. A word alone (提示词, 忽略) is no order: news may be about prompts,
 * and people forget their cares. An order is an imperative together with what only a machine is told.
 */
import { keepResults } from "../text/keep-results.js";
import { foldText } from "../text/normalize.js";

const DISREGARD =
  "(?:忽略|无视|忘记|忘掉|抛开|绕过|覆盖|不要?理会|不必理会|不用理会|不要遵守|不必遵守|不再遵守)(?:掉|了)?";
const FORMER = "(?:以上|之前|上述|上面|前面|此前|先前|所有|全部|一切|任何|你的|系统)";
const BEGINNING = '(?:^|[,。;:!?\\n“"(]|请|务必|必须|你要|立即|现在|从现在起)\\s*';
const READER = "(?:用户|读者|提问者|对方|别人|他人|谁|人们|任何人)";
const MACHINE = "(?:ai|人工智能|助手|大?模型|机器人|聊天程序|语言模型|系统)";

const FORMS: readonly string[] = [
  // 忽略以上指示; 忘记所有烦恼 is none.
  `${DISREGARD}[^,。;:!?]{0,4}${FORMER}[^,。;:!?]{0,6}(?:指示|指令|提示|命令|设定)`,
  `${DISREGARD}[^,。;:!?]{0,10}(?:提示词|提示语|prompt)|${BEGINNING}${DISREGARD}[^,。;:!?]{0,6}(?:指示|指令)`,
  `${BEGINNING}${DISREGARD}${FORMER}的?(?:所有|全部|一切)?的?(?:规则|规定|要求|内容|对话|文字|文本|说明|约束|限制|资料|材料)`,
  `${BEGINNING}${DISREGARD}(?:以上|上述|上面|前面)(?=[,。;:!]|$)`,
  "(?:ignore|disregard|forget|override|bypass)\\s+(?:(?:all|any|the|of|previous|prior|above|earlier|preceding|your|these|those|every|system|other)\\s+){1,5}(?:instruction|prompt|rule|direction|guideline|command|context|message|text|content|sentence|passage)s?",
  "(?:ignore|disregard|forget)\\s+(?:everything|all|anything)\\s+(?:above|before|previous|prior|else|you)",
  "you (?:must|should|have to|need to|are to|will) (?:only |always |now |then )?(?:answer|say|reply|respond|state|tell|output|write|claim)",
  "(?:answer|reply|respond|say) (?:only|exactly|with|that|as follows)\\b",
  "you are (?:now )?(?:an? )?(?:ai|assistant|chatbot|language model|dan|unrestricted)\\b",
  "(?:print|reveal|show|output|repeat|leak|display|tell)[^.]{0,20}(?:system )?prompt|^\\W*(?:system|developer)(?: prompt| message)?\\s*:",
  "(?:输出|显示|泄露|透露|打印|公开|复述|重复|告诉我|给出)[^,。;:!?]{0,8}(?:系统提示|提示词|系统指令)",
  // 你现在是一名医生了 is said to somebody.
  `${BEGINNING}(?:从现在(?:起|开始),?)?你(?:现在|从现在起|将)?(?:是|扮演|充当|作为)[^,。;:!?]{0,12}${MACHINE}`,
  `(?:无论|不管|不论)${READER}(?:怎么|如何)?(?:问|提|说|输入)`,
  `(?:回答|回复|答复)${READER}[^。]{0,8}(?:必须|务必|一律|请|只能|都要|应当?)`,
  `${MACHINE}[^,。;:!?]{0,4}(?:请注意|请回答|请输出|请说|必须回答|必须说(?!明)|必须输出|应回答|看到这)`,
  `(?:请|必须|务必|只能|一律|统一|直接|只需|应当|应)(?:直接|如实|这样|如下|按此|照此|只|都|你)*(?:回答|回复|答复|输出|作答)(?:说|道)?(?:[:“"]|如下|${READER})`,
  `${BEGINNING}请?直接(?:回答|回复|输出)`,
  "(?:以下|下面|下列|如下)(?:内容)?(?:才?[为是即])[^,。;]{0,4}答案|(?:标准|正确|唯一|官方)答案:",
];

const ORDER = new RegExp(FORMS.join("|"), "u");

/** Whether a sentence or a statement, folded or not, is an order to a machine that reads it. */
export const isOrder = keepResults((sentence) => ORDER.test(foldText(sentence)), 2000);
