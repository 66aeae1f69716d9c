/** RFC 5545, 3.1: a line is at most so many octets long, its line end not counted. */
const longest = 75;
const encoder = new TextEncoder();

/** A line of a calendar file, folded so that no line is too long and no character that a reader sees is torn apart. */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`;
  // A UTF-16 unit is three octets at most.
  if (line.length * 3 <= longest || octets(line) <= longest) return `${line}\r\n`;

  if (isPlain.test(line)) return `${line.slice(0, longest)}${line.slice(longest).replace(/.{1,74}/g, "\r\n $&")}\r\n`;

  return isSimple.test(line) ? foldUnits(line) : foldPieces(line);
}

/** Where every UTF-16 unit is a character of one octet or of three, as in most Korean texts. */
function foldUnits(line: string): string {
  let folded = "";
  let from = 0;
  let room = longest;
  for (let at = 0; at < line.length; at += 1) {
    const size = line.charCodeAt(at) < 0x80 ? 1 : 3;
    if (size > room) {
      folded += `${line.slice(from, at)}\r\n `;
      from = at;
      // The blank with which a folded line begins counts.
      room = longest - 1;
    }
    room -= size;
  }
  return `${folded}${line.slice(from)}\r\n`;
}

function foldPieces(line: string): string {
  const folded: string[] = [];
  let current = "";
  let room = longest;
  for (const piece of piecesOf(line)) {
    const size = octets(piece);
    if (size > room) {
      folded.push(current);
      current = "";
      room = longest - 1;
    }
    current += piece;
    room -= size;
  }
  return `${[...folded, current].join("\r\n ")}\r\n`;
}

/** A text as a value: what would end or split it is written with a backslash, what no calendar may hold is left out. */
export function textValue(text: string): string {
  return text
    .replace(halved, "\ufffd")
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(unwritable, "")
    .replace(/[\\;,]/g, (special) => `\\${special}`)
    .replaceAll("\n", "\\n");
}

/** A parameter's value, quoted where it has to be. Quotes cannot be written at all. */
export function parameterValue(text: string): string {
  const plain = textless(text);
  return /[:;,]/.test(plain) ? `"${plain}"` : plain;
}

const textless = (text: string) =>
  text.replace(halved, "\ufffd").replace(/\s+/g, " ").replace(unwritable, "").replaceAll('"', "'");
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that RFC 5545 forbids.
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Half of a character, which no octets stand for. */
const halved = /\p{Cs}/gu;

const octets = (text: string) => encoder.encode(text).length;

/** Characters as a reader sees them; one of more than a line (a long row of combining marks) by code points. */
function* piecesOf(line: string): Iterable<string> {
  for (const { segment } of graphemes.segment(line)) {
    if (octets(segment) < longest) yield segment;
    else yield* segment;
  }
}

const isPlain = /^[\x20-\x7e]*$/;
/** Beside those: Hangul syllables, and punctuation that nothing combines with. */
const isSimple = /^[\x20-\x7e\u2013-\u2027\u3001-\u3029\uac00-\ud7a3]*$/;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
