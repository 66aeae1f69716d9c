import type { ReactNode } from "react";

type TableProps = {
  /** What the table says, for those who cannot see where it stands. */
  caption: string;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
};

/** Facts in rows. The first cell names its row; on a narrow screen each row becomes a small list of what it says under that name. */
export function Table({ caption, head, rows }: TableProps) {
  return (
    <table className="w-full text-left max-sm:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-sm:sr-only">
        <tr className="border-b border-edge">
          {head.map((label) => (
            <th key={label} scope="col" className="py-2 pr-4 align-bottom text-sm font-semibold wrap-normal text-soft">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key} className="border-b border-line max-sm:block max-sm:py-2">
            <th scope="row" className="py-2 pr-4 align-baseline font-semibold max-sm:block max-sm:py-0.5">
              {name}
            </th>
            {cells.map((cell, at) => (
              <td
                key={head[at + 1]}
                data-head={head[at + 1]}
                className="py-2 pr-4 align-baseline max-sm:flex max-sm:items-baseline max-sm:gap-3 max-sm:py-0.5 max-sm:empty:hidden sm:min-w-20 max-sm:before:w-28 max-sm:before:shrink-0 max-sm:before:text-sm max-sm:before:text-soft max-sm:before:content-[attr(data-head)]"
              >
                {cell === "" || cell === null ? null : <div className="min-w-0">{cell}</div>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
