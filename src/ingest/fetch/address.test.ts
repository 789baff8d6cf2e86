import { describe, expect, it } from "vitest";
import { isPublic, parseUrl } from "./address.js";

describe("isPublic", () => {
  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "192.168.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:8.8.8.8",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "fc00::1",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "2001:db8::1",
    "2002:a00:1::1",
    "2001:0:1::1",
    "4000::1",
    "9000::1",
    "fec0::1",
    "100:1::1",
    "::7f00:1",
    "168.63.129.16",
    "x",
  ])("says no to %s", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  it.each(["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111"])("says yes to %s", (address) => {
    expect(isPublic(address)).toBe(true);
  });
});

describe("parseUrl", () => {
  it("drops the fragment and blanks around it", () => {
    expect(parseUrl(" https://example.org/a#b \n").href).toBe("https://example.org/a");
    expect(() => parseUrl("")).toThrow("no address");
  });
});
