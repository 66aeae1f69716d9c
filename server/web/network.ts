import { isIP } from "node:net";

/**
 * The network a request comes from, as tries are counted: an IPv4 address, or the half of an IPv6 address that one
 * subscriber holds. Behind a trusted proxy it is the address that the proxy itself saw, which stands last.
 */
export function networkOf(peer: string | undefined, forwardedFor: string | null | undefined): string {
  const seenByProxy = forwardedFor?.split(",").at(-1);
  return asNetwork(seenByProxy) ?? asNetwork(peer) ?? "unknown";
}

function asNetwork(written: string | undefined): string | undefined {
  const address = withoutPort(written?.trim() ?? "").replace(/%.*$/, "");
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return undefined;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  // NAT64 (RFC 6052) writes everybody's IPv4 address behind one prefix.
  const isTranslated = groups[0] === 0x64 && groups[1] === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  if (isMapped || isTranslated)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** `192.0.2.1:4711` and `[2001:db8::1]:4711`, as some proxies write. */
function withoutPort(address: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(address)?.[1] ?? address;
}

/** The eight groups of an IPv6 address, however it is written. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = address.split("::");
  const before = inGroups(head);
  const after = inGroups(tail ?? "");
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function inGroups(part: string): number[] {
  return part.split(":").flatMap((group) => {
    if (group === "") return [];
    if (!group.includes(".")) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}
