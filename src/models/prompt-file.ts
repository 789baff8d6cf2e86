/**
 * Reads a prompt file: front matter that declares its variables, then sections `## system` and `## user`. Everything
 * that could go wrong at a user's question is checked here, when the program starts: a variable that is misspelt in
 * the text would otherwise be filled with nothing.
 */
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { parse } from "yaml";
import { z } from "zod";
import { AppError } from "../core/errors.js";

/** A prompt that is ready to be filled in. */
export interface PromptTemplate {
  chat: ChatPromptTemplate;
  /** Declared and used, each once. */
  variables: string[];
  /** Names of the tags that the text puts around its values, such as `passages` for `<passages>…</passages>`. */
  tags: string[];
}

const FrontMatter = z.strictObject({
  description: z.string().min(1),
  variables: z.array(z.string().regex(/^[a-z][a-zA-Z]*$/u, "must be a word like `question`")),
});

const FILE = /^---\n(?<header>[\s\S]*?\n)---\n(?<body>[\s\S]*)$/u;
const SECTION = /^## (system|user)[ \t]*$/mu;
const TAG = /<\/?([a-z][a-z-]*)>/gu;

/**
 * @param file its name, for messages.
 * @throws AppError PROMPT_INVALID naming the file and, when it is about one, the variable.
 */
export function parsePromptFile(file: string, content: string): PromptTemplate {
  const { header, body } = FILE.exec(content.replaceAll("\r\n", "\n"))?.groups ?? {};
  if (header === undefined || body === undefined) throw invalid(file, "it does not begin with front matter (---)");
  const { variables } = readFrontMatter(file, header);

  const [before = "", ...parts] = body.split(SECTION);
  if (before.trim() !== "") throw invalid(file, "text stands above its first section");
  const messages: ["system" | "user", string][] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    messages.push([parts[i] === "system" ? "system" : "user", (parts[i + 1] ?? "").trim()]);
  }
  if (!messages.some(([role]) => role === "user")) throw invalid(file, "it has no section `## user`");
  const empty = messages.find(([, text]) => text === "");
  if (empty) throw invalid(file, `its section \`## ${empty[0]}\` is empty`);

  const chat = buildTemplate(file, messages);
  for (const name of variables) {
    if (!chat.inputVariables.includes(name)) throw invalid(file, `variable ${name} is declared but does not occur`);
  }
  for (const name of chat.inputVariables) {
    if (!variables.includes(name)) throw invalid(file, `variable {${name}} occurs but is not declared`);
  }
  return { chat, variables, tags: Array.from(new Set(Array.from(body.matchAll(TAG), ([, name = ""]) => name))) };
}

/** @throws AppError PROMPT_INVALID */
export function invalid(file: string, reason: string): AppError {
  return new AppError("PROMPT_INVALID", { message: `prompt ${file} cannot be used: ${reason}` });
}

function readFrontMatter(file: string, header: string): z.infer<typeof FrontMatter> {
  let data: unknown;
  try {
    data = parse(header);
  } catch (error) {
    throw invalid(file, `its front matter is not YAML: ${error instanceof Error ? error.message : "unknown error"}`);
  }
  const parsed = FrontMatter.safeParse(data);
  if (!parsed.success) throw invalid(file, z.prettifyError(parsed.error));
  return parsed.data;
}

function buildTemplate(file: string, messages: ["system" | "user", string][]): ChatPromptTemplate {
  try {
    return ChatPromptTemplate.fromMessages(messages);
  } catch (error) {
    throw invalid(
      file,
      `${error instanceof Error ? error.message : "unknown error"} A brace of the text is written {{`,
    );
  }
}
