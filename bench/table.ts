export type Row = Record<string, string | number>;
export type Table = { title: string; rows: Row[] };

/** A table for people to read in a terminal: heads that say what the rows' names say, columns as wide as their widest cell. */
export function written({ title, rows }: Table): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names.map(inWords), ...rows.map((row) => names.map((name) => String(row[name] ?? "")))];
  const widths = names.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "));
  return `${title}\n\n${lines.join("\n")}\n`;
}

const inWords = (name: string) => name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
