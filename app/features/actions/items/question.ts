/** What a list of items is asked for, as its address says it. */
export type ItemQuestion = {
  filters: { campaign?: string; organization?: string; late?: true; closed?: true };
  asBoard: boolean;
  from: number;
};

/** Words in the address that mean nothing count as not said. */
export function readItemQuestion(search: URLSearchParams): ItemQuestion {
  const word = (name: string) => (/^[a-z0-9-]{1,63}$/.test(search.get(name) ?? "") ? search.get(name) : null);
  const campaign = word("campaign");
  const organization = word("organization");
  const from = Number(search.get("from"));
  return {
    filters: {
      ...(campaign ? { campaign } : {}),
      ...(organization ? { organization } : {}),
      ...(search.has("late") ? { late: true } : {}),
      ...(search.has("closed") ? { closed: true } : {}),
    },
    asBoard: search.get("as") === "board",
    from: Number.isInteger(from) && from > 0 && from < 100_000 ? from : 0,
  };
}

/** The address of the same list, asked for with other words. */
export function addressOf(path: string, { filters, asBoard }: ItemQuestion, change: object = {}): string {
  const wanted: Record<string, unknown> = { ...filters, ...(asBoard ? { as: "board" } : {}), ...change };
  const said = Object.entries(wanted).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(said.map(([name, value]) => [name, value === true ? "" : String(value)]));
  return search.size > 0 ? `${path}?${search}` : path;
}
