/**
 * The three ways in which a Bot API call carries its parameters: JSON, an urlencoded form, a multipart form. Multipart is
 * read by hand, since grammY writes file names without quotes and headers without the customary blanks.
 */
import type { IncomingMessage } from "node:http";
import { badRequest } from "./api-error.js";
import { isRecord, type Params, UploadedFile } from "./params.js";

/** Parameters from the query and the body. @throws ApiError 400 on a body that is not what it says. */
export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  const type = request.headers["content-type"] ?? "";
  return { ...Object.fromEntries(query), ...parseBody(body, type) };
}

function parseBody(body: Buffer, type: string): Params {
  if (body.length === 0) return {};
  if (type.startsWith("application/json")) return parseJson(body.toString("utf8"));
  if (type.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(body.toString("utf8")));
  }
  const boundary = /^multipart\/form-data.*boundary="?([^";]+)"?/i.exec(type)?.[1];
  return boundary === undefined ? {} : parseMultipart(body, boundary);
}

function parseJson(text: string): Params {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest("can't parse request JSON object");
  }
  if (!isRecord(value)) throw badRequest("can't parse request JSON object");
  // An explicit null counts as absent.
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));
}

/** Parts of a multipart form. Exported for its test. */
export function parseMultipart(body: Buffer, boundary: string): Params {
  const params: Params = {};
  const separator = Buffer.from(`--${boundary}`);
  let start = body.indexOf(separator);
  while (start !== -1) {
    const contentStart = start + separator.length;
    const next = body.indexOf(separator, contentStart);
    if (next === -1) break;
    // Every part stands between the line feed behind one separator and the one in front of the next.
    readPart(body.subarray(contentStart + 2, next - 2), params);
    start = next;
  }
  return params;
}

function readPart(part: Buffer, params: Params): void {
  const headerEnd = part.indexOf("\r\n\r\n");
  if (headerEnd === -1) throw badRequest("can't parse multipart form");
  const header = part.subarray(0, headerEnd).toString("utf8");
  const content = part.subarray(headerEnd + 4);
  const name = /;\s*name="?([^";\r\n]*)"?/i.exec(header)?.[1];
  const fileName = /;\s*filename="?([^"\r\n]*?)"?\s*(?:\r\n|$)/i.exec(header)?.[1];
  if (name === undefined) throw badRequest("can't parse multipart form");
  params[name] = fileName === undefined ? content.toString("utf8") : new UploadedFile(fileName, Buffer.from(content));
}
