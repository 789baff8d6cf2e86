/**
 * Questions about an article rather than about what it says: 谁写的这篇报道?, 这篇文章什么时候发表的?, 总结一下. Word search finds
 * nothing for them, since their words stand in no article. Rules on folded text; what is left when the words that ask are
 * taken out names the article, and whoever decides which one that is decides whether it was such a question at all.
 */
import { foldText } from "../text/normalize.js";

/** What is asked of an article, and how the question names it; `named` is empty for this one, whichever that is. */
export type ArticleQuestion =
  | { asks: "author" | "published" | "outlet" | "summary"; named: string }
  | { asks: "articlesBy"; author: string };

const ARTICLE = "(?:新闻)?(?:报[道导]|文章|新闻稿?|稿子|稿件)|通讯稿|\\b(?:article|news story|news report)s?\\b";
const SAYS_ARTICLE = new RegExp(ARTICLE, "u");
/** 这篇, 该, 上面那篇, the. */
const THIS = "(?:刚才|刚刚|上面|上述|前面)?的?(?:[这那]一?[篇则条个份]|该|此|本)|\\b(?:this|that|the)\\b";
const POLITE = /^(?:请问?|帮我|麻烦|你?能不?能|可以|给我|再|please|can you|could you)+\s*/u;

const BY_AUTHOR =
  /^(?:记者)?(?<author>[\p{Script=Han}·]{2,6}?)(?:记者)?(?:一共|总共|都|还)*(?:写|采写|撰写|发表|报[道导])(?:过|了)*(?:哪些|什么|几篇|多少篇?|哪几篇)(?:报[道导]|文章|新闻|稿子|稿件)?$|^(?:记者)?(?<owner>[\p{Script=Han}·]{2,6}?)(?:写)?的(?:报[道导]|文章|稿子)(?:都)?有(?:哪些|什么|几篇|多少篇?)$/u;
const AUTHOR =
  /(?:由|是)?(?:谁|哪位(?:记者|作者)?)(?:采写|撰写|写)(?:了|的)?|(?:的)?(?:作者|记者|撰稿人)(?:是|叫)(?:谁|什么(?:名字)?)|\bwho (?:wrote|is the author of|reported)\b/u;
const PUBLISHED =
  /(?:是)?(?:在)?(?:什么时候|何时|什么时间|哪一?[年天日月]|几[月号日])(?:发表|刊登|刊发|刊载|登出|见报|发布|写|出)(?:出来)?的?|(?:的)?(?:发表|刊登|发布)(?:日期|时间)(?:是|在)?(?:什么(?:时候)?|哪一?[天日])?|\bwhen (?:was|were)\b|\bpublished\b|\bwritten\b/u;
const OUTLET =
  /(?:是)?(?:来自|出自|登在|刊登在|发表在)?(?:哪一?[家个份](?:媒体|报纸|报社|网站|刊物|杂志))(?:发|登|写|刊登|发表|报[道导])?的?|(?:的)?(?:来源|出处)(?:是|在)?(?:什么|哪里|哪儿)/u;
const OPENS_SUMMARY = /^(?:总结|概括|概述|归纳|简述|介绍|简介|说说|讲讲|summari[sz]e|sum up|give me a summary of)/u;
const SUMMARY =
  /^(?:总结|概括|概述|归纳|简述|介绍|简介|说说|讲讲)(?:一下|下)?(?:关于)?|(?:讲|说|写|报[道导])了?(?:些|的)?(?:是)?什么(?:内容)?$|(?:的)?(?:主要内容|大意|内容|要点)(?:是|有)?(?:什么|哪些)?$|^(?:summari[sz]e|sum up|give me a summary of|what is)\b|\babout$/u;
/** What 介绍一下 may be said of without naming it. */
const THIS_THING = /^(?:[这那该此]一?个?)?(?:项目|计划|活动|行动|事情?|消息)?$/u;

/** Reads a question about an article; undefined when it asks for none of these. */
export function readArticleQuestion(question: string): ArticleQuestion | undefined {
  const bare = foldText(question)
    .trim()
    .replace(/[\s?!.。,~]+$/gu, "")
    .replace(POLITE, "")
    .replace(/(?<=\p{Script=Han})[呢吗吧呀啊]$/u, "");
  const by = BY_AUTHOR.exec(bare)?.groups;
  const author = by?.author ?? by?.owner;
  if (author !== undefined && !/谁|[这那]/u.test(author)) return { asks: "articlesBy", author };
  const saysArticle = SAYS_ARTICLE.test(bare);
  if (AUTHOR.test(bare)) {
    const named = nameIn(bare, AUTHOR);
    return saysArticle || named === "" ? { asks: "author", named } : undefined;
  }
  if (saysArticle && PUBLISHED.test(bare)) return { asks: "published", named: nameIn(bare, PUBLISHED) };
  if (saysArticle && OUTLET.test(bare)) return { asks: "outlet", named: nameIn(bare, OUTLET) };
  return SUMMARY.test(bare) ? readSummary(bare, saysArticle) : undefined;
}

/** 总结一下 and 介绍一下这个项目 are of what is being talked about; 介绍一下青龙县 is no question about an article. */
function readSummary(bare: string, saysArticle: boolean): ArticleQuestion | undefined {
  const opens = OPENS_SUMMARY.test(bare);
  const named = nameIn(bare, SUMMARY);
  if (THIS_THING.test(named)) return opens || saysArticle ? { asks: "summary", named: "" } : undefined;
  return saysArticle || (opens && /《[^》]+》/u.test(bare)) ? { asks: "summary", named } : undefined;
}

/** What names the article: all but what asks, and 这篇报道. */
function nameIn(bare: string, asking: RegExp): string {
  return bare
    .replaceAll(new RegExp(asking.source, "gu"), " ")
    .replaceAll(new RegExp(THIS, "gu"), " ")
    .replaceAll(new RegExp(ARTICLE, "gu"), " ")
    .trim()
    .replace(/^(?:讲述?|介绍|关于|有关|报[道导]|写|说)(?=\p{Script=Han}{4})/u, "")
    .replaceAll(/^[\s的是了]+|[\s的是了]+$/gu, "")
    .trim();
}
