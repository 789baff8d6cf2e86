import { expect, it } from "vitest";
import { answerWords } from "./answer-words.js";
import { botWords } from "./bot-words.js";
import { pickWords } from "./languages.js";

it("speaks Traditional Chinese in the words of the Simplified catalogue", () => {
  expect(botWords("zh-Hant").sources).toBe("出處");
  expect(botWords("zh-Hant").commands.help).toBe("使用說明");
  expect(answerWords("zh-Hant").notices.modelUnavailable).toBe("模型暫時不可用，這是報道原文的摘錄。");
});

it("leaves what is put into a sentence as it is", () => {
  const text = answerWords("zh-Hant").refused(["乡村振兴报告", "青龍縣"]);
  expect(text).toContain("· 乡村振兴报告\n· 青龍縣");
  expect(text).toContain("現有的文章裡沒有找到");
  expect(botWords("zh-Hant").page(2, 7)).toBe("第 2 頁，共 7 頁");
});

it("takes a given word as it is when it picks words by it, and gives lists", () => {
  const by: Record<string, string> = { 发布: "发布了", other: "别的" };
  const words = { pick: (key: string) => by[key] ?? "", list: (title: string) => [`标题：${title}`, "完了"] };
  const traditional = pickWords({ zh: words, en: words }, "zh-Hant");
  expect(traditional.pick("发布")).toBe("发布了");
  expect(traditional.pick("other")).toBe("別的");
  expect(traditional.list("乡村(一)[*]")).toEqual(["標題：乡村(一)[*]", "完了"]);
});

it("gives English and Simplified words as they stand in the catalogue", () => {
  const catalogue = { zh: { say: () => "报道" }, en: { say: () => "reports" } };
  expect(pickWords(catalogue, "en").say()).toBe("reports");
  expect(pickWords(catalogue, "zh").say()).toBe("报道");
  expect(pickWords(catalogue, "zh-Hant")).toBe(pickWords(catalogue, "zh-Hant"));
});
