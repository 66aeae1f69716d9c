/** A number as every phone in the world dials it, and the digits to press when somebody answers. */
export type PhoneNumber = { number: string; extension: string };

/** A call within the United States begins without a country; one within Korea with a 0 and a Korean area. */
const american = /^1?([2-9]\d{2}[2-9]\d{6})$/;
const korean = /^0((?:2|[3-6]\d|1[016789]|50\d?|70|80)\d{6,8})$/;
/** Numbers of Korean companies that are dialed the same everywhere in Korea, and from nowhere else. */
const koreanAnywhere = /^1[568]\d{2}\d{4}$/;
/** Three or four digits that whole countries know (988, 211, 1345) stay as they are. */
const short = /^(?:[2-9]11|988|1\d{2,3})$/;
const extensionMark = /(?:[,;]|\s|\b)\s*(?:ext(?:ension)?|x|내선|구내)\.?:?\s*#?(\d{1,8})(?:번)?\s*$|#(\d{1,8})\s*$/i;
const pads = ["abc2", "def3", "ghi4", "jkl5", "mno6", "pqrs7", "tuv8", "wxyz9"];

/**
 * What somebody typed as a phone number, as E.164: with or without country, in brackets, with dots, spaces, full-width digits,
 * letters of a vanity number or an extension. Nothing where it cannot be called.
 */
export function readPhoneNumber(typed: string): PhoneNumber | undefined {
  const plain = typed
    .normalize("NFKC")
    .replace(/^\s*(?:tel|phone|t|전화|☎)\s*[.:]?\s*/i, "")
    .replace(/[‐-―−]/g, "-")
    .trim();
  const extended = extensionMark.exec(plain);
  const extension = extended?.[1] ?? extended?.[2] ?? "";
  const body = (extended ? plain.slice(0, extended.index) : plain).trim();
  if (!/^[+(]?[\d(]/.test(body) || !/^[+\d()\s./A-Za-z-]+$/.test(body)) return undefined;

  const number = numberOf(body);
  return number ? { number, extension } : undefined;
}

function numberOf(body: string): string | undefined {
  const isWorldwide = /^\(?\+/.test(body) || /^(?:011|00)[\s-]*[1-9]/.test(body);
  // "+82 (0)2" shows the 0 that is dialed within the country alone.
  const digits = dialed(isWorldwide ? body.replace(/\(0\)/, "") : body);
  if (digits === undefined) return undefined;
  if (isWorldwide) return worldwide(body.includes("+") ? digits : digits.replace(/^(?:011|00)/, ""));

  if (short.test(digits)) return digits;
  const [, ours] = american.exec(digits) ?? [];
  if (ours) return `+1${ours}`;
  const [, theirs] = korean.exec(digits) ?? [];
  if (theirs) return `+82${theirs}`;
  return koreanAnywhere.test(digits) ? `+82${digits}` : undefined;
}

function worldwide(digits: string): string | undefined {
  if (!/^[1-9]\d{6,14}$/.test(digits)) return undefined;
  if (digits.startsWith("1")) return american.test(digits) && digits.length === 11 ? `+${digits}` : undefined;
  return `+${digits.startsWith("820") ? `82${digits.slice(3)}` : digits}`;
}

/** Letters are keys; a name that spells more digits than a number has is dialed as far as it goes. */
function dialed(body: string): string | undefined {
  const keys = [...body.toLowerCase().replace(/[^\da-z]/g, "")].map((key) =>
    key >= "a" ? (pads.find((pad) => pad.includes(key))?.at(-1) ?? "") : key,
  );
  const letters = body.replace(/[^A-Za-z]/g, "").length;
  if (letters === 0) return keys.join("");
  if (letters < 3 || /[A-Za-z].*\d{4}/.test(body)) return undefined;
  return keys.join("").slice(0, keys[0] === "1" ? 11 : 10);
}
