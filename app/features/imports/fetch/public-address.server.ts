import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * Whether an IP address is one that anybody on the internet can reach. Closed where in doubt: of IPv6 only what is handed
 * out for general use is public, so nothing that wraps an IPv4 address (mapped, compatible, NAT64) ever is.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !reservedIPv4.check(address, "ipv4");
  return isIPv6(address) && handedOut.check(address, "ipv6") && !reservedIPv6.check(address, "ipv6");
}

const reservedIPv4 = subnets("ipv4", [
  ["0.0.0.0", 8], // this host and network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // carriers' NAT, and one cloud's metadata
  ["127.0.0.0", 8], // loopback
  ["168.63.129.16", 32], // one cloud's own host, looking public
  ["169.254.0.0", 16], // link-local, and most clouds' metadata
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocols, and one cloud's metadata
  ["192.0.2.0", 24], // documentation
  ["192.31.196.0", 24], // AS112
  ["192.52.193.0", 24], // AMT
  ["192.88.99.0", 24], // 6to4 relays
  ["192.168.0.0", 16], // private
  ["192.175.48.0", 24], // AS112
  ["198.18.0.0", 15], // benchmarking
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, broadcast
]);

const handedOut = subnets("ipv6", [["2000::", 3]]);

const reservedIPv6 = subnets("ipv6", [
  ["2001::", 23], // Teredo, benchmarking, ORCHID and other protocols
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4
  ["2620:4f:8000::", 48], // AS112
  ["3fff::", 20], // documentation
]);

function subnets(family: "ipv4" | "ipv6", ranges: [network: string, prefix: number][]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ranges) list.addSubnet(network, prefix, family);
  return list;
}
