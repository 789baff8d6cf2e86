/**
 * Fetches the page that a person names, as an upload for `readUpload`. It never connects to anything but the open
 * internet, respects robots.txt, and gives up in time. It does not read the page.
 */
import { type FileKind, fileKindOf, kindOfBytes } from "../kind.js";
import { MAX_FILE_BYTES } from "../load.js";
import type { Upload } from "../upload.js";
import { createLookup, fail, parseUrl, type Resolve, resolveHost } from "./address.js";
import { type Fetched, fetchBytes } from "./fetch-bytes.js";
import { createRobotsCheck } from "./robots.js";

/** How to fetch; the defaults are right outside of tests. */
export interface FetchOptions {
  /** Aborting ends it with URL_UNREACHABLE. */
  signal?: AbortSignal;
  /** For everything together. Default 20,000. */
  ms?: number;
  /** Default: the system's. */
  resolve?: Resolve;
  /** For tests with a server of their own: a host or an address that is allowed though it is not public. Default: none. */
  isAllowed?: (address: string) => boolean;
}

const KINDS: ReadonlyMap<string, FileKind> = new Map([
  ["text/html", "html"],
  ["application/xhtml+xml", "html"],
  ["text/plain", "txt"],
  ["text/markdown", "md"],
  ["text/x-markdown", "md"],
  ["application/pdf", "pdf"],
  ["application/x-pdf", "pdf"],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"],
]);
/** Says nothing about what it is. */
const UNKNOWN = new Set([
  "",
  "application/octet-stream",
  "binary/octet-stream",
  "application/x-download",
  "application/zip",
]);

/**
 * Fetches an article.
 * @returns name, bytes, final address and the encoding that the server named.
 * @throws AppError URL_INVALID, URL_FORBIDDEN, URL_UNREACHABLE, URL_REFUSED_BY_ROBOTS, URL_TOO_LARGE, URL_NOT_AN_ARTICLE
 * @example await readUpload(await fetchArticle("https://example.org/news/1.html"))
 */
export async function fetchArticle(address: string, options: FetchOptions = {}): Promise<Upload> {
  const { ms = 20_000, resolve = resolveHost, isAllowed = () => false } = options;
  const url = parseUrl(address);
  const { Agent, fetch } = await import("undici");
  const agent = new Agent({ connect: { lookup: createLookup(resolve, isAllowed) }, pipelining: 0 });
  const clock = AbortSignal.timeout(ms);
  const signal = options.signal ? AbortSignal.any([options.signal, clock]) : clock;
  try {
    const session = { agent, fetch, signal, isAllowed };
    return toUpload(
      await fetchBytes(url, { bytes: MAX_FILE_BYTES, whenLonger: "refuse" }, session, createRobotsCheck(session)),
    );
  } finally {
    await agent.destroy();
  }
}

function toUpload({ url, status, contentType, bytes }: Fetched): Upload {
  if (status < 200 || status >= 300) throw fail("URL_UNREACHABLE", `its server answers ${status}`);
  const [type = "", ...parameters] = contentType.split(";").map((part) => part.trim());
  const last = lastPart(url);
  const named = KINDS.get(type) ?? (UNKNOWN.has(type) ? (kindOfBytes(bytes) ?? fileKindOf(last)) : undefined);
  if (named === undefined) throw fail("URL_NOT_AN_ARTICLE", `it is ${type === "" ? "of no known kind" : type}`);
  const charset = parameters
    .find((part) => part.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  const stem = fileKindOf(last) ? last.slice(0, last.lastIndexOf(".")) : last;
  return { name: `${stem}.${named}`, bytes, url: url.href, ...(charset && { charset }) };
}

/** What an address is called by: its last part, or its host. */
function lastPart(url: URL): string {
  const last = url.pathname.split("/").findLast((part) => part !== "") ?? url.hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
