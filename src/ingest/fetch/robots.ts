/**
 * Whether a site lets programs read a page: its robots.txt, read once per host and call. No robots.txt means yes; one
 * that the server fails to give means no (RFC 9309).
 */
import robotsParser from "robots-parser";
import { fail } from "./address.js";
import { fetchBytes, type Session, USER_AGENT } from "./fetch-bytes.js";

/** The package's types describe an ES module; what Node loads is the function itself. */
const parseRules = robotsParser as unknown as typeof robotsParser.default;

/** What is read of one (RFC 9309). */
const READ_BYTES = 500 * 1024;

/**
 * The check of one call.
 * @returns a function that throws AppError URL_REFUSED_BY_ROBOTS, or what fetching the rules throws
 */
export function createRobotsCheck(session: Session): (url: URL) => Promise<void> {
  const rules = new Map<string, Promise<string | undefined>>();
  return async (url) => {
    const known = rules.get(url.origin) ?? readRules(url.origin, session);
    rules.set(url.origin, known);
    const text = await known;
    if (text === undefined) throw fail("URL_REFUSED_BY_ROBOTS", "the site does not say what programs may read");
    const isAllowed = parseRules(`${url.origin}/robots.txt`, text).isAllowed(url.href, USER_AGENT);
    if (isAllowed === false) throw fail("URL_REFUSED_BY_ROBOTS", "the site does not let programs read it");
  };
}

/** The rules; empty when there are none, undefined when the server fails. */
async function readRules(origin: string, session: Session): Promise<string | undefined> {
  const limit = { bytes: READ_BYTES, whenLonger: "cut" } as const;
  const { status, bytes } = await fetchBytes(new URL("/robots.txt", origin), limit, session);
  if (status >= 500) return undefined;
  if (status < 200 || status >= 300) return "";
  const text = new TextDecoder().decode(bytes);
  // Half a path would forbid, or allow, something else.
  return bytes.length < READ_BYTES ? text : text.slice(0, text.lastIndexOf("\n") + 1);
}
