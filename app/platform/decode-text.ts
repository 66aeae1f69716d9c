export type Charset = "UTF-8" | "UTF-16" | "CP949" | "Windows-1252";
export type Decoded = { text: string; charset: Charset };

/**
 * The text of a file, and in which characters it was written: programs in Korea still write CP949, and spreadsheets save
 * "Unicode text" in UTF-16. Nothing where it cannot be text.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const wide = wideOrder(bytes);
  if (wide) return decoded("UTF-16", decode(wide, bytes));

  const unicode = decode("utf-8", bytes);
  if (unicode !== undefined) return decoded("UTF-8", unicode);
  if (looksKorean(bytes)) {
    const korean = decode("euc-kr", bytes);
    if (korean !== undefined) return decoded("CP949", korean);
  }
  return decoded("Windows-1252", decode("windows-1252", bytes));
}

/** What holds null characters is no text but a picture or an archive. */
function decoded(charset: Charset, text: string | undefined): Decoded | undefined {
  return text === undefined || text.includes("\0") ? undefined : { text, charset };
}

function decode(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Two bytes a character: by the mark at the beginning, or since a first plain letter is written so. */
function wideOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (isPlain(first) && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && isPlain(second))) return "utf-16be";
  return undefined;
}

const isPlain = (byte: number) => byte >= 0x09 && byte < 0x7f;

/** Hangul takes pairs of high bytes; an accented letter of Latin-1 mostly stands alone among plain ones. */
function looksKorean(bytes: Uint8Array): boolean {
  let [paired, alone] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at + 1] ?? 0) >= 0x80) {
      paired += 1;
      at += 1;
    } else alone += 1;
  }
  return paired > alone;
}
