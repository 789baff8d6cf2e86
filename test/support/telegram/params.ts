/**
 * Reading of a call's parameters. They come as JSON values, or as strings from a form, where numbers, booleans and
 * objects are written as JSON: both ways read alike here, as on Telegram's servers.
 */
import { badRequest } from "./api-error.js";

/** Parameters of one call, by name; a file of a form is an `UploadedFile`. */
export type Params = Record<string, unknown>;

/** A file that came with a form. */
export class UploadedFile {
  readonly name: string;
  readonly content: Buffer;

  constructor(name: string, content: Buffer) {
    this.name = name;
    this.content = content;
  }
}

/** A text parameter; numbers are taken as text. Empty when absent. */
export function readText(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw badRequest(`wrong parameter ${name} in request`);
}

/** A whole number, or `fallback` when absent or no number: the servers are as forgiving. */
export function readInteger(params: Params, name: string, fallback = 0): number {
  const value = params[name];
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : fallback;
}

/** A flag: true, "true", "True", "1" and 1. */
export function readFlag(params: Params, name: string): boolean {
  const value = params[name];
  return value === true || value === 1 || (typeof value === "string" && /^(true|yes|1)$/i.test(value));
}

/** An object or a list, as it is or as JSON text; undefined when absent. @param what names it in the refusal. */
export function readObject(params: Params, name: string, what: string): unknown {
  const value = params[name];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "object") return value;
  try {
    return JSON.parse(readText(params, name)) as unknown;
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}

/** Whether a value is an object with string keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
