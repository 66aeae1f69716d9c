import { createHash } from "node:crypto";

/** Ids that we make are made below this one (a random UUID), so that they are the same wherever they are made. */
const namespace = Buffer.from("5d8f0c1e6b7a4e0f9c3d2a1b4f6e8d70", "hex");

/** The UUID (version 5) of something that has a name and no id of its own: the second phone of a service, say. */
export function derivedId(...name: (string | number)[]): string {
  const hash = createHash("sha1").update(namespace).update(name.join("/")).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
