import { expect, it } from "vitest";
import { interfaceLanguage } from "./context.js";

it.each([
  ["zh", "zh"],
  ["zh-hans", "zh"],
  ["zh-hant-raw", "zh-Hant"],
  ["zh_TW", "zh-Hant"],
  ["ZH-CN", "zh"],
  ["en", "en"],
  ["de-AT", "en"],
  ["zha", "en"],
  ["", "zh"],
  [undefined, "zh"],
])("speaks to an interface of %j in %s", (code, language) => {
  expect(interfaceLanguage(code)).toBe(language);
});
