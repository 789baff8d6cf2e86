/** The words of changing an article before it is published: its values, and where it is cut. Plain text. */
import type { Language } from "../core/types.js";
import { pickWords } from "./languages.js";
import type { UploadField } from "./upload-words.js";

/** What every language must say. Numbers count from 1. */
export interface UploadEditWords {
  article(number: number): string;
  chooseParagraph: string;
  /** The message to which a value is the reply, in two parts: the first is a link that tells which value is meant. */
  askFor(value: string, number: number): string;
  askForReply: string;
  /** In the empty field; at most 64 characters. */
  askField: Record<UploadField, string>;
  badValue: Record<UploadField, string>;
  /** Articles were split or joined since the value was asked for. */
  valueTooLate: string;
  buttons: Record<"split" | "join" | "backToArticle", string> & { change(value: string): string };
}

const zh: UploadEditWords = {
  article: (number) => `第 ${number} 篇`,
  chooseParagraph: "从哪一段起是另一篇？那一段会成为新一篇的标题。",
  askFor: (value, number) => `第 ${number} 篇的${value}`,
  askForReply: "：请回复这条消息，写下来就好。写“无”表示去掉。",
  askField: {
    title: "标题",
    author: "作者，几个人用顿号隔开",
    published: "例如 2024-05-01",
    outlet: "例如 公益时报",
    programme: "项目名称",
  },
  badValue: {
    title: "标题要有字，200 字以内。没有改动。",
    author: "作者要在 200 字以内。没有改动。",
    published: "日期请写成 2024-05-01 或 2024年5月1日。没有改动。",
    outlet: "来源要在 200 字以内。没有改动。",
    programme: "项目要在 200 字以内。没有改动。",
  },
  valueTooLate: "问过以后，这一份又分开或合并过，不知道改的是哪一篇，没有改动。请再点一次要改的那一项。",
  buttons: {
    split: "从某一段分开",
    join: "与上一篇合并",
    backToArticle: "返回这一篇",
    change: (value) => `改${value}`,
  },
};

const en: UploadEditWords = {
  article: (number) => `Article ${number}`,
  chooseParagraph: "At which paragraph does another article begin? That paragraph becomes its title.",
  askFor: (value, number) => `${value} of article ${number}`,
  askForReply: ": please reply to this message with it. Write “none” to take it away.",
  askField: {
    title: "Title",
    author: "Author",
    published: "As in 2024-05-01",
    outlet: "As in 公益时报",
    programme: "Name of the programme",
  },
  badValue: {
    title: "A title has 1 to 200 characters. Nothing was changed.",
    author: "An author has 200 characters at most. Nothing was changed.",
    published: "Please write the date as 2024-05-01. Nothing was changed.",
    outlet: "An outlet has 200 characters at most. Nothing was changed.",
    programme: "A programme has 200 characters at most. Nothing was changed.",
  },
  valueTooLate:
    "Articles were split or joined since I asked, so I cannot tell which one is meant. Nothing was changed, please tap the button again.",
  buttons: {
    split: "Split at a paragraph",
    join: "Join with the one before",
    backToArticle: "Back to the article",
    change: (value) => `Change ${value.toLowerCase()}`,
  },
};

/** The words of one language. */
export function uploadEditWords(language: Language): UploadEditWords {
  return pickWords({ zh, en }, language);
}
