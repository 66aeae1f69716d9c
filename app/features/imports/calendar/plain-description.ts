/** A description as plain text: programs put HTML there. Each pass reads the text once. */
export function plainDescription(text: string): string {
  const isHtml = /<\/?(?:p|br|div|span|a|b|i|u|ul|ol|li|html|body|table|strong|em)\b[^<>]{0,2000}>/i.test(text);
  if (!isHtml) return text;
  return text
    .replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]{0,200}>/gi, "\n")
    .replace(/<li\b[^<>]{0,200}>/gi, "• ")
    .replace(/<\/?[a-z!][^<>]{0,2000}>/gi, "")
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => characterOf(name) ?? whole)
    .replace(/[^\S\n]{2,}/g, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", middot: "·" };

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return named[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}
