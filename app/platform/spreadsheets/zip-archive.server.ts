import { createInflateRaw } from "node:zlib";
import { SheetRefused } from "./sheet";

/** A part of an archive, as the archive's directory declares it. */
type Part = { name: string; method: number; packed: number; size: number; at: number; locked: boolean };

export type ZipArchive = {
  has(name: string): boolean;
  /** The text of a part as it is inflated, piece by piece; others are served in between. */
  read(name: string): AsyncGenerator<string>;
};

/** What all parts that are read may come to, by what they declare and by what they turn out to be. */
const mostInflated = 96 * 1024 * 1024;
/** Rows of a sheet are much alike and pack well; no honest sheet packs as well as this. */
const mostTimes = 250;
const smallPart = 1024 * 1024;
const mostParts = 2_000;

/**
 * An archive in memory. Its directory is believed in nothing: a part's declared size is held against the limits before it is
 * inflated, and its real size while it is. Archives within the archive are never opened.
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map(partsOf(archive).map((part) => [part.name, part]));
  let inflated = 0;
  return {
    has: (name) => parts.has(name),
    async *read(name) {
      const part = parts.get(name);
      if (!part) throw damaged();
      if (part.locked) throw new SheetRefused({ key: "spreadsheet_old_or_locked" });
      refuseBomb(part.size, part.packed, inflated + part.size);
      let size = 0;
      const decoder = new TextDecoder("utf-8", { fatal: true });
      for await (const chunk of inflate(packedBytes(archive, part), part.method)) {
        size += chunk.byteLength;
        inflated += chunk.byteLength;
        refuseBomb(size, part.packed, inflated);
        yield decode(decoder, chunk);
      }
      if (size !== part.size) throw damaged();
    },
  };
}

const damaged = () => new SheetRefused({ key: "spreadsheet_damaged" });

function refuseBomb(size: number, packed: number, total: number): void {
  const isUnlikely = size > smallPart && size > packed * mostTimes;
  if (isUnlikely || total > mostInflated) throw new SheetRefused({ key: "spreadsheet_inflates" });
}

function decode(decoder: TextDecoder, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw damaged();
  }
}

async function* inflate(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === 0) return yield packed;
  if (method !== 8) throw damaged();
  const inflating = createInflateRaw();
  inflating.end(packed);
  try {
    for await (const chunk of inflating) yield chunk;
  } catch (error) {
    throw error instanceof SheetRefused ? error : damaged();
  } finally {
    inflating.destroy();
  }
}

/** The directory stands at the end, before a comment of at most 64 kB. */
function partsOf(archive: Buffer): Part[] {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > archive.length) throw damaged();
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  if (count > mostParts) throw damaged();
  return Array.from({ length: count }, () => {
    const part = partAt(archive, at);
    at = part.next;
    return part;
  });
}

function partAt(archive: Buffer, at: number): Part & { next: number } {
  if (at + 46 > archive.length || archive.readUInt32LE(at) !== 0x02014b50) throw damaged();
  const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
  return {
    name: archive.toString("utf8", at + 46, nameEnd),
    locked: (archive.readUInt16LE(at + 8) & 1) === 1,
    method: archive.readUInt16LE(at + 10),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    at: archive.readUInt32LE(at + 42),
    next: nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32),
  };
}

function packedBytes(archive: Buffer, { at, packed }: Part): Buffer {
  if (at + 30 > archive.length || archive.readUInt32LE(at) !== 0x04034b50) throw damaged();
  const from = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  if (from + packed > archive.length) throw damaged();
  return archive.subarray(from, from + packed);
}
