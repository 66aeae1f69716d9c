import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress } from "./public-address.server";

test.each([
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2001:4860:4860::8888",
  "2606:4700:4700::1111",
  "2a00:1450:4001:800::200e",
])("anybody can reach %s", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ["this network", "0.0.0.0", "0.1.2.3"],
  ["private", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1"],
  ["carriers' NAT", "100.64.0.1", "100.127.255.255", "100.100.100.200"],
  ["loopback", "127.0.0.1", "127.255.255.255", "::1"],
  ["link-local and metadata", "169.254.0.1", "169.254.169.254", "168.63.129.16", "fe80::1", "fe80::1%eth0"],
  ["protocols", "192.0.0.1", "192.31.196.1", "192.52.193.1", "192.88.99.1", "192.175.48.1", "2620:4f:8000::1"],
  ["documentation", "192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"],
  ["benchmarking", "198.18.0.1", "198.19.255.255", "2001:2::1"],
  ["multicast", "224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"],
  ["reserved", "240.0.0.1", "255.255.255.255", "::", "100::1", "4000::1", "5f00::1"],
  ["local to a site", "fc00::1", "fd00:ec2::254", "fec0::1"],
  ["IPv4 in IPv6", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:8.8.8.8", "::127.0.0.1", "::7f00:1", "::a00:1"],
  ["IPv4 translated", "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::a00:1", "::ffff:0:127.0.0.1"],
  ["tunnels", "2002:7f00:1::", "2002:808:808::1", "2001::1", "2001:0:808:808::1", "2001:20::1"],
  ["no address at all", "", "localhost", "127.1", "0x7f000001", "2130706433", "[::1]", "8.8.8.8:443"],
])("nobody is led to %s", (_kind, ...addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

test("no IPv6 address outside of what is handed out is public, whatever it holds", () => {
  const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 7, maxLength: 7 });
  const outside = fc.integer({ min: 0, max: 0xffff }).filter((first) => first < 0x2000 || first > 0x3fff);
  fc.assert(
    fc.property(outside, groups, (first, rest) => {
      expect(isPublicAddress([first, ...rest].map((group) => group.toString(16)).join(":"))).toBe(false);
    }),
  );
});

test("an IPv4 address wrapped in IPv6 is never public", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte, byte), fc.constantFrom("::ffff:", "::", "64:ff9b::"), (bytes, wrap) => {
      expect(isPublicAddress(`${wrap}${bytes.join(".")}`)).toBe(false);
    }),
  );
});
