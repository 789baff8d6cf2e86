/**
 * The prompts of `prompts/*.md`, filled in with LangChain's templates behind our port. Values are data: braces in them
 * are no variables, and a value cannot close the tags that the prompt puts around it, however its text spells them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ChatMessage, Prompts } from "../core/ports.js";
import { invalid, type PromptTemplate, parsePromptFile } from "./prompt-file.js";

const NAMES = ["answer", "condense"] as const;

/**
 * Reads and checks all prompts at once, so that a broken one stops the start and not a question.
 * @param folder holds `answer.md` and `condense.md`.
 * @throws AppError PROMPT_INVALID naming the file and the variable.
 */
export function createPrompts(folder: string): Prompts {
  const templates = new Map<string, PromptTemplate>(NAMES.map((name) => [name, readTemplate(folder, `${name}.md`)]));
  return {
    async render(name, variables) {
      const template = templates.get(name);
      if (!template) throw invalid(`${name}.md`, "there is no such prompt");
      checkVariables(`${name}.md`, template, variables);
      const values = Object.fromEntries(
        Object.entries(variables).map(([key, value]) => [key, neutraliseTags(value, template.tags)]),
      );
      const messages = await template.chat.formatMessages(values);
      return messages.map((message): ChatMessage => {
        return { role: message.getType() === "system" ? "system" : "user", content: message.text };
      });
    },
  };
}

function readTemplate(folder: string, file: string): PromptTemplate {
  let content: string;
  try {
    content = readFileSync(join(folder, file), "utf8");
  } catch {
    throw invalid(file, `it cannot be read from ${folder}`);
  }
  return parsePromptFile(file, content);
}

function checkVariables(file: string, { variables }: PromptTemplate, given: Record<string, string>): void {
  const missing = variables.find((name) => !Object.hasOwn(given, name));
  if (missing !== undefined) throw invalid(file, `no value was given for variable ${missing}`);
  const unknown = Object.keys(given).find((name) => !variables.includes(name));
  if (unknown !== undefined) throw invalid(file, `a value was given for variable ${unknown}, which it does not have`);
}

/**
 * Takes the opening bracket from what looks like one of the prompt's own tags, also with blanks, invisible characters,
 * capitals or full-width brackets; other angle brackets stay. `</passages>` becomes `‹/passages>`.
 */
export function neutraliseTags(value: string, tags: readonly string[]): string {
  if (tags.length === 0) return value;
  const gap = "[\\s\\p{Cf}]*";
  const names = tags.map((tag) => Array.from(tag).join("\\p{Cf}*")).join("|");
  return value.replaceAll(new RegExp(`[<＜](?=${gap}(?:[/／]${gap})?(?:${names})(?![a-z]))`, "giu"), "‹");
}
