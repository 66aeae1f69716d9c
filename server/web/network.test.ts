import { expect, test } from "vitest";
import { networkOf } from "./network";

test.each([
  ["an IPv4 address is a network of its own", "192.0.2.7", undefined, "192.0.2.7"],
  ["an IPv4 address in IPv6 dress is the same network", "::ffff:192.0.2.7", undefined, "192.0.2.7"],
  ["in hexadecimal dress too", "::ffff:c000:207", undefined, "192.0.2.7"],
  ["and behind a translator (NAT64)", "64:ff9b::c000:207", undefined, "192.0.2.7"],
  ["an IPv6 subscriber is one network", "2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2::/64"],
  ["however the address is shortened", "2001:DB8:1:2::6", undefined, "2001:db8:1:2::/64"],
  ["and wherever the zeros are", "2001:db8::6", undefined, "2001:db8:0:0::/64"],
  ["this computer", "::1", undefined, "0:0:0:0::/64"],
  ["an interface's name is no part of it", "fe80::1%eth0", undefined, "fe80:0:0:0::/64"],
  ["nothing is told", undefined, undefined, "unknown"],
] as const)("%s", (_what, peer, forwarded, network) => {
  expect(networkOf(peer, forwarded)).toBe(network);
});

test.each([
  ["what the proxy saw counts, not what the visitor claims", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["a port beside it is left out", "203.0.113.9:4711", "203.0.113.9"],
  ["as with brackets", "[2001:db8::1]:443", "2001:db8:0:0::/64"],
  ["what is no address leaves the proxy's own", "203.0.113.9, somebody", "10.0.0.1"],
  ["and so does nothing", "", "10.0.0.1"],
] as const)("behind a proxy %s", (_what, forwarded, network) => {
  expect(networkOf("10.0.0.1", forwarded)).toBe(network);
});
