import { afterEach, expect, it } from "vitest";
import { namesIn } from "../../src/bot/alias-edits.js";
import type { Language } from "../../src/core/types.js";
import { articleWords } from "../../src/i18n/article-words.js";
import { errorWords, failureWords } from "../../src/i18n/error-words.js";
import { gapWords } from "../../src/i18n/gap-words.js";
import { closeBots, startBot } from "./starting.js";

// What admins read is in their language, and can be done as it says.

afterEach(closeBots);

const OWNER = 1;

it.each([
  ["zh-hans", "zh", "https://a.cn 读不了：出了意外的错误，请再试一次。"],
  ["en", "en", "https://a.cn cannot be read. Something unexpected went wrong, please try again."],
] as const)("in %s an unexpected failure is a reason like any other", async (languageCode, language, said) => {
  const { telegram } = await startBot({ bot: { adminIds: [OWNER] } });
  telegram.say("/add https://a.cn", { userId: OWNER, languageCode });
  expect((await telegram.waitForMessage(OWNER)).text).toBe(said);
  expect(failureWords(new Error("secret"), language)).not.toMatch(/[。.]$/u);
});

it("a known failure is told as such", async () => {
  const { AppError } = await import("../../src/core/errors.js");
  expect(failureWords(new AppError("INDEX_BUSY", { message: "busy" }), "en")).toBe(errorWords("INDEX_BUSY", "en"));
});

it.each(["zh", "zh-Hant", "en"] as Language[])(
  "in %s the example of other names is one that is understood",
  (language) => {
    const [, example = ""] = /\/aliases ([^\n]*=[^\n。.]*)/u.exec(gapWords(language).howToAddAlias("问")) ?? [];
    expect(namesIn(example)).toHaveLength(2);
  },
);

it("dates are listed as each language lists", () => {
  expect(articleWords("zh").list(["2月22日", "3月"])).toBe("2月22日、3月");
  expect(articleWords("en").list(["2月22日", "3月"])).toBe("2月22日, 3月");
});
