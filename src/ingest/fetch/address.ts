/**
 * Which addresses may be fetched: those of the open internet. What a person sends to the bot must not make it look into
 * the network it runs in, so the rule names what is allowed, and everything else (private, loopback, link-local with the
 * metadata of clouds, carrier NAT, multicast, reserved, IPv4 inside IPv6) is not.
 */
import { lookup as lookUp } from "node:dns";
import type { LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { AppError, type ErrorCode } from "../../core/errors.js";

/** Finds the addresses of a host. */
export type Resolve = (host: string) => Promise<string[]>;

/** Ports of web pages; other services may be harmed by what an HTTP request says to them. */
const PORTS = new Set(["", "80", "443", "8080", "8443"]);

/**
 * A URL as it may be fetched.
 * @throws AppError URL_INVALID
 */
export function parseUrl(text: string, base?: string): URL {
  const trimmed = text.trim();
  if (!URL.canParse(trimmed, base)) throw fail("URL_INVALID", "it is no address");
  const url = new URL(trimmed, base);
  if (!/^https?:$/u.test(url.protocol)) throw fail("URL_INVALID", "only http and https are fetched");
  if (url.username !== "" || url.password !== "") throw fail("URL_INVALID", "it holds a user name or a password");
  url.hash = "";
  return url;
}

/** @throws AppError URL_FORBIDDEN for a host that is an address of no public place, and for an unusual port. */
export function checkHost(url: URL, isAllowed: (address: string) => boolean): void {
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  if (ipaddr.isValid(host)) {
    if (isAllowed(host)) return;
    if (!isPublic(host)) throw fail("URL_FORBIDDEN", "it is no address of the open internet");
  }
  if (!PORTS.has(url.port) && !isAllowed(host)) throw fail("URL_FORBIDDEN", `port ${url.port} is not one of web pages`);
}

/** A cloud's own services answer here, at an address that looks public. */
const WIRE_SERVER = "168.63.129.16";
/** All that is given out to the open internet of IPv6; the rest is reserved, or only ever local. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** @example isPublic("::ffff:10.0.0.1") // false */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  // Also an IPv4 address inside an IPv6 one is refused: nobody publishes such.
  if (parsed.range() !== "unicast") return false;
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GLOBAL_IPV6) : parsed.toString() !== WIRE_SERVER;
}

/**
 * Looks hosts up for connections, and refuses one of whose addresses any is not public. The connection is made to what
 * was checked here, so a name that resolves differently a moment later gains nothing.
 */
export function createLookup(resolve: Resolve, isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (addresses) => {
        const list = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
        const isSafe = list.length > 0 && addresses.every((address) => isPublic(address) || isAllowed(address));
        const [first] = list;
        if (!isSafe || !first) done(fail("URL_FORBIDDEN", "its host is not on the open internet"), "", 4);
        else if (options.all) done(null, list);
        else done(null, first.address, first.family);
      },
      (cause: unknown) => done(fail("URL_UNREACHABLE", "its host is not known", cause), "", 4),
    );
  };
}

/** Asks the system. */
export const resolveHost: Resolve = (host) =>
  new Promise((resolve, reject) => {
    lookUp(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found.map((one) => one.address))));
  });

/** The error for an address; the address itself may be private and is not in it. */
export function fail(code: ErrorCode, why: string, cause?: unknown): AppError {
  const retryable = code === "URL_UNREACHABLE";
  return new AppError(code, { message: `the address cannot be read: ${why}`, retryable, cause });
}
