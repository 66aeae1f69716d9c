/** What spreadsheets take for a formula, wide forms and what they skip before it included. */
const formula = /^\s*[=+\-@＝＋－＠]/u;

/**
 * A table that Excel reads in Korean: UTF-8 with its mark, lines as RFC 4180 has them. A cell that would be a formula begins
 * with an apostrophe instead, since whoever listed it need not mean well.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
